package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.SourceRow;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;

/// Holds everything in a store to what was written: the structure of the catalogue, the bytes of
/// every dense part, and the digest of every segment and intake, recomputed from its rows.
public final class StoreCheck {
  private static final String CATALOGUE = "idiome.sqlite";
  private static final String JOURNAL = "journal.sqlite";

  private final StoreFolder folder;
  private final List<Damage> found = new ArrayList<>();
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

  /// What was looked at, and what was found.
  ///
  /// @param openToOthers files and folders whose modes let others in
  /// @param foreign files that are none of the store's
  /// @param pendingErasures how many erasures are not finished
  public record Checked(
      long batches,
      long parts,
      long segments,
      long intakes,
      List<Damage> damage,
      List<String> openToOthers,
      List<String> foreign,
      long pendingErasures) {
    /// Copies the lists.
    public Checked {
      damage = List.copyOf(damage);
      openToOthers = List.copyOf(openToOthers);
      foreign = List.copyOf(foreign);
    }

    /// Whether all is as it should be.
    public boolean isSound() {
      return damage.isEmpty() && openToOthers.isEmpty() && pendingErasures == 0;
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
    try (var reader = new StoreReader(folder, Catalogue.look(folder))) {
      var sql = reader.sql();
      structure(sql);
      parts(sql, reader);
      segments(sql, reader);
      intakes(sql, reader);
      lines(sql, reader);
      for (var damage : Consents.damaged(sql)) {
        damaged(CATALOGUE, damage.person(), damage.what());
      }
      batches(sql);
      pendingErasures = Clearing.pending(sql);
      for (var damage : Settlements.damaged(sql)) {
        damaged(CATALOGUE, damage.person(), damage.what());
      }
    } catch (StoreFault fault) {
      if (!isOfDamage(fault)) {
        throw fault;
      }
      damaged(CATALOGUE, "", "structure " + fault.problem().values().getOrDefault("said", ""));
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException damaged) {
      damaged(CATALOGUE, "", "structure " + damaged.getMessage());
    }
    for (var damage : Journal.check(folder)) {
      damaged(JOURNAL, damage.person(), damage.what());
    }
    try {
      return new Checked(
          batches,
          parts,
          segments,
          intakes,
          found,
          folder.openToOthers(),
          folder.foreign(file -> PartFile.isOurs(folder.layers(), file)),
          pendingErasures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfDamage(StoreFault fault) {
    return fault.problem().code() == ProblemCode.STORE_DAMAGED
        || fault.problem().code() == ProblemCode.STORE_FAILED;
  }

  private void batches(Sql sql) {
    for (var batch :
        sql.list(
            "SELECT batch, digest FROM batch ORDER BY batch",
            row -> new Asked(row.number(1), "", "", "", row.text(2)))) {
      batches++;
      if (!BatchSeal.digest(sql, batch.number()).hex().equals(batch.digest())) {
        damaged(CATALOGUE, "", "batch " + batch.number());
      }
    }
  }

  private void damaged(String file, String person, String what) {
    found.add(new Damage(file, person, what));
  }

  private void structure(Sql sql) {
    for (var said : sql.list("PRAGMA integrity_check", row -> row.text(1))) {
      if (!said.equals("ok")) {
        damaged(CATALOGUE, "", "structure " + said);
      }
    }
    if (!sql.list("PRAGMA foreign_key_check", row -> row.text(1)).isEmpty()) {
      damaged(CATALOGUE, "", "structure foreign key");
    }
    if (sql.number("SELECT count(*) FROM store_key WHERE key = again") != 1) {
      damaged(CATALOGUE, "", "key");
    }
    for (var table : List.of("person", "intake", "segment", "part")) {
      var used = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?";
      if (sql.number(used, table) < sql.number("SELECT max(" + table + ") FROM " + table)) {
        damaged(CATALOGUE, "", "structure numbers of " + table);
      }
    }
  }

  private record Named(
      long part, String name, String shape, String sha256, long bytes, long rows) {}

  private void parts(Sql sql, StoreReader reader) {
    for (var part :
        sql.list(
            "SELECT part, name, shape, sha256, bytes, observations FROM part ORDER BY part",
            row ->
                new Named(
                    row.number(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.number(5),
                    row.number(6)))) {
      parts++;
      if (!isWhole(part, reader)) {
        damaged("layers/" + part.name(), "", "part");
      } else if (sql.number(
              "SELECT count(*) FROM segment_part JOIN segment USING (segment)"
                  + " WHERE part = ? AND shape <> ?",
              part.part(),
              part.shape())
          > 0) {
        damaged(CATALOGUE, "", "part " + part.part());
      }
    }
    for (var segment :
        sql.list(
            "SELECT s.segment, p.id FROM segment s JOIN person p USING (person)"
                + " JOIN segment_part l USING (segment) GROUP BY s.segment"
                + " HAVING min(l.first_row) <> 0 OR max(l.end_row) <> s.observations"
                + " OR sum(l.end_row - l.first_row) <> s.observations",
            row -> new Asked(row.number(1), row.text(2), "", "", ""))) {
      damaged(CATALOGUE, segment.person(), "segment " + segment.number());
    }
  }

  private boolean isWhole(Named part, StoreReader reader) {
    var file = folder.layers().resolve(part.name());
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == part.bytes()
          && PartFile.hash(file).hex().equals(part.sha256())
          && reader.rowsOf(part.name()) == part.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      boolean isSame;
      try {
        isSame = digest(segment, sql, reader).hex().equals(segment.digest());
      } catch (RuntimeException e) {
        // Whatever a damaged row makes of itself.

        isSame = false;
      }
      if (!isSame) {
        var file = reader.partsOf(segment.number());
        damaged(
            file.isEmpty() ? CATALOGUE : "layers/" + file.getFirst(),
            segment.person(),
            "segment " + segment.number());
      }
    }
  }

  private static Sha256 digest(Asked segment, Sql sql, StoreReader reader) {
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
      default -> {
        reader.calls(segment.number(), call -> CallSegment.digest(digester, call));
        var facts =
            sql.one(
                "SELECT facts FROM segment WHERE segment = ?",
                row -> row.text(1),
                segment.number());
        digester.text(facts == null ? "" : facts);
      }
    }
    return digester.end();
  }

  private static Layer layer(String code) {
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
            "SELECT i.intake, p.id, i.content, i.digest FROM intake i JOIN person p USING (person)"
                + " ORDER BY i.intake",
            row -> new Asked(row.number(1), row.text(2), row.text(3), "", row.text(4)))) {
      intakes++;
      var files = new Digester();
      var elements = new Digester();
      reader.files(intake.number()).forEach(file -> file.digest(files));
      reader.elements(intake.number()).forEach(element -> element.digest(elements));
      if (!Intakes.digest(files, elements, intake.layer()).hex().equals(intake.digest())) {
        damaged(CATALOGUE, intake.person(), "intake " + intake.number());
      }
    }
  }

  private record Stretch(long person, String id, String sha256, long first) {}

  private void lines(Sql sql, StoreReader reader) {
    for (var stretch :
        sql.list(
            "SELECT l.person, p.id, l.sha256, l.first FROM source_lines l"
                + " JOIN person p USING (person)",
            row -> new Stretch(row.number(1), row.text(2), row.text(3), row.number(4)))) {
      try {
        reader.lines(stretch.person(), new Sha256(stretch.sha256()), stretch.first());
      } catch (RuntimeException e) {
        damaged(CATALOGUE, stretch.id(), "lines from " + stretch.first());
      }
    }
  }
}
