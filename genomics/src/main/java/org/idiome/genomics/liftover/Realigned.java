package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.Bases;

/// Alleles of one record on the left of where they may stand together, with one base at least each
/// (Tan 2015, doi:10.1093/bioinformatics/btv112, algorithm 1).
///
/// @param alleles REF first
record Realigned(int start0, List<String> alleles) {

  /// @param given REF first, in upper case; REF is that of the sequence
  static Realigned of(ReferenceSequence sequence, int start0, List<String> given) {
    var alleles = new ArrayList<StringBuilder>();
    given.forEach(allele -> alleles.add(new StringBuilder(allele)));
    int at = start0;
    boolean isDone = false;
    while (!isDone) {
      isDone = true;
      if (haveOneEnd(alleles)) {
        alleles.forEach(allele -> allele.setLength(allele.length() - 1));
        isDone = false;
      }
      if (shortest(alleles) == 0) {
        isDone = at == 0;
        if (at == 0) {
          char behind = base(sequence, alleles.getFirst().length());
          alleles.forEach(allele -> allele.append(behind));
        } else {
          at--;
          char before = base(sequence, at);
          alleles.forEach(allele -> allele.insert(0, before));
        }
      }
    }
    while (shortest(alleles) > 1 && haveOneBegin(alleles)) {
      alleles.forEach(allele -> allele.deleteCharAt(0));
      at++;
    }
    return new Realigned(at, alleles.stream().map(StringBuilder::toString).toList());
  }

  private static char base(ReferenceSequence sequence, int at0) {
    return (char) Bases.base(sequence.base(at0));
  }

  private static int shortest(List<StringBuilder> alleles) {
    return alleles.stream().mapToInt(StringBuilder::length).min().orElse(0);
  }

  private static boolean haveOneEnd(List<StringBuilder> alleles) {
    if (shortest(alleles) == 0) {
      return false;
    }
    var first = alleles.getFirst();
    char end = first.charAt(first.length() - 1);
    return alleles.stream().allMatch(allele -> allele.charAt(allele.length() - 1) == end);
  }

  private static boolean haveOneBegin(List<StringBuilder> alleles) {
    char begin = alleles.getFirst().charAt(0);
    return alleles.stream().allMatch(allele -> allele.charAt(0) == begin);
  }
}
