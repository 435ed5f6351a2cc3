package org.idiome.care.pharmacogenes.observe;

import org.idiome.core.observation.CallQuality;
import org.jspecify.annotations.Nullable;

/// The least that a genotype must have, where its record states it.
///
/// @param genotypeQuality Phred-scaled
/// @param depthReads reads at the place
public record Quality(int genotypeQuality, int depthReads) {

  /// What a record lacks, or null.
  @Nullable Unseen lack(CallQuality of) {
    if (!of.filters().isEmpty()) {
      return Unseen.FILTERED;
    }
    if (of.genotypeQuality() != null && of.genotypeQuality() < genotypeQuality) {
      return Unseen.LOW_QUALITY;
    }
    return of.depthReads() != null && of.depthReads() < depthReads ? Unseen.LOW_DEPTH : null;
  }

  /// The value that falls short, as tables write it.
  static String text(Unseen lack, CallQuality of) {
    return switch (lack) {
      case FILTERED -> "FILTER " + String.join(";", of.filters());
      case LOW_QUALITY -> "GQ " + of.genotypeQuality();
      case LOW_DEPTH -> "DP " + of.depthReads();
      default -> lack.code();
    };
  }
}
