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
  }

  /// The rows that name a person, by what the store and inputs call them and their samples.
  public static List<String> of(StoreReader store, Rows.PersonRow person) {
    return find(store.sql(), person).stream().map(Named::text).toList();
  }

  /// How many rows of the audit name a person as who asked.
  public static long inAudit(StoreReader store, Journal journal, Rows.PersonRow person) {
    var naming = new Naming(store.sql(), person);
    return journal.audit().rows().stream()
        .filter(row -> naming.isNamed(row.said().who()) || naming.isNamed(row.said().named()))
        .count();
  }

  static List<Named> find(Sql sql, Rows.PersonRow person) {
    var naming = new Naming(sql, person);
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
          person.person());
    }
    return found;
  }

  /// Takes them out.
  static void takeOut(Sql sql, Sealing sealing, Resealing resealing, List<Named> named) {
    for (var one : named) {
      sealing.touch(one.person());
      resealing.touch(one.batch());
      if (one.isConsent()) {
        Consents.rename(sql, one.number(), one.by());
      } else {
        Settlements.rename(sql, one.number(), one.by(), one.reason());
      }
    }
  }

  /// Forgets the runs that may tell the words of a settlement.
  static void forgetRuns(Journal journal, List<Named> named) {
    for (var one : named) {
      if (!one.isConsent()) {
        journal.erase(one.id(), one.batch(), Long.MAX_VALUE);
      }
    }
  }
}
