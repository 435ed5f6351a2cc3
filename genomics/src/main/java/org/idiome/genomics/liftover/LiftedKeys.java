package org.idiome.genomics.liftover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.idiome.genomics.vcf.InfoKey;

/// Which keys of INFO and FORMAT cannot be told on the target, or only sometimes.
final class LiftedKeys {
  /// What speaks of places of the source: consequences, identifiers, the other end of a join.
  private static final Set<String> OF_PLACES =
      Set.of(
          "ANN",
          "BCSQ",
          "CHR2",
          "CSQ",
          "CSQ_GIVEN",
          "CSQ_GIVEN_2",
          "DIFFERS",
          "EFF",
          "LOF",
          "NMD",
          "NORMALIZED_FROM",
          "NORMALIZED_NOTE",
          "OLD_CLUMPED",
          "OLD_MULTIALLELIC",
          "OLD_REC",
          "OLD_VARIANT",
          "POS2",
          "VRS_Allele_IDs",
          LiftedVcf.FROM,
          LiftedVcf.NOTE,
          LiftedVcf.WITHOUT);

  /// What speaks of a strand: bases that stand beside the alleles, reads by their direction.
  private static final Set<String> OF_STRANDS =
      Set.of(
          "AA",
          "ADF",
          "ADR",
          "CONSENSUS",
          "CT",
          "DP4",
          "F1R2",
          "F2R1",
          "HOMSEQ",
          "LEFT_SVINSSEQ",
          "MEINFO",
          "METRANS",
          "RIGHT_SVINSSEQ",
          "RUS",
          "SAC",
          "SAF",
          "SAR",
          "SB",
          "SRF",
          "SRR",
          "STRANDS",
          "SVINSSEQ");

  private static final Set<String> OF_UNCERTAIN_ENDS = Set.of("CIPOS", "CIEND");
  private static final Set<String> OF_ENDS = Set.of("END", "SVLEN");

  /// What says nothing of REF: it stays where alleles are exchanged.
  static final Set<String> OF_NO_ALLELE =
      Set.of(
          "1000G",
          "AN",
          "DB",
          "DP",
          "END",
          "FT",
          "GQ",
          "H2",
          "H3",
          "HQ",
          "MIN_DP",
          "MQ",
          "MQ0",
          "NS",
          "PID",
          "PQ",
          "PS",
          "SOMATIC",
          "VALIDATED");

  /// Entries that begin with their allele, as it was written (SpliceAI and others).
  private static final Pattern BY_ALLELE =
      Pattern.compile("Format: ?ALLELE\\|", Pattern.CASE_INSENSITIVE);

  private LiftedKeys() {}

  /// The keys of INFO whose values repeat the bases of the alleles.
  static Set<String> ofAlleles(List<InfoKey> keys) {
    return keys.stream()
        .filter(key -> BY_ALLELE.matcher(key.description()).find())
        .map(InfoKey::key)
        .collect(Collectors.toSet());
  }

  /// The keys of which nothing is written.
  ///
  /// @param isTurned whether uncertain ends are told on the other strand
  static Set<String> left(Told.Written told, boolean isTurned) {
    var left = new HashSet<>(OF_PLACES);
    if (told.isReversed()) {
      left.addAll(OF_STRANDS);
      if (!isTurned) {
        left.addAll(OF_UNCERTAIN_ENDS);
      }
    }
    if (told.endless()) {
      left.addAll(OF_ENDS);
    }
    return left;
  }
}
