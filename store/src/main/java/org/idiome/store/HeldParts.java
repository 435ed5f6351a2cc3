package org.idiome.store;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.dense.KnownPart;
import org.idiome.store.folder.StoreFault;

/// Which dense parts hold which segment, held to the catalogue before a row of them is believed.
/// For one thread.
final class HeldParts {
  private static final String PART = "p.name, p.bytes, p.sha256, p.crc32c FROM ";
  private static final Sql.Mapping<KnownPart> KNOWN =
      row -> new KnownPart(row.text(1), row.number(2), row.text(3), row.number(4));

  /// Segments whose stretches do not add up to what they have. Calls are always in parts, of
  /// quantities those of large segments.
  private static final String SUMMED =
      "SELECT s.segment, coalesce(o.id, '') FROM segment s LEFT JOIN person o USING (person)"
          + " LEFT JOIN segment_part l USING (segment) LEFT JOIN part p ON p.part = l.part"
          + " WHERE s.segment IN (";

  private static final String NOT_SUMMED =
      ") GROUP BY s.segment HAVING (s.shape = 'call' OR count(l.part))"
          + " AND (count(p.part) <> count(l.part)"
          + " OR coalesce(sum(l.end_row - l.first_row), 0) <> s.observations"
          + " OR coalesce(min(l.first_row), 0) <> 0"
          + " OR coalesce(max(l.end_row), 0) <> s.observations)";

  private static final String OF_ANOTHER =
      "SELECT s.segment, coalesce(o.id, '') FROM intake i JOIN intake_segment l USING (intake)"
          + " JOIN segment s USING (segment) LEFT JOIN person o ON o.person = i.person"
          + " WHERE i.intake = ? AND s.person <> i.person LIMIT 1";

  private final Sql sql;
  private final DenseReader dense;
  private final Set<Long> held = new HashSet<>();

  HeldParts(Sql sql, DenseReader dense) {
    this.sql = sql;
    this.dense = dense;
  }

  /// The parts that are said to hold a segment, in order; none where the catalogue does.
  List<KnownPart> named(long segment) {
    return sql.list(
        "SELECT "
            + PART
            + "segment_part JOIN part p USING (part) WHERE segment = ?"
            + " ORDER BY first_row",
        KNOWN,
        segment);
  }

  /// The parts that hold every row of a segment, in order; none where the catalogue does.
  ///
  /// The rows are counted once: a part of somebody else, or one part too few, holds too few.
  ///
  /// @throws StoreFault where one is damaged, or they do not hold it
  List<KnownPart> of(long segment) {
    var parts = named(segment);
    if (!held.contains(segment)) {
      requireSum("?", segment);
      parts.forEach(part -> ofPerson("segment", segment, () -> dense.requireSame(part)));
      requireRows(parts, segment);
      held.add(segment);
    }
    return parts;
  }

  private void requireRows(List<KnownPart> parts, long segment) {
    if (parts.isEmpty()) {
      return;
    }
    long rows = sql.number("SELECT observations FROM segment WHERE segment = ?", segment);
    if (dense.rows(parts, segment) != rows) {
      throw StoreReader.damaged("segment " + segment, person("segment", segment));
    }
  }

  /// Looks whether the stretches of a segment add up to what it has.
  ///
  /// @throws StoreFault where they do not
  void requireSum(long segment) {
    requireSum("?", segment);
  }

  private void requireSum(String segments, long number) {
    sql.list(SUMMED + segments + NOT_SUMMED, StoreReader::damagedSegment, number).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault;
        });
  }

  /// Looks whether the parts of an intake are there, as long as they were, and said to hold as many
  /// rows as it has.
  ///
  /// @throws StoreFault where one is damaged, or they do not
  void requireThere(long intake) {
    sql.list(OF_ANOTHER, StoreReader::damagedSegment, intake).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault;
        });
    requireSum("SELECT segment FROM intake_segment WHERE intake = ?", intake);
    sql.list(
            "SELECT DISTINCT "
                + PART
                + "intake_segment JOIN segment_part USING (segment)"
                + " JOIN part p USING (part) WHERE intake = ? ORDER BY p.part",
            KNOWN,
            intake)
        .forEach(part -> ofPerson("intake", intake, () -> dense.requireThere(part)));
  }

  /// The last row of a table that a segment in parts cites; 0 where it is in none.
  long lastLocator(long segment) {
    var parts = of(segment);
    return parts.isEmpty() ? 0 : dense.lastLocator(parts, segment);
  }

  private String person(String table, long number) {
    return Objects.requireNonNullElse(
        sql.one(
            "SELECT id FROM person JOIN " + table + " USING (person) WHERE " + table + " = ?",
            row -> row.text(1),
            number),
        "");
  }

  /// Damage of a part says whose reading met it.
  private void ofPerson(String table, long number, Runnable look) {
    try {
      look.run();
    } catch (StoreFault fault) {
      var problem = fault.problem();
      var whose = "; rows of " + person(table, number) + " are in it";
      var said = problem.values().getOrDefault("said", "") + whose;
      throw new StoreFault(fault, problem.code(), problem.place().file(), "said", said);
    }
  }
}
