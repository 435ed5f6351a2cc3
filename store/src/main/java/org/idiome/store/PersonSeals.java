package org.idiome.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.Journal;

/// Holds a person to one digest over number, id, and which inputs, segments, consents, settlements
/// and gaps there are, so that a row that is gone, or was given to somebody else, is missed by
/// whoever reads the person (ADR 0020); and by what others are looked for: names of samples, ids,
/// pedigrees.
public final class PersonSeals {
  /// Stands for a digest while a batch is in the making; as long as one.
  static final String UNSEALED = "0".repeat(64);

  private static final String LINKS =
      "intake i INDEXED BY intake_person CROSS JOIN intake_segment l USING (intake)";

  private static final String LIST = "list of inputs, consents, settlements and gaps";

  /// Rows that hang on a person.
  ///
  /// @param table where they are, with those that it is read with
  /// @param everybodys the same, by the index by which others are looked for
  /// @param which of them
  /// @param text what the digest covers
  /// @param number what the sum adds up, above zero: a row that is gone makes it less
  /// @param word what the sum adds up by its [#hash]
  /// @param order in which they are
  private record Rows(
      String table,
      String everybodys,
      String which,
      String text,
      String number,
      String word,
      String order) {
    String query() {
      return "SELECT person, "
          + String.join(", ", text, number, word)
          + " FROM "
          + table
          + " WHERE "
          + which
          + " AND person BETWEEN ? AND ? ORDER BY person, "
          + order;
    }

    String numbers() {
      return "SELECT person, " + number + " AS number FROM " + everybodys + " WHERE " + which;
    }

    /// None where the sum has no word of them.
    String words() {
      return word.equals(NONE)
          ? ""
          : "SELECT person, " + word + " FROM " + everybodys + " WHERE " + which;
    }
  }

  private static final String NONE = "''";
  private static final String ALL = "TRUE";

  /// What is told of a segment without its rows.
  private static final String LISTED =
      "layer || ' ' || shape || ' ' || batch || ' ' || observations || ' '"
          + " || coalesce(first_day, '-') || ' ' || coalesce(last_day, '-')";

  /// The same as a number that the engine makes, for a list of thousands of people asks for each of
  /// their segments.
  private static final String LISTED_NUMBER =
      "1 + batch + observations + 131 * coalesce(unicode(layer), 0)"
          + " + 31 * coalesce(unicode(substr(layer, 3)), 0) + length(layer)"
          + " + coalesce(unicode(shape), 0) + 3 * "
          + digits("first_day")
          + " + 7 * "
          + digits("last_day");

  private static final List<Rows> ROWS =
      List.of(
          new Rows(
              "intake",
              "intake",
              ALL,
              "'intake ' || intake || ' ' || batch || ' ' || coalesce(superseded, '-') || ' '"
                  + " || inputs || ' ' || length(source) || ' ' || source || ' ' || subject",
              "1 + intake % 1000003 + batch + coalesce(superseded + 1, 0)",
              "source || ' ' || subject",
              "intake"),
          new Rows(
              "intake",
              "intake INDEXED BY intake_pedigree",
              "pedigree IS NOT NULL",
              "'pedigree ' || intake || ' ' || pedigree",
              "1 + intake % 1000003",
              "pedigree",
              "intake"),
          new Rows(
              "segment",
              "segment INDEXED BY segment_person",
              ALL,
              "'segment ' || segment",
              "1 + segment % 1000003",
              NONE,
              "segment"),
          new Rows(
              "segment",
              "segment INDEXED BY segment_sample",
              "shape = 'call'",
              "'sample ' || segment || ' ' || coalesce(sample, '')",
              "1 + segment % 1000003",
              "coalesce(sample, '')",
              "segment"),
          new Rows(
              "segment",
              "segment NOT INDEXED",
              ALL,
              "'listed ' || segment || ' ' || sha256 || ' ' || " + LISTED,
              LISTED_NUMBER,
              NONE,
              "segment"),
          new Rows(
              LINKS,
              LINKS,
              ALL,
              "'link ' || i.intake || ' ' || l.segment || ' ' || l.ordinal",
              "1 + i.intake % 1000003 + l.segment % 1000003 + l.ordinal",
              NONE,
              "i.intake, l.segment, l.ordinal"),
          new Rows(
              "consent",
              "consent",
              ALL,
              "'consent ' || consent || ' ' || batch || ' ' || digest",
              "1 + consent + batch",
              NONE,
              "consent"),
          new Rows(
              "settlement",
              "settlement",
              ALL,
              "'settlement ' || settlement || ' ' || batch || ' ' || digest",
              "1 + settlement + batch",
              NONE,
              "settlement"),
          new Rows(
              "gap",
              "gap",
              ALL,
              "'gap ' || from_batch || ' ' || end_batch || ' ' || batch",
              "1 + from_batch + end_batch + batch",
              NONE,
              "from_batch, end_batch, batch"),
          new Rows(
              "segment s INDEXED BY segment_person CROSS JOIN comparison c ON c.one = s.segment",
              "comparison c CROSS JOIN segment s ON s.segment = c.one",
              ALL,
              "'comparison ' || c.one || ' ' || c.two || ' ' || c.batch || ' ' || c.compared"
                  + " || ' ' || c.different || ' ' || c.places",
              "1 + c.one % 1000003 + c.two % 1000003 + c.batch + c.compared + c.different",
              "c.places",
              "c.one, c.two"),
          new Rows(
              "held", "held", ALL, "'held ' || batch || ' ' || what", "1 + batch", NONE, "batch"));

  /// What the rows of everybody add up to: in the engine, for thousands in milliseconds.
  private static final String SUMS =
      "SELECT p.person, p.id, p.batch, p.rows, coalesce(r.number, 0) FROM person p"
          + " LEFT JOIN (SELECT person, sum(number) AS number FROM ("
          + String.join(" UNION ALL ", ROWS.stream().map(Rows::numbers).toList())
          + ") GROUP BY person) r ON r.person = p.person";

  private PersonSeals() {}

  /// Of a time, its digits as a number; below a thousand millions, so that sums stay small.
  private static String digits(String column) {
    return "coalesce(CAST(replace(replace(replace("
        + column
        + ", '-', ''), 'T', ''), ':', '') AS INTEGER) % 1000000007, 0)";
  }

  /// The part of the sum that is the person's own row.
  private static long head(long person, String id, long batch) {
    return person + batch + hash(id);
  }

  /// The same everywhere: the language says how it is computed.
  private static long hash(String word) {
    return word.hashCode() & 0xffff_ffffL;
  }

  /// By number, the ids of those whose rows do not add up; an empty one where there is no such
  /// person, and inputs of theirs are.
  static SortedMap<Long, String> notAddingUp(Sql sql) {
    var words = new HashMap<Long, Long>();
    for (var rows : ROWS) {
      if (!rows.words().isEmpty()) {
        sql.each(rows.words(), row -> words.merge(row.number(1), hash(row.text(2)), Long::sum));
      }
    }
    var odd = new TreeMap<Long, String>();
    sql.each(
        SUMS,
        row -> {
          var said = words.remove(row.number(1));
          long head = head(row.number(1), row.text(2), row.number(3));
          if (head + row.number(5) + (said == null ? 0 : said) != row.number(4)) {
            odd.put(row.number(1), row.text(2));
          }
        });
    words.keySet().forEach(nobody -> odd.put(nobody, ""));
    return odd;
  }

  /// Numbers of those whose rows do not add up, or are nobody's: whoever looks for somebody by what
  /// an input says may not find them. 0 stands for those of whom no row is left.
  public static SortedSet<Long> notFoundSurely(StoreReader store) {
    var numbers = new TreeSet<>(notAddingUp(store.sql()).keySet());
    if (missing(store) != 0) {
      numbers.add(0L);
    }
    return numbers;
  }

  /// How many persons fewer there are than the last batch left, be it that no row of them is there;
  /// less than zero where there are more.
  public static long missing(StoreReader store) {
    return BatchSeal.missingPeople(store.sql());
  }

  /// Whether somebody who was called so may be gone with every row of theirs: persons are missing,
  /// and none of that id was erased.
  public static boolean mayBeGone(StoreReader store, String id) {
    return missing(store) > 0 && !ErasureList.of(store.sql()).isErased(id);
  }

  /// Whether there are inputs of nobody.
  public static boolean hasInputsOfNobody(StoreReader store) {
    return store
            .sql()
            .number("SELECT count(*) FROM intake WHERE person NOT IN (SELECT person FROM person)")
        > 0;
  }

  /// What inputs of nobody call whom they are of, sorted.
  public static SortedSet<String> subjectsOfNobody(StoreReader store) {
    return new TreeSet<>(
        store
            .sql()
            .list(
                "SELECT DISTINCT subject FROM intake WHERE subject <> ''"
                    + " AND person NOT IN (SELECT person FROM person)",
                row -> row.text(1)));
  }

  /// Puts a row in the place of one that is gone, so that the person can be erased; it fits no
  /// digest.
  static void putBack(Sql sql, org.idiome.store.Rows.PersonRow person) {
    sql.change(
        "INSERT INTO person (person, id, batch, digest, rows) VALUES (?1, ?2, (SELECT"
            + " coalesce((SELECT min(batch) FROM intake WHERE person = ?1), min(batch))"
            + " FROM batch), ?3, 0)",
        person.person(),
        person.id(),
        UNSEALED);
  }

  /// Ids of which no person is there and no erasure goes on.
  ///
  /// @param ids of those of whom something else is kept
  public static SortedSet<String> notThere(StoreReader store, SortedSet<String> ids) {
    var gone = new TreeSet<>(ids);
    gone.removeAll(store.personIds());
    gone.removeAll(
        store.sql().list("SELECT id FROM erasure WHERE id IS NOT NULL", row -> row.text(1)));
    return gone;
  }

  /// What is there of a person, and the digest and sum that were written.
  static final class Seal {
    private final String id;
    private final String digest;
    private final long sum;
    private final StringBuilder text;
    private long added;

    private Seal(long person, String id, long batch, String digest, long sum) {
      this.id = id;
      this.digest = digest;
      this.sum = sum;
      this.text = new StringBuilder().append(person).append(' ').append(batch).append(' ');
      text.append(id.length()).append(' ').append(id).append('\n');
      added = head(person, id, batch);
    }

    private void add(String row, long number) {
      text.append(row).append('\n');
      added += number;
    }

    /// The digest over what is there.
    String now() {
      return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// The sum of what is there.
    long added() {
      return added;
    }

    boolean isWhole() {
      return sum == added && now().equals(digest);
    }
  }

  /// The persons from one number through another, by number: one question a table, however many.
  static SortedMap<Long, Seal> between(Sql sql, long first, long last) {
    var seals = new TreeMap<Long, Seal>();
    sql.each(
        "SELECT person, id, batch, digest, rows FROM person WHERE person BETWEEN ? AND ?",
        row ->
            seals.put(
                row.number(1),
                new Seal(row.number(1), row.text(2), row.number(3), row.text(4), row.number(5))),
        first,
        last);
    for (var rows : ROWS) {
      sql.each(
          rows.query(),
          row -> {
            var seal = seals.get(row.number(1));
            if (seal != null) {
              seal.add(row.text(2), row.number(3) + hash(row.text(4)));
            }
          },
          first,
          last);
    }
    return seals;
  }

  /// Who is not as they were written, with what.
  static List<Journal.Damage> damaged(Sql sql) {
    return damaged(between(sql, 0, Long.MAX_VALUE));
  }

  private static List<Journal.Damage> damaged(SortedMap<Long, Seal> seals) {
    return seals.values().stream()
        .filter(seal -> !seal.isWhole())
        .map(seal -> new Journal.Damage(seal.id, LIST))
        .toList();
  }

  /// Whether everything that reading a person rests on first is as it was written.
  static boolean isWhole(Sql sql, long person) {
    return damage(sql, person).isEmpty();
  }

  private static List<Journal.Damage> damage(Sql sql, long person) {
    var damage = new ArrayList<Journal.Damage>();
    damage.addAll(Consents.damaged(sql, person, person));
    damage.addAll(Settlements.damaged(sql, person, person));
    damage.addAll(Gaps.damaged(sql, person, person));
    var seals = between(sql, person, person);
    damage.addAll(damaged(seals));
    if (seals.isEmpty()) {
      damage.add(new Journal.Damage("person number " + person, "row"));
    }
    return damage;
  }

  /// Looks whether all of a person's inputs, consents, settlements and gaps are there, and no
  /// other, and the last three as they were written.
  ///
  /// @throws StoreFault where it is not so
  public static void requireWhole(StoreReader store, long person) {
    requireNone(damage(store.sql(), person));
  }

  static void requireNone(List<Journal.Damage> damage) {
    if (!damage.isEmpty()) {
      var first = damage.getFirst();
      throw StoreReader.damaged(first.what(), first.person());
    }
  }

  /// The ids of those of whom that cannot be said: by the sum over which rows there are, and by the
  /// digest of each consent, settlement and gap.
  public static SortedSet<String> notWhole(StoreReader store) {
    var sql = store.sql();
    var ids = new TreeSet<>(notAddingUp(sql).values());
    for (var rows :
        List.of(
            Consents.damaged(sql, 0, Long.MAX_VALUE),
            Settlements.damaged(sql, 0, Long.MAX_VALUE),
            Gaps.damaged(sql, 0, Long.MAX_VALUE))) {
      rows.forEach(damage -> ids.add(damage.person()));
    }
    // A row of nobody is missing with somebody.
    ids.remove("");
    return ids;
  }
}
