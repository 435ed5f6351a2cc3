package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;

/// Words of other persons' consents and settlements that name somebody: who said so, and why. It is
/// free text; whether it may stay when that person is erased nobody but a human can say.
public final class OthersWords {
  /// Stands in the place of words that were taken out.
  static final String TAKEN_OUT = "taken out, for it named somebody who was erased";

  private static final String CONSENTS =
      "SELECT c.consent, p.id, c.person, c.batch, c.by_whom, '' FROM consent c"
          + " JOIN person p USING (person) WHERE c.person <> ? ORDER BY c.consent";
  private static final String SETTLEMENTS =
      "SELECT s.settlement, p.id, s.person, s.batch, s.by_whom, s.reason FROM settlement s"
          + " JOIN person p USING (person) WHERE s.person <> ? ORDER BY s.settlement";

  private OthersWords() {}

  /// A row that names the person.
  ///
  /// @param id of whose it is
  /// @param by what is to stand there
  /// @param reason what is to stand there; empty of a consent
  record Named(
      boolean isConsent,
      long number,
      String id,
      long person,
      long batch,
      String by,
      String reason) {
    String text() {
      return (isConsent ? "consent " : "settlement ") + number + " of " + id;
    }

    static Named of(Rows.PersonRow person, Consents.Row row) {
      return new Named(
          true, row.number(), person.id(), person.person(), row.batch(), row.said().by(), "");
    }

    static Named of(Rows.PersonRow person, Settlements.Recorded row) {
      var said = row.said();
      return new Named(
          false, row.number(), person.id(), person.person(), row.batch(), said.by(), said.reason());
    }

    /// With what stands in the place of words in either of two.
    static Named cleaned(Named one, Named other) {
      return new Named(
          one.isConsent(),
          one.number(),
          one.id(),
          one.person(),
          one.batch(),
          OthersWords.cleaned(one.by(), other.by()),
          OthersWords.cleaned(one.reason(), other.reason()));
    }
  }

  /// Whether two texts may be the same, words being taken out of one.
  static boolean isAlike(String one, String other) {
    return one.equals(other) || one.equals(TAKEN_OUT) || other.equals(TAKEN_OUT);
  }

  /// Of two texts that are alike that without words; otherwise the first.
  static String cleaned(String one, String other) {
    return other.equals(TAKEN_OUT) ? other : one;
  }

  /// The rows that name a person, by what the store and inputs call them and their samples.
  public static List<String> of(StoreReader store, Rows.PersonRow person) {
    return of(store.sql(), person);
  }

  static List<String> of(Sql sql, Rows.PersonRow person) {
    return find(sql, person).stream().map(Named::text).toList();
  }

  /// How many rows of the audit name a person as who asked.
  static long inAudit(Sql sql, Journal journal, Rows.PersonRow person) {
    var naming = new Naming(sql, person);
    return journal.audit().rows().stream()
        .filter(row -> naming.isNamed(row.said().who()) || naming.isNamed(row.said().named()))
        .count();
  }

  static List<Named> find(Sql sql, Rows.PersonRow person) {
    return find(sql, person.person(), new Naming(sql, person));
  }

  /// Those of others than a person of some number.
  static List<Named> find(Sql sql, long person, Naming naming) {
    var found = new ArrayList<Named>();
    for (boolean isConsent : new boolean[] {true, false}) {
      sql.each(
          isConsent ? CONSENTS : SETTLEMENTS,
          row -> {
            var by = row.text(5);
            var reason = row.text(6);
            boolean isBy = naming.isNamed(by);
            boolean isReason = naming.isNamed(reason);
            if (isBy || isReason) {
              found.add(
                  new Named(
                      isConsent,
                      row.number(1),
                      row.text(2),
                      row.number(3),
                      row.number(4),
                      isBy ? TAKEN_OUT : by,
                      isReason ? TAKEN_OUT : reason));
            }
          },
          person);
    }
    return found;
  }

  /// Whether a row says already what is to stand there.
  static boolean isSaid(Sql sql, Named named) {
    var row =
        named.isConsent()
            ? "consent WHERE consent = ?1 AND by_whom = ?2 AND '' = ?3"
            : "settlement WHERE settlement = ?1 AND by_whom = ?2 AND reason = ?3";
    return sql.number("SELECT count(*) FROM " + row, named.number(), named.by(), named.reason())
        > 0;
  }

  /// Takes them out, and notes whose runs may tell them.
  ///
  /// @param batch in which that is done
  static void takeOut(
      Sql sql, Sealing sealing, Resealing resealing, List<Named> named, long batch) {
    for (var one : named) {
      sealing.touch(one.person());
      resealing.touch(one.batch());
      if (one.isConsent()) {
        Consents.rename(sql, one.number(), one.by());
      } else {
        Settlements.rename(sql, one.number(), one.by(), one.reason());
        sql.change(
            "INSERT OR IGNORE INTO run_gone (person, from_batch, batch) VALUES (?, ?, ?)",
            one.person(),
            one.batch(),
            batch);
      }
    }
  }

  /// Forgets the runs that a reader of an earlier state kept meanwhile, of erasures that are
  /// pending.
  ///
  /// @return whether there was any to look for
  static boolean forgetRuns(Sql sql, Journal journal) {
    var gone =
        sql.list(
            "SELECT p.id, g.from_batch, g.batch FROM run_gone g JOIN person p USING (person)"
                + " ORDER BY g.person, g.from_batch, g.batch",
            row -> new RunsGone(row.text(1), row.number(2), row.number(3)));
    gone.forEach(one -> journal.erase(one.id(), one.from(), one.batch()));
    return !gone.isEmpty();
  }

  private record RunsGone(String id, long from, long batch) {}

  /// Forgets the runs that may tell the words of a settlement.
  static void forgetRuns(Journal journal, List<Named> named) {
    for (var one : named) {
      if (!one.isConsent()) {
        journal.erase(one.id(), one.batch(), Long.MAX_VALUE);
      }
    }
  }
}
