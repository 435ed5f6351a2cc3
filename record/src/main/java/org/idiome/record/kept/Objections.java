package org.idiome.record.kept;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.store.Consents;
import org.idiome.store.Held;
import org.idiome.store.StoreWriter;

/// Lets what was taken back or objected to go where the data go (ADR 0018): whoever gets what
/// somebody has, or had, who took a purpose back has it taken back from then on, too; and is not
/// read while nobody knows what was taken back ([Held]).
///
/// No consent goes along: who may be read for more must say so themselves. What was said of the
/// person after the withdrawal stands.
final class Objections {
  /// What stands among the purposes where a restore could not record again what was said.
  private static final String EVERYTHING = "all, until somebody accepts what a restore lost";

  private Objections() {}

  /// Carries them to a person, and answers with the purposes, sorted.
  ///
  /// @param from numbers of those who have, or had, what the person gets
  /// @param to number of who gets it
  /// @param by what carries them; it names nobody, who may be erased
  static SortedSet<String> carry(StoreWriter writer, List<Long> from, long to, String by) {
    var carried = new TreeSet<String>();
    for (long other : from) {
      writer.requireWhole(other);
      var rows = Consents.of(writer.reader(), other);
      for (var purpose : Consents.purposes(rows)) {
        var newest = Consents.newest(rows, purpose, writer.day());
        if (newest != null && !newest.said().isGiven() && !isSaidSince(writer, to, newest)) {
          Consents.add(writer, to, new Consents.Said(purpose, false, null, null, by, null));
          carried.add(purpose);
        }
      }
      var hold = Held.of(writer.reader(), other);
      if (hold != null && Held.of(writer.reader(), to) == null) {
        Held.add(writer, to, List.of(hold.what()));
        carried.add(EVERYTHING);
      }
    }
    return carried;
  }

  /// Whether a later row about the person says otherwise, or the same.
  private static boolean isSaidSince(StoreWriter writer, long person, Consents.Row withdrawn) {
    var purpose = withdrawn.said().purpose();
    return Consents.of(writer.reader(), person).stream()
        .anyMatch(row -> row.said().purpose().equals(purpose) && row.number() > withdrawn.number());
  }
}
