package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.idiome.knowledge.home.Release;
import org.idiome.report.words.Quoted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `idiome knowledge retire SOURCE`: a release out of lists and new snapshots.
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a release out of lists and new snapshots. Runs that used it keep it; the release",
      "before it, where there is one, is in force again."
    },
    footer = {"", "Example: idiome knowledge retire hgnc"})
final class KnowledgeRetireCommand implements Callable<Integer>, Faults.Asked {
  private static final int FEWEST_DIGITS = 6;

  private final Shell shell;

  @Parameters(
      paramLabel = "SOURCE|SHA256",
      description = "The release in force of a source, or one by the first digits of its hash.")
  private String which = "";

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  KnowledgeRetireCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return false;
  }

  @Override
  public Integer call() {
    try {
      var home = knowledge.home();
      var release = home.inForce().get(which);
      if (release == null) {
        release = byHash(home.releases().stream().filter(one -> !one.isRetired()).toList());
      }
      home.retire(release, Instant.now());
      if (!common.quiet) {
        shell.say("retired: " + release.card().source() + " " + release.card().release());
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Release byHash(java.util.List<Release> releases) {
    var found =
        releases.stream()
            .filter(one ->
                which.length() >= FEWEST_DIGITS && one.card().published().hex().startsWith(which))
            .toList();
    if (found.size() != 1) {
      throw new NothingException(
          (found.isEmpty() ? "no release is called " : "several releases are called ")
              + Quoted.text(which)
              + "; see idiome knowledge list --all");
    }
    return found.getFirst();
  }
}
