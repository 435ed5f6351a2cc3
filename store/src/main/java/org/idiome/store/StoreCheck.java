package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.SourceRow;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.KnownPart;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Holds everything in a store to what was written: the structure of the catalogue, the bytes of
/// every dense part, and the digest of every segment and intake, recomputed from its rows.
public final class StoreCheck {
  private static final String JOURNAL = "journal.sqlite";
  private static final String NAMELESS = "part that no row names: kept, for it may be somebody's";

  private final StoreFolder folder;
  private final Set<Damage> found = new LinkedHashSet<>();
  private final Set<String> damagedParts = new HashSet<>();
  private final Set<Long> damagedSegments = new HashSet<>();
  private List<Long> damagedBatches = List.of();
  private List<Journal.Seen> seen = List.of();
  private List<LostJournal> lost = List.of();
  private List<Accepted.Acceptance> accepted = List.of();
  private List<Losses.Lost> losses = List.of();
  private List<String> persons = List.of();
  private long batches;
  private long pendingErasures;
  private long parts;
  private long segments;
  private long intakes;

  /// Something that is not as it was written.
  ///
  /// @param file of the store, relative to it
  /// @param person whose it is, or empty where it is everybody's
  /// @param what is damaged: `structure`, `part`, `segment`, `intake`, `lines`, `batch`, `audit` or
  ///   `run`, with its number
  public record Damage(String file, String person, String what) {}

  /// A journal that was lost, and another begun in its place.
  ///
  /// @param batch that began the other
  /// @param rows how many rows its audit had at least
  public record LostJournal(long batch, long rows) {}

  /// What was looked at, and what was found.
  ///
  /// @param persons how many there are, as far as their rows can be read
  /// @param wholePersons of whom nothing is damaged
  /// @param openToOthers files and folders whose modes let others in
  /// @param foreign files that are none of the store's
  /// @param leftBeside copies that were stopped in the making, and lie beside it
  /// @param makerBeside who is making one there; null where nobody is
  /// @param pendingErasures how many erasures are not finished
  /// @param lostJournals journals that were lost, and that is known
  /// @param accepted damage of batches that somebody accepted
  /// @param losses what was lost with pages before this was copied
  public record Checked(
      long persons,
      long wholePersons,
      long batches,
      long parts,
      long segments,
      long intakes,
      List<Damage> damage,
      List<String> openToOthers,
      List<String> foreign,
      List<String> leftBeside,
      @Nullable String makerBeside,
      long pendingErasures,
      List<LostJournal> lostJournals,
      List<Accepted.Acceptance> accepted,
      List<Losses.Lost> losses) {
    /// Copies the lists.
    public Checked {
      damage = List.copyOf(damage);
      openToOthers = List.copyOf(openToOthers);
      foreign = List.copyOf(foreign);
      leftBeside = List.copyOf(leftBeside);
      lostJournals = List.copyOf(lostJournals);
      accepted = List.copyOf(accepted);
      losses = List.copyOf(losses);
    }

    /// Whether all is as it should be.
    public boolean isSound() {
      return damage.isEmpty()
          && openToOthers.isEmpty()
          && leftBeside.isEmpty()
          && pendingErasures == 0;
    }
  }

  private StoreCheck(StoreFolder folder) {
    this.folder = folder;
  }

  /// Checks a store as of one moment; others may read and write meanwhile.
  static Checked check(StoreFolder folder) {
    return new StoreCheck(folder).check();
  }

  private Checked check() {
    // A catalogue that cannot be read for what it is: refused, as everywhere.
    try (var reader = new StoreReader(folder, Catalogue.search(folder))) {
      var sql = reader.sql();
      look(() -> structure(sql));
      look(() -> parts(sql, reader));
      look(
          () -> Orphans.kept(folder, sql).forEach(name -> damaged("layers/" + name, "", NAMELESS)));
      look(() -> segments(sql, reader));
      look(() -> intakes(sql, reader));
      look(() -> lines(sql));
      look(() -> damaged(new LineCheck(sql, reader, damagedSegments).damaged()));
      look(() -> damaged(Consents.damaged(sql, 0, Long.MAX_VALUE)));
      look(() -> damaged(Settlements.damaged(sql, 0, Long.MAX_VALUE)));
      look(() -> damaged(Gaps.damaged(sql, 0, Long.MAX_VALUE)));
      look(() -> damaged(PersonSeals.damaged(sql)));
      look(() -> batches(sql));
      look(() -> accepted = Accepted.all(sql));
      look(() -> losses = Losses.all(sql));
      look(() -> persons = sql.list("SELECT id FROM person", row -> row.text(1)));
      look(() -> pendingErasures = Clearing.pending(sql));
      look(() -> seen = JournalMarks.ofLast(sql, damagedBatches));
      look(() -> lost = JournalMarks.lost(sql, damagedBatches));
    } catch (StoreFault fault) {
      damaged(fault);
    }
    look(() -> lastBatch());
    if (batches > 0 && seen.isEmpty() && !Files.isRegularFile(folder.journal())) {
      damaged(JOURNAL, "", "missing"); // With every note of it.
    }
    for (var damage : Journal.check(folder, seen)) {
      damaged(JOURNAL, damage.person(), damage.what());
    }
    try {
      return new Checked(
          persons.size(),
          wholePersons(),
          batches,
          parts,
          segments,
          intakes,
          List.copyOf(found),
          folder.openToOthers(),
          folder.foreign(file -> PartFile.isOurs(folder.layers(), file)),
          FolderCopy.leftBeside(folder),
          FolderCopy.makerBeside(folder),
          pendingErasures,
          lost,
          accepted,
          losses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long wholePersons() {
    var damaged = found.stream().map(Damage::person).collect(Collectors.toSet());
    return persons.stream().filter(id -> !damaged.contains(id)).count();
  }

  /// One look, which does not keep the next from being taken.
  private void look(Runnable look) {
    try {
      look.run();
    } catch (StoreFault fault) {
      damaged(fault);
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException damaged) {
      damaged(StoreFolder.CATALOGUE, "", "structure " + damaged.getMessage());
    }
  }

  private void damaged(StoreFault fault) {
    if (!isOfDamage(fault)) {
      throw fault;
    }
    damaged(
        StoreFolder.CATALOGUE,
        "",
        "structure " + fault.problem().values().getOrDefault("said", ""));
  }

  private void damaged(List<Journal.Damage> rows) {
    rows.forEach(damage -> damaged(StoreFolder.CATALOGUE, damage.person(), damage.what()));
  }

  /// A disk without room, or a file that somebody else holds, is no damage of what lies there.
  private static boolean isOfDamage(StoreFault fault) {
    return switch (fault.problem().code()) {
      case STORE_DAMAGED, STORE_DISK, STORE_FAILED -> true;
      case ProblemCode _ -> false;
    };
  }

  private void batches(Sql sql) {
    batches = sql.number("SELECT count(*) FROM batch");
    long missing = BatchSeal.missingPeople(sql);
    if (missing != 0) {
      damaged(StoreFolder.CATALOGUE, "", "persons who are missing: " + missing);
    }
    if (!BatchSeal.strays(sql).isEmpty()) {
      damaged(StoreFolder.CATALOGUE, "", "structure numbers of batch");
    }
    damagedBatches = BatchSeal.damaged(sql);
    damagedBatches.forEach(batch -> damaged(StoreFolder.CATALOGUE, "", "batch " + batch));
  }

  /// A batch of which the journal was told is there.
  private void lastBatch() {
    if (seen.isEmpty() || !Files.isRegularFile(folder.journal())) {
      return;
    }
    String missing = null;
    try (var journal = Journal.look(folder);
        var sql = Catalogue.look(folder)) {
      missing = JournalMarks.missing(folder, sql, journal);
    } catch (StoreFault | IllegalArgumentException | IllegalStateException _) {
      // Whichever of the two cannot be read is named by its own look.
    }
    if (missing != null) {
      damaged(StoreFolder.CATALOGUE, "", missing);
    }
  }

  private void damaged(String file, String person, String what) {
    found.add(new Damage(file, person, what));
  }

  /// Whether what is computed is what was kept; whatever a damaged row makes of itself is not.
  private static boolean isSame(String kept, Supplier<Sha256> computed) {
    try {
      return computed.get().hex().equals(kept);
    } catch (RuntimeException _) {
      return false;
    }
  }

  private void structure(Sql sql) {
    // Where pages are damaged, the rest looks at what can be read out of them.
    for (var said : sql.structure()) {
      damaged(StoreFolder.CATALOGUE, "", "structure " + said);
    }
    if (!sql.list("PRAGMA foreign_key_check", row -> row.text(1)).isEmpty()) {
      damaged(StoreFolder.CATALOGUE, "", "structure foreign key");
    }
    if (!Catalogue.hasItsTables(sql)) {
      var what = "structure tables: not those of this form; of another build, or damaged";
      damaged(StoreFolder.CATALOGUE, "", what);
    }
    if (sql.number("SELECT count(*) FROM store_key WHERE key = again") != 1) {
      damaged(StoreFolder.CATALOGUE, "", "key");
    }
    for (var table : List.of("person", "intake", "segment", "part")) {
      var used = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?";
      if (sql.number(used, table) < sql.number("SELECT max(" + table + ") FROM " + table)) {
        damaged(StoreFolder.CATALOGUE, "", "structure numbers of " + table);
      }
    }
  }

  private record Kept(PartRow part, String digest) {}

  /// A part whose row is damaged is not held against its file.
  private void parts(Sql sql, StoreReader reader) {
    for (var kept :
        sql.list(
            "SELECT " + PartRow.COLUMNS + ", digest FROM part ORDER BY part",
            row -> new Kept(PartRow.ROW.of(row), row.text(9)))) {
      parts++;
      var part = kept.part();
      boolean isRowSame =
          kept.digest().equals(part.digest())
              && sql.number(
                      "SELECT count(*) FROM segment_part JOIN segment USING (segment)"
                          + " WHERE part = ? AND shape <> ?",
                      part.part(),
                      part.shape())
                  == 0;
      if (!isRowSame) {
        damaged(StoreFolder.CATALOGUE, "", "part " + part.part());
      } else if (!isWhole(part, reader)) {
        damagedParts.add(part.name());
        damaged("layers/" + part.name(), "", "part");
      }
    }
    for (var segment :
        sql.list(
            "SELECT s.segment, p.id FROM segment s JOIN person p USING (person)"
                + " JOIN segment_part l USING (segment) GROUP BY s.segment"
                + " HAVING min(l.first_row) <> 0 OR max(l.end_row) <> s.observations"
                + " OR sum(l.end_row - l.first_row) <> s.observations",
            row -> new Asked(row.number(1), row.text(2), "", "", ""))) {
      damaged(StoreFolder.CATALOGUE, segment.person(), "segment " + segment.number());
    }
  }

  private boolean isWhole(PartRow part, StoreReader reader) {
    try {
      part.known().requireWhole(folder);
      return reader.rowsOf(part.name()) == part.rows();
    } catch (StoreFault _) {
      return false;
    }
  }

  private record Asked(long number, String person, String layer, String shape, String digest) {}

  private void segments(Sql sql, StoreReader reader) {
    for (var segment :
        sql.list(
            "SELECT s.segment, p.id, s.layer, s.shape, s.digest FROM segment s"
                + " JOIN person p USING (person) ORDER BY s.segment",
            row -> new Asked(row.number(1), row.text(2), row.text(3), row.text(4), row.text(5)))) {
      segments++;
      var part =
          reader.partsOf(segment.number()).stream()
              .map(KnownPart::name)
              .filter(damagedParts::contains)
              .findFirst();
      if (part.isPresent() || !isSame(segment.digest(), () -> digest(segment, reader))) {
        damagedSegments.add(segment.number());
        damaged(
            part.map(name -> "layers/" + name).orElse(StoreFolder.CATALOGUE),
            segment.person(),
            "segment " + segment.number());
      }
    }
  }

  private static Sha256 digest(Asked segment, StoreReader reader) {
    var digester = new Digester();
    switch (segment.shape()) {
      case "statement" ->
          reader.statements(segment.number()).forEach(one -> digester.text(one.content()));
      case "quantity" -> {
        var layer = layer(segment.layer());
        var builder = QuantityColumns.of(layer);
        reader.quantities(segment.number(), layer, locator -> new SourceRow(0, locator), builder);
        return builder.build().digest();
      }
      default -> reader.calls(segment.number(), call -> CallSegment.digest(digester, call));
    }
    return digester.end();
  }

  /// A layer by its code.
  static Layer layer(String code) {
    for (var layer : Layer.values()) {
      if (layer.code().equals(code)) {
        return layer;
      }
    }
    throw new IllegalArgumentException("no layer " + code);
  }

  private void intakes(Sql sql, StoreReader reader) {
    for (var intake :
        sql.list(
            "SELECT i.intake, p.id, i.digest FROM intake i JOIN person p USING (person)"
                + " ORDER BY i.intake",
            row -> new Asked(row.number(1), row.text(2), "", "", row.text(3)))) {
      intakes++;
      if (!isSame(intake.digest(), () -> reader.digest(reader.intake(intake.number())))) {
        damaged(StoreFolder.CATALOGUE, intake.person(), "intake " + intake.number());
      }
    }
  }

  /// Every stretch of lines is as it was written, follows the one before, and is of a file of the
  /// person.
  private void lines(Sql sql) {
    var before = new long[] {0, 0};
    var file = new String[] {""};
    sql.each(
        "SELECT l.person, p.id, l.sha256, l.first, l.last, l.bytes, l.deflated, l.digest,"
            + " EXISTS (SELECT 1 FROM intake_file f JOIN intake i USING (intake)"
            + " WHERE i.person = l.person AND f.sha256 = l.sha256)"
            + " FROM source_lines l JOIN person p USING (person)"
            + " ORDER BY l.person, l.sha256, l.first",
        row -> {
          var stretch =
              new LineWriter.Stretch(
                  row.text(3), row.number(4), row.number(5), row.number(6), row.bytes(7));
          boolean isNext = before[0] == row.number(1) && file[0].equals(stretch.file());
          if (stretch.first() != (isNext ? before[1] + 1 : 1)
              || row.number(9) == 0
              || !stretch.digest().equals(row.text(8))) {
            damaged(StoreFolder.CATALOGUE, row.text(2), "lines from " + stretch.first());
          }
          before[0] = row.number(1);
          before[1] = stretch.last();
          file[0] = stretch.file();
        });
  }
}
