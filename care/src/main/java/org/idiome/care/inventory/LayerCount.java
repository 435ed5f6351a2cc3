package org.idiome.care.inventory;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.finding.Details;
import org.idiome.core.observation.Image;
import org.idiome.core.observation.Observation;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;

/// Counts what is known in one layer.
final class LayerCount {
  /// Results in words that no table knows.
  private static final String TEXT = "result_text";

  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final TreeMap<String, Long> kinds = new TreeMap<>();
  private final TreeSet<String> specimens = new TreeSet<>();
  private final TreeSet<Integer> files = new TreeSet<>();
  private final TimeRange times;
  private long observations;
  private long answered;

  LayerCount(When at) {
    times = new TimeRange(at);
  }

  void add(Statement statement) {
    see(statement);
    count("statements");
    boolean isText = statement.kind().equals(TEXT) && statement.presence() == Absence.NOT_STATED;
    count(isText ? "text_not_interpreted" : statement.presence().code());
    kinds.merge(statement.kind(), 1L, Long::sum);
    answered += statement.presence() instanceof Presence.Looked ? 1 : 0;
  }

  void add(Image image) {
    see(image);
    count("images");
    answered++;
  }

  private void see(Observation observation) {
    observations++;
    times.see(observation.when(), observation.rows().getFirst());
    observation.rows().forEach(row -> files.add(row.file()));
    if (observation.specimen() != null) {
      specimens.add(observation.specimen());
    }
  }

  void add(QuantityColumns columns) {
    for (int row = 0; row < columns.size(); row++) {
      observations++;
      times.see(columns.when(row), columns.row(row));
      columns.rows(row).forEach(from -> files.add(from.file()));
      var specimen = columns.specimen(row);
      if (specimen != null) {
        specimens.add(specimen);
      }
      add(columns.magnitude(row));
      switch (columns.unit(row)) {
        case Unit.Ucum _ -> {}
        case Unit.NotUnderstood _ -> count("unit_not_understood");
        case Unit.NotStated _ -> count("unit_not_stated");
      }
    }
    if (columns.size() > 0) {
      counts.put("features", (long) columns.features().size());
    }
  }

  private void add(Magnitude magnitude) {
    switch (magnitude) {
      case Magnitude.Exact _ -> value();
      case Magnitude.Below _, Magnitude.Above _ -> {
        value();
        count("censored");
      }
      case Magnitude.Missing missing -> count(missing.why().code());
    }
  }

  private void value() {
    answered++;
    count("values");
  }

  private void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  /// How many observations there are.
  long observations() {
    return observations;
  }

  /// How many gave neither a value nor a yes or no.
  long unanswered() {
    return observations - answered;
  }

  TimeRange times() {
    return times;
  }

  /// How many statements of each kind, sorted by kind.
  SortedMap<String, Long> kinds() {
    return new TreeMap<>(kinds);
  }

  /// Of how many files; beside the answer, which is the same wherever the rows stood.
  Details files() {
    return counted(Details.NONE, "files", files.size());
  }

  /// All other counts that are not zero, by name.
  Details details() {
    var details = Details.NONE.count("observations", observations);
    for (var count : counts.entrySet()) {
      details = details.count(count.getKey(), count.getValue());
    }
    details = counted(details, "specimens", specimens.size());
    details = counted(details, "without_time", times.undated());
    return counted(details, "times_on_other_scales", times.onOtherScales());
  }

  static Details counted(Details details, String name, long count) {
    return count == 0 ? details : details.count(name, count);
  }
}
