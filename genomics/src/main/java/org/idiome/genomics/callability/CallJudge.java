package org.idiome.genomics.callability;

import org.idiome.core.canonical.Numbers;
import org.idiome.core.genome.Callability;
import org.idiome.genomics.callability.Reason.Kind;
import org.idiome.genomics.callability.Reason.Measure;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.GenotypeText;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Weighs what a record says of a sample.
///
/// In this order: a genotype that is not there or half there is *no call*; a failed FILTER or FT is
/// *filtered*; too little quality or depth, or one that is no number, is *no call*. For reference,
/// a key that FORMAT has must have a value; for a variant, a value that is missing does not speak
/// against it. A genotype of reference alleles says so of every base of a reference block, but at a
/// variant record only that the listed alternates are not there; a structural one says nothing of
/// its bases.
public final class CallJudge {
  private static final FormatKey[] QUALITIES = {FormatKey.GQ, FormatKey.RGQ, FormatKey.GQX};
  private static final FormatKey[] DEPTHS = {FormatKey.MIN_DP, FormatKey.DP};

  private final CallRules rules;

  /// Judges by rules.
  public CallJudge(CallRules rules) {
    this.rules = rules;
  }

  /// What the record at hand amounts to for a sample.
  public Judgement judge(VcfReader reader, SampleFields sample) {
    var record = reader.record();
    var genotype = sample.genotype();
    boolean isVariant = false;
    for (int i = 0; i < genotype.ploidy(); i++) {
      isVariant |= genotype.allele(i) > 0;
    }
    var doubt = doubt(reader, sample);
    boolean isReference = !isVariant && genotype.isReference();
    doubt = doubt == null ? weak(sample, isReference) : doubt;
    if (doubt != null) {
      return doubted(reader, sample, doubt, isVariant);
    }
    return isReference ? reference(reader, sample) : variant(record, genotype);
  }

  /// Over the bases that it touches, or the whole change where a structural allele was called.
  private static Judgement variant(VcfRecord record, GenotypeText genotype) {
    boolean isStructural = isStructural(record, genotype);
    long touched = record.touched0();
    return new Judgement(
        isStructural ? record.start0() : (int) (touched >> 32),
        isStructural ? record.end0() : (int) touched,
        Callability.CALLED_VARIANT,
        Reason.of(Kind.VARIANT, genotype.text() + filterText(record)),
        Judgement.VARIANT);
  }

  private static String filterText(VcfRecord record) {
    return record.isFilterApplied() ? ", FILTER " + record.filter() : ", no filter applied";
  }

  /// What speaks against a call before its quality is looked at; null where nothing does.
  private static @Nullable Reason doubt(VcfReader reader, SampleFields sample) {
    var genotype = sample.genotype();
    if (!sample.isReadable()) {
      return Reason.of(Kind.GENOTYPE_NOT_UNDERSTOOD);
    }
    if (!sample.hasGenotype()) {
      return Reason.of(Kind.GENOTYPE_NOT_GIVEN);
    }
    if (genotype.called() == 0) {
      return Reason.of(Kind.GENOTYPE_MISSING);
    }
    if (!genotype.isComplete()) {
      return Reason.of(Kind.GENOTYPE_HALF_MISSING);
    }
    var failed = reader.record().failedFilters();
    if (!failed.isEmpty()) {
      return Reason.of(Kind.FILTER, String.join(";", failed));
    }
    var failedHere = reader.failedSampleFilters(sample);
    if (!failedHere.isEmpty()) {
      return Reason.of(Kind.SAMPLE_FILTER, String.join(";", failedHere));
    }
    for (int i = 0; i < genotype.ploidy(); i++) {
      int allele = genotype.allele(i);
      if (allele > 0 && reader.record().alternateKind(allele - 1) == AlleleKind.UNSPECIFIED) {
        return Reason.of(Kind.ALLELE_NOT_NAMED);
      }
    }
    return null;
  }

  private @Nullable Reason weak(SampleFields sample, boolean isReference) {
    var quality = quality(sample);
    var depth = depth(sample);
    boolean isRead = isRead(sample, QUALITIES, quality) && isRead(sample, DEPTHS, depth);
    var unread = isRead ? null : unread(sample);
    if (unread != null) {
      return Reason.of(Kind.VALUE_NOT_UNDERSTOOD, unread.name());
    }
    if (quality != null && quality.least() < rules.genotypeQuality()) {
      return new Reason(Kind.QUALITY_LOW, Numbers.text(rules.genotypeQuality()), quality, null);
    }
    if (depth != null && depth.least() < rules.depthReads()) {
      return new Reason(Kind.DEPTH_LOW, Numbers.text(rules.depthReads()), null, depth);
    }
    if (!isReference) {
      return null;
    }
    if (quality == null) {
      var key = present(sample, QUALITIES);
      if (key != null) {
        return Reason.of(Kind.VALUE_NOT_GIVEN, key.name());
      }
    }
    var key = depth == null ? present(sample, DEPTHS) : null;
    return key == null ? null : Reason.of(Kind.VALUE_NOT_GIVEN, key.name());
  }

  /// Whether the only one of some keys that is written, if any, was read as a number.
  private static boolean isRead(SampleFields sample, FormatKey[] keys, @Nullable Measure measure) {
    int stated = 0;
    for (var key : keys) {
      stated += sample.isStated(sample.place(key)) ? 1 : 0;
    }
    return stated == 0 || (stated == 1 && measure != null);
  }

  /// A quality or depth that is written and is no number; null where there is none.
  private static @Nullable FormatKey unread(SampleFields sample) {
    for (var keys : new FormatKey[][] {QUALITIES, DEPTHS}) {
      for (var key : keys) {
        int place = sample.place(key);
        if (sample.isStated(place) && Double.isNaN(sample.number(place))) {
          return key;
        }
      }
    }
    return null;
  }

  private static @Nullable FormatKey present(SampleFields sample, FormatKey[] keys) {
    for (var key : keys) {
      if (sample.place(key) != SampleFields.ABSENT) {
        return key;
      }
    }
    return null;
  }

  /// The lowest of the qualities that are given; null where none is.
  private static @Nullable Measure quality(SampleFields sample) {
    Measure lowest = null;
    for (var key : QUALITIES) {
      double value = sample.number(sample.place(key));
      if (!Double.isNaN(value) && (lowest == null || value < lowest.least())) {
        lowest = new Measure(key.name(), value, value);
      }
    }
    return lowest;
  }

  /// MIN_DP, else DP; null where neither is given.
  private static @Nullable Measure depth(SampleFields sample) {
    for (var key : DEPTHS) {
      double value = sample.number(sample.place(key));
      if (!Double.isNaN(value)) {
        return new Measure(key.name(), value, value);
      }
    }
    return null;
  }

  private static Judgement doubted(
      VcfReader reader, SampleFields sample, Reason reason, boolean isVariant) {
    var record = reader.record();
    boolean isFiltered = reason.kind() == Kind.FILTER || reason.kind() == Kind.SAMPLE_FILTER;
    var state = isFiltered ? Callability.FILTERED : Callability.NO_CALL;
    int rank = isFiltered ? Judgement.FILTERED : Judgement.NO_CALL;
    boolean isOfReference = record.isReferenceOnly();
    long touched = record.touched0();
    return new Judgement(
        isOfReference ? record.start0() : (int) (touched >> 32),
        isOfReference ? reader.blockEnd0(sample) : (int) touched,
        state,
        reason,
        isVariant ? Judgement.DOUBTED_VARIANT : rank);
  }

  private static Judgement reference(VcfReader reader, SampleFields sample) {
    var record = reader.record();
    boolean isAny = record.isReferenceOnly() || record.hasAlternate(AlleleKind.UNSPECIFIED);
    boolean isOfBases = isAny || isSequence(record);
    long touched = record.touched0();
    int start = record.isReferenceOnly() ? record.start0() : (int) (touched >> 32);
    int end = record.isReferenceOnly() ? reader.blockEnd0(sample) : (int) touched;
    return new Judgement(
        start,
        isOfBases ? end : start,
        Callability.CALLED_REFERENCE,
        new Reason(
            isAny ? Kind.REFERENCE : Kind.LISTED_ALTERNATES_ONLY,
            "",
            quality(sample),
            depth(sample)),
        isAny ? Judgement.REFERENCE : Judgement.LISTED_ONLY);
  }

  private static boolean isSequence(VcfRecord record) {
    for (int i = 0; i < record.alternateCount(); i++) {
      if (!record.alternateKind(i).isStructural()) {
        return true;
      }
    }
    return false;
  }

  /// Whether a structural allele was called.
  private static boolean isStructural(VcfRecord record, GenotypeText genotype) {
    for (int i = 0; i < genotype.ploidy(); i++) {
      int allele = genotype.allele(i);
      if (allele > 0 && record.alternateKind(allele - 1).isStructural()) {
        return true;
      }
    }
    return false;
  }
}
