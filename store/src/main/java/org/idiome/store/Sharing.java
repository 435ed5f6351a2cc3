package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files and samples by whose they are: one of two persons may be a mix-up.
public final class Sharing {
  private static final String TABLES =
      "SELECT DISTINCT i.person, f.name, f.sha256 FROM intake i JOIN intake_file f USING (intake)"
          + " WHERE f.header_line > 0 AND f.sha256 IS NOT NULL AND ";
  private static final String SAMPLES =
      "SELECT DISTINCT i.person, f.name, f.sha256, coalesce(s.sample, '')"
          + " FROM intake i JOIN intake_segment l USING (intake) JOIN segment s USING (segment)"
          + " JOIN intake_file f ON f.intake = i.intake AND f.ordinal = l.ordinal"
          + " WHERE s.shape = 'call' AND f.sha256 IS NOT NULL AND ";

  /// Whether an intake, whose name stands for `@`, is in force as of the second parameter.
  private static final String IN_FORCE =
      " AND @.batch <= ?2 AND (@.superseded IS NULL OR @.superseded > ?2)";

  private Sharing() {}

  /// A table, or a sample of a variant file.
  ///
  /// @param person number of whose it is
  /// @param file its name
  /// @param sha256 of its bytes
  /// @param sample its name in a variant file, empty where it has none; null of a table
  public record Owned(long person, String file, String sha256, @Nullable String sample) {}

  /// Everybody's that are in force.
  public static List<Owned> of(StoreReader store) {
    return of(store, "i.superseded IS NULL");
  }

  /// Those of an intake.
  public static List<Owned> of(StoreReader store, long intake) {
    return of(store, "i.intake = " + intake);
  }

  /// Whether two segments, `s` and `t`, say the same: by what they hold, whatever file it came in.
  static final String ALIKE =
      "t.digest = s.digest AND t.shape = s.shape AND t.layer = s.layer AND s.observations > 0"
          + " AND coalesce(t.sample, '') = coalesce(s.sample, '')";

  /// Of fewer variants two people may have the same calls (record.md 9).
  private static final int RECORDS = 50;

  /// Whether segments `s` and `t` are calls that say the same, what their sample is called left out
  /// of account: by no chance are so many variants the same to the letter. Of places at which both
  /// are reference, or were not called, two people may well have the same.
  private static final String SAME_CALLS =
      "t.digest = s.digest AND t.shape = 'call' AND s.shape = 'call' AND s.carried >= " + RECORDS;

  /// [#ALIKE], or the same calls. For what is said or restricts; nothing is erased for it.
  private static final String LIKELY = "((" + ALIKE + ") OR (" + SAME_CALLS + "))";

  /// Whether so many places of the panel of segment `s` are no reference: then it is no file of
  /// places at which most people are alike.
  private static final String IS_TELLING =
      "length(replace(replace(coalesce(s.panel, ''), '0', ''), '.', '')) >= " + RECORDS;

  /// Whether intake `i` calls somebody as intake `j` does, and is of the same source or says the
  /// same.
  static final String SAME_SUBJECT =
      "j.subject = i.subject AND i.subject <> '' AND (j.source = i.source OR EXISTS (SELECT 1"
          + " FROM intake_segment a JOIN segment s ON s.segment = a.segment JOIN segment t ON "
          + ALIKE
          + " JOIN intake_segment b ON b.segment = t.segment AND b.intake = j.intake"
          + " WHERE a.intake = i.intake))";

  /// Other persons, by number, who have or had what an intake says: the same of a subject, the same
  /// calls of a sample, or the same values of a file that came alone.
  public static List<Long> alsoHad(StoreReader store, long intake) {
    return store
        .sql()
        .list(
            "SELECT j.person FROM intake i JOIN intake j ON "
                + SAME_SUBJECT
                + " AND j.person <> i.person WHERE i.intake = ?1"
                + " UNION SELECT t.person FROM intake i JOIN intake_segment l ON l.intake ="
                + " i.intake JOIN segment s ON s.segment = l.segment JOIN segment t ON "
                + LIKELY
                + " AND t.person <> s.person WHERE i.intake = ?1"
                + " AND (s.shape = 'call' OR (s.shape = 'quantity' AND i.subject = ''))"
                + " ORDER BY 1",
            row -> row.number(1),
            intake);
  }

  /// Other persons, by number, of whom rows are kept that say what an intake says, be it that no
  /// input has them.
  public static List<Long> alsoSaid(StoreReader store, long intake) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT t.person FROM intake_segment l JOIN segment s"
                + " ON s.segment = l.segment JOIN segment t ON "
                + LIKELY
                + " AND t.person <> s.person WHERE l.intake = ? ORDER BY 1",
            row -> row.number(1),
            intake);
  }

  /// A sample of somebody else that has the calls of one of a person under another name.
  ///
  /// @param file of the person's own
  /// @param sample its name; empty where it has none
  /// @param person number of whose the other is
  /// @param other its name
  /// @param records how many both have
  public record Renamed(String file, String sample, long person, String other, long records) {}

  /// Those of an intake that are in force.
  public static List<Renamed> renamed(StoreReader store, long intake) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT f.name, coalesce(s.sample, ''), t.person, coalesce(t.sample, ''),"
                + " s.observations FROM intake_segment l JOIN segment s USING (segment)"
                + " JOIN intake_file f ON f.intake = l.intake AND f.ordinal = l.ordinal"
                + " JOIN segment t ON "
                + SAME_CALLS
                + " AND t.person <> s.person AND coalesce(t.sample, '') <> coalesce(s.sample, '')"
                + " JOIN intake_segment m ON m.segment = t.segment"
                + " JOIN intake j ON j.intake = m.intake AND j.superseded IS NULL"
                + " WHERE l.intake = ? ORDER BY 1, 2, 3, 4",
            row -> new Renamed(row.text(1), row.text(2), row.number(3), row.text(4), row.number(5)),
            intake);
  }

  /// A sample of a person, and one of somebody else that has the same name, or the same records.
  ///
  /// @param segment of the person's calls
  /// @param other of theirs
  /// @param person number of whose that is
  /// @param batch in which it came to them
  /// @param isSame whether both hold the same records
  public record Namesake(long segment, long other, long person, long batch, boolean isSame) {}

  /// Samples of others that have the name of one of a person, or its records under another name, as
  /// of a batch; each row that is the same first, then as they came.
  public static List<Namesake> namesakes(StoreReader store, long person, long batch) {
    return store
        .sql()
        .list(
            "SELECT s.segment, o.segment, o.person, min(j.batch),"
                + " o.digest = s.digest AND o.observations > 0 AS same"
                + " FROM intake i JOIN intake_segment l ON l.intake = i.intake"
                + " JOIN segment s ON s.segment = l.segment"
                + " JOIN segment o ON o.segment IN (SELECT t.segment FROM segment t"
                + " WHERE t.shape = 'call' AND t.sample = s.sample UNION"
                + " SELECT t.segment FROM segment t WHERE "
                + SAME_CALLS
                + " AND "
                + IS_TELLING
                + ") AND o.person <> s.person"
                + " JOIN intake_segment m ON m.segment = o.segment"
                + " JOIN intake j ON j.intake = m.intake WHERE i.person = ?1 AND s.shape = 'call'"
                + IN_FORCE.replace("@", "i")
                + IN_FORCE.replace("@", "j")
                + " GROUP BY s.segment, o.segment ORDER BY 1, same DESC, 2",
            row ->
                new Namesake(
                    row.number(1), row.number(2), row.number(3), row.number(4), row.number(5) == 1),
            person,
            batch);
  }

  /// The genotypes of a germline sample by which samples are compared; empty where there are none.
  ///
  /// @throws org.idiome.store.folder.StoreFault where they are not as they were written
  public static String panel(StoreReader store, long segment) {
    requireSame(
        store,
        "SELECT i.intake FROM intake_segment i WHERE i.segment = ?1 ORDER BY i.intake",
        segment);
    var panel =
        store
            .sql()
            .one(
                "SELECT coalesce(panel, '') FROM segment"
                    + " WHERE segment = ? AND layer = 'genome'",
                row -> row.text(1),
                segment);
    return panel == null ? "" : panel;
  }

  private static void requireSame(StoreReader store, String intakes, long segment) {
    for (long intake : store.sql().list(intakes, row -> row.number(1), segment)) {
      store.requireSame(store.intake(intake));
    }
  }

  /// The genotypes of the germline samples of a person as of a batch, as they came; samples without
  /// any are left out.
  ///
  /// @throws org.idiome.store.folder.StoreFault where they are not as they were written
  public static List<String> panels(StoreReader store, long person, long batch) {
    store.intakes(person, batch).forEach(store::requireSame);
    return store
        .sql()
        .list(
            "SELECT DISTINCT s.panel, s.segment FROM intake i"
                + " JOIN intake_segment l ON l.intake = i.intake"
                + " JOIN segment s ON s.segment = l.segment WHERE i.person = ?1"
                + " AND s.shape = 'call' AND s.layer = 'genome'"
                + " AND coalesce(s.panel, '') <> ''"
                + IN_FORCE.replace("@", "i")
                + " ORDER BY s.segment",
            row -> row.text(1),
            person,
            batch);
  }

  /// The numbers of those whom the store or an input calls so as of a batch.
  public static List<Long> called(StoreReader store, String id, long batch) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT i.person FROM intake i JOIN person p ON p.person = i.person"
                + " WHERE (i.subject = ?1 OR p.id = ?1)"
                + IN_FORCE.replace("@", "i")
                + " ORDER BY i.person",
            row -> row.number(1),
            id,
            batch);
  }

  /// The numbers of others whose pedigree names a person as a parent, by the id in the store or as
  /// an input calls them.
  public static List<Long> children(StoreReader store, long person, long batch) {
    return store
        .sql()
        .list(
            // By the index alone, which is what the sum over everybody is held to (ADR 0020).
            "WITH named AS MATERIALIZED (SELECT DISTINCT n.intake FROM intake n"
                + " INDEXED BY intake_pedigree, json_each(n.pedigree) p"
                + " WHERE n.pedigree IS NOT NULL AND n.person <> ?1"
                + " AND EXISTS (SELECT 1 FROM (SELECT id FROM person WHERE person = ?1"
                + " UNION SELECT k.subject FROM intake k WHERE k.person = ?1"
                + IN_FORCE.replace("@", "k")
                + ") me WHERE me.id IN (p.value ->> '$.father', p.value ->> '$.mother')))"
                + " SELECT DISTINCT i.person FROM named JOIN intake i USING (intake) WHERE TRUE"
                + IN_FORCE.replace("@", "i")
                + " ORDER BY i.person",
            row -> row.number(1),
            person,
            batch);
  }

  /// Whether a person has a sample in a variant file as of a batch.
  public static boolean hasSample(StoreReader store, long person, long batch) {
    return store
            .sql()
            .one(
                "SELECT 1 FROM intake i JOIN intake_segment l ON l.intake = i.intake"
                    + " JOIN segment s ON s.segment = l.segment"
                    + " WHERE i.person = ?1 AND s.shape = 'call'"
                    + IN_FORCE.replace("@", "i")
                    + " LIMIT 1",
                row -> row.number(1),
                person,
                batch)
        != null;
  }

  /// Somebody else whom an input calls as one calls a person.
  ///
  /// @param person number of who that is
  /// @param batch in which the first such input came
  public record SameSubject(long person, String subject, long batch) {}

  /// Those who are called as a person is as of a batch, as they came.
  public static List<SameSubject> subjects(StoreReader store, long person, long batch) {
    return store
        .sql()
        .list(
            "SELECT j.person, j.subject, min(j.batch) AS came FROM intake i JOIN intake j"
                + " ON j.subject = i.subject AND j.person <> i.person"
                + " WHERE i.person = ?1 AND i.subject <> ''"
                + IN_FORCE.replace("@", "i")
                + IN_FORCE.replace("@", "j")
                + " GROUP BY j.person, j.subject ORDER BY came, j.person, j.subject",
            row -> new SameSubject(row.number(1), row.text(2), row.number(3)),
            person,
            batch);
  }

  /// The ids of other persons with whom values or calls of a person stay when the person is erased.
  /// Also of those who had another file alone by the name of one of theirs: nobody said whose that
  /// was.
  ///
  /// @param isWithReplaced see [Remnants#of]
  public static List<String> holders(StoreReader store, long person, boolean isWithReplaced) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT p.id FROM segment t JOIN segment s ON "
                + LIKELY
                + " JOIN intake_segment l ON l.segment = s.segment"
                + " JOIN intake i ON i.intake = l.intake JOIN person p ON p.person = i.person"
                + " WHERE t.person = ?1 AND i.person <> ?1 AND s.shape <> 'statement' AND NOT ("
                + Remnants.theirs(isWithReplaced)
                + ") UNION SELECT p.id FROM intake i JOIN person p USING (person)"
                + " WHERE i.person <> ?1 AND i.superseded IS NOT NULL AND i.subject = ''"
                + " AND i.source IN (SELECT source FROM intake WHERE person = ?1)"
                + " AND NOT ("
                + Remnants.theirs(isWithReplaced)
                + ") ORDER BY 1",
            row -> row.text(1),
            person);
  }

  /// The samples of a variant file that stand for the germline of the person who has it.
  public static List<String> samples(StoreReader store, Owned owned) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT s.sample FROM intake i"
                + " JOIN intake_segment l USING (intake) JOIN segment s USING (segment)"
                + " WHERE i.person = ? AND i.superseded IS NULL AND s.shape = 'call'"
                + " AND s.layer = 'genome' AND s.sha256 = ?"
                + " AND s.sample IS NOT NULL ORDER BY 1",
            row -> row.text(1),
            owned.person(),
            owned.sha256());
  }

  private static List<Owned> of(StoreReader store, String which) {
    var owned = new ArrayList<Owned>();
    owned.addAll(
        store
            .sql()
            .list(
                TABLES + which + " ORDER BY 1, 2",
                row -> new Owned(row.number(1), row.text(2), row.text(3), null)));
    owned.addAll(
        store
            .sql()
            .list(
                SAMPLES + which + " ORDER BY 1, 2",
                row -> new Owned(row.number(1), row.text(2), row.text(3), row.text(4))));
    return owned;
  }
}
