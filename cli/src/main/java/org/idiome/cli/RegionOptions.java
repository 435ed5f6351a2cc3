package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.region.RegionInput;
import picocli.CommandLine.Option;

/// Which records of a variant file are read.
final class RegionOptions {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Only records that overlap contig, contig:position or contig:from-to, also several times;",
        "by the index beside the file (.tbi, .csi), else all of it is read."
      })
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--regions-file",
      paramLabel = "BED",
      description = "The same, of the regions of a BED file.")
  private List<Path> files = new ArrayList<>();

  /// Whether regions were given.
  boolean isGiven() {
    return !regions.isEmpty() || !files.isEmpty();
  }

  /// Opens a variant file, all of it where no region was given.
  Input open(Path at, String name, Limits limits, Problems problems) throws IOException {
    return RegionInput.open(at, name, limits, new RegionInput.Asked(regions, files), problems);
  }
}
