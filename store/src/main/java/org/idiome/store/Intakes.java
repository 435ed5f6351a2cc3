package org.idiome.store;

import java.util.List;
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

  /// The digest of everything of an intake but the rows of its segments, which have theirs.
  ///
  /// @param files all its files, in order
  /// @param elements all its elements, in order
  /// @param segments all its segments, in order
  static Sha256 digest(
      Digester files, Digester elements, List<Rows.SegmentRow> segments, Rows.IntakeRow intake) {
    var all = new Digester().text(files.end().hex()).text(elements.end().hex());
    segments.forEach(segment -> segment.digest(all));
    return all.integer(intake.intake())
        .integer(intake.person())
        .text(intake.source())
        .text(intake.subject())
        .integer(intake.batch())
        .text(intake.inputs().hex())
        .text(intake.content())
        .end();
  }
}
