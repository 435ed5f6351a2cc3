package org.idiome.genomics.region;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.io.Packing;
import org.jspecify.annotations.Nullable;

/// Opens a variant file as the header and the lines of some regions.
public final class RegionInput {
  private static final Pattern CONTIG = Pattern.compile("##contig=<(?:.*,)?ID=([^,>]+)[,>].*");
  private static final String MARK = " (its regions)";
  private static final List<String> ENDINGS = List.of(".tbi", ".csi");

  /// SAM specification, section 4.1.2.
  private static final byte[] END = {
    31,
    (byte) 139,
    8,
    4,
    0,
    0,
    0,
    0,
    0,
    (byte) 255,
    6,
    0,
    66,
    67,
    2,
    0,
    27,
    0,
    3,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0
  };

  private RegionInput() {}

  /// What is asked for.
  ///
  /// @param regions as `chr:from-to`
  /// @param beds files
  public record Asked(List<String> regions, List<Path> beds) {
    /// Copies the lists.
    public Asked {
      regions = List.copyOf(regions);
      beds = List.copyOf(beds);
    }

    /// Whether all of the file is.
    public boolean isAll() {
      return regions.isEmpty() && beds.isEmpty();
    }
  }

  /// Opens a file, of which nobody will ask the hash; all of it where nothing is asked for.
  ///
  /// @param name how problems call it; of regions, with words behind it that say that lines are
  ///   counted within them
  /// @param problems takes that there is no index that can be used
  /// @throws BadInputException where a region is none
  public static Input open(Path file, String name, Limits limits, Asked asked, Problems problems)
      throws IOException {
    if (asked.isAll()) {
      return Input.openUnhashed(file, name, limits);
    }
    var head = head(file, name, limits);
    var wanted = WantedRegions.parse(asked.regions(), contigs(head.lines()));
    for (var bed : asked.beds()) {
      wanted = wanted.and(WantedRegions.bed(Input.open(bed, bed.toString(), limits), limits));
    }
    var index = head.isBlocked() ? index(file, name, limits, problems) : null;
    var known = new LinkedHashSet<>(contigs(head.lines()));
    LineParts parts;
    if (index == null) {
      problems.add(Problem.of(ProblemCode.REGIONS_NO_INDEX, Place.file(name)));
      parts = LineParts.all(new LineReader(Input.openUnhashed(file, name, limits), limits));
    } else {
      known.addAll(index.contigs());
      requireEnd(file, name);
      parts = LineParts.of(file, name, limits, index, wanted);
    }
    var above = index == null ? List.<String>of() : head.lines();
    var lines = new RegionLines(name, above, parts, wanted, known, problems);
    return Input.of(lines, name + MARK, limits);
  }

  /// What stands above the records.
  private record Head(List<String> lines, boolean isBlocked) {}

  private static Head head(Path file, String name, Limits limits) throws IOException {
    var head = new ArrayList<String>();
    try (var input = Input.openUnhashed(file, name, limits)) {
      boolean isBlocked = input.packing() == Packing.BGZF;
      if (input.content().binary() != null) {
        return new Head(List.of(), false);
      }
      var lines = new LineReader(input, limits);
      while (lines.next() && lines.end() > lines.start() && lines.buffer()[lines.start()] == '#') {
        head.add(lines.text());
      }
      return new Head(head, isBlocked);
    }
  }

  private static Set<String> contigs(List<String> head) {
    var contigs = new LinkedHashSet<String>();
    for (var line : head) {
      var found = CONTIG.matcher(line);
      if (found.matches()) {
        contigs.add(found.group(1));
      }
    }
    return contigs;
  }

  /// The index beside a file; null where there is none that can be used.
  private static @Nullable VariantIndex index(
      Path file, String name, Limits limits, Problems problems) throws IOException {
    for (var ending : ENDINGS) {
      var beside = file.resolveSibling(file.getFileName() + ending);
      if (Files.isRegularFile(beside)) {
        boolean isOlder =
            Files.getLastModifiedTime(beside).compareTo(Files.getLastModifiedTime(file)) < 0;
        var index =
            isOlder
                ? null
                : VariantIndex.read(Input.open(beside, name + ending, limits), Files.size(file));
        if (index != null) {
          return index;
        }
        problems.add(
            Problem.of(
                ProblemCode.REGIONS_INDEX_OTHER,
                Place.file(name + ending),
                "fault",
                isOlder ? "older than its file" : "not one of it"));
      }
    }
    return null;
  }

  /// A file that was cut has no end block; what is read by an index does not come to it.
  private static void requireEnd(Path file, String name) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long last = Math.max(0, channel.size() - END.length);
      var end = ByteBuffer.allocate(END.length);
      while (end.hasRemaining() && channel.read(end, last + end.position()) >= 0) {
        // Until all of it is there.
      }
      if (!Arrays.equals(end.array(), END)) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.FILE_COMPRESSION_CUT, Place.file(name), "part", "BGZF end block"));
      }
    }
  }
}
