package org.idiome.knowledge.packed;

import java.io.Closeable;
import java.io.IOException;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;
import org.jspecify.annotations.Nullable;

/// Claims and terms in columns, in the order in which they were told.
final class ToldColumns implements Closeable {
  final NameTable names = new NameTable();
  final TextFile texts;
  final IntColumn subjects = new IntColumn();
  final IntColumn predicates = new IntColumn();
  final IntColumn objects = new IntColumn();
  final IntColumn qualifiers = new IntColumn();
  final IntColumn negated = new IntColumn();
  final IntColumn values = new IntColumn();
  final IntColumn claimLines = new IntColumn();
  final IntColumn claimRows = new IntColumn();
  final IntColumn termIds = new IntColumn();
  final IntColumn termProperties = new IntColumn();
  final IntColumn termValues = new IntColumn();
  final IntColumn termNotes = new IntColumn();
  final IntColumn termLines = new IntColumn();
  final IntColumn termRows = new IntColumn();

  /// Many sources say the same of one claim after another.
  private @Nullable Attributes lastQualifiers;

  private @Nullable Attributes lastValues;
  private int qualifiersNumber;
  private int valuesNumber;

  ToldColumns(TextFile texts) {
    this.texts = texts;
  }

  void add(Claim claim, int line, int row) throws IOException {
    subjects.add(names.add(claim.subject()));
    predicates.add(names.add(claim.predicate()));
    objects.add(names.add(claim.object()));
    if (!claim.qualifiers().equals(lastQualifiers)) {
      lastQualifiers = claim.qualifiers();
      qualifiersNumber = names.add(lastQualifiers.encoded());
    }
    qualifiers.add(qualifiersNumber);
    negated.add(claim.isNegated() ? 1 : 0);
    if (!claim.values().equals(lastValues)) {
      lastValues = claim.values();
      valuesNumber = texts.add(lastValues.encoded());
    }
    values.add(valuesNumber);
    claimLines.add(line);
    claimRows.add(row);
  }

  void add(Term term, int line, int row) throws IOException {
    termIds.add(names.add(term.id()));
    termProperties.add(term.property().number());
    termValues.add(texts.add(term.value()));
    termNotes.add(texts.add(term.notes().encoded()));
    termLines.add(line);
    termRows.add(row);
  }

  @Override
  public void close() throws IOException {
    texts.close();
  }
}
