package org.idiome.report.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.finding.Details;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.SpelledFeature;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Makes panels of quantities that were measured again and again, and density rows of the rest.
///
/// One series holds one feature in one unit by one method of one kind of specimen; other units and
/// methods are series of their own.
final class SeriesReader {
  /// The tumour before the body, the body before the rest.
  private static final List<Layer> ORDER =
      List.of(Layer.TUMOUR, Layer.IMAGING, Layer.LABORATORY, Layer.PHYSIOLOGY, Layer.OUTCOME);

  private static final int MOST_PANELS = 10;
  private static final int MOST_FEATURES_FOR_PANELS = 200;
  private static final int FEWEST_READINGS = 3;

  private final Profile profile;
  private final Course.Places places;
  private final Words words;
  private final Map<String, Integer> first = new HashMap<>();
  private final List<Series> series = new ArrayList<>();
  private final List<Panel> panels = new ArrayList<>();
  private final List<Lane> densities = new ArrayList<>();
  private final List<Course.Timed> rows = new ArrayList<>();

  SeriesReader(Profile profile, Course.Places places, Words words, List<String> first) {
    this.profile = profile;
    this.places = places;
    this.words = words;
    first.forEach(id -> this.first.putIfAbsent(Prefixes.key(id), this.first.size()));
  }

  List<Panel> panels() {
    return panels;
  }

  List<Lane> densities() {
    return densities;
  }

  List<Course.Timed> rows() {
    return rows;
  }

  int followed() {
    return series.size();
  }

  /// A series that may become a panel.
  private record Series(Layer layer, Coded feature, Key key, List<Integer> rows, int rank) {}

  private record Key(Unit unit, @Nullable String method, String specimen) {}

  void read() {
    for (var layer : Layer.values()) {
      gather(layer, profile.quantities(layer));
    }
    series.sort(
        Comparator.comparingInt(Series::rank)
            .thenComparingInt(one -> -one.rows().size())
            .thenComparing(Series::layer)
            .thenComparing(Series::feature));
    for (var one : chosen()) {
      panels.add(panel(one));
    }
    for (var layer : Layer.values()) {
      density(layer, profile.quantities(layer));
    }
  }

  /// The best of each layer in turn, until the room is full, so that no layer hides another; layers
  /// of many features only where the others leave room, unless a finding speaks about them.
  private List<Series> chosen() {
    var chosen = new ArrayList<Series>();
    take(series.stream().filter(this::isClinical).toList(), chosen);
    take(series.stream().filter(one -> !isClinical(one)).toList(), chosen);
    chosen.sort(Comparator.comparingInt(one -> place(one.layer())));
    return chosen;
  }

  private boolean isClinical(Series one) {
    return ORDER.contains(one.layer()) || one.rank() < first.size();
  }

  private static void take(List<Series> from, List<Series> chosen) {
    var byLayer = new TreeMap<Integer, List<Series>>();
    for (var one : from) {
      byLayer.computeIfAbsent(place(one.layer()), _ -> new ArrayList<>()).add(one);
    }
    int taken = 0;
    for (int turn = 0; chosen.size() < MOST_PANELS && taken < from.size(); turn++) {
      for (var ofLayer : byLayer.values()) {
        if (turn < ofLayer.size() && chosen.size() < MOST_PANELS) {
          chosen.add(ofLayer.get(turn));
          taken++;
        }
      }
    }
  }

  private static int place(Layer layer) {
    int place = ORDER.indexOf(layer);
    return place >= 0 ? place : ORDER.size() + List.of(Layer.values()).indexOf(layer);
  }

  private void gather(Layer layer, QuantityColumns columns) {
    boolean isDense = columns.features().size() > MOST_FEATURES_FOR_PANELS;
    for (var feature : SpelledFeature.of(columns)) {
      if (isDense && rank(feature) == first.size()) {
        continue;
      }
      var byKey = new LinkedHashMap<Key, List<Integer>>();
      for (int at = 0; at < feature.size(); at++) {
        int row = feature.row(at);
        if (places.place(columns.when(row)) != null) {
          var rows = byKey.computeIfAbsent(key(columns, row), _ -> new ArrayList<>());
          if (!feature.isSeveral() || !isSaid(columns, rows, row)) {
            rows.add(row);
          }
        }
      }
      byKey.forEach((key, found) -> consider(layer, columns, feature, key, found));
    }
  }

  /// Whether another spelling of the code has the value already.
  private static boolean isSaid(QuantityColumns columns, List<Integer> rows, int row) {
    return rows.reversed().stream()
        .takeWhile(other -> columns.when(other).equals(columns.when(row)))
        .anyMatch(other ->
            !columns.feature(other).equals(columns.feature(row))
                && columns.magnitude(other).equals(columns.magnitude(row)));
  }

  /// The place among the features that come first; behind the last where it is none of them.
  private int rank(SpelledFeature feature) {
    return first.getOrDefault(feature.key(), first.size());
  }

  private Key key(QuantityColumns columns, int row) {
    var id = columns.specimen(row);
    var specimen = id == null ? null : profile.specimen(id);
    var tissue = specimen == null ? null : specimen.tissue();
    var kind =
        specimen == null ? "" : specimen.state().code() + (tissue == null ? "" : tissue.id());
    return new Key(columns.unit(row), columns.method(row), kind);
  }

  private void consider(
      Layer layer, QuantityColumns columns, SpelledFeature feature, Key key, List<Integer> found) {
    long days = found.stream().map(columns::when).distinct().count();
    boolean hasNumber = found.stream().anyMatch(columns::isExact);
    if (days >= FEWEST_READINGS && hasNumber) {
      series.add(new Series(layer, feature.told(), key, found, rank(feature)));
    }
  }

  private Panel panel(Series one) {
    var columns = profile.quantities(one.layer());
    var sorted = new ArrayList<>(one.rows());
    sorted.sort(
        Comparator.comparingDouble(
            row -> Objects.requireNonNull(places.place(columns.when(row))).middle()));
    int last = sorted.getLast();
    double lastDay = Objects.requireNonNull(places.place(columns.when(last))).middle();
    var earlier = new ArrayList<Double>();
    int bounded = 0;
    var readings = new ArrayList<Panel.Reading>();
    for (int row : sorted) {
      var placed = Objects.requireNonNull(places.place(columns.when(row)));
      boolean isOfBaseline = columns.isExact(row) && placed.middle() < lastDay;
      if (isOfBaseline) {
        earlier.add(columns.value(row));
      } else if (placed.middle() < lastDay && isBounded(columns.magnitude(row))) {
        bounded++;
      }
      readings.add(
          new Panel.Reading(
              placed, columns.magnitude(row), words.when(columns.when(row)), isOfBaseline));
    }
    var baseline =
        Baseline.of(earlier.stream().mapToDouble(Double::doubleValue).toArray(), bounded);
    var name = Words.capital(one.feature().label());
    var unit = one.key().unit();
    addRows(name, unit, readings);
    return new Panel(
        one.feature().id(), name, unit, readings, reference(columns, sorted, unit), baseline);
  }

  /// Whether a reading lies below or above a limit.
  static boolean isBounded(Magnitude magnitude) {
    return mark(magnitude) == Mark.BELOW || mark(magnitude) == Mark.ABOVE;
  }

  private static @Nullable ReferenceInterval reference(
      QuantityColumns columns, List<Integer> rows, Unit unit) {
    for (int row : rows.reversed()) {
      var reference = columns.reference(row);
      if (reference != null && reference.isUsable() && reference.unit().equals(unit)) {
        return reference;
      }
    }
    return null;
  }

  private void addRows(String name, Unit unit, List<Panel.Reading> readings) {
    for (var reading : readings) {
      rows.add(
          new Course.Timed(
              reading.at().from(),
              new CourseRow(
                  reading.date(),
                  name,
                  words.amount(new Amount(reading.magnitude(), unit)),
                  reading.exact() == null ? mark(reading.magnitude()).code() : "mark.measured")));
    }
  }

  /// What a reading amounts to.
  static Mark mark(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _ -> Mark.FOUND;
      case Magnitude.Below _ -> Mark.BELOW;
      case Magnitude.Above _ -> Mark.ABOVE;
      case Magnitude.Missing missing ->
          missing.why() == Absence.NOT_DETECTED ? Mark.BELOW : Mark.NOT_ASSESSED;
    };
  }

  /// The values of a layer that no panel shows, counted by day.
  private void density(Layer layer, QuantityColumns columns) {
    var shown = new HashSet<String>();
    panels.forEach(panel -> shown.add(Prefixes.key(panel.featureId())));
    var byDay = new TreeMap<Double, Day>();
    long features = 0;
    for (var feature : SpelledFeature.of(columns)) {
      if (shown.contains(feature.key())) {
        continue;
      }
      features++;
      for (int at = 0; at < feature.size(); at++) {
        int row = feature.row(at);
        var placed = places.place(columns.when(row));
        if (placed != null && !KnownTable.isUntold(columns.magnitude(row))) {
          byDay.merge(placed.middle(), new Day(columns.when(row), 1), Day::plus);
        }
      }
    }
    if (!byDay.isEmpty()) {
      addDensity(words.say("layer." + layer.code()), byDay, features);
    }
  }

  /// A day, by the first time that lies there, and how many values it has.
  private record Day(When when, long values) {
    Day plus(Day other) {
      return new Day(when, values + other.values);
    }
  }

  private void addDensity(String name, SortedMap<Double, Day> byDay, long features) {
    var counts = new ArrayList<Lane.Count>();
    byDay.forEach((at, day) -> {
      counts.add(new Lane.Count(at, day.values()));
      var readings = words.say("course.readings", Details.NONE.count("count", day.values()));
      var row = new CourseRow(words.when(day.when()), name, readings, "mark.measured");
      rows.add(new Course.Timed(at, row));
    });
    var aside = words.say("course.features", Details.NONE.count("count", features));
    densities.add(new Lane.Density(Lane.Group.LAYERS, name, counts, aside));
  }
}
