package org.idiome.core.problem;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// Something wrong with an input.
///
/// @param values what the words need: the offending text, a limit, a list; sorted by name
public record Problem(ProblemCode code, Reach reach, Place place, SortedMap<String, String> values)
    implements Canonical {

  /// Copies the values.
  public Problem {
    var sorted = new TreeMap<String, String>();
    sorted.putAll(values);
    values = Collections.unmodifiableSortedMap(sorted);
  }

  /// A problem of its code's usual reach.
  ///
  /// @param values names and values in turn
  public static Problem of(ProblemCode code, Place place, String... values) {
    return of(code, code.reach(), place, values);
  }

  /// A problem of a stated reach.
  ///
  /// @param values names and values in turn
  public static Problem of(ProblemCode code, Reach reach, Place place, String... values) {
    if (values.length % 2 != 0) {
      throw new IllegalArgumentException("names and values come in pairs");
    }
    var named = new TreeMap<String, String>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(values[i], values[i + 1]);
    }
    return new Problem(code, reach, place, named);
  }

  @Override
  public Json toJson() {
    var named = Json.object();
    values.forEach(named::put);
    return Json.object()
        .put("code", code.code())
        .put("reach", reach.code())
        .put("place", place)
        .put("values", values.isEmpty() ? null : named.end())
        .end();
  }
}
