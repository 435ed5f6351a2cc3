package org.idiome.cli;

import java.nio.file.Path;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.FolderSource;
import org.idiome.profile.Interpretation.Interpreted;

/// Every interpreter of the release over one person's folder, as the shell runs them.
public final class Whole {
  private static final int THREADS = 2;

  private Whole() {}

  /// The run of a folder, and the profile that it was made from.
  public static Interpreted interpret(Path folder) {
    return Interpreters.all(StarterKnowledge.shipped(), THREADS)
        .interpret(new FolderSource(folder), new RunOptions().settings());
  }
}
