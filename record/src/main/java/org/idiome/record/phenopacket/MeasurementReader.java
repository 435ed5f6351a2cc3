package org.idiome.record.phenopacket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.When;
import org.idiome.record.code.MeasurementLayers;
import org.idiome.record.code.ResultCodes;
import org.jspecify.annotations.Nullable;

/// Reads `Measurement`: a quantity, several that belong together, or a coded result.
///
/// A measurement whose time is not understood is refused: it could stand anywhere in a course.
final class MeasurementReader {
  private final Reading reading;
  private final Times times;
  private final Amounts amounts;
  private final Set<String> groups = new HashSet<>();

  MeasurementReader(Reading reading, Times times) {
    this.reading = reading;
    this.times = times;
    this.amounts = new Amounts(reading);
  }

  /// Reads one measurement of the person, or of a specimen.
  void read(Message measurement, @Nullable String specimen, Found into) {
    measurement.atMostOne("value", "complexValue");
    var assay = measurement.requiredTerm("assay");
    var when = Times.stated(times.strict(measurement, "timeObserved"));
    var method = method(measurement);
    measurement.setAside("description");
    var value = measurement.message("value");
    var complex = measurement.message("complexValue");
    if (value != null) {
      single(measurement, value, assay, when, specimen, method, into);
    } else if (complex != null) {
      several(complex, assay, when, specimen, method, into);
    } else {
      throw measurement.missing("value");
    }
  }

  private static @Nullable String method(Message measurement) {
    var procedure = measurement.message("procedure");
    if (procedure == null) {
      return null;
    }
    procedure.setAside("bodySite", "performed");
    var code = procedure.term("code");
    return code == null ? null : code.id();
  }

  private void single(
      Message measurement,
      Message value,
      Coded assay,
      When when,
      @Nullable String specimen,
      @Nullable String method,
      Found into) {
    value.atMostOne("quantity", "ontologyClass");
    var quantity = value.message("quantity");
    if (quantity != null) {
      into.quantities.add(
          quantity(MeasurementLayers.of(assay), assay, quantity, when, specimen, null, method));
      return;
    }
    var result = value.term("ontologyClass");
    if (result == null) {
      throw value.missing("quantity");
    }
    into.statements.add(result(measurement, assay, result, when, specimen, method));
  }

  private Quantity quantity(
      Layer layer,
      Coded feature,
      Message quantity,
      When when,
      @Nullable String specimen,
      @Nullable String group,
      @Nullable String method) {
    return new Quantity(
        layer,
        feature,
        amounts.amountOf(feature, quantity),
        amounts.reference(quantity),
        when,
        specimen,
        group,
        method,
        List.of(quantity.row()));
  }

  private static Statement result(
      Message measurement,
      Coded assay,
      Coded result,
      When when,
      @Nullable String specimen,
      @Nullable String method) {
    var presence = ResultCodes.of(result);
    return new Statement(
        MeasurementLayers.of(assay),
        presence == null ? "result_text" : "result",
        assay,
        presence == null ? Presence.Looked.PRESENT : presence,
        when,
        new Qualifiers().thing("result", result).text("method", method).list(),
        specimen,
        null,
        List.of(measurement.row()));
  }

  private void several(
      Message complex,
      Coded assay,
      When when,
      @Nullable String specimen,
      @Nullable String method,
      Found into) {
    var group = group(assay, when);
    reading.items(
        "typedQuantities",
        complex.list("typedQuantities"),
        into,
        (typed, found) -> {
          var type = typed.requiredTerm("type");
          var quantity = typed.message("quantity");
          if (quantity == null) {
            throw typed.missing("quantity");
          }
          var own = MeasurementLayers.stated(type);
          var layer = own == null ? MeasurementLayers.of(assay) : own;
          found.quantities.add(quantity(layer, type, quantity, when, specimen, group, method));
        });
  }

  /// A name that says what belongs together, and does not depend on where it stands.
  private String group(Coded assay, When when) {
    var name = assay.id() + " " + when.text();
    var unique = name;
    for (int i = 2; !groups.add(unique); i++) {
      unique = name + " #" + i;
    }
    return unique;
  }
}
