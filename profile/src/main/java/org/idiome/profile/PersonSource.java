package org.idiome.profile;

import java.util.SortedSet;
import org.idiome.core.genome.Locus;

/// Where a person comes from: a folder of files, later a store.
public interface PersonSource {
  /// Reads the person once, with the germline genome at the loci given.
  ///
  /// @throws org.idiome.core.problem.BadInputException where nothing can be attributed to a person
  Person read(SortedSet<Locus> germline);

  /// What stands of the person's consent, as text that enters the profile state; empty where
  /// nothing was recorded, as of files.
  default String consent() {
    return "";
  }
}
