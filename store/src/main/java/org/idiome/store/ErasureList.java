package org.idiome.store;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.KeyedHash;
import org.jspecify.annotations.Nullable;

/// Whom a store or a backup has erased, without naming them, and which numbers it has given out.
///
/// What is made of a backup takes the whole list over, whomever the backup holds: the next backup
/// may hold others.
final class ErasureList {
  /// Tables whose numbers are never used twice.
  private static final Set<String> NUMBERED = Set.of("intake", "part", "person", "segment");

  /// How many numbers a restored store may give out before it meets another's.
  private static final long STRETCH = 1L << 32;

  /// One of a million steps, in digits of a hash: the numbers last for thousands of restores.
  private static final int STEP_DIGITS = 5;

  private final String key;
  private final List<Entry> entries;
  private final Set<String> hashes;
  private final SortedMap<String, Long> used;

  /// A hash of the list.
  ///
  /// @param erasure its number there
  /// @param person the number of whose rows went
  /// @param erased when they went, UTC
  private record Entry(long erasure, long person, String hash, String erased) {}

  private ErasureList(String key, List<Entry> entries, SortedMap<String, Long> used) {
    this.key = key;
    this.entries = List.copyOf(entries);
    this.hashes = entries.stream().map(Entry::hash).collect(Collectors.toSet());
    this.used = used;
  }

  /// The list of a store or a backup.
  static ErasureList of(Sql sql) {
    return of(sql, key(sql));
  }

  /// The same, where the key is known from elsewhere.
  static ErasureList of(Sql sql, String key) {
    var used = new TreeMap<String, Long>();
    sql.each(
        "SELECT name, max(seq) FROM sqlite_sequence GROUP BY name",
        row -> {
          if (NUMBERED.contains(row.text(1))) {
            used.put(row.text(1), row.number(2));
          }
        });
    return new ErasureList(
        key,
        sql.list(
            "SELECT erasure, e.person, h.hash, e.erased FROM erasure e"
                + " JOIN erasure_hash h USING (erasure) ORDER BY erasure, h.hash",
            row -> new Entry(row.number(1), row.number(2), row.text(3), row.text(4))),
        used);
  }

  /// Whether it names what a text of [#person] or [#input] stands for.
  boolean names(String text) {
    return hashes.contains(hash(key, text));
  }

  /// Whether it names a person of a state of the store, by number and id, and by what they had: of
  /// two copies that went on side by side each may have given the number to somebody else.
  boolean isErased(Sql sql, Rows.PersonRow person) {
    var inputs = named(sql, person.person(), person.id());
    if (names(person(person.person(), person.id()))) {
      return inputs.isEmpty() || inputs.contains(true);
    }
    // Where damage changed the id, number and inputs are left.
    return isErased(inputs, person.person()) && !PersonSeals.isWhole(sql, person.person());
  }

  /// Whether rows of nobody are of somebody whom it names: their own row is gone, by damage.
  boolean isErased(Sql sql, long nobody) {
    return isErased(named(sql, nobody, ""), nobody);
  }

  /// Where an input of somebody else went alone, the list has the other's number.
  private boolean isErased(List<Boolean> inputs, long person) {
    return entries.stream().anyMatch(entry -> entry.person() == person) && !inputs.contains(false);
  }

  /// Of each input of a person, whether it names that.
  private List<Boolean> named(Sql sql, long person, String id) {
    return sql.list(
        "SELECT intake, inputs FROM intake WHERE person = ?",
        row -> names(input(row.number(1), row.text(2))) || names(again(id, row.text(2))),
        person);
  }

  /// Whether it names somebody of an id, whatever their number was.
  boolean isErased(String id) {
    return entries.stream()
        .anyMatch(entry -> entry.hash().equals(hash(key, person(entry.person(), id))));
  }

  /// When last that was erased for which a text of [#again] stands, UTC; null where it never was.
  @Nullable String erased(String text) {
    var hash = hash(key, text);
    return entries.stream()
        .filter(entry -> entry.hash().equals(hash))
        .map(Entry::erased)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Whether it is of another state of the same store: nobody else's hashes or numbers mean
  /// anything in a store.
  boolean isOfSameStore(Sql sql) {
    return key.equals(key(sql));
  }

  /// Sees to it that a store gives out no number again that was given out where the list is from.
  void raiseNumbers(Sql sql) {
    used.forEach((table, number) -> {
      if (sql.change("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", number, table)
          == 0) {
        sql.change("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, number);
      }
    });
  }

  /// Goes on counting far above every number that a store has given out: of two stores that are
  /// made of one backup, or of a backup and the store that goes on, neither gives out a number of
  /// the other's.
  ///
  /// @param restore tells it from every other restore; from it the step follows
  static void beginStretch(Sql sql, String restore) {
    for (var table : NUMBERED) {
      sql.change(
          "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0"
              + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
          table);
    }
    long above = sql.number("SELECT max(seq) FROM sqlite_sequence");
    var chosen =
        Sha256.of(restore.getBytes(StandardCharsets.UTF_8)).hex().substring(0, STEP_DIGITS);
    long stretch = above / STRETCH + 1 + Long.parseLong(chosen, 16);
    for (var table : NUMBERED) {
      sql.change("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", stretch * STRETCH, table);
    }
  }

  /// Whether a store has all of it in its own.
  boolean isKnown(Sql sql) {
    return of(sql).hashes.containsAll(hashes);
  }

  /// Writes what a store has not into its own, as erasures that are finished there.
  ///
  /// @param batch in which that is done
  void takeOver(Sql sql, long batch, String finished) {
    var known = of(sql).hashes;
    long from = 0;
    long erasure = 0;
    for (var entry : entries) {
      if (known.contains(entry.hash())) {
        continue;
      }
      if (erasure == 0 || from != entry.erasure()) {
        from = entry.erasure();
        erasure = begin(sql, entry.person(), null, batch, entry.erased(), finished);
      }
      add(sql, erasure, entry.hash());
    }
  }

  /// Writes down whom a store has erased.
  ///
  /// @param id of the person, or null where nobody went as a whole
  /// @param inputs texts of [#input]
  /// @param now when, UTC
  static void write(
      Sql sql, long batch, long person, @Nullable String id, List<String> inputs, String now) {
    long erasure = begin(sql, person, id, batch, now, null);
    var own = new TreeSet<String>();
    var key = key(sql);
    if (id != null) {
      own.add(hash(key, person(person, id)));
    }
    inputs.forEach(input -> own.add(hash(key, input)));
    own.forEach(hash -> add(sql, erasure, hash));
  }

  private static long begin(
      Sql sql,
      long person,
      @Nullable String id,
      long batch,
      String erased,
      @Nullable String finished) {
    sql.change(
        "INSERT INTO erasure (person, id, batch, erased, finished) VALUES (?, ?, ?, ?, ?)",
        person,
        id,
        batch,
        erased,
        finished);
    return sql.number("SELECT last_insert_rowid()");
  }

  private static void add(Sql sql, long erasure, String hash) {
    sql.change("INSERT INTO erasure_hash (erasure, hash) VALUES (?, ?)", erasure, hash);
  }

  private record Pending(long erasure, long person, @Nullable String id, long batch) {}

  /// The batch in which an erasure of somebody began that is not finished; 0 where there is none.
  static long pendingBatch(Sql sql, String id) {
    var key = key(sql);
    for (var one :
        sql.list(
            "SELECT erasure, person, id, batch FROM erasure WHERE finished IS NULL"
                + " ORDER BY erasure DESC",
            row -> new Pending(row.number(1), row.number(2), row.textOrNull(3), row.number(4)))) {
      boolean isTheirs =
          one.id() == null
              ? sql.number(
                      "SELECT count(*) FROM erasure_hash WHERE erasure = ? AND hash = ?",
                      one.erasure(),
                      hash(key, person(one.person(), id)))
                  > 0
              : one.id().equals(id);
      if (isTheirs) {
        return one.batch();
      }
    }
    return 0;
  }

  /// The person of a number and an id: somebody who was imported anew later has another number.
  static String person(long person, String id) {
    return "person " + person + " " + id;
  }

  /// That words of others that named the person went with them.
  static String words(long person, String id) {
    return "words " + person + " " + id;
  }

  /// An input of a number and its bytes.
  static String input(long intake, String inputs) {
    return "intake " + intake + " " + inputs;
  }

  /// The bytes of an input of a person, whatever number a copy of the store that went on beside
  /// gave out: only with the same id, for a file of a family is several persons'.
  static String again(String id, String inputs) {
    return "inputs " + inputs + " of " + id;
  }

  /// The key of a store's hashes; null where damage took it.
  static @Nullable String keyOrNull(Sql sql) {
    return sql.one("SELECT key FROM store_key WHERE key = again", row -> row.text(1));
  }

  /// Puts the key of another state of the store in the place of one that damage took.
  static void lend(Sql sql, String key) {
    sql.whole(() -> {
      sql.change("DELETE FROM store_key");
      sql.change("INSERT INTO store_key (key, again) VALUES (?, ?)", key, key);
      return key;
    });
  }

  /// The key of a store's hashes.
  private static String key(Sql sql) {
    var key = keyOrNull(sql);
    if (key == null) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, StoreFolder.CATALOGUE, "said", "key of the erasure list");
    }
    return key;
  }

  /// A text that tells who is meant to those alone who know them already and have the key.
  private static String hash(String key, String text) {
    return new KeyedHash(HexFormat.of().parseHex(key)).of(text).hex();
  }
}
