package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.List;

/// Compares what others told before with what is told here, and counts.
public final class GivenTally {
  private long equal;
  private long different;
  private long alone;

  /// The alleles with what differs.
  List<AnnotatedAllele> compared(List<AnnotatedAllele> alleles, List<GivenTelling> given) {
    var compared = new ArrayList<AnnotatedAllele>(alleles.size());
    long met = 0;
    for (var allele : alleles) {
      var annotations = new ArrayList<Annotation>(allele.annotations().size());
      for (var told : allele.annotations()) {
        var differences = new ArrayList<String>();
        for (var one : given) {
          if (one.number() == allele.number() && one.isOf(told.alone().transcript().id())) {
            met++;
            var difference = one.difference(told);
            if (difference == null) {
              equal++;
            } else {
              different++;
              differences.add(difference);
            }
          }
        }
        annotations.add(differences.isEmpty() ? told : told.beside(differences));
      }
      compared.add(allele.with(annotations));
    }
    alone += given.size() - met;
    return compared;
  }

  /// How many say the same as here.
  public long equal() {
    return equal;
  }

  /// How many say something else.
  public long different() {
    return different;
  }

  /// How many are of transcripts or alleles of which nothing is told here.
  public long alone() {
    return alone;
  }

  /// Whether anything was told before.
  public boolean isEmpty() {
    return equal + different + alone == 0;
  }
}
