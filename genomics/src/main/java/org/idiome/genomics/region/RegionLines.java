package org.idiome.genomics.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.region.LineParts.Part;
import org.jspecify.annotations.Nullable;

/// A variant file as bytes, of which only header and wanted lines are left. For one thread.
final class RegionLines extends InputStream {
  private static final int ENOUGH_BYTES = 1 << 16;

  private final String name;
  private final LineParts parts;
  private final LineFilter filter;
  private final WantedRegions wanted;
  private final Set<String> known;
  private final Problems problems;
  private final ByteText text = new ByteText(2 * ENOUGH_BYTES);
  private byte[] ready = {};
  private int at;
  private @Nullable Part part;
  private boolean isEnded;

  /// @param head lines that stand above those of the parts
  /// @param known names of contigs that the file has
  /// @param problems takes which contigs it has not
  RegionLines(
      String name,
      List<String> head,
      LineParts parts,
      WantedRegions wanted,
      Set<String> known,
      Problems problems) {
    this.name = name;
    this.parts = parts;
    this.filter = new LineFilter(wanted);
    this.wanted = wanted;
    this.known = known;
    this.problems = problems;
    for (var line : head) {
      var bytes = line.getBytes(StandardCharsets.UTF_8);
      text.put(bytes, 0, bytes.length).put('\n');
    }
  }

  /// Gathers some lines; false behind the last.
  private boolean fill() throws IOException {
    while (text.size() < ENOUGH_BYTES && !isEnded) {
      if (part == null) {
        part = parts.next();
        if (part == null) {
          isEnded = true;
          sayAbsent();
        }
      } else {
        take(part);
      }
    }
    ready = text.toBytes();
    text.clear();
    at = 0;
    return ready.length > 0;
  }

  private void take(Part from) throws IOException {
    var lines = from.lines();
    if (!lines.next()) {
      part = null;
      return;
    }
    var bytes = lines.buffer();
    int start = lines.start();
    int end = lines.end();
    boolean isHeader = start < end && bytes[start] == '#';
    if (!from.contig().isEmpty() && !isHeader) {
      int tab = Ascii.find(bytes, start, end, '\t');
      if (!Ascii.equals(bytes, start, tab, from.contig())) {
        throw new BadInputException(Problem.of(ProblemCode.REGIONS_INDEX_WRONG, Place.file(name)));
      }
    }
    boolean isKept = isHeader ? from.contig().isEmpty() : filter.isWanted(bytes, start, end);
    if (isKept) {
      text.put(bytes, start, end);
      if (lines.isEnded()) {
        text.put('\n');
      }
    }
  }

  /// A contig that the file does not have may be called otherwise there.
  private void sayAbsent() {
    known.addAll(filter.seen());
    for (var contig : wanted.byContig().keySet()) {
      var other = Contigs.named(contig);
      boolean isThere =
          known.contains(contig)
              || (!other.isEmpty()
                  && known.stream()
                      .filter(one -> !Contigs.named(one).isEmpty())
                      .anyMatch(one -> Contigs.resolve(one).equals(Contigs.resolve(contig))));
      if (!isThere) {
        problems.add(
            Problem.of(ProblemCode.REGIONS_CONTIG_ABSENT, Place.file(name), "contig", contig));
      }
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == ready.length && !fill()) {
      return -1;
    }
    int some = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, target, offset, some);
    at += some;
    return some;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
