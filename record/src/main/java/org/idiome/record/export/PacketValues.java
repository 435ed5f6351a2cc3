package org.idiome.record.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The small messages of the schema: terms, times, amounts. Null where the schema has no form for a
/// value; nothing is rounded, widened or filled in to get one.
final class PacketValues {
  /// A timestamp of protobuf has seconds.
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private PacketValues() {}

  static Json coded(Coded coded) {
    return Json.object().put("id", coded.id()).put("label", coded.display()).end();
  }

  static @Nullable Value value(List<Qualifier> qualifiers, String name) {
    for (var qualifier : qualifiers) {
      if (qualifier.name().equals(name)) {
        return qualifier.value();
      }
    }
    return null;
  }

  static @Nullable Json thing(List<Qualifier> qualifiers, String name) {
    return value(qualifiers, name) instanceof Value.Thing(var thing) ? coded(thing) : null;
  }

  /// All of a name, in their order; null where there is none.
  static @Nullable Json things(List<Qualifier> qualifiers, String name) {
    var items = new ArrayList<Json>();
    for (var qualifier : qualifiers) {
      if (qualifier.name().equals(name) && qualifier.value() instanceof Value.Thing(var thing)) {
        items.add(coded(thing));
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }

  static @Nullable String text(List<Qualifier> qualifiers, String name) {
    return value(qualifiers, name) instanceof Value.Text(var text) ? text : null;
  }

  static List<String> texts(List<Qualifier> qualifiers, String name) {
    var texts = new ArrayList<String>();
    for (var qualifier : qualifiers) {
      if (qualifier.name().equals(name) && qualifier.value() instanceof Value.Text(var text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  /// A word of an enumeration.
  static @Nullable String word(List<Qualifier> qualifiers, String name) {
    return value(qualifiers, name) instanceof Value.Word(var code)
        ? code.toUpperCase(Locale.ROOT)
        : null;
  }

  static @Nullable Json time(List<Qualifier> qualifiers, String name) {
    return value(qualifiers, name) instanceof Value.Time(var when) ? element(when) : null;
  }

  /// A quantity without a number is none of protobuf's: others would read nought.
  static @Nullable Json amount(List<Qualifier> qualifiers, String name) {
    return value(qualifiers, name) instanceof Value.Measured(var amount)
        ? quantity(amount, null)
        : null;
  }

  static @Nullable Json quantity(Amount amount, @Nullable ReferenceInterval reference) {
    if (!(amount.magnitude() instanceof Magnitude.Exact(var value))) {
      return null;
    }
    var out = Json.object().put("unit", unit(amount.unit())).put("value", value);
    if (reference != null) {
      out.put("referenceRange", range(reference));
    }
    return out.end();
  }

  private static Json range(ReferenceInterval reference) {
    var low = reference.low();
    var high = reference.high();
    return Json.object()
        .put("unit", unit(reference.unit()))
        .put("low", low == null ? null : Json.of(low))
        .put("high", high == null ? null : Json.of(high))
        .end();
  }

  private static @Nullable Json unit(Unit unit) {
    return switch (unit) {
      case Unit.Ucum(var code) -> coded(new Coded("UCUM:" + code, code));
      case Unit.NotUnderstood(var text) -> coded(new Coded(text, text));
      case Unit.NotStated _ -> null;
    };
  }

  /// A time of the schema, or null where it has none of that precision.
  static @Nullable Json element(@Nullable When when) {
    return switch (when) {
      case null -> null;
      case When.Moment _, When.Day _ -> member("timestamp", stamp(when));
      case When.Age _ -> Json.object().put("age", age(when)).end();
      case When.GestationalAge(var weeks, var days) -> {
        var age = Json.object().put("weeks", (long) weeks);
        var whole = days == null ? age : age.put("days", (long) days);
        yield Json.object().put("gestationalAge", whole.end()).end();
      }
      case When.OnsetClass(var onset) -> Json.object().put("ontologyClass", coded(onset)).end();
      case When.Interval(var from, var to) ->
          isAge(from) && isAge(to)
              ? Json.object()
                  .put("ageRange", Json.object().put("start", age(from)).put("end", age(to)).end())
                  .end()
              : wrapped("interval", interval(when));
      case When.LocalMoment _, When.Month _, When.Year _, When.StudyDay _, When.NotStated _ -> null;
    };
  }

  private static boolean isAge(@Nullable When when) {
    return when == null || when instanceof When.Age;
  }

  private static @Nullable Json age(@Nullable When age) {
    return age == null ? null : Json.object().put("iso8601duration", age.text()).end();
  }

  private static @Nullable Json member(String name, @Nullable String value) {
    return value == null ? null : Json.object().put(name, value).end();
  }

  private static @Nullable Json wrapped(String name, @Nullable Json value) {
    return value == null ? null : Json.object().put(name, value).end();
  }

  /// An interval of timestamps, or null where an end is none.
  static @Nullable Json interval(When when) {
    if (!(when instanceof When.Interval(var from, var to))) {
      return null;
    }
    var start = from == null ? null : stamp(from);
    var end = to == null ? null : stamp(to);
    return (from != null && start == null) || (to != null && end == null)
        ? null
        : Json.object().put("start", start).put("end", end).end();
  }

  /// A timestamp: a day at midnight UTC, as the schema has no coarser one.
  static @Nullable String stamp(When when) {
    if (when instanceof When.Day(var day)) {
      return day + "T00:00:00Z";
    }
    return when instanceof When.Moment && TIMESTAMP.matcher(when.text()).matches()
        ? when.text()
        : null;
  }
}
