package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// All values of one feature in one kind of specimen, split by what their times allow to say.
///
/// @param specimen kind of specimen: the code of its tissue, else the text of the source; null
///   where none was stated
/// @param latest the values that are not surely earlier than all others; several where the order
///   cannot be said; none where a later measurement gave no number
/// @param earlier the values that surely came before all of `latest`, in order of display
/// @param missing measurements without a number
/// @param undated how many values have no time and are left out beside dated ones
record Series(
    Layer layer,
    Coded feature,
    @Nullable String specimen,
    List<Reading> latest,
    List<Reading> earlier,
    List<Reading> missing,
    int undated) {

  /// The series of a feature, one for each kind of specimen, sorted by it.
  ///
  /// @param feature place of the feature in the columns
  static List<Series> of(Profile profile, QuantityColumns columns, int feature) {
    var bySpecimen = new TreeMap<String, List<Reading>>();
    for (int row = columns.firstRow(feature); row < columns.endRow(feature); row++) {
      var kind = kind(profile, columns.specimen(row));
      bySpecimen
          .computeIfAbsent(kind == null ? "" : kind, _ -> new ArrayList<>())
          .add(Reading.of(columns, row));
    }
    var all = new ArrayList<Series>();
    bySpecimen.forEach((kind, readings) ->
        all.add(
            split(
                columns.layer(),
                columns.features().get(feature),
                kind.isEmpty() ? null : kind,
                readings)));
    return all;
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
    var numbers = readings.stream().filter(Reading::hasNumber).toList();
    var missing = readings.stream().filter(reading -> !reading.hasNumber()).toList();
    var dated = numbers.stream().filter(Reading::isDated).toList();
    if (dated.isEmpty()) {
      return new Series(layer, feature, specimen, numbers, List.of(), missing, 0);
    }
    var latestTimes = latestTimes(dated);
    var latest = new ArrayList<Reading>();
    var earlier = new ArrayList<Reading>();
    for (var reading : dated) {
      (latestTimes.contains(reading.when()) ? latest : earlier).add(reading);
    }
    int undated = numbers.size() - dated.size();
    // A measurement that came after all of these and gave no number is the latest one: an older
    // value is not put in its place.
    boolean isOvertaken =
        missing.stream()
            .anyMatch(tried ->
                latest.stream()
                    .allMatch(reading -> reading.when().order(tried.when()) == Order.BEFORE));
    if (isOvertaken) {
      earlier.addAll(latest);
      latest.clear();
    }
    return new Series(layer, feature, specimen, latest, earlier, missing, undated);
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

  /// Whether there is no number at all.
  boolean isEmpty() {
    return latest.isEmpty();
  }

  /// How many values have a number.
  int size() {
    return latest.size() + earlier.size() + undated;
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
