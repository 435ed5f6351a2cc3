package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;

/// The values of a field once REF and an alternate have changed places. For one thread.
final class ValueExchange {
  private static final int DIPLOID = 2;

  private int alternates;
  private int allele;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;

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

  /// Whether [#write] knows where the values of a field belong.
  static boolean isKnown(FieldNumber number) {
    return switch (number.kind()) {
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

  /// Writes the values in their new order; of alternates the value of the old reference is not
  /// known. What does not fit its count becomes `.`.
  ///
  /// @param ploidy of the sample; 0 where it is not known, as in INFO
  void write(FieldNumber number, int ploidy, byte[] bytes, int from, int to, ByteText out) {
    split(bytes, from, to);
    switch (number.kind()) {
      case ALTERNATES -> alternates(bytes, out);
      case ALLELES -> alleles(bytes, out);
      case GENOTYPES -> genotypes(ploidy, bytes, out);
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

  private void split(byte[] bytes, int from, int to) {
    count = 0;
    int at = from;
    while (at <= to) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = at;
      ends[count] = Ascii.find(bytes, at, to, ',');
      at = ends[count++] + 1;
    }
  }

  private void alternates(byte[] bytes, ByteText out) {
    if (count != alternates) {
      out.put('.');
      return;
    }
    for (int i = 0; i < count; i++) {
      between(i, out);
      if (i + 1 == allele) {
        out.put('.');
      } else {
        out.put(bytes, starts[i], ends[i]);
      }
    }
  }

  private void alleles(byte[] bytes, ByteText out) {
    if (count != alternates + 1) {
      out.put('.');
      return;
    }
    for (int i = 0; i < count; i++) {
      between(i, out);
      int old = (int) now(i);
      out.put(bytes, starts[old], ends[old]);
    }
  }

  /// In the order of VCF 4.3, section 1.6.2.
  private void genotypes(int ploidy, byte[] bytes, ByteText out) {
    int copies = ploidy > 0 ? ploidy : count == alternates + 1 ? 1 : DIPLOID;
    if (count != FieldNumber.genotypes(alternates + 1, copies)) {
      out.put('.');
      return;
    }
    var made = new int[copies];
    for (int i = 0; i < count; i++) {
      between(i, out);
      var was = new int[copies];
      for (int k = 0; k < copies; k++) {
        was[k] = (int) now(made[k]);
      }
      Arrays.sort(was);
      int old = (int) FieldNumber.genotypeIndex(was);
      out.put(bytes, starts[old], ends[old]);
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
