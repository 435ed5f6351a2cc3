package org.idiome.genomics.callability;

import org.idiome.core.canonical.Numbers;
import org.jspecify.annotations.Nullable;

/// Why a stretch has its state, in the terms of the file.
///
/// @param kind what decided
/// @param detail what stands in the file: filters, a genotype, a key; empty where nothing is to say
/// @param quality genotype quality, where it was given
/// @param depth reads, where they were given
public record Reason(Kind kind, String detail, @Nullable Measure quality, @Nullable Measure depth) {

  /// What decided.
  public enum Kind {
    /// A variant was called; `detail` is the genotype with its filter.
    VARIANT,
    /// Reference, with the quality given.
    REFERENCE,
    /// Reference as far as the listed alternates go; another allele is not excluded.
    LISTED_ALTERNATES_ONLY,
    /// Nobody stated it; absence was said to mean reference.
    ASSUMED,
    /// The genotype is missing.
    GENOTYPE_MISSING,
    /// Some alleles of the genotype are missing.
    GENOTYPE_HALF_MISSING,
    /// The record has no GT.
    GENOTYPE_NOT_GIVEN,
    /// The sample's column could not be read.
    GENOTYPE_NOT_UNDERSTOOD,
    /// An allele was called that the record does not name.
    ALLELE_NOT_NAMED,
    /// The record could not be read.
    RECORD_NOT_READ,
    /// A filter of the record rejected it.
    FILTER,
    /// A filter of the sample rejected it.
    SAMPLE_FILTER,
    /// The genotype quality is below the rule.
    QUALITY_LOW,
    /// The depth is below the rule.
    DEPTH_LOW,
    /// FORMAT has a key, and the sample no value of it.
    VALUE_NOT_GIVEN,
    /// The sample's value of a key is no number.
    VALUE_NOT_UNDERSTOOD
  }

  /// A number from the file, or the range of it over neighbours.
  public record Measure(String key, double least, double most) {
    @Nullable Measure and(Measure other) {
      return key.equals(other.key)
          ? new Measure(key, Math.min(least, other.least), Math.max(most, other.most))
          : null;
    }

    String text() {
      var text = key + " " + Numbers.text(least);
      return least == most ? text : text + " to " + Numbers.text(most);
    }
  }

  static Reason of(Kind kind) {
    return new Reason(kind, "", null, null);
  }

  static Reason of(Kind kind, String detail) {
    return new Reason(kind, detail, null, null);
  }

  /// The reason of two neighbours with the same state, or null where they differ.
  @Nullable Reason and(Reason next) {
    if (kind == Kind.VARIANT || kind != next.kind || !detail.equals(next.detail)) {
      return null;
    }
    var bothQuality = and(quality, next.quality);
    var bothDepth = and(depth, next.depth);
    boolean isSame =
        (quality == null) == (bothQuality == null)
            && (depth == null) == (bothDepth == null)
            && (next.quality == null) == (quality == null)
            && (next.depth == null) == (depth == null);
    return isSame ? new Reason(kind, detail, bothQuality, bothDepth) : null;
  }

  private static @Nullable Measure and(@Nullable Measure one, @Nullable Measure other) {
    return one == null || other == null ? null : one.and(other);
  }

  /// In a few words of the file: `GQX 30 to 54, DP 11 to 19`, `FILTER LowGQX`, `genotype missing`.
  public String text() {
    return switch (kind) {
      case VARIANT -> detail;
      case REFERENCE -> measures("quality not given");
      case LISTED_ALTERNATES_ONLY -> "listed alternates only, " + measures("quality not given");
      case ASSUMED -> "absent, stated to mean reference";
      case GENOTYPE_MISSING -> "genotype missing";
      case GENOTYPE_HALF_MISSING -> "genotype half missing";
      case GENOTYPE_NOT_GIVEN -> "genotype not given";
      case GENOTYPE_NOT_UNDERSTOOD -> "genotype not understood";
      case ALLELE_NOT_NAMED -> "allele not named";
      case RECORD_NOT_READ -> "record not read";
      case FILTER -> "FILTER " + detail;
      case SAMPLE_FILTER -> "FT " + detail;
      case QUALITY_LOW, DEPTH_LOW -> measures("") + " below " + detail;
      case VALUE_NOT_GIVEN -> detail + " not given";
      case VALUE_NOT_UNDERSTOOD -> detail + " not understood";
    };
  }

  private String measures(String none) {
    var first = quality == null ? "" : quality.text();
    var second = depth == null ? "" : depth.text();
    if (first.isEmpty() && second.isEmpty()) {
      return none;
    }
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }
}
