package org.idiome.record.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.store.Consents;
import org.idiome.store.History;
import org.idiome.store.PersonSeals;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFault;

/// What changed outside of a person between two batches. For one thread.
final class Around {
  private static final int DAY_CHARS = 10;

  private final StoreReader store;
  private final Rows.PersonRow person;
  private final Others others;
  private final Map<Long, String> digests = new HashMap<>();

  Around(StoreReader store, Rows.PersonRow person, Others others) {
    this.store = store;
    this.person = person;
    this.others = others;
  }

  /// The batches that changed what others have in common with the person and nothing that is in
  /// force of the person, in order. What was asked as of an earlier batch is told without them.
  List<Outside> records(long after, long through) {
    var found = new ArrayList<Long>();
    bisect(after, through, found);
    var own = new HashSet<Long>();
    History.batches(store, person.id(), after, through).forEach(one -> own.add(one.batch()));
    var records = new ArrayList<Outside>();
    for (long batch : found) {
      if (!own.contains(batch)) {
        records.add(new Outside(Outside.Kind.RECORD, batch, day(batch)));
      }
    }
    return records;
  }

  /// Where the two ends are the same, nothing between them is looked for.
  private void bisect(long after, long through, List<Long> found) {
    if (after >= through || digest(after).equals(digest(through))) {
      return;
    }
    if (through == after + 1) {
      found.add(through);
      return;
    }
    long middle = after + (through - after) / 2;
    bisect(after, middle, found);
    bisect(middle, through, found);
  }

  private String digest(long batch) {
    return digests.computeIfAbsent(
        batch,
        _ -> {
          var digester = new Digester();
          others.digestInto(digester, batch);
          return digester.end().hex();
        });
  }

  /// What no question of an earlier time leaves out: consents, which act at once, and erasures; in
  /// order.
  ///
  /// @param purposes of which consents are asked for
  /// @param since the day after which consents that began or ended by their day count
  /// @param until the last of these days
  List<Outside> standing(
      long after, long through, Set<String> purposes, LocalDate since, LocalDate until) {
    var all = new ArrayList<Outside>();
    var about = new TreeSet<Long>(others.persons(after));
    about.addAll(others.persons(through));
    about.add(person.person());
    for (long one : about) {
      var kind = one == person.person() ? Outside.Kind.OWN_CONSENT : Outside.Kind.CONSENT;
      for (var row : consents(one)) {
        if (!purposes.contains(row.said().purpose())) {
          continue;
        }
        if (row.batch() > after && row.batch() <= through) {
          all.add(new Outside(kind, row.batch(), day(row.batch())));
        } else if (row.batch() <= after) {
          days(row.said(), since, until).forEach(day -> all.add(new Outside(kind, 0, day)));
        }
      }
    }
    for (long batch : History.erasures(store, after, through)) {
      all.add(new Outside(Outside.Kind.ERASURE, batch, day(batch)));
    }
    return all.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Outside::day)
                .thenComparingLong(Outside::batch)
                .thenComparing(Outside::kind))
        .toList();
  }

  /// None of who is damaged: what they say is not believed.
  private List<Consents.Row> consents(long one) {
    try {
      PersonSeals.requireWhole(store, one);
      return Consents.of(store, one);
    } catch (StoreFault _) {
      return List.of();
    }
  }

  /// The days in a stretch of time from which something holds, or holds no longer.
  private static List<String> days(Consents.Said said, LocalDate since, LocalDate until) {
    var days = new ArrayList<LocalDate>();
    var from = said.from();
    var last = said.until();
    if (from != null) {
      days.add(LocalDate.parse(from));
    }
    if (last != null) {
      days.add(LocalDate.parse(last).plusDays(1));
    }
    return days.stream()
        .filter(day -> day.isAfter(since) && !day.isAfter(until))
        .map(LocalDate::toString)
        .toList();
  }

  private String day(long batch) {
    var recorded = History.recorded(store, batch);
    return recorded == null ? "" : recorded.substring(0, DAY_CHARS);
  }
}
