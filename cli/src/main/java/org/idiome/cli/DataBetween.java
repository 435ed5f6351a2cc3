package org.idiome.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.idiome.core.finding.Finding;
import org.idiome.profile.change.Change;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.door.Outside;
import org.idiome.record.kept.KeptPerson;
import org.idiome.report.text.ChangesText;
import org.idiome.store.Rows;
import org.jspecify.annotations.Nullable;

/// Which data another answer is of: the batch between two runs that made it, by replaying each.
final class DataBetween {
  /// Beyond so many batches all that differs is named, not the one that did it.
  private static final int MOST_REPLAYS = 12;

  private final OpenPerson open;
  private final long first;
  private final long last;
  private final List<Step> steps;

  /// Batches of others that changed what they have in common with the person.
  private final List<Outside> besides;

  private final LongFunction<List<Finding>> replay;
  private final Map<Long, Map<String, Finding>> made = new HashMap<>();

  /// @param first the last batch that the older run knew
  /// @param last the last one that the newer knew
  /// @param replay the findings as of a batch, under the settings of the newer
  DataBetween(OpenPerson open, long first, long last, LongFunction<List<Finding>> replay) {
    this.open = open;
    this.first = first;
    this.last = last;
    this.besides = first < last ? open.besides(first, last) : List.of();
    this.steps = first < last ? steps(open.batches(first, last), besides) : List.of();
    this.replay = replay;
  }

  /// A batch that may have made a change.
  ///
  /// @param command what was asked for
  /// @param outside where it is none of the person's
  private record Step(long batch, String command, @Nullable Outside outside) {}

  private static List<Step> steps(List<Rows.BatchLine> own, List<Outside> besides) {
    var steps = new ArrayList<Step>();
    own.forEach(one -> steps.add(new Step(one.batch(), one.command(), null)));
    besides.forEach(one -> steps.add(new Step(one.batch(), "", one)));
    steps.sort(Comparator.comparingLong(Step::batch));
    return List.copyOf(steps);
  }

  /// Something outside of the person, for the words.
  static ChangesText.Data outside(Outside one) {
    return ChangesText.Data.outside(one.kind().code(), one.batch(), one.day());
  }

  /// What made a change; all that differs where no one batch can be told.
  List<ChangesText.Data> of(Change change) {
    int step = isReplayable() ? step(change) : -1;
    if (step < 0) {
      return difference(first, last, null);
    }
    long before = step == 0 ? first : steps.get(step - 1).batch();
    return difference(before, steps.get(step).batch(), steps.get(step));
  }

  /// All that differs.
  List<ChangesText.Data> all() {
    return difference(first, last, steps.size() == 1 ? steps.getFirst() : null);
  }

  private boolean isReplayable() {
    boolean isTold =
        open.gaps().stream()
            .noneMatch(gap ->
                steps.stream()
                    .anyMatch(step -> gap.from() <= step.batch() && step.batch() < gap.end()));
    return !steps.isEmpty() && steps.size() <= MOST_REPLAYS && isTold;
  }

  /// The last step before which the answer was another.
  private int step(Change change) {
    for (int i = steps.size() - 1; i > 0; i--) {
      var found = made.computeIfAbsent(steps.get(i - 1).batch(), this::byKey).get(change.key());
      if (!Change.isSame(found, change.after())) {
        return i;
      }
    }
    return 0;
  }

  private Map<String, Finding> byKey(long batch) {
    var byKey = new HashMap<String, Finding>();
    replay.apply(batch).forEach(one -> byKey.put(one.key().text(), one));
    return byKey;
  }

  /// What came and what is no longer in force between two batches; where no file did, the step.
  private List<ChangesText.Data> difference(long from, long to, @Nullable Step step) {
    if (step != null && step.outside() != null) {
      return List.of(outside(step.outside()));
    }
    var old = files(open.by(from));
    var now = files(open.by(to));
    var data = new ArrayList<ChangesText.Data>();
    var hashes = new TreeSet<>(now.keySet());
    hashes.removeAll(old.keySet());
    hashes.forEach(hash -> data.add(now.get(hash)));
    // A newer version under the same name says enough of the older.
    var names = data.stream().map(ChangesText.Data::name).collect(Collectors.toSet());
    var still = names(open.by(to));
    old.forEach((hash, one) -> {
      if (!now.containsKey(hash) && !names.contains(one.name())) {
        long batch = step == null ? 0 : step.batch();
        data.add(
            still.contains(one.name())
                ? ChangesText.Data.corrected(one.name(), batch)
                : ChangesText.Data.gone(one.name(), batch));
      }
    });
    if (data.isEmpty() && step != null) {
      data.add(ChangesText.Data.step(step.command(), step.batch()));
    }
    if (step == null) {
      besides.stream().limit(MOST_REPLAYS).map(DataBetween::outside).forEach(data::add);
    }
    return data;
  }

  /// What files in force are called: one that says now what another does has the same digest.
  private static Set<String> names(@Nullable KeptPerson person) {
    var names = new TreeSet<String>();
    for (int file = 0; person != null && file < person.sources().size(); file++) {
      names.add(person.sources().name(file));
    }
    return names;
  }

  /// Files that could be read, by their digests.
  private static SortedMap<String, ChangesText.Data> files(@Nullable KeptPerson person) {
    var files = new TreeMap<String, ChangesText.Data>();
    for (int file = 0; person != null && file < person.sources().size(); file++) {
      if (person.sources().isClosed(file)) {
        var hash = person.sources().file(file).hash().hex();
        files.put(hash, ChangesText.Data.fresh(person.sources().name(file), person.batch(file)));
      }
    }
    return files;
  }
}
