package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.form.CallFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, what was not never was, and an earlier state can be asked for.
class StoreTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");
  private static final Sha256 FILE = Sha256.of(new byte[] {1});

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void nameTheStore() {
    root = folder.resolve("store");
  }

  private StoreWriter write(Instant recorded) {
    return Store.orNew(root).write(new Rows.BatchHead(recorded, "import", "test"), "test", 0);
  }

  /// Rows of every kind of magnitude and unit, with and without an interval.
  private static QuantityColumns columns(int rows) {
    var builder = QuantityColumns.of(Layer.LABORATORY);
    var magnitudes =
        List.of(
            new Magnitude.Exact(-0.1),
            new Magnitude.Exact(4.9E-324),
            new Magnitude.Below(0.3, false),
            new Magnitude.Below(0.3, true),
            new Magnitude.Above(1e300, false),
            new Magnitude.Above(7, true),
            new Magnitude.Missing(Absence.FAILED),
            new Magnitude.Missing(Absence.WITHHELD));
    var units = List.of(Unit.ucum("mg/dL"), new Unit.NotUnderstood("some'words"), Unit.notStated());
    for (int i = 0; i < rows; i++) {
      builder.add(
          new Coded("LOINC:" + i % 97, i % 3 == 0 ? null : "name 'of' " + i % 97),
          magnitudes.get(i % magnitudes.size()),
          units.get(i % units.size()),
          i % 5 == 0 ? new ReferenceInterval(i % 2 == 0 ? null : 1.5, 2.25, units.get(0)) : null,
          i % 7 == 0 ? When.notStated() : When.parse("2024-0" + (1 + i % 9)),
          i % 11 == 0 ? null : "S" + i % 4,
          i % 13 == 0 ? "pair" : null,
          i % 17 == 0 ? "method" : null,
          new SourceRow(0, i + 2));
    }
    builder.add(
        new Quantity(
            Layer.LABORATORY,
            new Coded("LOINC:0", "of two places"),
            Amount.of(1, "1"),
            null,
            When.notStated(),
            null,
            null,
            null,
            List.of(new SourceRow(0, 5), new SourceRow(0, 1L << 50))));
    return builder.build();
  }

  private static long keep(StoreWriter writer, String id, QuantityColumns columns) {
    var known = writer.person(id);
    var person = known == null ? writer.newPerson(id) : known;
    writer.inForce(id).forEach(writer::supersede);
    var inputs = new Digester().text(id).integer(columns.size()).end();
    long intake = writer.intake(person.person(), id, id, inputs);
    writer.file(intake, new Rows.FileRow(0, "table.tsv", FILE, 1, 1));
    var segment =
        new Rows.NewSegment(
            person.person(),
            Layer.LABORATORY.code(),
            "quantity",
            FILE,
            columns.digest(),
            "2024-01-01",
            "2024-09-30");
    long number = writer.quantities(segment, columns);
    writer.link(intake, number, 0);
    return number;
  }

  private QuantityColumns read(String id, long batch) {
    try (var reader = Store.at(root).read()) {
      var person = Objects.requireNonNull(reader.person(id));
      var builder = QuantityColumns.of(Layer.LABORATORY);
      for (var intake : reader.intakes(person.person(), batch)) {
        for (var segment : reader.segments(intake.intake())) {
          reader.quantities(
              segment.segment(), Layer.LABORATORY, locator -> new SourceRow(0, locator), builder);
          var columns = builder.build();
          assertThat(columns.digest()).isEqualTo(segment.digest());
          assertThat((long) columns.size()).isEqualTo(segment.observations());
        }
      }
      return builder.build();
    }
  }

  private static void same(QuantityColumns one, QuantityColumns other) {
    assertThat(one.size()).isEqualTo(other.size());
    for (int row = 0; row < one.size(); row++) {
      assertThat(one.quantity(row)).isEqualTo(other.quantity(row));
    }
    assertThat(one.digest()).isEqualTo(other.digest());
  }

  @Test
  void readsBackSmallAndLargeSegments() throws IOException {
    var small = columns(StoreWriter.DENSE_ROWS - 2);
    var large = columns(StoreWriter.DENSE_ROWS + 3_000);
    try (var writer = write(FIRST)) {
      keep(writer, "small", small);
      keep(writer, "large", large);
      keep(writer, "other", columns(StoreWriter.DENSE_ROWS));
      writer.acknowledge();
    }
    same(read("small", StoreReader.NEWEST), small);
    same(read("large", StoreReader.NEWEST), large);
    assertThat(parts()).as("segments of one layer share a part").hasSize(1);
  }

  private Set<String> parts() throws IOException {
    var parts = new TreeSet<String>();
    try (var files = Files.walk(root.resolve("layers"))) {
      files.filter(Files::isRegularFile).forEach(file -> parts.add(file.toString()));
    }
    return parts;
  }

  @Test
  void anEarlierStateCanBeAskedForAgain() {
    var before = columns(10);
    var after = columns(20);
    for (var columns : List.of(before, after)) {
      try (var writer = write(columns == before ? FIRST : FIRST.plusSeconds(60))) {
        keep(writer, "p", columns);
        writer.acknowledge();
      }
    }
    try (var reader = Store.at(root).read()) {
      assertThat(reader.batchBy(FIRST.minusMillis(1))).isZero();
      assertThat(reader.batchBy(FIRST)).isEqualTo(1);
      assertThat(reader.batchBy(FIRST.plusSeconds(3600))).isEqualTo(2);
      assertThat(reader.people(0)).isEmpty();
    }
    same(read("p", 1), before);
    same(read("p", StoreReader.NEWEST), after);
  }

  @Test
  void aClockThatGoesBackReordersNothing() {
    try (var writer = write(FIRST)) {
      keep(writer, "p", columns(10));
      writer.acknowledge();
    }
    try (var writer = write(FIRST.minusSeconds(86_400))) {
      keep(writer, "q", columns(10));
      writer.acknowledge();
    }
    try (var reader = Store.at(root).read()) {
      assertThat(reader.batchBy(FIRST.minusSeconds(1))).isZero();
      assertThat(reader.batchBy(FIRST)).isEqualTo(2);
    }
  }

  @Test
  void whatWasNotAcknowledgedNeverWas() throws IOException {
    try (var writer = write(FIRST)) {
      keep(writer, "kept", columns(10));
      writer.acknowledge();
    }
    try (var writer = write(FIRST)) {
      keep(writer, "lost", columns(StoreWriter.DENSE_ROWS));
      assertThat(Store.at(root).read().people(StoreReader.NEWEST))
          .as("a reader beside the writer")
          .extracting(Rows.PersonLine::id)
          .containsExactly("kept");
    }
    try (var reader = Store.at(root).read()) {
      assertThat(reader.person("lost")).isNull();
      assertThat(reader.batchBy(FIRST)).isEqualTo(1);
    }
    assertThat(parts()).isEmpty();
  }

  @Test
  void whatNoCatalogueNamesIsSweptByTheNextWriter() throws IOException {
    try (var writer = write(FIRST)) {
      keep(writer, "p", columns(StoreWriter.DENSE_ROWS));
      writer.acknowledge();
    }
    var named = parts();
    var layer = Files.createDirectories(root.resolve("layers/genome"));
    Files.writeString(layer.resolve("00000009-0001.parquet"), "left");
    Files.writeString(layer.resolve(".00000009-0002.parquet.aside"), "left");
    try (var writer = write(FIRST)) {
      assertThat(writer.batch()).isEqualTo(2);
    }
    assertThat(parts()).isEqualTo(named);
  }

  @Test
  void aPersonWhoFailsHalfwayLeavesNothingBehind() {
    var kept = columns(StoreWriter.DENSE_ROWS + 1);
    try (var writer = write(FIRST)) {
      keep(writer, "before", columns(10));
      assertThatThrownBy(() ->
              writer.whole(() -> {
                keep(writer, "half", columns(StoreWriter.DENSE_ROWS));
                throw new IllegalStateException("halfway");
              }))
          .hasMessage("halfway");
      writer.whole(() -> keep(writer, "after", kept));
      writer.acknowledge();
    }
    same(read("after", StoreReader.NEWEST), kept);
    try (var reader = Store.at(root).read()) {
      assertThat(reader.people(StoreReader.NEWEST))
          .extracting(Rows.PersonLine::id)
          .containsExactly("after", "before");
    }
  }

  @Test
  void answersWithTheRecordsOfAPlace() {
    long segment;
    try (var writer = write(FIRST)) {
      var person = writer.newPerson("p");
      long intake = writer.intake(person.person(), "p", "p", FILE);
      var calls = writer.calls(person.person(), Layer.GENOME.code(), FILE);
      for (int i = 0; i < 1000; i++) {
        calls.add(
            new CallFields(
                10 + i, "1", 100 * i, 100 * i + 50, true, "A", "G", "0/1", null, "line " + i));
      }
      calls.add(new CallFields(2000, "2", 0, 5_000_000, false, null, null, null, null, "2\t1"));
      calls.end("{\"request\":\"r\"}");
      segment = calls.number();
      writer.link(intake, segment, 0);
      assertThat(writer.sameCalls(person.person(), "genome", FILE, "r")).isEqualTo(segment);
      assertThat(writer.sameCalls(person.person(), "genome", FILE, "q")).isZero();
      writer.acknowledge();
    }
    try (var reader = Store.at(root).read()) {
      var places =
          List.of(
              new DenseReader.Stretch("1", 149, 201),
              new DenseReader.Stretch("1", 200, 201),
              new DenseReader.Stretch("2", 77, 78),
              new DenseReader.Stretch("X", 0, 1));
      assertThat(reader.calls(segment, places))
          .extracting(CallFields::line)
          .containsExactly(11L, 12L, 2000L);
    }
  }

  @Test
  void belongsToItsOwnerAlone() throws IOException {
    try (var writer = write(FIRST)) {
      keep(writer, "p", columns(StoreWriter.DENSE_ROWS));
      writer.acknowledge();
    }
    try (var files = Files.walk(root)) {
      for (var file : files.toList()) {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertThat(mode)
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
  }

  /// Locks are kept by name: over a link the same place is asked for.
  @Test
  void overLinksItIsOneStore() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link"), folder);
    var other = Files.createSymbolicLink(folder.resolve("other"), link.resolve("store"));
    MadePeople.keepSmall(link.resolve("store"), "one");
    assertThat(Files.isSymbolicLink(root)).isFalse();
    try (var writer = write(FIRST)) {
      assertThat(writer.person("one")).isNotNull();
      refuses(ProblemCode.STORE_HELD, () -> MadePeople.keepSmall(other, "two"));
    }
    MadePeople.keepSmall(other, "two");
    assertThat(MadePeople.told(root, "two")).isEqualTo(MadePeople.told(other, "two")).isNotEmpty();
    assertThat(Store.check(other).isSound()).isTrue();
    assertThat(Store.at(other).root()).isEqualTo(root.toRealPath());
  }

  @Test
  void saysWhereThereIsNone() {
    refuses(ProblemCode.STORE_NOT_FOUND, () -> Store.at(root));
  }

  @Test
  void refusesAFolderOfOtherThings() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("letter.txt"), "mine");
    refuses(ProblemCode.STORE_NOT_ONE, () -> Store.orNew(root));
    Files.delete(root.resolve("letter.txt"));
    Files.writeString(root.resolve("idiome.sqlite"), "no database, but text enough to be one");
    refuses(ProblemCode.STORE_DAMAGED, () -> Store.at(root).read());
  }

  @Test
  void refusesANewerStore() throws SQLException {
    write(FIRST).close();
    change("PRAGMA user_version = 1000");
    refuses(ProblemCode.STORE_NEWER, () -> Store.at(root).read());
    refuses(ProblemCode.STORE_NEWER, () -> write(FIRST));
    change("PRAGMA application_id = 1");
    refuses(ProblemCode.STORE_NOT_ONE, () -> Store.at(root).read());
  }

  @Test
  void readersLeaveAnOlderStoreToItsWriter() throws SQLException {
    write(FIRST).close();
    change("PRAGMA user_version = 0");
    refuses(ProblemCode.STORE_OLDER, () -> Store.at(root).read());
  }

  @Test
  void aTableThatIsGoneIsDamage() throws SQLException {
    write(FIRST).close();
    change("DROP TABLE intake_segment");
    refuses(
        ProblemCode.STORE_DAMAGED,
        () -> {
          try (var reader = Store.at(root).read()) {
            reader.people(StoreReader.NEWEST);
          }
        });
  }

  private void change(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static void refuses(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class, fault -> assertThat(fault.problem().code()).isEqualTo(code));
  }
}
