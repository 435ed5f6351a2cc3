package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One flipped bit in any kind of page of the catalogue: named, nobody is read as less, and the
/// others are read.
class DamagedPagesTest {
  private static final int FLIPS = Integer.getInteger("page.flips", 2);

  /// Whether figures are printed, beside those of reading without this.
  private static final boolean IS_COMPARED = Boolean.getBoolean("page.compared");

  private static final long SEED = 20261122;
  private static final int PAGE = 4096;
  private static final int BATCH = 20;
  private static final List<String> PEOPLE =
      IntStream.range(0, 3 * BATCH).mapToObj(i -> "person-%03d".formatted(i)).toList();

  /// One bit is of one row at most.
  private static final int MOST_LOST = 1;

  @TempDir Path folder;
  private Path root;
  private byte[] whole;
  private final Map<String, String> told = new TreeMap<>();

  /// Where to flip.
  ///
  /// @param kind of page, and which of its parts
  private record Spot(String kind, int from, int to) {}

  /// What was seen of the flips of one kind.
  private static final class Seen {
    private int flips;
    private int named;
    private int others;
    private int othersBefore;

    @Override
    public String toString() {
      return "%d flips, %d named, all others read at %d (where the first page that cannot be read"
              .formatted(flips, named, others)
          + " ends it: %d)".formatted(othersBefore);
    }
  }

  @BeforeEach
  void keepPeople() throws IOException {
    root = folder.resolve("store");
    for (int from = 0; from < PEOPLE.size(); from += BATCH) {
      try (var writer = Store.orNew(root).write(MadePeople.head("import"), "test", 0)) {
        PEOPLE.subList(from, from + BATCH).forEach(id -> MadePeople.keepSmall(writer, id));
        writer.acknowledge();
      }
    }
    whole = Files.readAllBytes(catalogue());
    try (var reader = Store.at(root).read()) {
      PEOPLE.forEach(id -> told.put(id, MadePeople.told(reader, id)));
    }
  }

  private Path catalogue() {
    return root.resolve("idiome.sqlite");
  }

  @Test
  @Tag("slow")
  void oneFlippedBitAnywhereLeavesTheOthersReadable() throws Exception {
    var random = new SplittableRandom(SEED);
    var seen = new TreeMap<String, Seen>();
    for (var spots : spots().entrySet()) {
      var sum = seen.computeIfAbsent(spots.getKey(), _ -> new Seen());
      for (int flip = 0; flip < FLIPS; flip++) {
        var spot = spots.getValue().get(random.nextInt(spots.getValue().size()));
        flip(random.nextInt(spot.from(), spot.to()), 1 << random.nextInt(8), spots.getKey(), sum);
      }
    }
    assertThat(seen).hasSizeGreaterThan(15);
    if (IS_COMPARED) {
      seen.forEach((kind, sum) -> System.out.println(kind + ": " + sum));
    }
  }

  private void flip(int at, int bit, String kind, Seen sum) throws IOException {
    var bytes = whole.clone();
    bytes[at] ^= (byte) bit;
    Files.write(catalogue(), bytes);
    var where = kind + ", byte " + at + " bit " + bit;
    sum.flips++;
    int readable;
    try (var reader = Store.at(root).read()) {
      readable = readable(reader, where);
    }
    assertThat(readable).as(where).isGreaterThanOrEqualTo(PEOPLE.size() - MOST_LOST);
    sum.others++;
    var checked = Store.check(root);
    if (checked.damage().isEmpty()) {
      assertThat(readable).as(where).isEqualTo(PEOPLE.size());
    } else {
      sum.named++;
      assertThat(checked.damage()).as(where).allMatch(one -> one.file().equals("idiome.sqlite"));
      assertThat(checked.wholePersons()).as(where).isBetween(PEOPLE.size() - 2L, (long) readable);
    }
    assertThat(Files.readAllBytes(catalogue())).as(where).isEqualTo(bytes);
    if (IS_COMPARED) {
      sum.othersBefore += readableWithoutSalvage() >= PEOPLE.size() - MOST_LOST ? 1 : 0;
    }
  }

  /// How many can be read, each as they were; nobody is said not to be there.
  private int readable(StoreReader reader, String where) {
    int readable = 0;
    for (var id : PEOPLE) {
      try {
        assertThat(MadePeople.told(reader, id)).as(where).isEqualTo(told.get(id));
        readable++;
      } catch (StoreFault fault) {
        assertThat(fault.problem().code()).as(where).isEqualTo(ProblemCode.STORE_DAMAGED);
      }
    }
    return readable;
  }

  private int readableWithoutSalvage() {
    int readable = 0;
    var folder = StoreFolder.existing(root);
    try (var reader = new StoreReader(folder, Catalogue.look(folder))) {
      for (var id : PEOPLE) {
        try {
          readable += MadePeople.told(reader, id).equals(told.get(id)) ? 1 : 0;
        } catch (StoreFault _) {
          // Not read.
        }
      }
    } catch (StoreFault _) {
      // Nobody is.
    }
    return readable;
  }

  /// A page of an index, of which no row is lost.
  private void damageIndex(Path file, String name) throws Exception {
    var bytes = Files.readAllBytes(file);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var ask = connection.createStatement();
        var rows =
            ask.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")) {
      bytes[(rows.getInt(1) - 1) * PAGE] ^= 1;
    }
    Files.write(file, bytes);
  }

  /// What answering reads is known to come out of damaged pages; nothing is written into them.
  @Test
  void nothingIsWrittenIntoADamagedCatalogue() throws Exception {
    damageIndex(catalogue(), "gap_batch");
    var bytes = Files.readAllBytes(catalogue());
    assertThatThrownBy(() -> MadePeople.keepSmall(root, "new"))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
    assertThatThrownBy(() -> Store.at(root).upkeep("test", 0)).isInstanceOf(StoreFault.class);
    assertThat(Files.readAllBytes(catalogue())).isEqualTo(bytes);
    assertThat(Store.check(root).damage().toString()).contains("gap_batch");
  }

  /// An index of sound pages whose keys are others: nobody is said not to be there.
  @Test
  void whoAnIndexDoesNotFindIsThereAllTheSame() throws Exception {
    var text = new String(whole, StandardCharsets.ISO_8859_1);
    var id = PEOPLE.get(7);
    int root = 0;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue());
        var ask = connection.createStatement();
        var rows =
            ask.executeQuery(
                "SELECT pageno FROM dbstat WHERE name = 'sqlite_autoindex_person_1'"
                    + " AND pagetype = 'leaf'")) {
      while (rows.next()) {
        int at = text.indexOf(id, (rows.getInt(1) - 1) * PAGE);
        root = at >= 0 && at < rows.getInt(1) * PAGE ? at : root;
      }
    }
    assertThat(root).isPositive();
    var bytes = whole.clone();
    bytes[root + 3] ^= 1;
    Files.write(catalogue(), bytes);
    try (var reader = Store.at(this.root).read()) {
      assertThat(reader.salvage()).isNull();
      assertThat(MadePeople.told(reader, id)).isEqualTo(told.get(id));
      assertThat(reader.salvage()).isNotNull();
    }
  }

  /// Of the journal: reading is audited, what was answered is told, and nothing is kept there.
  @Test
  void aDamagedIndexOfTheJournalKeepsNobodyFromBeingRead() throws Exception {
    var id = PEOPLE.getFirst();
    MadePeople.run(root, id);
    var before = MadePeople.told(root, id);
    damageIndex(root.resolve("journal.sqlite"), "run_person");
    MadePeople.audit(root, 3);
    assertThat(MadePeople.told(root, id)).isEqualTo(before);
    assertThatThrownBy(() -> MadePeople.run(root, PEOPLE.getLast()))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
    assertThat(Store.check(root).damage().toString())
        .contains("run_person")
        .doesNotContain("audit");
  }

  /// The parts of every kind of page.
  private Map<String, List<Spot>> spots() throws SQLException {
    var spots = new TreeMap<String, List<Spot>>();
    // But the low bytes of the number of the form: another there is that of a newer release.
    add(spots, new Spot("page 1 header", 0, 62));
    add(spots, new Spot("page 1 header", 64, 100));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue());
        var ask = connection.createStatement();
        var rows =
            ask.executeQuery(
                "SELECT d.name, d.pageno, d.pagetype, d.ncell, coalesce(s.type, 'table') FROM dbstat d"
                    + " LEFT JOIN sqlite_schema s USING (name)")) {
      while (rows.next()) {
        int start = (rows.getInt(2) - 1) * PAGE;
        int head = start + (start == 0 ? 100 : 0);
        var type = rows.getString(3);
        var tree = rows.getString(1).equals("sqlite_schema") ? "schema" : rows.getString(5);
        var kind = tree + " " + type;
        if (type.equals("overflow")) {
          add(spots, new Spot(kind, start, start + PAGE));
          continue;
        }
        int cells = head + (type.equals("leaf") ? 8 : 12);
        int behind = cells + 2 * rows.getInt(4);
        add(spots, new Spot(kind + " header", head, cells));
        if (behind > cells) {
          add(spots, new Spot(kind + " pointers", cells, behind));
          int content = (whole[head + 5] & 0xff) << 8 | (whole[head + 6] & 0xff);
          add(spots, new Spot(kind + " cells", start + content, start + PAGE));
        }
      }
    }
    return spots;
  }

  private static void add(Map<String, List<Spot>> spots, Spot spot) {
    spots.computeIfAbsent(spot.kind(), _ -> new ArrayList<>()).add(spot);
  }
}
