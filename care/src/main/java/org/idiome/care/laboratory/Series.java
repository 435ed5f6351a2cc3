package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.SpelledFeature;
import org.idiome.core.observation.Statement;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// All values of one feature in one kind of specimen, split by what their times allow to say.
///
/// @param specimen kind of specimen: the code of its tissue, else the text of the source; null
///   where none was stated
/// @param latest the values that may have come last: several where the order cannot be said, those
///   without a time first; none where what surely came last gave no number
/// @param earlier the values that surely came before, in order of display
/// @param missing measurements without a number
/// @param tried those of them that may have come last: then no older value stands for the latest
record Series(
    Layer layer,
    Coded feature,
    @Nullable String specimen,
    List<Reading> latest,
    List<Reading> earlier,
    List<Reading> missing,
    List<Reading> tried) {

  /// The series of a feature, one for each kind of specimen, sorted by it.
  ///
  /// @param words results of the feature that were given in words
  static List<Series> of(
      Profile profile, QuantityColumns columns, SpelledFeature feature, List<Statement> words) {
    var bySpecimen = new TreeMap<String, List<Reading>>();
    var numbered = new HashSet<When>();
    for (int at = 0; at < feature.size(); at++) {
      var reading = Reading.of(columns, feature.row(at));
      var kind = kind(profile, columns.specimen(feature.row(at)));
      if (!feature.isSeveral() || !isSaid(bySpecimen, kind, reading)) {
        add(bySpecimen, kind, reading);
      }
      numbered.add(reading.when());
    }
    for (var word : words) {
      // A word beside a number of the same time is about that number.
      if (!numbered.contains(word.when()) || word.when() instanceof When.NotStated) {
        add(bySpecimen, kind(profile, word.specimen()), Reading.of(word));
      }
    }
    var all = new ArrayList<Series>();
    bySpecimen.forEach((kind, readings) ->
        all.add(split(columns.layer(), feature.told(), kind.isEmpty() ? null : kind, readings)));
    return all;
  }

  /// Whether another spelling has it already: the rows of both are cited then.
  private static boolean isSaid(
      SortedMap<String, List<Reading>> bySpecimen, @Nullable String kind, Reading reading) {
    var readings = bySpecimen.getOrDefault(kind == null ? "" : kind, List.of());
    // They come in order of time.
    for (int i = readings.size() - 1;
        i >= 0 && readings.get(i).when().equals(reading.when());
        i--) {
      if (readings.get(i).isSame(reading)) {
        readings.set(i, readings.get(i).with(reading.rows()));
        return true;
      }
    }
    return false;
  }

  private static void add(
      SortedMap<String, List<Reading>> bySpecimen, @Nullable String kind, Reading reading) {
    bySpecimen.computeIfAbsent(kind == null ? "" : kind, _ -> new ArrayList<>()).add(reading);
  }

  private static @Nullable String kind(Profile profile, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    var specimen = profile.specimen(id);
    if (specimen == null) {
      return id;
    }
    return specimen.tissue() == null ? null : specimen.tissue().id();
  }

  private static Series split(
      Layer layer, Coded feature, @Nullable String specimen, List<Reading> readings) {
    var latestTimes = latestTimes(readings.stream().filter(Reading::isDated).toList());
    var latest = new ArrayList<Reading>();
    var earlier = new ArrayList<Reading>();
    var missing = new ArrayList<Reading>();
    var tried = new ArrayList<Reading>();
    for (var reading : readings) {
      boolean mayBeLast = !reading.isDated() || latestTimes.contains(reading.when());
      if (reading.hasNumber()) {
        (mayBeLast ? latest : earlier).add(reading);
      } else {
        missing.add(reading);
        if (mayBeLast) {
          tried.add(reading);
        }
      }
    }
    latest.sort(Comparator.comparing(Reading::isDated));
    return new Series(layer, feature, specimen, latest, earlier, missing, tried);
  }

  /// The last time in the order of display, and all that are not surely before each one taken.
  static Set<When> latestTimes(List<Reading> dated) {
    var times = new LinkedHashSet<When>();
    dated.reversed().forEach(reading -> times.add(reading.when()));
    var latest = new LinkedHashSet<When>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (var time : times) {
        isGrowing |= !isBeforeAll(time, latest) && latest.add(time);
      }
    }
    return latest;
  }

  private static boolean isBeforeAll(When time, Set<When> others) {
    return !others.isEmpty()
        && others.stream().allMatch(other -> time.order(other) == Order.BEFORE);
  }

  /// Whether no number may have come last.
  boolean isEmpty() {
    return latest.isEmpty();
  }

  /// Whether what came last may have given no number, or have no time beside others that have one.
  boolean isOpen() {
    return !tried.isEmpty()
        || (!latest.getFirst().isDated() && (latest.getLast().isDated() || !earlier.isEmpty()));
  }

  /// How many values have a number.
  int size() {
    return latest.size() + earlier.size();
  }

  /// Earlier values that were measured by the method of the latest ones; where those differ among
  /// themselves, none.
  List<Reading> sameMethod() {
    var method = latest.getFirst().method();
    return latest.stream().allMatch(reading -> Objects.equals(reading.method(), method))
        ? earlier.stream().filter(reading -> Objects.equals(reading.method(), method)).toList()
        : List.of();
  }

  /// The key of a finding about this series.
  FindingKey key(String kind) {
    var scope =
        specimen == null ? FindingKey.WHOLE_PERSON : "specimen:" + FindingKey.part(specimen);
    return new FindingKey(
        LaboratoryInterpreter.NAME,
        kind,
        FindingKey.part(feature.id()),
        layer == Layer.LABORATORY ? scope : layer.code() + "/" + scope);
  }
}
