package org.idiome.store.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;

/// What could be read out of a damaged file, in memory: the tables of its form, their rows taken
/// page by page, their indexes made anew.
///
/// It says of no row that it is as it was written: whoever reads holds it to its digest, as ever.
/// The file itself is left as it is.
public final class Salvage {
  /// Rows of the schema that may differ: one flipped byte changes one.
  private static final int MOST_OTHERS = 2;

  private final Sql sql;
  private final String why;
  private final Set<Loss> losses = new LinkedHashSet<>();
  private final Map<String, Long> taken = new HashMap<>();

  /// Something that is not as it was written.
  ///
  /// @param page from 1; 0 where it is not known which
  /// @param tree name of the table or index, or empty where nobody knows
  public record Loss(long page, String tree, String what) {
    /// In words.
    public String text() {
      var of = page == 0 ? "" : "page " + page;
      var whose = of.isEmpty() || tree.isEmpty() ? tree : " of " + tree;
      return of + whose + " " + what;
    }
  }

  /// One table or index of a form.
  private record Thing(String type, String name, String table, long root, String sql) {}

  private Salvage(Sql sql, String why) {
    this.sql = sql;
    this.why = why;
  }

  /// Reads what can be read.
  ///
  /// @param why it is taken for damaged
  /// @param file what a fault names
  /// @throws StoreFault where nothing can be, or it is a file of another form
  static Salvage of(FileImage image, Form form, String why, String place, String file) {
    var sql = SqliteFile.inMemory(place, file);
    try {
      Migrations.bringUp(sql, form);
      var salvage = new Salvage(sql, why);
      salvage.fill(image, form, file);
      sql.run("PRAGMA query_only = ON");
      return salvage;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// What reads it.
  Sql sql() {
    return sql;
  }

  /// What was found damaged, in the order of trees and pages.
  public List<Loss> losses() {
    return List.copyOf(losses);
  }

  /// Why the file was taken for damaged.
  public String why() {
    return why;
  }

  /// What is damaged, in words: never empty.
  List<String> said() {
    return losses.isEmpty() ? List.of(why) : losses.stream().map(Loss::text).toList();
  }

  /// What is damaged, in one line.
  public String summary() {
    var said = said();
    return said.getFirst() + (said.size() == 1 ? "" : ", and " + (said.size() - 1) + " more");
  }

  /// Whether rows of some tables may be missing, or others than there were.
  public boolean mayLack(Collection<String> tables) {
    return losses.stream().anyMatch(one -> one.tree().isEmpty() || tables.contains(one.tree()));
  }

  private void fill(FileImage image, Form form, String file) {
    var things = things(sql);
    var found = new ArrayList<Thing>();
    var walk = new TreeWalk(image);
    var trees = new ArrayList<TreeWalk.Tree>();
    trees.add(readSchema(walk, found));
    requireForm(things, found, file);
    var roots = roots(image, found, List.of(things, vacuumed(form)));
    sql.run("PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", "BEGIN");
    empty(things);
    for (var thing : things) {
      if (thing.root() > 0) {
        var tree = tree(thing);
        trees.add(tree);
        walk.read(tree, roots.getOrDefault(thing.name(), 0L));
      }
    }
    walk.readOrphans(trees, rows);
    sql.flush();
    count();
    things.stream().filter(Salvage::isIndex).forEach(index -> sql.run(index.sql()));
    sql.run("COMMIT");
    if (taken.isEmpty()) {
      throw new StoreFault(ProblemCode.STORE_DAMAGED, file, "said", "no row of it can be read");
    }
  }

  private static boolean isIndex(Thing thing) {
    return thing.type().equals("index") && !thing.sql().isEmpty();
  }

  private void empty(List<Thing> things) {
    things.stream().filter(Salvage::isIndex).forEach(one -> sql.run("DROP INDEX " + one.name()));
    things.stream()
        .filter(one -> one.type().equals("table"))
        .forEach(one -> sql.run("DELETE FROM " + one.name()));
  }

  private final TreeWalk.To rows =
      new TreeWalk.To() {
        @Override
        public void row(TableShape shape, long key, List<@Nullable Object> record) {
          taken.merge(shape.name(), 1L, Long::sum);
          sql.add(shape.insert(), shape.row(key, record));
        }

        @Override
        public void damaged(String tree, long page, String what) {
          losses.add(new Loss(page, tree, what));
        }
      };

  private TreeWalk.Tree tree(Thing thing) {
    if (thing.type().equals("index")) {
      return new TreeWalk.Tree(thing.name(), false, null, rows);
    }
    var shape = TableShape.of(sql, thing.name());
    return new TreeWalk.Tree(thing.name(), shape.hasRowid(), shape, rows);
  }

  /// Rows of which there was another of the same key are not there.
  private void count() {
    taken.forEach((table, rows) -> {
      if (sql.number("SELECT count(*) FROM " + table) < rows) {
        losses.add(new Loss(0, table, "has two rows of one key"));
      }
    });
  }

  private static List<Thing> things(Sql sql) {
    return sql.list(
        "SELECT type, name, tbl_name, coalesce(rootpage, 0), coalesce(sql, '') FROM sqlite_schema"
            + " ORDER BY rowid",
        row -> new Thing(row.text(1), row.text(2), row.text(3), row.number(4), row.text(5)));
  }

  /// What the file says of its tables and indexes.
  private TreeWalk.Tree readSchema(TreeWalk walk, List<Thing> found) {
    var columns =
        List.of(
            column("type", "TEXT", true),
            column("name", "TEXT", true),
            column("tbl_name", "TEXT", true),
            column("rootpage", "INTEGER", false),
            column("sql", "TEXT", false));
    var shape = new TableShape("sqlite_schema", true, columns);
    var to =
        new TreeWalk.To() {
          @Override
          public void row(TableShape of, long key, List<@Nullable Object> record) {
            found.add(
                new Thing(
                    String.valueOf(record.get(0)),
                    String.valueOf(record.get(1)),
                    String.valueOf(record.get(2)),
                    record.get(3) instanceof Long root ? root : 0,
                    record.get(4) instanceof String said ? said : ""));
          }

          @Override
          public void damaged(String tree, long page, String what) {
            losses.add(new Loss(page, tree, what));
          }
        };
    var tree = new TreeWalk.Tree("sqlite_schema", true, shape, to);
    walk.read(tree, 1);
    return tree;
  }

  private static TableShape.Column column(String name, String type, boolean isRequired) {
    return new TableShape.Column(name, type, isRequired, 0, false);
  }

  /// A file of another form is not read as if it were of this one.
  private void requireForm(List<Thing> things, List<Thing> found, String file) {
    long others =
        found.stream()
            .filter(one -> things.stream().noneMatch(known -> isSame(known, one)))
            .count();
    boolean isSchemaWhole = losses.isEmpty();
    if (others > MOST_OTHERS || (isSchemaWhole && found.size() != things.size())) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, file, "said", "its tables are not those of this form");
    }
    if (others > 0 || found.size() != things.size()) {
      losses.add(new Loss(0, "sqlite_schema", "says other tables or indexes"));
    }
  }

  private static boolean isSame(Thing one, Thing other) {
    return one.type().equals(other.type())
        && one.name().equals(other.name())
        && one.table().equals(other.table())
        && one.sql().equals(other.sql());
  }

  /// Where the trees of a file of this form lie that was written anew.
  private static List<Thing> vacuumed(Form form) {
    try (var sql = SqliteFile.inMemory("", "")) {
      Migrations.bringUp(sql, form);
      sql.run("VACUUM");
      return things(sql);
    }
  }

  /// Where every tree begins: as most of what the file says agrees with, for roots never move but
  /// when the file is written anew; where too little agrees, as it says itself.
  private static Map<String, Long> roots(
      FileImage image, List<Thing> found, List<List<Thing>> layouts) {
    var said = new TreeMap<String, Long>();
    found.forEach(one -> said.putIfAbsent(one.name(), one.root()));
    Map<String, Long> best = said;
    long most = -1;
    for (var layout : layouts) {
      var roots = new TreeMap<String, Long>();
      layout.stream()
          .filter(one -> one.root() > 0)
          .forEach(one -> roots.put(one.name(), one.root()));
      long agreeing =
          said.entrySet().stream()
              .filter(one -> one.getValue().equals(roots.getOrDefault(one.getKey(), 0L)))
              .count();
      long trees = roots.values().stream().filter(root -> TreePage.isTree(image, root)).count();
      if (agreeing >= said.size() - MOST_OTHERS && agreeing + trees > most) {
        most = agreeing + trees;
        best = roots;
      }
    }
    return best;
  }
}
