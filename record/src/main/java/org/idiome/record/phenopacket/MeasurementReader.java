package org.idiome.record.phenopacket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.time.When;
import org.idiome.record.code.MeasurementLayers;
import org.idiome.record.code.ResultCodes;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Reads `Measurement`: a quantity, several that belong together, or a coded result.
///
/// A measurement whose time is not understood is refused: it could stand anywhere in a course. That
/// it was made is kept ([Remains]).
final class MeasurementReader {
  private final Reading reading;
  private final Times times;
  private final Amounts amounts;
  private final Remains remains;
  private final Set<String> groups = new HashSet<>();

  MeasurementReader(Reading reading, Times times) {
    this.reading = reading;
    this.times = times;
    this.amounts = new Amounts(reading);
    this.remains = new Remains(reading);
  }

  /// Reads measurements of the person, or of a specimen.
  ///
  /// @param collected when the specimen was taken: the time of what states none
  Reading.ItemReader of(@Nullable String specimen, When collected) {
    return new Reading.ItemReader() {
      @Override
      public void read(Message measurement, Found into) {
        measurement(measurement, specimen, collected, into);
      }

      @Override
      public void refused(JsonValue item, Found into) {
        remains.measurement(item, specimen, collected, into);
      }
    };
  }

  private void measurement(
      Message measurement, @Nullable String specimen, When collected, Found into) {
    measurement.atMostOne("value", "complexValue");
    var complex = measurement.message("complexValue");
    var assay = assay(measurement, complex != null);
    var observed = times.strict(measurement, "timeObserved");
    var when = observed == null ? collected : observed;
    var method = method(measurement);
    measurement.setAside("description");
    var value = measurement.message("value");
    if (value != null) {
      single(measurement, value, assay, when, specimen, method, into);
    } else if (complex != null) {
      several(complex, assay, when, specimen, method, into);
    } else {
      throw measurement.missing("value");
    }
  }

  /// What was measured; what only names the values that belong together needs no code.
  private static Coded assay(Message measurement, boolean isOfSeveral) {
    if (!isOfSeveral) {
      return measurement.requiredTerm("assay");
    }
    var assay = measurement.termOrName("assay");
    if (assay == null) {
      throw measurement.missing("assay.id");
    }
    return assay;
  }

  private static @Nullable String method(Message measurement) {
    var procedure = measurement.message("procedure");
    if (procedure == null) {
      return null;
    }
    procedure.setAside("bodySite", "performed");
    var code = procedure.termOrName("code");
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
        presence == null ? Absence.NOT_STATED : presence,
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
    var parts = complex.list("typedQuantities");
    if (parts.isEmpty()) {
      throw complex.missing("typedQuantities");
    }
    var reader =
        new Reading.ItemReader() {
          @Override
          public void read(Message typed, Found found) {
            var type = typed.requiredTerm("type");
            var quantity = typed.message("quantity");
            if (quantity == null) {
              throw typed.missing("quantity");
            }
            var layer = MeasurementLayers.of(type, assay);
            found.quantities.add(quantity(layer, type, quantity, when, specimen, group, method));
          }

          @Override
          public void refused(JsonValue item, Found found) {
            remains.typed(item, assay, when, specimen, group, found);
          }
        };
    reading.items("typedQuantities", parts, into, reader);
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
