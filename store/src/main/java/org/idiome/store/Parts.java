package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.dense.DenseWriter;
import org.idiome.store.dense.KnownPart;
import org.idiome.store.dense.Part;
import org.idiome.store.dense.PartFile;
import org.idiome.store.dense.PartRewriter;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Dense parts that are replaced by others which hold the same of what still counts. Only the one
/// writer may ask.
///
/// A part is never changed: the new one is on the disk before one transaction names it in the place
/// of the old, whose file stays until no reader can ask for it ([Clearing]).
final class Parts {
  private final StoreFolder folder;
  private final Sql sql;

  /// A part in force.
  ///
  /// @param live rows that a segment still names
  private record Old(long part, KnownPart known, String shape, long batch, long rows, long live) {
    String name() {
      return known.name();
    }

    String kind() {
      return name().substring(0, name().indexOf('/') + 1) + shape;
    }
  }

  Parts(StoreFolder folder, Sql sql) {
    this.folder = folder;
    this.sql = sql;
  }

  private List<Old> all() {
    return sql.list(
        "SELECT p.part, p.name, p.bytes, p.sha256, p.crc32c, p.shape, p.batch, p.observations,"
            + " coalesce(sum(l.end_row - l.first_row), 0) FROM part p"
            + " LEFT JOIN segment_part l ON l.part = p.part AND l.segment IN"
            + " (SELECT segment FROM segment) GROUP BY p.part ORDER BY p.part",
        row ->
            new Old(
                row.number(1),
                new KnownPart(row.text(2), row.number(3), row.text(4), row.number(5)),
                row.text(6),
                row.number(7),
                row.number(8),
                row.number(9)));
  }

  /// Leaves out of every part the rows that mean nobody any more. One that is damaged keeps no
  /// other from it.
  ///
  /// @return which are damaged, and have rows that mean nobody, by name
  SortedMap<String, StoreFault> dropDeadRows() {
    var groups = new ArrayList<List<Old>>();
    // While rows of the catalogue are damaged, rows of the erased may count as somebody else's.
    boolean isSure = Doubt.of(sql).isNone();
    all().stream()
        .filter(one -> !isSure || one.live() < one.rows())
        .forEach(one -> groups.add(List.of(one)));
    var damaged = new TreeMap<String, StoreFault>();
    for (var group : groups) {
      try {
        replace(List.of(group));
      } catch (StoreFault fault) {
        if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
          throw fault;
        }
        damaged.put(group.getFirst().name(), fault);
      }
    }
    Orphans.sweep(folder, sql);
    cutNameless();
    return damaged;
  }

  /// The names of the parts in which a person has rows.
  static Set<String> of(Sql sql, long person) {
    return Set.copyOf(
        sql.list(
            "SELECT DISTINCT p.name FROM segment s JOIN segment_part l USING (segment)"
                + " JOIN part p USING (part) WHERE s.person = ?",
            row -> row.text(1),
            person));
  }

  /// The same of parts that are kept though no row names them.
  private void cutNameless() {
    var names = Orphans.kept(folder, sql);
    if (names.isEmpty()) {
      return;
    }
    var kept = Doubt.of(sql).kept(sql);
    try (var rewriter = new PartRewriter(folder)) {
      for (var name : names) {
        rewriter.cut(name, PartFile.batch(Path.of(name)), kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes few parts of many small ones; not while rows are damaged that say what is in them.
  void mergeSmall() {
    if (!Doubt.of(sql).isNone()) {
      return;
    }
    var open = new TreeMap<String, List<Old>>();
    var groups = new ArrayList<List<Old>>();
    for (var part : all()) {
      if (part.live() >= DenseWriter.OWN_ROWS) {
        continue;
      }
      var group = open.computeIfAbsent(part.kind(), _ -> new ArrayList<>());
      if (live(group) + part.live() > DenseWriter.PART_ROWS) {
        groups.add(List.copyOf(group));
        group.clear();
      }
      group.add(part);
    }
    groups.addAll(open.values());
    groups.removeIf(group -> group.size() < 2);
    replace(groups);
  }

  private static long live(List<Old> group) {
    return group.stream().mapToLong(Old::live).sum();
  }

  private void replace(List<List<Old>> groups) {
    if (groups.isEmpty()) {
      return;
    }
    var doubt = Doubt.of(sql);
    try (var rewriter = new PartRewriter(folder)) {
      for (var group : groups) {
        replace(rewriter, group, doubt);
      }
    }
  }

  /// Of whom rows of the catalogue are damaged nothing is left out, whatever it names.
  private void replace(PartRewriter rewriter, List<Old> group, Doubt doubt) {
    var stretches = stretches(group);
    if (doubt.isNone() && stretches.isEmpty()) {
      sql.whole(() -> forget(group));
      return;
    }
    var kept = doubt.kept(sql);
    var known = group.stream().map(Old::known).toList();
    if (!doubt.isNone()
        && known.size() == 1
        && !hasOthers(rewriter, group.getFirst(), stretches, kept)) {
      return;
    }
    var shape = DenseShape.of(group.getFirst().shape());
    var part = rewriter.rewrite(known, shape, newest(group), stretches, kept);
    sql.whole(() -> {
      if (part != null) {
        name(sql, part, newest(group));
      }
      return forget(group);
    });
  }

  /// A file that is damaged and has no row too many, as the catalogue says, is left as it is.
  private static boolean hasOthers(
      PartRewriter rewriter, Old old, List<Part.Stretch> stretches, PartRewriter.Kept kept) {
    try {
      return rewriter.hasOthers(old.known(), stretches, kept);
    } catch (StoreFault fault) {
      if (old.live() < old.rows()) {
        throw fault;
      }
      return false;
    }
  }

  private static long newest(List<Old> group) {
    return group.stream().mapToLong(Old::batch).max().orElseThrow();
  }

  /// What still counts of some parts; one stretch for a segment that lies in several.
  private List<Part.Stretch> stretches(List<Old> group) {
    var bySegment = new TreeMap<Long, Part.Stretch>();
    for (var old : group) {
      sql.each(
          "SELECT segment, first_row, end_row FROM segment_part JOIN segment USING (segment)"
              + " WHERE part = ?",
          row ->
              bySegment.merge(
                  row.number(1),
                  new Part.Stretch(row.number(1), row.number(2), row.number(3)),
                  Parts::joined),
          old.part());
    }
    return List.copyOf(bySegment.values());
  }

  private static Part.Stretch joined(Part.Stretch one, Part.Stretch other) {
    var joined =
        new Part.Stretch(
            one.segment(),
            Math.min(one.firstRow(), other.firstRow()),
            Math.max(one.endRow(), other.endRow()));
    long rows = one.endRow() - one.firstRow() + other.endRow() - other.firstRow();
    if (joined.endRow() - joined.firstRow() != rows) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED,
          StoreFolder.CATALOGUE,
          "said",
          "parts of segment " + one.segment() + " do not meet");
    }
    return joined;
  }

  private List<Old> forget(List<Old> group) {
    group.forEach(old -> forget(sql, old.part()));
    return group;
  }

  /// Looks whether the parts of a person are said to hold no more than they do: else nobody can say
  /// which of their rows are the person's, once these are not named any more.
  ///
  /// @throws StoreFault where it is not so
  static void requireRoom(Sql sql, long person) {
    sql.list(
            "SELECT s.segment, coalesce(p.id, '') FROM segment s LEFT JOIN person p USING (person)"
                + " JOIN segment_part l USING (segment) WHERE s.person = ? AND l.part IN ("
                + Doubt.TOO_FULL
                + ") LIMIT 1",
            StoreReader::damagedSegment,
            person)
        .forEach(fault -> {
          throw fault;
        });
  }

  /// Numbers of the parts of which every row is said to be somebody's.
  static Set<Long> full(Sql sql) {
    return Set.copyOf(
        sql.list(
            "SELECT p.part FROM part p JOIN segment_part l USING (part) GROUP BY p.part"
                + " HAVING sum(l.end_row - l.first_row) = p.observations",
            row -> row.number(1)));
  }

  /// Forgets the parts of which no row counts any more. One that may hold rows of somebody whom the
  /// catalogue does not name stays, until somebody looks into it ([#dropDeadRows]).
  ///
  /// @param full [#full] before something was deleted
  static void forgetEmpty(Sql sql, Set<Long> full) {
    for (long part :
        sql.list(
            "SELECT part FROM part WHERE part NOT IN (SELECT part FROM segment_part)",
            row -> row.number(1))) {
      if (full.contains(part)) {
        forget(sql, part);
      }
    }
  }

  private static void forget(Sql sql, long part) {
    sql.change("DELETE FROM segment_part WHERE part = ?", part);
    sql.change("INSERT INTO part_gone (name) SELECT name FROM part WHERE part = ?", part);
    sql.change("DELETE FROM part WHERE part = ?", part);
  }

  /// Makes a part that is on the disk one of the store.
  static void name(Sql sql, Part part, long batch) {
    sql.change(
        "INSERT INTO part (name, shape, observations, bytes, sha256, crc32c, batch, digest)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        part.name(),
        part.shape().code(),
        part.observations(),
        part.sizeBytes(),
        part.hash().hex(),
        part.checksum(),
        batch,
        new PartRow(
                0,
                part.name(),
                part.shape().code(),
                part.observations(),
                part.sizeBytes(),
                part.hash().hex(),
                part.checksum(),
                batch)
            .digest());
    long number = sql.number("SELECT last_insert_rowid()");
    for (var stretch : part.stretches()) {
      sql.change(
          "INSERT INTO segment_part (segment, part, first_row, end_row) VALUES (?, ?, ?, ?)",
          stretch.segment(),
          number,
          stretch.firstRow(),
          stretch.endRow());
    }
  }
}
