package org.idiome.record.phenopacket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.Problems;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.record.code.MeasurementLayers;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// What stays of a measurement that was refused: that it was made, of what, and when where that can
/// be read.
///
/// Without it an older value would pass for the latest. What was wrong was said before; here
/// nothing is reported again. Nothing stays where of what it was cannot be read.
final class Remains {
  private static final Set<String> TIME = Set.of("timeObserved", "time_observed");

  private final Reading reading;
  private final Times times;

  Remains(Reading reading) {
    this.reading = reading.apart(new Problems());
    this.times = new Times(this.reading);
  }

  /// Keeps what stays of the measurements of a specimen that was refused, unless it is somebody
  /// else's.
  void specimen(JsonValue item, String subject, Found into) {
    try {
      var specimen = object(item);
      var owner = specimen.text("individualId");
      if (owner == null || owner.equals(subject)) {
        var id = specimen.text("id");
        for (var measurement : specimen.list("measurements")) {
          measurement(measurement, id, When.notStated(), into);
        }
      }
    } catch (ItemRefused _) {
      return;
    }
  }

  /// Keeps what stays of a measurement; of a panel what stays of each part that is named.
  ///
  /// @param collected when the specimen was taken, or *not stated*
  void measurement(JsonValue item, @Nullable String specimen, When collected, Found into) {
    try {
      var measurement = object(item);
      var assay = measurement.requiredTerm("assay");
      var when = when(item, measurement, collected);
      int before = into.quantities.size();
      for (var part : parts(measurement)) {
        typed(part, assay, when, specimen, null, into);
      }
      if (into.quantities.size() == before) {
        var layer = MeasurementLayers.of(assay);
        into.quantities.add(nothing(layer, assay, when, specimen, null, measurement));
      }
    } catch (ItemRefused _) {
      return;
    }
  }

  /// *Not stated* where a time is there and cannot be read.
  private When when(JsonValue item, Message measurement, When collected) {
    var isRepeated =
        item instanceof JsonValue.Obj object && object.repeated().stream().anyMatch(TIME::contains);
    try {
      return measurement.has("timeObserved") || isRepeated
          ? times.lenient(measurement, "timeObserved")
          : collected;
    } catch (ItemRefused _) {
      return When.notStated();
    }
  }

  private List<JsonValue> parts(Message measurement) {
    try {
      var complex = measurement.take("complexValue");
      return complex == null ? List.of() : object(complex).list("typedQuantities");
    } catch (ItemRefused _) {
      return List.of();
    }
  }

  /// Keeps what stays of one part of a panel.
  void typed(
      JsonValue item,
      Coded assay,
      When when,
      @Nullable String specimen,
      @Nullable String group,
      Found into) {
    try {
      var part = object(item);
      var type = part.requiredTerm("type");
      var layer = MeasurementLayers.of(type, assay);
      into.quantities.add(nothing(layer, type, when, specimen, group, part));
    } catch (ItemRefused _) {
      return;
    }
  }

  /// The object without its repeated members: which of them was meant cannot be said.
  private Message object(JsonValue item) {
    if (!(item instanceof JsonValue.Obj object)) {
      return Message.of(item, reading, "measurements");
    }
    var members = new LinkedHashMap<>(object.members());
    object.repeated().forEach(members::remove);
    return Message.of(new JsonValue.Obj(object.at(), members, List.of()), reading, "measurements");
  }

  private static Quantity nothing(
      Layer layer,
      Coded feature,
      When when,
      @Nullable String specimen,
      @Nullable String group,
      Message at) {
    var amount = new Amount(new Magnitude.Missing(Absence.NOT_STATED), Unit.notStated());
    return new Quantity(
        layer, feature, amount, null, when, specimen, group, null, List.of(at.row()));
  }
}
