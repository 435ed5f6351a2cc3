package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// What an alternate `<CNV:TR>` of the record at hand says stands in its stretch: units, one behind
/// the other, each so many times (VCF 4.5, section 5.7; RN, RUS, RUL, RUC, RB).
///
/// @param bases what stands there; null where it is not known to the base
/// @param lengthBases how many they are; -1 where that is not said
record TandemRepeat(@Nullable String bases, double lengthBases) {
  private static final TandemRepeat NOT_SAID = new TandemRepeat(null, -1);
  private static final TandemRepeat NOTHING = new TandemRepeat("", 0);

  /// What is said of an alternate.
  ///
  /// @param i its place in ALT, from 0
  /// @param most how many bases are written out
  static TandemRepeat of(VcfReader reader, int i, int most) {
    var counts = reader.info("RN");
    int from = 0;
    for (int other = 0; other < i; other++) {
      from += count(counts, other);
    }
    int units = count(counts, i);
    if (units < 1 || from < 0) {
      return NOT_SAID;
    }
    var said = NOTHING;
    for (int unit = from; said.lengthBases >= 0 && unit < from + units; unit++) {
      said = said.with(unit(reader, unit, most), most);
    }
    boolean isWide = isNamed(reader, "CIRUC") || isNamed(reader, "CIRB") || isNamed(reader, "RUB");
    return isWide ? new TandemRepeat(null, said.lengthBases) : said;
  }

  private TandemRepeat with(TandemRepeat next, int most) {
    if (next.lengthBases < 0) {
      return NOT_SAID;
    }
    double length = lengthBases + next.lengthBases;
    boolean isWritten = bases != null && next.bases != null && length <= most;
    return new TandemRepeat(isWritten ? bases + next.bases : null, length);
  }

  /// Far below zero where it is not a number, so that no sum with others looks like one.
  private static int count(List<String> counts, int i) {
    if (counts.isEmpty()) {
      return 1;
    }
    var text = i < counts.size() ? counts.get(i) : "";
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1_000_000;
  }

  private static boolean isNamed(VcfReader reader, String key) {
    return reader.hasInfo(reader.infoNumber(key));
  }

  /// One unit with its copies. RB and RUC that contradict each other say nothing.
  private static TandemRepeat unit(VcfReader reader, int unit, int most) {
    var text = value(reader, "RUS", unit);
    double unitBases = text.isEmpty() ? number(value(reader, "RUL", unit)) : text.length();
    double all = number(value(reader, "RB", unit));
    double copies = number(value(reader, "RUC", unit));
    double counted = copies >= 0 && unitBases > 0 ? copies * unitBases : -1;
    if (all >= 0 && counted >= 0 && Math.abs(all - counted) >= unitBases) {
      return NOT_SAID;
    }
    double length = all >= 0 ? all : counted;
    boolean isWhole =
        text.matches("[ACGT]+")
            && length <= most
            && length % text.length() == 0
            && (counted < 0 || counted == length);
    return new TandemRepeat(
        isWhole && length >= 0 ? text.repeat((int) length / text.length()) : null, length);
  }

  private static String value(VcfReader reader, String key, int i) {
    var values = reader.info(key);
    return i < values.size() && !values.get(i).equals(".") ? values.get(i) : "";
  }

  private static double number(String text) {
    return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : -1;
  }
}
