package org.idiome.genomics.calls;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Genotype;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.CallQuality;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.callability.Judgement;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// A record that was kept, until build and phase of the whole file are known.
///
/// @param written the genotype without its phase set
/// @param phaseSet PS as written, or null
/// @param group PGT and PID as written, joined by a space, or null
record DraftCall(
    int contig,
    int start0,
    int end0,
    String reference,
    List<String> alternates,
    Genotype written,
    @Nullable String phaseSet,
    @Nullable String group,
    Judgement judgement,
    CallQuality quality,
    String text,
    long line) {

  static DraftCall of(VcfReader reader, SampleFields sample, int place, Judgement judgement) {
    var record = reader.record();
    var genotype = sample.genotype();
    int end = record.isReferenceOnly() ? reader.blockEnd0(sample) : record.end0();
    return new DraftCall(
        record.contig(),
        record.start0(),
        Math.max(end, judgement.end0()),
        record.reference(),
        record.alternates(),
        Genotype.of(genotype.alleles(), genotype.isPhased(), null),
        value(sample, FormatKey.PS),
        group(sample),
        judgement,
        quality(reader, record, sample),
        record.text(place),
        record.line());
  }

  private static @Nullable String value(SampleFields sample, FormatKey key) {
    int place = sample.place(key);
    return sample.hasValue(place) ? sample.text(place) : null;
  }

  private static @Nullable String group(SampleFields sample) {
    var genotype = value(sample, FormatKey.PGT);
    var id = value(sample, FormatKey.PID);
    return genotype == null || id == null ? null : genotype + " " + id;
  }

  private static CallQuality quality(VcfReader reader, VcfRecord record, SampleFields sample) {
    var filters = new ArrayList<>(record.failedFilters());
    filters.addAll(reader.failedSampleFilters(sample));
    double site = record.quality();
    var fewest = whole(sample, FormatKey.MIN_DP);
    return new CallQuality(
        fewest == null ? whole(sample, FormatKey.DP) : fewest,
        lowest(
            whole(sample, FormatKey.GQ),
            lowest(whole(sample, FormatKey.RGQ), whole(sample, FormatKey.GQX))),
        Double.isNaN(site) ? null : site,
        filters,
        depths(sample));
  }

  /// A number without its fraction, so that no more is claimed than is there.
  private static @Nullable Integer whole(SampleFields sample, FormatKey key) {
    double value = sample.number(sample.place(key));
    return Double.isNaN(value) ? null : (int) Math.floor(value);
  }

  private static @Nullable Integer lowest(@Nullable Integer one, @Nullable Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }

  private static List<Integer> depths(SampleFields sample) {
    var text = value(sample, FormatKey.AD);
    var depths = new ArrayList<Integer>();
    for (var depth : text == null ? new String[0] : text.split(",", -1)) {
      try {
        depths.add(Integer.valueOf(depth));
      } catch (NumberFormatException missing) {
        // `.` for one allele: the list would no longer say which is which.
        return List.of();
      }
    }
    return depths;
  }

  /// The call on its settled place, with its settled genotype.
  Call call(Locus locus, Genotype genotype, Origin origin) {
    boolean isPlain = judgement.state() == Callability.CALLED_VARIANT;
    return new Call(
        origin.layer(),
        locus,
        reference,
        alternates,
        genotype,
        judgement.state(),
        isPlain ? null : judgement.reason().text(),
        quality,
        origin.when(),
        origin.specimen(),
        text,
        List.of(new SourceRow(origin.file(), line)));
  }
}
