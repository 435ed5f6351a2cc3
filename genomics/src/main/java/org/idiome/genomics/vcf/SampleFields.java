package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;

/// What a record says of one sample: the genotype and the fields beside it, as slices of the line.
///
/// Filled by [VcfReader#sample] and reused: what it says holds until the next call.
public final class SampleFields {
  /// What [#place] answers for a key that FORMAT does not have.
  public static final int ABSENT = FormatLayout.ABSENT;

  private final Diagnostics diagnostics;
  private final VcfVersion version;
  private final boolean hasLocalAlleles;
  private final ValueCheck check = new ValueCheck();
  private final GenotypeText genotype;
  private FormatLayout layout = FormatLayout.NONE;
  private byte[] bytes = {};
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private boolean[] understood = new boolean[16];
  private int count;
  private boolean isReadable;

  SampleFields(VcfVersion version, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.version = version;
    this.hasLocalAlleles = version.isSince(5);
    this.genotype = new GenotypeText(version, diagnostics);
  }

  /// Reads one sample's column.
  void read(FormatLayout layout, byte[] bytes, int start, int end, int alternates) {
    this.layout = layout;
    this.bytes = bytes;
    isReadable = layout.fault() == null;
    count = 0;
    genotype.clear();
    split(start, end);
    if (!isReadable) {
      return;
    }
    if (place(FormatKey.GT) == 0 && count > 0) {
      isReadable = genotype.read(bytes, starts[0], ends[0], alternates);
    }
    check.context(alternates, genotype.isPloidyKnown() ? genotype.ploidy() : -1, localAlternates());
    for (int i = 0; i < count; i++) {
      understood[i] = isUnderstood(i);
    }
    isReadable &= PhaseChecks.check(this, diagnostics);
  }

  private void split(int start, int end) {
    if (layout.size() == 0 || (start == end && !hasLocalAlleles)) {
      if (start == end) {
        diagnostics.add(ProblemCode.VCF_SAMPLE_VALUES, start, end, "fault", "empty");
        isReadable = false;
      }
      return;
    }
    int from = start;
    while (true) {
      if (count == layout.size()) {
        diagnostics.add(ProblemCode.VCF_SAMPLE_VALUES, from, end, "fault", "more than FORMAT");
        isReadable = false;
        return;
      }
      int to = Ascii.find(bytes, from, end, ':');
      add(from, to);
      if (to == end) {
        return;
      }
      from = to + 1;
    }
  }

  private void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      understood = Arrays.copyOf(understood, count * 2);
    }
    starts[count] = from;
    ends[count++] = to;
  }

  /// How many alternates the sample uses where it lists them; -1 where nothing can be counted.
  private int localAlternates() {
    int place = place(FormatKey.LAA);
    if (place == ABSENT || place >= count || Ascii.isMissing(bytes, starts[place], ends[place])) {
      return -1;
    }
    if (starts[place] == ends[place]) {
      return 0;
    }
    int alternates = 1;
    for (int i = starts[place]; i < ends[place]; i++) {
      alternates += bytes[i] == ',' ? 1 : 0;
    }
    return alternates;
  }

  private boolean isUnderstood(int i) {
    var field = layout.fields().get(i);
    if (starts[i] == ends[i]) {
      if (!hasLocalAlleles || !field.key().startsWith("L")) {
        diagnostics.add(ProblemCode.VCF_FIELD_VALUE, starts[i], ends[i], "key", field.key());
      }
      return false;
    }
    var fault = check.check(field, bytes, starts[i], ends[i]);
    return FieldFaults.report(diagnostics, field, fault, starts[i], ends[i]);
  }

  /// Whether the column could be read; else the call is not assessed.
  public boolean isReadable() {
    return isReadable;
  }

  /// Whether FORMAT has GT.
  public boolean hasGenotype() {
    return place(FormatKey.GT) == 0;
  }

  /// The genotype; empty where there is none.
  public GenotypeText genotype() {
    return genotype;
  }

  /// Place of a key in FORMAT, or [#ABSENT].
  public int place(FormatKey key) {
    return layout.place(key);
  }

  /// Whether the sample has a value there, understood and not `.`.
  public boolean hasValue(int place) {
    return place != ABSENT
        && place < count
        && understood[place]
        && !Ascii.isMissing(bytes, starts[place], ends[place]);
  }

  /// The value at a place as text, percent codes decoded.
  public String text(int place) {
    return PercentCodes.decode(Ascii.text(bytes, starts[place], ends[place]), version);
  }

  /// Whether the sample writes anything there but `.`, understood or not.
  public boolean isStated(int place) {
    return place != ABSENT && place < count && !Ascii.isMissing(bytes, starts[place], ends[place]);
  }

  /// The first value at a place as a number; NaN where it is none or not finite. A number with a
  /// fraction is one, also where the header says that it has none.
  public double number(int place) {
    if (!isStated(place)) {
      return Double.NaN;
    }
    int end = Ascii.find(bytes, starts[place], ends[place], ',');
    if (!understood[place] && end != ends[place]) {
      return Double.NaN;
    }
    if (!Ascii.isFloat(bytes, starts[place], end)) {
      return Double.NaN;
    }
    double value = Ascii.decimal(bytes, starts[place], end);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  int count() {
    return count;
  }

  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return ends[place];
  }

  byte[] bytes() {
    return bytes;
  }
}
