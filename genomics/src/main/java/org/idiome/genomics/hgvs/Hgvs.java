package org.idiome.genomics.hgvs;

import java.util.List;
import java.util.stream.Collectors;

/// A description with the sequence that it is on.
///
/// @param accession of the sequence, with its version where it is written; empty where none is
/// @param gene symbol behind it in parentheses; empty where none is
/// @param changes those of one copy; one in most cases
public record Hgvs(String accession, String gene, HgvsType type, List<HgvsChange> changes) {

  /// Copies the list.
  public Hgvs {
    changes = List.copyOf(changes);
  }

  /// Reads a description.
  ///
  /// @throws HgvsException where it is none
  public static Hgvs of(String text) throws HgvsException {
    return new HgvsReader(text).description();
  }

  /// It without its sequence, as it is written today.
  public String change() {
    var texts = changes.stream().map(HgvsChange::toString).collect(Collectors.joining(";"));
    return type.letter() + "." + (changes.size() == 1 ? texts : "[" + texts + "]");
  }

  @Override
  public String toString() {
    var before = accession + (gene.isEmpty() ? "" : "(" + gene + ")");
    return before.isEmpty() ? change() : before + ":" + change();
  }
}
