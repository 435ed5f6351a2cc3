package org.idiome.genomics.region;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.region.WantedRegions.Stretch;

/// Which lines of a variant file overlap the regions, by as much of them as that takes.
///
/// A record covers REF, or POS to END where INFO has one that is not before POS; this is what an
/// index was made of, too. A line that cannot be placed is passed on, so that the reader says what
/// is wrong with it. For one thread.
final class LineFilter {
  private static final int COLUMNS = 8;
  private static final int REF = 3;
  private static final int INFO = 7;

  private final WantedRegions regions;
  private final Map<String, List<Stretch>> known = new HashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final int[] starts = new int[COLUMNS + 1];
  private String contig = "";
  private List<Stretch> stretches = List.of();

  LineFilter(WantedRegions regions) {
    this.regions = regions;
  }

  /// The names of contigs that lines had.
  Set<String> seen() {
    return seen;
  }

  /// Whether a line that is no header is wanted.
  boolean isWanted(byte[] bytes, int start, int end) {
    int columns = 0;
    int at = start;
    while (columns < COLUMNS && at <= end) {
      starts[columns++] = at;
      at = Ascii.find(bytes, at, end, '\t') + 1;
    }
    starts[columns] = at;
    if (columns < COLUMNS) {
      return true;
    }
    if (!Ascii.equals(bytes, start, starts[1] - 1, contig)) {
      contig = Ascii.text(bytes, start, starts[1] - 1);
      stretches = known.computeIfAbsent(contig, regions::on);
      seen.add(contig);
    }
    if (stretches.isEmpty()) {
      return false;
    }
    long position1 = Ascii.integer(bytes, starts[1], starts[2] - 1);
    if (position1 < 0 || position1 > Integer.MAX_VALUE) {
      return true;
    }
    long end0 = position1 - 1 + (starts[REF + 1] - 1 - starts[REF]);
    long stated = stated(bytes, starts[INFO], starts[INFO + 1] - 1);
    if (stated >= position1) {
      end0 = stated;
    }
    return WantedRegions.touches(
        stretches, (int) position1 - 1, (int) Math.min(end0, Integer.MAX_VALUE));
  }

  /// The number behind END, or one below zero.
  private static long stated(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      int to = Ascii.find(bytes, at, end, ';');
      if (to - at > 4 && Ascii.equals(bytes, at, at + 4, "END=")) {
        return Ascii.integer(bytes, at + 4, to);
      }
      at = to + 1;
    }
    return -1;
  }
}
