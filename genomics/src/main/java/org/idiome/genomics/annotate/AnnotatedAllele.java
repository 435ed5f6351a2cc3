package org.idiome.genomics.annotate;

import java.util.List;

/// An alternate of a record with what it does.
///
/// @param contig as written
/// @param alternate as written, bases in upper case
/// @param number its place in ALT, from 1
/// @param notes why nothing can be told; empty where it can
public record AnnotatedAllele(
    String contig,
    int position1,
    String reference,
    String alternate,
    int number,
    List<Annotation> annotations,
    List<String> notes) {

  /// Copies the lists.
  public AnnotatedAllele {
    annotations = List.copyOf(annotations);
    notes = List.copyOf(notes);
  }

  /// Whether it is near no transcript: nothing kept it from being told, and nothing is there.
  public boolean isIntergenic() {
    return annotations.isEmpty() && notes.isEmpty();
  }

  /// The same with other annotations.
  AnnotatedAllele with(List<Annotation> others) {
    return new AnnotatedAllele(contig, position1, reference, alternate, number, others, notes);
  }
}
