package org.idiome.genomics.identity;

import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.GenotypeText;
import org.idiome.genomics.vcf.VcfRecord;

/// Records of one single-base variant, and what a genotype says of it.
final class SingleBase {
  private SingleBase() {}

  /// The place in ALT of the one single-base variant that a record lists; -1 where it lists another
  /// one or none. Unspecified alternates do not count.
  static int of(VcfRecord record) {
    if (record.referenceEnd0() - record.start0() != 1) {
      return -1;
    }
    int found = -1;
    for (int i = 0; i < record.alternateCount(); i++) {
      var kind = record.alternateKind(i);
      if (kind == AlleleKind.UNSPECIFIED) {
        continue;
      }
      boolean isSingle = kind == AlleleKind.BASES && record.trimmed(i) == (1L << 32 | 1L);
      if (!isSingle || found >= 0) {
        return -1;
      }
      found = i;
    }
    return found;
  }

  /// Alternate alleles of a complete genotype; -1 where it names another allele.
  static int dosage(GenotypeText genotype, int alternate) {
    int dosage = 0;
    for (int i = 0; i < genotype.ploidy(); i++) {
      int allele = genotype.allele(i);
      if (allele != 0 && allele != alternate + 1) {
        return -1;
      }
      dosage += allele == 0 ? 0 : 1;
    }
    return dosage;
  }
}
