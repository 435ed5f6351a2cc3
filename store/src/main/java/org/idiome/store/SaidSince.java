package org.idiome.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What later states of a store recorded since a backup of it was made: of consent and settlements,
/// which a store that is made of the backup records again where it has the person and what a
/// settlement rests on, and of corrections, which it does not.
final class SaidSince {
  private final StoreReader before;
  private final ErasedNames names;
  private final String key;
  private final Set<String> damagedBefore;
  private final SortedMap<About, Branches<Consents.Row>> consents = new TreeMap<>(About.ORDER);
  private final SortedMap<About, Branches<Settled>> settlements = new TreeMap<>(About.ORDER);
  private final List<Carried> again = new ArrayList<>();
  private final Set<String> lost = new LinkedHashSet<>();

  /// What may restrict reading and cannot be recorded again, by the ids of the persons.
  private final SortedMap<String, List<String>> held = new TreeMap<>();

  private final SortedMap<Long, Rows.PersonRow> newcomers = new TreeMap<>();
  private final Set<String> later = new TreeSet<>();

  /// Ids of newcomers who have nothing but what a split gave them.
  private final Set<String> split = new HashSet<>();

  private final Set<Correction> corrections = new LinkedHashSet<>();
  private final SortedMap<String, OthersWords.Named> takenOut = new TreeMap<>();
  private final SortedMap<Long, BatchWords> batches;

  /// Of whom, and of what purpose or finding.
  private record About(Rows.PersonRow person, boolean isThere, String what) {
    private static final Comparator<About> ORDER =
        Comparator.comparing((About about) -> about.person().id())
            .thenComparingLong(about -> about.person().person())
            .thenComparing(About::what);
  }

  /// A settlement.
  ///
  /// @param isFounded whether the backup has all inputs that it rests on
  private record Settled(Settlements.Recorded row, boolean isFounded) {}

  private interface Adding {
    void record(StoreWriter writer);
  }

  /// What is recorded again.
  ///
  /// @param recorded when the last of this and what was said before it of the same was, UTC
  private record Carried(String id, String recorded, String words, Adding adding) {}

  /// @param before made of the backup, without whom a list names
  /// @param names whom the lists name
  SaidSince(StoreReader before, ErasedNames names) {
    this.before = before;
    this.names = names;
    this.key = key(before);
    this.damagedBefore = PersonSeals.notWhole(before);
    this.batches = BatchWords.of(before.sql());
  }

  private static String key(StoreReader store) {
    return String.join(",", store.sql().list("SELECT key FROM store_key", row -> row.text(1)));
  }

  /// Takes what a state says.
  ///
  /// @return whether it is another state of the same store; nothing was taken otherwise
  boolean add(StoreReader after) {
    if (!key.equals(key(after))) {
      return false;
    }
    names.learn(after.sql());
    var words = BatchWords.of(after.sql());
    batches.replaceAll((batch, said) -> {
      var cleaned = said.cleaned(words.get(batch));
      return cleaned.equals(said) || !BatchHeads.isWhole(after.sql(), batch) ? said : cleaned;
    });
    var damaged = new TreeSet<>(PersonSeals.notWhole(after));
    damaged.addAll(damagedBefore);
    for (var id : after.personIds()) {
      var now = after.person(id);
      if (now == null) {
        lose(id, damaged);
      } else if (!names.isErased(after.sql(), now)) {
        add(after, now, damaged);
      }
    }
    return true;
  }

  private void lose(String id, Set<String> damaged) {
    if (damaged.contains(id)) {
      lose(id, "what was said of them is damaged", true);
    }
  }

  private void add(StoreReader after, Rows.PersonRow now, Set<String> damaged) {
    var old = before.person(now.id());
    if (old == null) {
      newcomers.put(now.person(), now);
    }
    if (damaged.contains(now.id())) {
      lose(now.id(), damaged);
      return;
    }
    // Another number is somebody else; so is the same one, made at another time: copies side by
    // side give out the same numbers.
    boolean isThere =
        old != null && old.person() == now.person() && made(before, old).equals(made(after, now));
    if (old != null && !isThere) {
      newcomers.put(now.person(), now);
    }
    if (!isThere && isOfSplits(after, now)) {
      split.add(now.id());
    }
    hold(after, now, old);
    if (isThere) {
      if (hasMore(after, now)) {
        later.add(now.id());
      }
      corrections.addAll(Correction.since(before, after, now));
    }
    consents(after, now, isThere);
    settlements(after, now, isThere);
  }

  private static boolean isOfSplits(StoreReader store, Rows.PersonRow person) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT b.command FROM intake i JOIN batch b USING (batch) WHERE i.person = ?",
            row -> row.text(1),
            person.person())
        .equals(List.of("split"));
  }

  private static String made(StoreReader store, Rows.PersonRow person) {
    return String.join(
        ",",
        store
            .sql()
            .list(
                "SELECT b.recorded FROM person p JOIN batch b USING (batch) WHERE p.person = ?",
                row -> row.text(1),
                person.person()));
  }

  /// Whom an earlier restore holds, and nobody let go, the next one holds, too.
  private void hold(StoreReader after, Rows.PersonRow now, Rows.@Nullable PersonRow old) {
    var hold = Held.of(after, now.person());
    if (hold != null && (old == null || Held.of(before, old.person()) == null)) {
      lose(now.id(), hold.what(), true);
    }
  }

  private boolean hasMore(StoreReader after, Rows.PersonRow person) {
    var known = new HashSet<Long>();
    before.intakes(person.person(), StoreReader.NEWEST).forEach(one -> known.add(one.intake()));
    return after.intakes(person.person(), StoreReader.NEWEST).stream()
        .anyMatch(one -> !known.contains(one.intake()));
  }

  private void consents(StoreReader after, Rows.PersonRow person, boolean isThere) {
    var now = Consents.of(after, person.person());
    if (now.isEmpty()) {
      return;
    }
    var known = isThere ? Consents.of(before, person.person()) : List.<Consents.Row>of();
    for (var purpose : Consents.purposes(now)) {
      consents
          .computeIfAbsent(
              new About(person, isThere, purpose),
              _ ->
                  new Branches<>(
                      of(known, purpose),
                      (one, other) -> one.said().isSame(other.said()),
                      one -> !one.said().isGiven(),
                      Consents.Row::cleaned))
          .add(of(now, purpose), SaidSince::isEvent);
    }
  }

  private static List<Consents.Row> of(List<Consents.Row> rows, String purpose) {
    return rows.stream().filter(row -> row.said().purpose().equals(purpose)).toList();
  }

  private static boolean isEvent(Consents.Row one, Consents.Row other) {
    return one.said().isSame(other.said()) && one.recorded().equals(other.recorded());
  }

  private void settlements(StoreReader after, Rows.PersonRow person, boolean isThere) {
    var now = Settlements.all(after, person.person());
    if (now.isEmpty()) {
      return;
    }
    var known =
        isThere ? Settlements.all(before, person.person()) : List.<Settlements.Recorded>of();
    var inputs = isThere ? inputs(before, person, StoreReader.NEWEST) : Set.<String>of();
    var findings = new TreeSet<String>();
    now.forEach(row -> findings.add(row.said().finding()));
    for (var finding : findings) {
      settlements
          .computeIfAbsent(
              new About(person, isThere, finding),
              _ ->
                  new Branches<>(
                      of(known, finding, _ -> true),
                      (one, other) -> one.row().said().isSame(other.row().said()),
                      one -> !one.row().said().isSettled(),
                      SaidSince::cleaned))
          .add(
              of(now, finding, row -> inputs.containsAll(inputs(after, person, row.batch()))),
              SaidSince::isEvent);
    }
  }

  private interface Founded {
    boolean is(Settlements.Recorded row);
  }

  private static List<Settled> of(
      List<Settlements.Recorded> rows, String finding, Founded founded) {
    return rows.stream()
        .filter(row -> row.said().finding().equals(finding))
        .map(row -> new Settled(row, founded.is(row)))
        .toList();
  }

  private static Settled cleaned(Settled one, Settled other) {
    return new Settled(one.row().cleaned(other.row()), one.isFounded());
  }

  private static boolean isEvent(Settled one, Settled other) {
    return one.row().said().isSame(other.row().said())
        && one.row().row().recorded().equals(other.row().row().recorded());
  }

  private static Set<String> inputs(StoreReader store, Rows.PersonRow person, long batch) {
    var inputs = new HashSet<String>();
    store
        .intakes(person.person(), batch)
        .forEach(intake -> inputs.add(intake.intake() + " " + intake.inputs().hex()));
    return inputs;
  }

  /// Lays together what the states say; last, while the made store can be read.
  void lay() {
    consents.forEach(this::lay);
    settlements.forEach(this::laySettled);
    again.sort(Comparator.comparing(Carried::id).thenComparing(Carried::recorded));
    for (var named : names.find(before.sql())) {
      takenOut.merge(key(named), named, OthersWords.Named::cleaned);
    }
    batches.replaceAll((_, said) -> said.without(names));
    var there = BatchWords.of(before.sql());
    batches.entrySet().removeIf(one -> one.getValue().equals(there.get(one.getKey())));
    takenOut.values().removeIf(named -> OthersWords.isSaid(before.sql(), named));
  }

  private void lay(About about, Branches<Consents.Row> branches) {
    for (var row : branches.base()) {
      if (about.isThere() && row.said().by().equals(OthersWords.TAKEN_OUT)) {
        takeOut(OthersWords.Named.of(about.person(), row));
      }
    }
    var recorded = "";
    for (var row : branches.agreed()) {
      recorded = later(recorded, row.recorded());
      lay(about, row, recorded, about.isThere());
    }
    for (var row : branches.contested(SaidSince::isEvent)) {
      recorded = later(recorded, row.recorded());
      lay(about, row, recorded, about.isThere() && !row.said().isGiven());
    }
  }

  private void lay(About about, Consents.Row row, String recorded, boolean isCarried) {
    var said = row.said();
    var person = about.person();
    var words = "consent " + (said.isGiven() ? "given" : "withdrawn") + ", " + said.purpose();
    if (isCarried) {
      var kept = said.by(names.without(said.by()));
      Adding add = writer -> Consents.add(writer, person.person(), kept);
      again.add(new Carried(person.id(), recorded, person.id() + ": " + words, add));
    } else {
      lose(person.id(), words, true);
    }
  }

  private void laySettled(About about, Branches<Settled> branches) {
    for (var one : branches.base()) {
      var said = one.row().said();
      if (about.isThere()
          && (said.by().equals(OthersWords.TAKEN_OUT)
              || said.reason().equals(OthersWords.TAKEN_OUT))) {
        takeOut(OthersWords.Named.of(about.person(), one.row()));
      }
    }
    var recorded = "";
    for (var one : branches.agreed()) {
      recorded = later(recorded, one.row().row().recorded());
      boolean isFounded = one.isFounded() || !one.row().said().isSettled();
      lay(about, one.row(), recorded, about.isThere() && isFounded);
    }
    for (var one : branches.contested(SaidSince::isEvent)) {
      recorded = later(recorded, one.row().row().recorded());
      lay(about, one.row(), recorded, about.isThere() && !one.row().said().isSettled());
    }
  }

  private void lay(About about, Settlements.Recorded row, String recorded, boolean isCarried) {
    var said = row.said();
    var person = about.person();
    var words = (said.isSettled() ? "settled" : "settlement withdrawn") + ", " + said.finding();
    if (isCarried) {
      var kept = said.words(names.without(said.by()), names.without(said.reason()));
      Adding add = writer -> Settlements.add(writer, person.person(), kept);
      again.add(new Carried(person.id(), recorded, person.id() + ": " + words, add));
    } else {
      lose(person.id(), words, !said.isSettled());
    }
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String key(OthersWords.Named named) {
    return named.isConsent() + " " + named.number();
  }

  private void takeOut(OthersWords.Named named) {
    takenOut.put(key(named), named);
  }

  /// Says that something cannot be recorded again, be it anybody's.
  void lose(String what) {
    lost.add(what);
  }

  private void lose(String id, String words, boolean isRestricting) {
    lost.add(id + ": " + words);
    if (isRestricting) {
      held.computeIfAbsent(id, _ -> new ArrayList<>()).add(words);
    }
  }

  /// What cannot and may restrict reading, by the ids of the persons: of consent all of it, for
  /// what was agreed to later may have had an end.
  SortedMap<String, List<String>> restricting() {
    return held;
  }

  /// What can be recorded again, each with whose it is.
  List<String> carried() {
    return again.stream().map(Carried::words).toList();
  }

  /// What cannot.
  List<String> lost() {
    return List.copyOf(lost);
  }

  /// Ids of those who came since: of them the made store holds nothing. Sorted. Whoever has nothing
  /// but what a correction gives them comes by that.
  List<String> newcomers() {
    var made = corrections.stream().map(Correction::to).collect(Collectors.toSet());
    return newcomers.values().stream()
        .map(Rows.PersonRow::id)
        .filter(id -> !split.contains(id) || !made.contains(id))
        .distinct()
        .sorted()
        .toList();
  }

  /// Persons of whom the made store has not all inputs that are in force. Sorted.
  List<String> later() {
    return List.copyOf(later);
  }

  /// What was corrected of what the made store has, in order of persons and time.
  List<Correction> corrections() {
    return corrections.stream().map(one -> one.without(names)).distinct().toList();
  }

  /// Rows of the made store whose words another state has taken out.
  List<OthersWords.Named> takenOut() {
    return List.copyOf(takenOut.values());
  }

  /// What batches of the made store say without words that another state has taken out, by number.
  SortedMap<Long, BatchWords> batchWords() {
    return batches;
  }

  /// Records it in a batch.
  void record(StoreWriter writer) {
    again.forEach(one -> one.adding().record(writer));
  }
}
