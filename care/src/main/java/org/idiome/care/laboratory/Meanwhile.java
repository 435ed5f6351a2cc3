package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;

/// What else the record says began between two values: listed, not blamed.
final class Meanwhile {
  /// Layers whose statements move laboratory values.
  static final Set<Layer> LAYERS =
      Set.of(Layer.THERAPY, Layer.EXPOSURE, Layer.PHENOTYPE, Layer.DIAGNOSIS);

  private static final int MOST = 5;

  private Meanwhile() {}

  /// Statements of something present that surely began after the earlier readings and not surely
  /// after the latest ones; nothing where there is none.
  static List<Explanation> between(Case one, List<Reading> previous) {
    var began = new ArrayList<Statement>();
    for (var layer : Layer.values()) {
      if (LAYERS.contains(layer)) {
        for (var statement : one.profile().statements(layer)) {
          if (statement.presence() == Presence.Looked.PRESENT
              && isBetween(begins(statement.when()), previous, one.series().latest())) {
            began.add(statement);
          }
        }
      }
    }
    if (began.isEmpty()) {
      return List.of();
    }
    var leaves = new ArrayList<Explanation>();
    for (var statement : began.subList(0, Math.min(MOST, began.size()))) {
      leaves.add(
          new Explanation.Used(
              "began_meanwhile",
              new Value.Thing(statement.concept()),
              List.of(
                  new Explanation.Used("time", new Value.Time(statement.when()), List.of()),
                  one.profile().cite(statement.rows().getFirst(), null))));
    }
    return List.of(
        new Explanation.Claim(
            "recorded_meanwhile", Details.NONE.count("count", began.size()), leaves));
  }

  private static When begins(When when) {
    return when instanceof When.Interval interval && interval.start() != null
        ? interval.start()
        : when;
  }

  private static boolean isBetween(When begins, List<Reading> previous, List<Reading> latest) {
    return previous.stream().allMatch(reading -> reading.when().order(begins) == Order.BEFORE)
        && latest.stream().anyMatch(reading -> begins.order(reading.when()) != Order.AFTER);
  }
}
