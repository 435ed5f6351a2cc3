package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.dense.DenseWriter;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// One batch in the making. For one thread.
///
/// Readers see nothing of it before [#acknowledge] has returned; closed before that, it never was.
public final class StoreWriter implements AutoCloseable {
  /// Segments of quantities with fewer rows are kept in the catalogue, so that a person without
  /// large layers is read without the engine of the dense ones (ADR 0011).
  static final int DENSE_ROWS = 2_000;

  private static final String STATEMENT = "statement";

  private final StoreFolder folder;
  private final WriterPlace place;
  private final Rows.BatchHead head;
  private final Sql sql;
  private final Journal journal;
  private final DenseWriter dense;
  private final Sealing sealing;
  private final long batch;
  private final List<String> told = new ArrayList<>();
  private Digester saidFiles = new Digester();
  private Digester saidElements = new Digester();
  private final long pendingErasures;
  private final long missing;
  private final String lastTime;
  private long nextSegment;
  private int partsNamed;
  private boolean isOpen = true;
  private @Nullable StoreReader reader;

  StoreWriter(StoreFolder folder, WriterPlace place, Rows.BatchHead head) {
    this(folder, place, head, JournalMarks::open);
  }

  /// The same of a store in the making, also where batches are missing or lost their marks.
  static StoreWriter inTheMaking(StoreFolder folder, String name, Rows.BatchHead head) {
    var place = WriterPlace.take(folder, name, 0);
    try {
      return new StoreWriter(folder, place, head, JournalMarks::openBehind);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private StoreWriter(
      StoreFolder folder, WriterPlace place, Rows.BatchHead head, JournalMarks.Opening opening) {
    this.folder = folder;
    this.place = place;
    this.head = head;
    this.sql = Catalogue.write(folder);
    this.sealing = new Sealing(sql);
    try {
      this.journal = opening.of(folder, sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
    try {
      Orphans.sweep(folder, sql);
      FolderCopy.sweep(folder);
      this.pendingErasures = Clearing.tryToFinish(folder, sql, journal, head.recorded());
      sql.run("BEGIN IMMEDIATE");
      this.batch = JournalMarks.next(sql, journal);
      this.missing = BatchSeal.missingPeople(sql);
      this.lastTime = BatchHeads.lastTime(sql);
      this.nextSegment = 1 + sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'segment'");
      this.dense = new DenseWriter(folder, batch);
    } catch (RuntimeException e) {
      journal.close();
      sql.close();
      throw e;
    }
  }

  /// How many erasures wait still: somebody reads an earlier state, or a dense part is damaged.
  public long pendingErasures() {
    return pendingErasures;
  }

  /// The number of the batch in the making.
  public long batch() {
    return batch;
  }

  /// The time of the batch before where the clock is behind it, UTC: that is the time that this
  /// batch gets. Null where it is not, or by no more than a clock that is set right goes back.
  public @Nullable String clockBehind() {
    return BatchHeads.ahead(lastTime, head.recorded());
  }

  /// The day of the batch, UTC.
  public LocalDate day() {
    return LocalDate.ofInstant(head.recorded(), ZoneOffset.UTC);
  }

  /// The audit beside the store.
  public Journal journal() {
    return journal;
  }

  /// Whether it was said why the batch is written.
  public boolean hasReason() {
    return head.reason() != null;
  }

  /// A person by their id in the store, or null.
  public Rows.@Nullable PersonRow person(String id) {
    return sql.one(
        "SELECT person, id FROM person WHERE id = ?",
        row -> new Rows.PersonRow(row.number(1), row.text(2)),
        id);
  }

  /// A new person.
  public Rows.PersonRow newPerson(String id) {
    sql.change(
        "INSERT INTO person (id, batch, digest, rows) VALUES (?, ?, ?, 0)",
        id,
        batch,
        PersonSeals.UNSEALED);
    var person = new Rows.PersonRow(lastRow(), id);
    sealing.made(person.person());
    return person;
  }

  /// The intakes of a source that are in force, whosever they are.
  public List<Rows.IntakeRow> inForce(String source) {
    return sql.list(
        "SELECT intake, person, source, subject, batch, inputs, content FROM intake"
            + " WHERE source = ? AND superseded IS NULL ORDER BY intake",
        Intakes.ROW,
        source);
  }

  /// Ends an intake: another has taken its place.
  public void supersede(Rows.IntakeRow intake) {
    told.add("supersede " + intake.intake());
    sealing.touch(intake.person());
    sql.change("UPDATE intake SET superseded = ? WHERE intake = ?", batch, intake.intake());
  }

  /// Takes everything that is done, or nothing where it throws.
  public <T> T whole(Supplier<T> work) {
    sql.flush();
    sql.run("SAVEPOINT whole");
    long firstSegment = nextSegment;
    int toldBefore = told.size();
    boolean isDone = false;
    try {
      var result = work.get();
      sql.flush();
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        sql.forget();
        sql.run("ROLLBACK TO whole");
        dense.abandonFrom(firstSegment);
        told.subList(toldBefore, told.size()).clear();
      }
      sql.run("RELEASE whole");
    }
  }

  /// A new intake, whose content is given at its end.
  public long intake(long person, String source, String subject, Sha256 inputs) {
    sql.flush();
    sealing.touch(person);
    sql.change(
        "INSERT INTO intake (person, source, subject, batch, inputs, content, digest)"
            + " VALUES (?, ?, ?, ?, ?, '', '')",
        person,
        source,
        subject,
        batch,
        inputs.hex());
    saidFiles = new Digester();
    saidElements = new Digester();
    told.add("intake " + source + " " + inputs.hex());
    return lastRow();
  }

  /// Everything of an intake but rows, as JSON; after its files, elements and segments.
  public void content(long intake, String content) {
    sql.change("UPDATE intake SET content = ? WHERE intake = ?", content, intake);
    var said = reader();
    sql.change(
        "UPDATE intake SET digest = ? WHERE intake = ?",
        Intakes.digest(saidFiles, saidElements, said.segments(intake), said.intake(intake)).hex(),
        intake);
  }

  /// A file of an intake.
  public void file(long intake, Rows.FileRow file) {
    var hash = file.hash();
    file.digest(saidFiles);
    sql.add(
        "INSERT INTO intake_file (intake, ordinal, name, sha256, bytes, header_line)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        intake,
        file.ordinal(),
        file.name(),
        hash == null ? null : hash.hex(),
        hash == null ? null : file.sizeBytes(),
        file.headerLine());
  }

  /// An element of a JSON file that an intake cites.
  public void element(long intake, Rows.ElementRow element) {
    element.digest(saidElements);
    sql.add(
        "INSERT INTO source_row (intake, ordinal, locator, line, pointer, text)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        intake,
        element.ordinal(),
        element.locator(),
        element.line(),
        element.pointer(),
        element.text());
  }

  /// Whether the lines of a person's table are kept already.
  public boolean hasLines(long person, Sha256 file) {
    return sql.number(
            "SELECT count(*) FROM source_lines WHERE person = ? AND sha256 = ?", person, file.hex())
        > 0;
  }

  /// Takes the lines of a person's table, from the first.
  public LineWriter lines(long person, Sha256 file) {
    return new LineWriter(sql, person, file);
  }

  /// A segment of a person that says the same from the same file, or 0: what it holds need not be
  /// written again.
  public long sameSegment(Rows.NewSegment segment) {
    return sql.number(
        "SELECT max(segment) FROM segment WHERE person = ? AND layer = ? AND shape = ?"
            + " AND sha256 = ? AND digest = ?",
        segment.person(),
        segment.layer(),
        segment.shape(),
        segment.hash().hex(),
        segment.digest().hex());
  }

  /// Says that a segment belongs to an intake.
  public void link(long intake, long segment, int ordinal) {
    sql.change(
        "INSERT INTO intake_segment (intake, segment, ordinal) VALUES (?, ?, ?)",
        intake,
        segment,
        ordinal);
  }

  /// Numbers of segments are never used twice, also where what they were for was not taken.
  private long newSegment(Rows.NewSegment segment, long rows, Digester rest) {
    long number = nextSegment++;
    sealing.touch(segment.person());
    sql.change(
        "INSERT INTO segment (segment, person, layer, shape, sha256, batch, observations, digest,"
            + " rest, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        segment.person(),
        segment.layer(),
        segment.shape(),
        segment.hash().hex(),
        batch,
        rows,
        segment.digest().hex(),
        rest.end().hex(),
        segment.firstDay(),
        segment.lastDay());
    told.add(segment.layer() + " " + segment.shape() + " " + segment.digest().hex());
    return number;
  }

  /// A segment of statements.
  public long statements(Rows.NewSegment segment, List<Rows.StatementRow> statements) {
    var rest = new Digester();
    statements.forEach(statement -> statement.digestRest(rest));
    long number = newSegment(segment, statements.size(), rest);
    for (int row = 0; row < statements.size(); row++) {
      var statement = statements.get(row);
      sql.add(
          "INSERT INTO "
              + STATEMENT
              + " (segment, row, kind, concept, presence, content, locators)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          number,
          row,
          statement.kind(),
          statement.concept(),
          statement.presence(),
          statement.content(),
          statement.locators());
    }
    return number;
  }

  /// A segment of quantities.
  public long quantities(Rows.NewSegment segment, QuantityColumns columns) {
    if (columns.size() >= DENSE_ROWS) {
      long number = newSegment(segment, columns.size(), new Digester());
      dense.quantities(segment.layer(), segment.person(), number, columns);
      return number;
    }
    var rows = Quantities.fields(columns);
    long number = newSegment(segment, rows.size(), Quantities.rest(rows));
    Quantities.add(sql, number, rows);
    return number;
  }

  /// Begins a segment of calls, whose count, digest and facts are known at its end.
  public CallSegment calls(long person, String layer, Sha256 hash) {
    var begun = new Rows.NewSegment(person, layer, DenseShape.CALL.code(), hash, hash, null, null);
    long number = newSegment(begun, 0, new Digester());
    return new CallSegment(this, number, dense.calls(layer, person, number));
  }

  void end(long segment, long rows, Sha256 digest, String facts) {
    told.add("calls " + digest.hex());
    sql.change(
        "UPDATE segment SET observations = ?, digest = ?, facts = ? WHERE segment = ?",
        rows,
        digest.hex(),
        facts,
        segment);
  }

  void abandon(long segment) {
    sql.change("DELETE FROM segment WHERE segment = ?", segment);
    dense.abandonFrom(segment);
  }

  /// How many observations a segment holds.
  public long observations(long segment) {
    return sql.number("SELECT observations FROM segment WHERE segment = ?", segment);
  }

  /// A segment of calls of a person that was read from the same file with the same facts, or 0.
  public long sameCalls(long person, String layer, Sha256 hash, String facts) {
    return sql.number(
        "SELECT max(segment) FROM segment WHERE person = ? AND layer = ? AND shape = 'call'"
            + " AND sha256 = ? AND json_extract(facts, '$.request') = ?",
        person,
        layer,
        hash.hex(),
        facts);
  }

  private long lastRow() {
    return sql.number("SELECT last_insert_rowid()");
  }

  /// Lays the dense rows of this batch on the disk, so that [#reader] has them, too. For the end of
  /// a batch: what comes after it is laid into further parts.
  public void layDense() {
    var parts = dense.parts();
    for (var part : parts.subList(partsNamed, parts.size())) {
      if (!part.stretches().isEmpty()) {
        Parts.name(sql, part, batch);
      }
    }
    partsNamed = parts.size();
  }

  /// What is there, with what this batch changed so far; dense rows of this batch are among it as
  /// far as they were laid.
  ///
  /// Closed with the batch.
  public StoreReader reader() {
    sql.flush();
    if (reader == null) {
      reader = new StoreReader(sql, new DenseReader(folder));
    }
    return reader;
  }

  /// Whether nothing was changed.
  public boolean isEmpty() {
    return told.isEmpty();
  }

  /// Looks whether what reading a person rests on first was as it had been written before this
  /// batch; see [PersonSeals#requireWhole].
  ///
  /// @throws StoreFault where it was not
  public void requireWhole(long person) {
    if (!sealing.touch(person)) {
      PersonSeals.requireWhole(reader(), person);
      throw StoreReader.damaged("what was there", reader().personId(person));
    }
  }

  /// Something of a person is about to change.
  void touch(long person) {
    sealing.touch(person);
  }

  /// The catalogue, within the transaction of this batch.
  Sql sql() {
    return sql;
  }

  /// Says what a batch changes, for its digest: a batch of which nothing is told is not written.
  void tell(String change) {
    told.add(change);
  }

  /// Makes the batch part of the store: when this returns, it is on the disk.
  ///
  /// Nothing is written where nothing was changed.
  public void acknowledge() {
    if (isEmpty()) {
      return;
    }
    layDense();
    sql.flush();
    sealing.write();
    JournalMarks.note(sql, batch, journal);
    BatchSeal.insert(sql, batch, head, missing);
    sql.run("COMMIT");
    isOpen = false;
    JournalMarks.tell(sql, journal);
    try {
      sql.run("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (StoreFault _) {
      // It is on the disk, in the log. A disk that is full now is no reason to say that it is not.
    }
  }

  @Override
  public void close() {
    try (place;
        sql;
        journal;
        dense) {
      if (reader != null) {
        reader.closeDense();
      }
      if (isOpen) {
        sql.rollBack();
        Orphans.sweep(folder, sql);
      }
      StoreFolder.sync(folder.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
