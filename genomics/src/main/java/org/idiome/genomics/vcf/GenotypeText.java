package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;

/// A genotype as written: alleles and the signs between them (VCF 4.4, section 1.6.2).
///
/// Ploidy is what is written. A missing allele is [#MISSING]. A sign before the first allele is
/// read since 4.4; without it the first allele counts as unphased if any `/` is there, else as
/// phased. An allele left out behind a last sign is missing, with a warning.
public final class GenotypeText {
  /// An allele that was not called.
  public static final int MISSING = -1;

  private static final int NONE = -2;

  /// No organism has more copies; more is damage.
  private static final int MOST_COPIES = 1_000;

  private final boolean hasLeadingSign;
  private final Diagnostics diagnostics;
  private int[] alleles = new int[4];
  private boolean[] phased = new boolean[4];
  private int ploidy;
  private boolean isSignStated;
  private byte[] bytes = {};
  private int start;
  private int end;

  GenotypeText(VcfVersion version, Diagnostics diagnostics) {
    this.hasLeadingSign = version.isSince(4);
    this.diagnostics = diagnostics;
  }

  void clear() {
    ploidy = 0;
    start = 0;
    end = 0;
  }

  /// Reads a slice; false, with a problem of reach *genotype*, where it is none.
  boolean read(byte[] bytes, int start, int end, int alternates) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    ploidy = 0;
    if (!parse(alternates)) {
      diagnostics.add(ProblemCode.VCF_GENOTYPE, start, end);
      ploidy = 0;
      return false;
    }
    if (!isSignStated && ploidy > 0) {
      boolean isAnyUnphased = false;
      for (int i = 1; i < ploidy; i++) {
        isAnyUnphased |= !phased[i];
      }
      phased[0] = !isAnyUnphased;
    }
    return true;
  }

  private boolean parse(int alternates) {
    int i = start;
    isSignStated = i < end && (bytes[i] == '|' || bytes[i] == '/');
    if (isSignStated && !hasLeadingSign) {
      return false;
    }
    boolean isPhased = isSignStated && bytes[i] == '|';
    i += isSignStated ? 1 : 0;
    if (i == end) {
      return false;
    }
    while (true) {
      int digits = i;
      while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
        i++;
      }
      int allele = allele(digits, i, alternates);
      i += i == digits && i < end ? 1 : 0;
      if (allele == NONE || !add(allele, isPhased)) {
        return false;
      }
      if (i == end) {
        return true;
      }
      if (bytes[i] != '|' && bytes[i] != '/') {
        return false;
      }
      isPhased = bytes[i++] == '|';
    }
  }

  /// The allele whose digits end at `to`; a `.` there, or the end of the text, is a missing one.
  private int allele(int from, int to, int alternates) {
    if (from == to && to == end) {
      diagnostics.add(ProblemCode.VCF_GENOTYPE_SIGN, start, end);
      return MISSING;
    }
    if (from == to) {
      return bytes[to] == '.' ? MISSING : NONE;
    }
    long allele = Ascii.integer(bytes, from, to);
    if (alternates == 0 && allele > 0) {
      // The record says that there is no alternate: which allele this is, nobody can tell.
      diagnostics.add(ProblemCode.VCF_ALLELE_NOT_LISTED, start, end, "key", "GT");
      return MISSING;
    }
    return allele < 0 || allele > alternates ? NONE : (int) allele;
  }

  private boolean add(int allele, boolean isPhased) {
    if (ploidy == MOST_COPIES) {
      return false;
    }
    if (ploidy == alleles.length) {
      alleles = Arrays.copyOf(alleles, ploidy * 2);
      phased = Arrays.copyOf(phased, ploidy * 2);
    }
    phased[ploidy] = isPhased;
    alleles[ploidy++] = allele;
    return true;
  }

  /// How many alleles are written; 0 where there is no genotype.
  public int ploidy() {
    return ploidy;
  }

  /// The allele of a copy: 0 for the reference, or [#MISSING].
  public int allele(int copy) {
    return alleles[copy];
  }

  /// Whether a single `.` leaves the ploidy open, or there is no genotype.
  public boolean isPloidyKnown() {
    return ploidy > 1 || (ploidy == 1 && alleles[0] != MISSING);
  }

  /// How many alleles were called.
  public int called() {
    int called = 0;
    for (int i = 0; i < ploidy; i++) {
      called += alleles[i] == MISSING ? 0 : 1;
    }
    return called;
  }

  /// Whether every allele was called, and there is one.
  public boolean isComplete() {
    return ploidy > 0 && called() == ploidy;
  }

  /// Whether every allele was called and is the reference.
  public boolean isReference() {
    for (int i = 0; i < ploidy; i++) {
      if (alleles[i] != 0) {
        return false;
      }
    }
    return ploidy > 0;
  }

  /// Whether every allele was called and all are the same.
  public boolean isHomozygous() {
    for (int i = 0; i < ploidy; i++) {
      if (alleles[i] == MISSING || alleles[i] != alleles[0]) {
        return false;
      }
    }
    return ploidy > 0;
  }

  /// Whether the order of all alleles is that of the chromosomes.
  public boolean isPhased() {
    for (int i = 0; i < ploidy; i++) {
      if (!phased[i]) {
        return false;
      }
    }
    return ploidy > 0;
  }

  /// Whether the phase of one allele is stated, not inferred from its neighbours.
  boolean isPhaseStated(int copy) {
    return copy > 0 || isSignStated;
  }

  /// Whether one allele is phased.
  boolean isPhased(int copy) {
    return phased[copy];
  }

  /// The alleles, in a new array.
  public int[] alleles() {
    return Arrays.copyOf(alleles, ploidy);
  }

  /// As written; empty where there is no genotype.
  public String text() {
    return Ascii.text(bytes, start, end);
  }
}
