package org.idiome.genomics.vcf;

import org.jspecify.annotations.Nullable;

/// How many values a field of INFO or FORMAT has (VCF 4.5, section 1.4.2).
///
/// @param count for [Kind#COUNT]; else 0
record FieldNumber(Kind kind, int count) {
  /// What the count depends on.
  enum Kind {
    /// A stated number.
    COUNT("0"),
    /// One for each alternate.
    ALTERNATES("A"),
    /// One for each allele, the reference included.
    ALLELES("R"),
    /// One for each possible genotype.
    GENOTYPES("G"),
    /// One for each allele of the genotype.
    PLOIDY("P"),
    /// One for each local alternate.
    LOCAL_ALTERNATES("LA"),
    /// One for each local allele, the reference included.
    LOCAL_ALLELES("LR"),
    /// One for each genotype of the local alleles.
    LOCAL_GENOTYPES("LG"),
    /// One for each modified base; not counted here.
    BASE_MODIFICATIONS("M"),
    /// Any.
    ANY(".");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  static final FieldNumber ANY = new FieldNumber(Kind.ANY, 0);

  private static final int LONGEST_COUNT = 9;

  /// Reads `1`, `A`, `.`; null where it is none of these.
  static @Nullable FieldNumber parse(String text) {
    for (var kind : Kind.values()) {
      if (kind != Kind.COUNT && kind.text.equals(text)) {
        return new FieldNumber(kind, 0);
      }
    }
    boolean isCount =
        !text.isEmpty()
            && text.length() <= LONGEST_COUNT
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isCount ? new FieldNumber(Kind.COUNT, Integer.parseInt(text)) : null;
  }

  /// Whether there is a value for each alternate, allele or genotype of the record.
  boolean isByAllele() {
    return switch (kind) {
      case ALTERNATES, ALLELES, GENOTYPES -> true;
      case COUNT,
          PLOIDY,
          LOCAL_ALTERNATES,
          LOCAL_ALLELES,
          LOCAL_GENOTYPES,
          BASE_MODIFICATIONS,
          ANY ->
          false;
    };
  }

  /// As a header writes it.
  String text() {
    return kind == Kind.COUNT ? Integer.toString(count) : kind.text;
  }

  /// How many genotypes of `ploidy` chromosomes can be made of `alleles` alleles: C(alleles +
  /// ploidy - 1, ploidy).
  static long genotypes(int alleles, int ploidy) {
    long count = 1;
    for (int i = 1; i <= ploidy; i++) {
      count = count * (alleles - 1 + i) / i;
      if (count > Integer.MAX_VALUE) {
        return Integer.MAX_VALUE;
      }
    }
    return count;
  }

  /// The place of a genotype among all of its ploidy (VCF 4.3, section 1.6.2): the sum over m of
  /// C(k_m + m - 1, m) for alleles k_1 <= ... <= k_P.
  ///
  /// @param sorted alleles in ascending order
  static long genotypeIndex(int... sorted) {
    long index = 0;
    for (int m = 1; m <= sorted.length; m++) {
      // C(k + m - 1, m) is the number of genotypes of m chromosomes made of k alleles.
      index += sorted[m - 1] == 0 ? 0 : genotypes(sorted[m - 1], m);
    }
    return index;
  }
}
