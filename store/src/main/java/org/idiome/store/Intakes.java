package org.idiome.store;

import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;

/// Rows of the table `intake`.
final class Intakes {
  /// `intake, person, source, subject, batch, inputs, content`.
  static final Sql.Mapping<Rows.IntakeRow> ROW =
      row ->
          new Rows.IntakeRow(
              row.number(1),
              row.number(2),
              row.text(3),
              row.text(4),
              row.number(5),
              new Sha256(row.text(6)),
              row.text(7));

  private Intakes() {}

  /// The digest of everything of an intake but its segments.
  ///
  /// @param files all its files, in order
  /// @param elements all its elements, in order
  static Sha256 digest(Digester files, Digester elements, String content) {
    return new Digester().text(files.end().hex()).text(elements.end().hex()).text(content).end();
  }
}
