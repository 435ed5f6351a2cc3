package org.idiome.genomics.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.jspecify.annotations.Nullable;

/// Regions of some contigs, joined where they overlap. Immutable.
///
/// @param byContig stretches under the name that was asked for, sorted, none over another
public record WantedRegions(Map<String, List<Stretch>> byContig) {
  /// The first place: that before the first base, where a record at POS 0 stands.
  private static final int FIRST = -1;

  private static final Pattern RANGE = Pattern.compile("([0-9,]+)(-([0-9,]*))?");
  private static final int LONGEST_NUMBER = 10;

  /// Bases, 0-based, the end not included.
  public record Stretch(int start0, int end0) {}

  /// Sorts the stretches and joins them.
  public WantedRegions {
    var joined = new LinkedHashMap<String, List<Stretch>>();
    byContig.forEach((contig, stretches) -> joined.put(contig, joined(stretches)));
    byContig = joined;
  }

  private static List<Stretch> joined(List<Stretch> stretches) {
    var sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparingInt(Stretch::start0));
    var joined = new ArrayList<Stretch>();
    for (var one : sorted) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && one.start0() <= last.end0()) {
        joined.removeLast();
        joined.add(new Stretch(last.start0(), Math.max(last.end0(), one.end0())));
      } else {
        joined.add(one);
      }
    }
    return List.copyOf(joined);
  }

  /// Reads `contig`, `contig:position`, `contig:from-to`, `contig:from-`, positions from 1. Of a
  /// name with a colon that is a contig of the file the whole is meant; in braces, `{name}:1-5`, it
  /// is the name in any case.
  ///
  /// @param texts as they were given
  /// @param contigs that the header of the file names
  /// @throws BadInputException where one is none, or may be two
  public static WantedRegions parse(List<String> texts, Set<String> contigs) {
    var regions = new LinkedHashMap<String, List<Stretch>>();
    for (var text : texts) {
      boolean isQuoted = text.startsWith("{") && text.indexOf('}') > 1;
      int colon = isQuoted ? text.indexOf('}') + 1 : text.lastIndexOf(':');
      var name = isQuoted ? text.substring(1, colon - 1) : text;
      var stretch = new Stretch(FIRST, Integer.MAX_VALUE);
      boolean hasRange = isQuoted ? colon < text.length() : colon >= 0;
      if (hasRange && (isQuoted || !contigs.contains(text))) {
        stretch = stretch(text, text.substring(colon + 1));
        name = isQuoted ? name : text.substring(0, colon);
      } else if (hasRange && contigs.contains(text.substring(0, colon))) {
        throw bad(text, "it may be two");
      }
      if (name.isEmpty()) {
        throw bad(text, "it names no contig");
      }
      regions.computeIfAbsent(name, _ -> new ArrayList<>()).add(stretch);
    }
    return new WantedRegions(regions);
  }

  private static Stretch stretch(String text, String range) {
    var found = RANGE.matcher(range);
    if (!found.matches()) {
      throw bad(text, "behind the colon stands no range");
    }
    long from = number(text, found.group(1));
    var to = found.group(3);
    long last =
        found.group(2) == null
            ? from
            : to == null || to.isEmpty() ? Integer.MAX_VALUE : number(text, to);
    if (from < 1 || last < from) {
      throw bad(text, "it ends before it begins, or begins before 1");
    }
    return new Stretch((int) (from - 1), (int) last);
  }

  private static long number(String text, String digits) {
    var plain = digits.replace(",", "");
    if (plain.isEmpty() || plain.length() > LONGEST_NUMBER) {
      throw bad(text, "a position is none");
    }
    return Math.min(Long.parseLong(plain), Integer.MAX_VALUE);
  }

  private static BadInputException bad(String text, String fault) {
    return new BadInputException(
        Problem.of(ProblemCode.REGIONS_NOT_UNDERSTOOD, Place.file(text), "fault", fault));
  }

  /// Reads a BED file to its end and closes it; a line that is none refuses it, for what it meant
  /// would be missing.
  public static WantedRegions bed(Input input, Limits limits) throws IOException {
    var regions = new LinkedHashMap<String, List<Stretch>>();
    try (var lines = new LineReader(input, limits)) {
      while (lines.next()) {
        var text = lines.text();
        boolean isData =
            !text.isBlank()
                && !text.startsWith("#")
                && !text.startsWith("track ")
                && !text.startsWith("browser ");
        if (isData) {
          var cells = text.split("\t", -1);
          var stretch = cells.length < 3 ? null : stretch(cells[1], cells[2], cells[0]);
          if (stretch == null) {
            throw new BadInputException(
                Problem.of(
                    ProblemCode.REGIONS_NOT_UNDERSTOOD,
                    Place.line(input.name(), lines.number()),
                    "fault",
                    "it is no line of BED: contig, start, end, with tabs between"));
          }
          regions.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(stretch);
        }
      }
    }
    return new WantedRegions(regions);
  }

  private static @Nullable Stretch stretch(String from, String to, String name) {
    var start = from.getBytes(StandardCharsets.UTF_8);
    var end = to.getBytes(StandardCharsets.UTF_8);
    long start0 = Ascii.integer(start, 0, start.length);
    long end0 = Ascii.integer(end, 0, end.length);
    boolean isOne = start0 >= 0 && end0 > start0 && !name.isBlank();
    return isOne ? new Stretch((int) start0, (int) Math.min(end0, Integer.MAX_VALUE)) : null;
  }

  /// These and others.
  public WantedRegions and(WantedRegions others) {
    var all = new LinkedHashMap<String, List<Stretch>>();
    byContig.forEach((contig, stretches) -> all.put(contig, new ArrayList<>(stretches)));
    others.byContig.forEach((contig, stretches) ->
        all.computeIfAbsent(contig, _ -> new ArrayList<>()).addAll(stretches));
    return new WantedRegions(all);
  }

  /// The stretches of a contig of the file, under its own name or another of the same sequence;
  /// empty where there is none.
  List<Stretch> on(String contig) {
    var own = byContig.get(contig);
    if (own != null) {
      return own;
    }
    var known = Contigs.named(contig);
    for (var entry : byContig.entrySet()) {
      boolean isSame =
          !known.isEmpty()
              && !Contigs.named(entry.getKey()).isEmpty()
              && Contigs.resolve(entry.getKey()).equals(Contigs.resolve(contig));
      if (isSame) {
        return entry.getValue();
      }
    }
    return List.of();
  }

  /// Whether any of sorted stretches has a base of another.
  static boolean touches(List<Stretch> stretches, int start0, int end0) {
    int low = 0;
    int high = stretches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).end0() > start0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < stretches.size() && stretches.get(low).start0() < end0;
  }
}
