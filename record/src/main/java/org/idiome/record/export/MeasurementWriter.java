package org.idiome.record.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Curie;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Statement;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Measured values and coded results as measurements; values that belong together as one.
final class MeasurementWriter {
  private MeasurementWriter() {}

  /// A coded result; null where it is a text, which the schema has no place for.
  static @Nullable Json result(Statement statement) {
    var said = statement.qualifiers();
    return PacketValues.value(said, "result") instanceof Value.Thing(var result)
        ? begun(statement.concept(), statement.when(), PacketValues.text(said, "method"))
            .put("value", Json.object().put("ontologyClass", PacketValues.coded(result)).end())
            .end()
        : null;
  }

  private static Json.Builder begun(Coded assay, When when, @Nullable String method) {
    return begun(PacketValues.coded(assay), when, method);
  }

  private static Json.Builder begun(Json assay, When when, @Nullable String method) {
    return Json.object()
        .put("assay", assay)
        .put("timeObserved", PacketValues.element(when))
        .put("procedure", method == null ? null : Json.object().put("code", named(method)).end());
  }

  /// A name that is no CURIE is the label of a code that nobody knows, and no code.
  private static Json named(String name) {
    return Json.object().put(Curie.parse(name) == null ? "label" : "id", name).end();
  }

  /// The values of one place: single ones in their order, then groups, those of one name by their
  /// numbers.
  static List<Json> values(List<Quantity> all) {
    var items = new ArrayList<@Nullable Json>();
    var groups =
        new TreeMap<String, List<Quantity>>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    for (var quantity : all) {
      var group = quantity.group();
      if (group == null) {
        items.add(value(quantity));
      } else {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(quantity);
      }
    }
    groups.forEach((group, parts) -> items.add(several(group, parts)));
    var written = new ArrayList<Json>();
    for (var item : items) {
      if (item != null) {
        written.add(item);
      }
    }
    return written;
  }

  private static @Nullable Json value(Quantity one) {
    var quantity = PacketValues.quantity(one.amount(), one.reference());
    return quantity == null
        ? null
        : begun(one.feature(), one.when(), one.method())
            .put("value", Json.object().put("quantity", quantity).end())
            .end();
  }

  /// A group is named by its assay and time.
  private static @Nullable Json several(String group, List<Quantity> parts) {
    var first = parts.getFirst();
    var assay = assay(group, first.when());
    if (assay == null) {
      return null;
    }
    var typed = new ArrayList<Json>();
    for (var part : parts) {
      var quantity = PacketValues.quantity(part.amount(), part.reference());
      boolean isOfOne = part.when().equals(first.when());
      if (quantity == null || !isOfOne) {
        return null;
      }
      typed.add(
          Json.object()
              .put("type", PacketValues.coded(part.feature()))
              .put("quantity", quantity)
              .end());
    }
    return begun(named(assay), first.when(), first.method())
        .put("complexValue", Json.object().put("typedQuantities", new Json.Arr(typed)).end())
        .end();
  }

  /// The name of a group without its time, and without its number among others of that name.
  static @Nullable String assay(String group, When when) {
    int number = group.lastIndexOf(" #");
    var plain = number > 0 && group.length() - number < 8 ? group.substring(0, number) : group;
    var time = " " + when.text();
    return plain.endsWith(time) && plain.length() > time.length()
        ? plain.substring(0, plain.length() - time.length())
        : null;
  }
}
