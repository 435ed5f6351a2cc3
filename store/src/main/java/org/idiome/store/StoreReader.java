package org.idiome.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.SourceRow;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Salvage;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseDifference;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.dense.KnownPart;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.idiome.store.form.Recorded;
import org.jspecify.annotations.Nullable;

/// A store as of one moment. For one thread.
public final class StoreReader implements AutoCloseable {
  /// Stands for everything that was recorded.
  public static final long NEWEST = Long.MAX_VALUE;

  private static final String IN_FORCE =
      " i.batch <= ? AND (i.superseded IS NULL OR i.superseded > ?) ";

  private final Sql sql;
  private final DenseReader dense;
  private final HeldParts parts;
  private final HeldRows own;

  StoreReader(StoreFolder folder) {
    this(folder, Catalogue.read(folder));
  }

  /// @param sql closed with it
  StoreReader(StoreFolder folder, Sql sql) {
    this(sql, new DenseReader(folder));
  }

  /// Reads by a connection that another one closes.
  StoreReader(Sql sql, DenseReader dense) {
    this.sql = sql;
    this.dense = dense;
    this.parts = new HeldParts(sql, dense);
    this.own = new HeldRows(sql);
  }

  /// Lets go of the dense layers alone.
  void closeDense() {
    dense.close();
  }

  /// The last batch that was recorded; 0 where there is none.
  public long lastBatch() {
    return sql.number("SELECT max(batch) FROM batch");
  }

  /// When the last batch was recorded, UTC, as it says itself; empty where there is none.
  public String lastRecorded() {
    var last = "SELECT recorded FROM batch ORDER BY batch DESC LIMIT 1";
    return Objects.requireNonNullElse(sql.one(last, row -> row.text(1)), "");
  }

  /// The last batch that was recorded by a time; 0 where there is none.
  ///
  /// @throws StoreFault where a batch is missing, or says of itself what it did not say first
  public long batchBy(Instant time) {
    BatchHeads.requireAll(sql);
    return sql.number("SELECT max(batch) FROM batch WHERE recorded <= ?", Recorded.text(time));
  }

  /// A person by their id in the store, or null.
  ///
  /// @throws StoreFault where nobody can say that there is none
  public Rows.@Nullable PersonRow person(String id) {
    var person =
        sql.one(
            "SELECT person, id FROM person WHERE id = ?",
            row -> new Rows.PersonRow(row.number(1), row.text(2)),
            id);
    if (person != null) {
      return person;
    }
    // An index that leads astray finds nobody, and says nothing.
    boolean isMissed = sql.number("SELECT count(*) FROM person NOT INDEXED WHERE id = ?", id) > 0;
    if (isMissed && sql.turnsOutDamaged()) {
      return person(id);
    }
    if (mayLack("person")) {
      throw damaged("row", id + ", if there was one");
    }
    return null;
  }

  /// Reads what is held to a digest; where it does not fit because pages of the catalogue are
  /// damaged, out of what can be read of these.
  ///
  /// @throws StoreFault where it does not fit then either
  public <T> T surely(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED || !sql.turnsOutDamaged()) {
        throw fault;
      }
      return reading.get();
    }
  }

  /// Whether the catalogue turns out to be damaged now that it is asked: it is read another way
  /// then, and what was read before is to be read again.
  public boolean turnsOutDamaged() {
    return sql.turnsOutDamaged();
  }

  /// What could be read out of a catalogue that turned out to be damaged, from which is read since;
  /// null where none did.
  public @Nullable Salvage salvage() {
    return sql.salvage();
  }

  /// Whether somebody, or what they would be found by, may be missing because the catalogue is
  /// damaged.
  public boolean mayLackSomebody() {
    return mayLack("person", "intake", "intake_segment", "segment");
  }

  private boolean mayLack(String... tables) {
    var salvage = sql.salvage();
    return salvage != null && salvage.mayLack(List.of(tables));
  }

  /// When something of a person was recorded first, UTC; null where nothing was.
  ///
  /// @throws StoreFault where that cannot be told
  public @Nullable String firstRecorded(long person) {
    var first = sql.number("SELECT min(batch) FROM intake WHERE person = ?", person);
    if (first > 0) {
      BatchHeads.require(sql, List.of(first));
    }
    return sql.one(
        "SELECT b.recorded FROM intake i JOIN batch b ON b.batch = i.batch WHERE i.person = ?"
            + " ORDER BY b.batch LIMIT 1",
        row -> row.text(1),
        person);
  }

  /// The id of a person by their number.
  ///
  /// @throws StoreFault where there is no such row
  public String personId(long person) {
    var id = sql.one("SELECT id FROM person WHERE person = ?", row -> row.text(1), person);
    if (id == null) {
      throw damaged("row", "person number " + person);
    }
    return id;
  }

  /// The ids of everybody, sorted.
  public List<String> personIds() {
    return sql.list("SELECT id FROM person ORDER BY id", row -> row.text(1));
  }

  /// The ids of the persons whom an input called so.
  public List<String> personsOfSubject(String subject) {
    return sql.list(
        "SELECT DISTINCT p.id FROM intake i JOIN person p USING (person) WHERE i.subject = ?"
            + " ORDER BY p.id",
        row -> row.text(1),
        subject);
  }

  /// The ids of the persons of whom an input that is in force calls them so, sorted.
  public List<String> personsNow(String subject) {
    return sql.list(
        "SELECT DISTINCT p.id FROM intake i JOIN person p USING (person) WHERE i.subject = ?"
            + " AND i.superseded IS NULL ORDER BY p.id",
        row -> row.text(1),
        subject);
  }

  /// What a source ever said of a person, the latest last.
  public List<Rows.IntakeRow> ofSource(long person, String source) {
    return sql.list(
        "SELECT intake, person, source, subject, batch, inputs, content FROM intake"
            + " WHERE person = ? AND source = ? ORDER BY intake",
        Intakes.ROW,
        person,
        source);
  }

  /// Everybody of whom anything is in force, sorted by id.
  public List<Rows.PersonLine> people(long batch) {
    // Many people have the same layers.
    var layers = new HashMap<String, List<String>>();
    return sql.list(
        "SELECT p.id, count(DISTINCT i.intake), min(s.first_day), max(s.last_day),"
            + " count(DISTINCT i.batch), group_concat(DISTINCT s.layer)"
            + " FROM intake i JOIN person p USING (person)"
            + " LEFT JOIN intake_segment USING (intake) LEFT JOIN segment s USING (segment) WHERE"
            + IN_FORCE
            + "GROUP BY i.person ORDER BY p.id",
        row ->
            new Rows.PersonLine(
                row.text(1),
                row.number(2),
                layers.computeIfAbsent(row.text(6), StoreReader::sorted),
                row.textOrNull(3),
                row.textOrNull(4),
                row.number(5)),
        batch,
        batch);
  }

  private static List<String> sorted(String codes) {
    return codes.isEmpty() ? List.of() : Stream.of(codes.split(",")).sorted().toList();
  }

  /// What is in force of a person, in the order in which it came.
  public List<Rows.IntakeRow> intakes(long person, long batch) {
    return sql.list(
        "SELECT i.intake, i.person, i.source, i.subject, i.batch, i.inputs, i.content"
            + " FROM intake i WHERE i.person = ? AND"
            + IN_FORCE
            + "ORDER BY i.intake",
        Intakes.ROW,
        person,
        batch,
        batch);
  }

  /// The sources of a person that are in force, in the order in which they came.
  ///
  /// @throws StoreFault where one, or a batch that brought one, says what it did not say first
  public List<Rows.SourceLine> sources(String id, long batch) {
    BatchHeads.requireOf(sql, id);
    var person = person(id);
    if (person != null) {
      intakes(person.person(), batch).forEach(this::requireSame);
    }
    return sql.list(
        "SELECT i.source, i.subject,"
            + " (SELECT coalesce(sum(s.observations), 0) FROM intake_segment l"
            + " JOIN segment s USING (segment) WHERE l.intake = i.intake),"
            + " (SELECT coalesce(group_concat(name, ', '), '') FROM (SELECT name FROM intake_file f"
            + " WHERE f.intake = i.intake ORDER BY ordinal)),"
            + " i.batch, b.recorded, b.command, b.author, b.reason FROM intake i"
            + " JOIN person p USING (person) JOIN batch b ON b.batch = i.batch WHERE p.id = ? AND"
            + IN_FORCE
            + "ORDER BY i.intake",
        row ->
            new Rows.SourceLine(
                row.text(1),
                row.text(2),
                row.number(3),
                row.text(4),
                row.number(5),
                row.text(6),
                row.text(7),
                row.textOrNull(8),
                row.textOrNull(9)),
        id,
        batch,
        batch);
  }

  /// The files of an intake, in order.
  public List<Rows.FileRow> files(long intake) {
    return sql.list(
        "SELECT ordinal, name, sha256, bytes, header_line FROM intake_file WHERE intake = ?"
            + " ORDER BY ordinal",
        row -> {
          var hash = row.textOrNull(3);
          return new Rows.FileRow(
              (int) row.number(1),
              row.text(2),
              hash == null ? null : new Sha256(hash),
              row.number(4),
              row.number(5));
        },
        intake);
  }

  /// The elements of JSON files that an intake cites, by file and locator.
  public List<Rows.ElementRow> elements(long intake) {
    return sql.list(
        "SELECT ordinal, locator, line, pointer, text FROM source_row WHERE intake = ?"
            + " ORDER BY ordinal, locator",
        row ->
            new Rows.ElementRow(
                (int) row.number(1), row.number(2), row.number(3), row.text(4), row.text(5)),
        intake);
  }

  /// The segments of an intake, in the order in which they were written.
  public List<Rows.SegmentRow> segments(long intake) {
    return sql.list(
        "SELECT s.segment, l.ordinal, s.layer, s.shape, s.sha256, s.batch, s.observations,"
            + " s.digest, s.rest, s.facts FROM intake_segment l JOIN segment s USING (segment)"
            + " WHERE l.intake = ? ORDER BY l.ordinal, s.segment",
        row ->
            new Rows.SegmentRow(
                row.number(1),
                (int) row.number(2),
                row.text(3),
                row.text(4),
                new Sha256(row.text(5)),
                row.number(6),
                row.number(7),
                new Sha256(row.text(8)),
                new Sha256(row.text(9)),
                row.textOrNull(10)),
        intake);
  }

  /// An intake that is there.
  Rows.IntakeRow intake(long intake) {
    return Objects.requireNonNull(
        sql.one(
            "SELECT intake, person, source, subject, batch, inputs, content FROM intake"
                + " WHERE intake = ?",
            Intakes.ROW,
            intake));
  }

  /// The statements of a segment, in order.
  ///
  /// @throws StoreFault where they are not as they were written
  public List<Rows.StatementRow> statements(long segment) {
    return surely(() -> own.statements(segment));
  }

  static StoreFault damaged(String what, String person) {
    return new StoreFault(
        ProblemCode.STORE_DAMAGED, StoreFolder.CATALOGUE, "said", what + " of " + person);
  }

  static StoreFault damagedSegment(Sql.Row row) throws SQLException {
    return damaged("segment " + row.number(1), row.text(2));
  }

  /// The digest of what an input says as it is, all but the rows of its segments.
  Sha256 digest(Rows.IntakeRow intake) {
    var files = new Digester();
    var elements = new Digester();
    files(intake.intake()).forEach(file -> file.digest(files));
    elements(intake.intake()).forEach(element -> element.digest(elements));
    return Intakes.digest(files, elements, segments(intake.intake()), intake);
  }

  /// Holds what an input says, all but the rows of its segments, to its digest.
  ///
  /// @throws StoreFault where it is not as it was written
  public void requireSame(Rows.IntakeRow intake) {
    surely(() -> {
      requireHeld(intake);
      return intake;
    });
  }

  private void requireHeld(Rows.IntakeRow intake) {
    var kept =
        sql.one("SELECT digest FROM intake WHERE intake = ?", row -> row.text(1), intake.intake());
    if (!digest(intake).hex().equals(kept)) {
      throw damaged("intake " + intake.intake(), personId(intake.person()));
    }
  }

  /// Adds the quantities of a segment.
  ///
  /// @param rows gives a locator its place in the sources that are read into
  public void quantities(
      long segment, Layer layer, LongFunction<SourceRow> rows, QuantityColumnsBuilder into) {
    var reader = new QuantityFields.Reader(layer, rows, into);
    var held = parts.of(segment);
    if (!held.isEmpty()) {
      dense.quantities(held, segment, reader);
      return;
    }
    surely(() -> own.quantities(segment, layer)).forEach(reader::add);
  }

  /// How many rows a dense part holds, whosever they are.
  long rowsOf(String part) {
    return dense.rows(part);
  }

  /// The dense parts that are said to hold a segment, in order; none where the catalogue does.
  List<KnownPart> partsOf(long segment) {
    return parts.named(segment);
  }

  /// Looks whether the stretches of a segment add up to what it has.
  void requireSum(long segment) {
    parts.requireSum(segment);
  }

  /// The last row of a table that a dense segment cites; 0 where the catalogue holds it.
  long lastLocator(long segment) {
    return parts.lastLocator(segment);
  }

  /// Looks whether every dense part of an intake is there and as long as it was, and whether they
  /// are said to hold as many rows as it has: also those that a reading will not need, so that
  /// nothing is missing in silence.
  ///
  /// @throws org.idiome.store.folder.StoreFault where one is damaged
  public void requireParts(long intake) {
    surely(() -> {
      parts.requireThere(intake);
      return intake;
    });
  }

  /// How many observations a segment has.
  public long observations(long segment) {
    return sql.number("SELECT observations FROM segment WHERE segment = ?", segment);
  }

  /// The records of a segment that touch some stretches, in the order of their file.
  public List<CallFields> calls(long segment, List<DenseReader.Stretch> places) {
    var held = parts.of(segment);
    return held.isEmpty() || places.isEmpty() ? List.of() : dense.calls(held, segment, places);
  }

  /// Every record of a segment, in the order of its file.
  public void calls(long segment, Consumer<CallFields> to) {
    var held = parts.of(segment);
    if (!held.isEmpty()) {
      dense.calls(held, segment, to);
    }
  }

  /// The contigs of a segment of calls, with how many records each has.
  public SortedMap<String, Long> contigs(long segment) {
    var held = parts.of(segment);
    return held.isEmpty() ? new TreeMap<>() : dense.contigs(held, segment);
  }

  /// What two segments of calls do not say alike on some contigs that both have.
  public DenseDifference differences(long one, long two, Collection<String> contigs) {
    return dense.differences(parts.of(one), one, parts.of(two), two, contigs);
  }

  /// A stretch of the lines of a person's table that holds a line.
  ///
  /// @throws StoreFault where it is not there, or not as it was written
  public LineStretch lines(long person, Sha256 file, long line) {
    return surely(() -> own.lines(person, file, line));
  }

  /// The catalogue as of this moment.
  Sql sql() {
    return sql;
  }

  /// Whether a dense layer was touched.
  public boolean isDenseLoaded() {
    return dense.isLoaded();
  }

  @Override
  public void close() {
    dense.close();
    sql.close();
  }
}
