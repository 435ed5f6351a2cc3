package org.idiome.genomics.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.idiome.core.genome.Contig;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;

/// Target regions of an assay, with the statement that absence within them means reference.
///
/// @param regions sorted by contig, start, end
public record Regions(List<Region> regions) {

  /// One region, on the build of the file that it is used with.
  public record Region(Contig contig, int start0, int end0, SourceRow row) {}

  /// Sorts the regions.
  public Regions {
    var sorted = new ArrayList<>(regions);
    sorted.sort(
        Comparator.comparing(Region::contig)
            .thenComparingInt(Region::start0)
            .thenComparingInt(Region::end0)
            .thenComparing(Region::row));
    regions = List.copyOf(sorted);
  }

  /// Reads a BED file; of a line that is none nothing is assumed, and it is reported.
  ///
  /// @param file ordinal of the file in the sources
  public static Regions read(Input input, int file, Limits limits, Problems problems)
      throws IOException {
    var regions = new ArrayList<Region>();
    try (var lines = new LineReader(input, limits)) {
      while (lines.next()) {
        if (isData(lines) && !add(lines, file, regions)) {
          problems.add(
              Problem.of(
                  ProblemCode.REGIONS_LINE_NOT_READ, Place.line(input.name(), lines.number())));
        }
      }
    }
    return new Regions(regions);
  }

  private static boolean isData(LineReader lines) {
    var bytes = lines.buffer();
    int start = lines.start();
    return start < lines.end()
        && bytes[start] != '#'
        && !startsWith(lines, "track")
        && !startsWith(lines, "browser");
  }

  private static boolean startsWith(LineReader lines, String word) {
    int end = lines.start() + word.length();
    return end < lines.end()
        && Ascii.equals(lines.buffer(), lines.start(), end, word)
        && lines.buffer()[end] == ' ';
  }

  private static boolean add(LineReader lines, int file, List<Region> regions) {
    var bytes = lines.buffer();
    int first = Ascii.find(bytes, lines.start(), lines.end(), '\t');
    int second = Ascii.find(bytes, Math.min(first + 1, lines.end()), lines.end(), '\t');
    int third = Ascii.find(bytes, Math.min(second + 1, lines.end()), lines.end(), '\t');
    if (first == lines.start() || second == lines.end()) {
      return false;
    }
    long start = Ascii.integer(bytes, first + 1, second);
    long end = Ascii.integer(bytes, second + 1, third);
    var name = new String(bytes, lines.start(), first - lines.start(), StandardCharsets.UTF_8);
    if (start < 0 || end <= start || name.chars().anyMatch(c -> c <= ' ')) {
      return false;
    }
    regions.add(
        new Region(
            Contigs.resolve(name), (int) start, (int) end, new SourceRow(file, lines.number())));
    return true;
  }
}
