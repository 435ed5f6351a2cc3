package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;

/// Which values of a field stay when one alternate of several is written alone. For one thread.
final class ValueChoice {
  private static final int DIPLOID = 2;

  private int alternates;
  private int allele;
  private int ploidy;
  private boolean isLocalSaid;
  private int localAlleles;
  private int localAllele;
  private final ListedValues values = new ListedValues();

  /// @param alternates how many the record lists
  /// @param alternate the one that is written, from 0
  void of(int alternates, int alternate) {
    this.alternates = alternates;
    this.allele = alternate + 1;
    this.ploidy = 0;
    this.localAlleles = -1;
    this.isLocalSaid = false;
    this.localAllele = -1;
  }

  /// @param ploidy of the sample; 0 where it is not known, as in INFO
  void ploidy(int ploidy) {
    this.ploidy = ploidy;
  }

  /// The alternates that a sample uses, as LAA lists them.
  void local(byte[] bytes, int from, int to) {
    localAlleles = 0;
    isLocalSaid = !Ascii.isMissing(bytes, from, to);
    if (from == to || !isLocalSaid) {
      return;
    }
    values.split(bytes, from, to);
    localAlleles = values.count();
    for (int i = 0; i < localAlleles; i++) {
      if (values.integer(i) == allele) {
        localAllele = i + 1;
      }
    }
  }

  /// Whether the alternate is one of those.
  boolean isLocal() {
    return localAllele > 0;
  }

  /// Whether LAA says which those are, be it none. Empty and missing are two (VCF 4.5).
  boolean isLocalSaid() {
    return isLocalSaid;
  }

  /// Writes the values that stay; a single `.` stays, and what is empty or does not fit its count
  /// becomes one; of a sample that uses none of the alternates those of its alternates are none.
  void write(FieldNumber number, byte[] bytes, int from, int to, ByteText out) {
    boolean isNone =
        number.kind() == FieldNumber.Kind.LOCAL_ALTERNATES && isLocalSaid && !isLocal();
    if (from == to) {
      out.put(isNone && localAlleles == 0 ? "" : ".");
      return;
    }
    boolean isWhole =
        switch (number.kind()) {
          case COUNT, PLOIDY, BASE_MODIFICATIONS, ANY -> true;
          default -> Ascii.isMissing(bytes, from, to);
        };
    if (isWhole) {
      out.put(bytes, from, to);
      return;
    }
    values.split(bytes, from, to);
    switch (number.kind()) {
      case ALTERNATES -> some(out, alternates, allele - 1);
      case ALLELES -> some(out, alternates + 1, 0, allele);
      case GENOTYPES -> genotypes(out, alternates, allele);
      case LOCAL_ALTERNATES -> {
        if (!isNone || values.count() != localAlleles) {
          some(out, localAlleles, localAllele - 1);
        }
      }
      case LOCAL_ALLELES -> {
        if (isLocal()) {
          some(out, localAlleles + 1, 0, localAllele);
        } else {
          some(out, localAlleles + 1, 0);
        }
      }
      case LOCAL_GENOTYPES -> genotypes(out, localAlleles, isLocal() ? localAllele : 0);
      default -> throw new IllegalStateException("kind " + number.kind());
    }
  }

  private void some(ByteText out, int expected, int... places) {
    if (values.count() != expected || places[0] < 0) {
      out.put('.');
      return;
    }
    for (int i = 0; i < places.length; i++) {
      if (i > 0) {
        out.put(',');
      }
      values.put(places[i], out);
    }
  }

  /// The genotypes of REF and the allele, in their order; of REF alone where it is 0.
  private void genotypes(ByteText out, int alternates, int allele) {
    int copies = ploidy > 0 ? ploidy : DIPLOID;
    if (ploidy == 0 && values.count() == alternates + 1) {
      copies = 1;
    }
    var places = new int[allele == 0 ? 1 : copies + 1];
    var sorted = new int[copies];
    for (int i = 0; i < places.length; i++) {
      Arrays.fill(sorted, 0);
      Arrays.fill(sorted, copies - i, copies, allele);
      places[i] = (int) FieldNumber.genotypeIndex(sorted);
    }
    some(out, (int) FieldNumber.genotypes(alternates + 1, copies), places);
  }
}
