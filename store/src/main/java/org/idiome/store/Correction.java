package org.idiome.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A correction that a later state of a store made of what a backup says, and that a store which is
/// made of the backup has not.
///
/// @param person whose the source was
/// @param to whose it is since; null where it is nobody's, or theirs still and says something else
/// @param isReplaced whether a later input took its place
/// @param recorded when, UTC
/// @param command first word of what was asked for
/// @param author who, or null
/// @param reason why, or null where nobody said so, or the words were taken out
public record Correction(
    String person,
    String source,
    @Nullable String to,
    boolean isReplaced,
    String recorded,
    String command,
    @Nullable String author,
    @Nullable String reason) {

  private static final String ENDED =
      "SELECT i.intake, i.source, b.recorded, b.command, b.author, b.reason,"
          + " EXISTS (SELECT 1 FROM intake n WHERE n.batch = i.superseded"
          + " AND n.source = i.source AND n.person = i.person),"
          + " (SELECT p.id FROM intake n JOIN person p USING (person) WHERE n.batch = i.superseded"
          + " AND n.source = i.source AND n.person <> i.person ORDER BY n.intake LIMIT 1)"
          + " FROM intake i JOIN batch b ON b.batch = i.superseded WHERE i.person = ?"
          + " ORDER BY i.superseded, i.intake";

  private record Ended(long intake, Correction correction) {}

  private static final String MOVED_HERE =
      "SELECT DISTINCT p.person, p.id FROM intake n JOIN intake i ON i.superseded = n.batch"
          + " AND i.source = n.source AND i.person <> n.person"
          + " JOIN person p ON p.person = i.person"
          + " WHERE n.person = ? AND n.source = ? ORDER BY p.person";

  /// Those of a person whom both have.
  static List<Correction> since(StoreReader before, StoreReader after, Rows.PersonRow person) {
    return since(before, after, person, new HashSet<>());
  }

  /// @param asked persons who are being looked at, each once
  private static List<Correction> since(
      StoreReader before, StoreReader after, Rows.PersonRow person, Set<Long> asked) {
    asked.add(person.person());
    var known =
        new HashSet<>(
            before
                .sql()
                .list(
                    "SELECT intake FROM intake WHERE person = ? AND superseded IS NOT NULL",
                    row -> row.number(1),
                    person.person()));
    var then = inForce(before, person);
    var now = inForce(after, person);
    var since = new ArrayList<Correction>();
    for (var ended : ended(after, person)) {
      var one = ended.correction();
      boolean isFurther =
          !then.containsKey(one.source()) && comesAgain(before, after, person, one.source(), asked);
      if (!known.contains(ended.intake()) && stands(one, then, now, isFurther)) {
        since.add(one);
      }
    }
    return since;
  }

  /// Whether what is made of the backup lacks it.
  ///
  /// @param then by source, the inputs in force in the backup
  /// @param now the same of the later state
  /// @param isFurther whether the backup has it of another, of whom a correction that stands brings
  ///   it here; where it has it of nobody, mistake and correction both came after it
  private static boolean stands(
      Correction one,
      Map<String, Set<String>> then,
      Map<String, Set<String>> now,
      boolean isFurther) {
    var was = then.getOrDefault(one.source(), Set.of());
    var is = now.getOrDefault(one.source(), Set.of());
    if (was.isEmpty() ? !isFurther : is.equals(was)) {
      return false;
    }
    return is.isEmpty() ? !one.isReplaced() : one.reason() != null;
  }

  /// Whether a correction of another that stands brings a source to this person, once it is made
  /// again.
  private static boolean comesAgain(
      StoreReader before,
      StoreReader after,
      Rows.PersonRow person,
      String source,
      Set<Long> asked) {
    var others =
        after
            .sql()
            .list(
                MOVED_HERE,
                row -> new Rows.PersonRow(row.number(1), row.text(2)),
                person.person(),
                source);
    return others.stream()
        .filter(other -> !asked.contains(other.person()))
        .flatMap(other -> since(before, after, other, new HashSet<>(asked)).stream())
        .anyMatch(one -> one.source().equals(source) && person.id().equals(one.to()));
  }

  private static Map<String, Set<String>> inForce(StoreReader store, Rows.PersonRow person) {
    var inputs = new HashMap<String, Set<String>>();
    store
        .intakes(person.person(), StoreReader.NEWEST)
        .forEach(one ->
            inputs.computeIfAbsent(one.source(), _ -> new HashSet<>()).add(one.inputs().hex()));
    return inputs;
  }

  private static List<Ended> ended(StoreReader store, Rows.PersonRow person) {
    return store
        .sql()
        .list(
            ENDED,
            row ->
                new Ended(
                    row.number(1),
                    new Correction(
                        person.id(),
                        row.text(2),
                        row.textOrNull(8),
                        row.number(7) == 1,
                        row.text(3),
                        row.text(4).split(" ", 2)[0],
                        row.textOrNull(5),
                        row.textOrNull(6))),
            person.person());
  }

  /// Without words that name somebody who was erased.
  Correction without(ErasedNames names) {
    return new Correction(
        person,
        source,
        to,
        isReplaced,
        recorded,
        command,
        author == null || names.isNamed(author) ? null : author,
        reason == null || names.isNamed(reason) ? null : reason);
  }
}
