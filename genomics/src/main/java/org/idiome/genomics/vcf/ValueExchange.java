package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.genomics.io.ByteText;

/// The values of a field once REF and an alternate have changed places. For one thread.
final class ValueExchange {
  private static final int DIPLOID = 2;

  private int alternates;
  private int allele;
  private final ListedValues values = new ListedValues();

  /// @param alternates how many the record lists
  /// @param alternate the one that is exchanged, from 0
  void of(int alternates, int alternate) {
    this.alternates = alternates;
    this.allele = alternate + 1;
  }

  /// The number that an allele has now.
  long now(long number) {
    return number == 0 ? allele : number == allele ? 0 : number;
  }

  /// Writes the values in their new order; of alternates the value of the old reference is not
  /// known. What does not fit its count becomes `.`.
  ///
  /// @param ploidy of the sample; 0 where it is not known, as in INFO
  void write(FieldNumber number, int ploidy, byte[] bytes, int from, int to, ByteText out) {
    values.split(bytes, from, to);
    switch (number.kind()) {
      case ALTERNATES -> alternates(out);
      case ALLELES -> alleles(out);
      case GENOTYPES -> genotypes(ploidy, out);
      case COUNT,
          PLOIDY,
          LOCAL_ALTERNATES,
          LOCAL_ALLELES,
          LOCAL_GENOTYPES,
          BASE_MODIFICATIONS,
          ANY ->
          out.put('.');
    }
  }

  private void alternates(ByteText out) {
    if (values.count() != alternates) {
      out.put('.');
      return;
    }
    for (int i = 0; i < values.count(); i++) {
      between(i, out);
      if (i + 1 == allele) {
        out.put('.');
      } else {
        values.put(i, out);
      }
    }
  }

  private void alleles(ByteText out) {
    if (values.count() != alternates + 1) {
      out.put('.');
      return;
    }
    for (int i = 0; i < values.count(); i++) {
      between(i, out);
      int old = (int) now(i);
      values.put(old, out);
    }
  }

  /// In the order of VCF 4.3, section 1.6.2.
  private void genotypes(int ploidy, ByteText out) {
    int copies = ploidy > 0 ? ploidy : values.count() == alternates + 1 ? 1 : DIPLOID;
    if (values.count() != FieldNumber.genotypes(alternates + 1, copies)) {
      out.put('.');
      return;
    }
    var made = new int[copies];
    for (int i = 0; i < values.count(); i++) {
      between(i, out);
      var was = new int[copies];
      for (int k = 0; k < copies; k++) {
        was[k] = (int) now(made[k]);
      }
      Arrays.sort(was);
      int old = (int) FieldNumber.genotypeIndex(was);
      values.put(old, out);
      next(made);
    }
  }

  /// The genotype that stands behind one, its alleles in ascending order.
  private static void next(int[] made) {
    int i = 0;
    while (i + 1 < made.length && made[i] == made[i + 1]) {
      made[i++] = 0;
    }
    made[i]++;
  }

  private static void between(int i, ByteText out) {
    if (i > 0) {
      out.put(',');
    }
  }
}
