package org.idiome.core.genome;

import java.util.Arrays;
import java.util.Objects;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// The alleles that a sample was called with at one record: indices into reference and alternates.
///
/// Ploidy is what was written. A missing allele is asked for by [#isMissing], never read as 0.
public final class Genotype implements Canonical {
  private static final int MISSING = -1;

  private final int[] alleles;
  private final boolean phased;
  private final @Nullable String phaseSet;

  private Genotype(int[] alleles, boolean phased, @Nullable String phaseSet) {
    this.alleles = alleles;
    this.phased = phased;
    this.phaseSet = phaseSet;
  }

  /// A genotype as written.
  ///
  /// @param alleles 0 for the reference, 1 for the first alternate, negative for missing
  /// @param phased whether the order of the alleles is that of the chromosomes
  /// @param phaseSet name of the set within which the order holds; null: not stated
  public static Genotype of(int[] alleles, boolean phased, @Nullable String phaseSet) {
    var copy = alleles.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Math.max(copy[i], MISSING);
    }
    return new Genotype(copy, phased, phaseSet);
  }

  /// How many alleles were written; 0 where there was no genotype at all.
  public int ploidy() {
    return alleles.length;
  }

  /// Whether the allele on chromosome `i` was not called.
  public boolean isMissing(int i) {
    return alleles[i] == MISSING;
  }

  /// The allele on chromosome `i`.
  ///
  /// @throws IllegalStateException where it is missing
  public int allele(int i) {
    if (isMissing(i)) {
      throw new IllegalStateException("allele " + i + " is missing");
    }
    return alleles[i];
  }

  /// Whether at least one allele was called.
  public boolean isCalled() {
    return Arrays.stream(alleles).anyMatch(allele -> allele != MISSING);
  }

  /// Whether every allele was called and there is at least one.
  public boolean isComplete() {
    return alleles.length > 0 && Arrays.stream(alleles).noneMatch(allele -> allele == MISSING);
  }

  /// Whether every allele was called and is the reference.
  public boolean isReference() {
    return alleles.length > 0 && Arrays.stream(alleles).allMatch(allele -> allele == 0);
  }

  /// Whether every allele was called and all are the same.
  public boolean isHomozygous() {
    return isComplete() && Arrays.stream(alleles).allMatch(allele -> allele == alleles[0]);
  }

  /// Whether the order of the alleles is that of the chromosomes.
  public boolean isPhased() {
    return phased;
  }

  /// The set within which the phase holds, or null where none was stated.
  public @Nullable String phaseSet() {
    return phaseSet;
  }

  /// How often an allele was called.
  public int count(int allele) {
    return (int) Arrays.stream(alleles).filter(called -> called == allele).count();
  }

  /// `0/1`, `1|0`, `./.`; empty where there was no genotype.
  public String text() {
    var out = new StringBuilder();
    for (int i = 0; i < alleles.length; i++) {
      if (i > 0) {
        out.append(phased ? '|' : '/');
      }
      out.append(isMissing(i) ? "." : Integer.toString(alleles[i]));
    }
    return out.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Genotype genotype
        && Arrays.equals(alleles, genotype.alleles)
        && phased == genotype.phased
        && Objects.equals(phaseSet, genotype.phaseSet);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(alleles) * 31 + (phased ? 1 : 0);
  }

  @Override
  public String toString() {
    return text() + (phaseSet == null ? "" : " PS " + phaseSet);
  }

  @Override
  public Json toJson() {
    return Json.object().put("gt", text()).put("phase_set", phaseSet).end();
  }
}
