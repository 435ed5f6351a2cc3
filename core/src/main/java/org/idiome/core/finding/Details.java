package org.idiome.core.finding;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// Values by name, sorted by name.
public final class Details implements Canonical {
  /// No details.
  public static final Details NONE = new Details(new TreeMap<>());

  private final SortedMap<String, Value> values;

  private Details(SortedMap<String, Value> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /// One detail.
  public static Details of(String name, Value value) {
    return NONE.with(name, value);
  }

  /// Values by name.
  public static Details of(Map<String, Value> values) {
    return new Details(new TreeMap<>(values));
  }

  /// These details, and of others those whose names are not among them.
  public Details and(Details others) {
    if (others.isEmpty()) {
      return this;
    }
    var all = new TreeMap<>(others.values);
    all.putAll(values);
    return new Details(all);
  }

  /// These details and one more; a name given twice is refused.
  public Details with(String name, Value value) {
    var more = new TreeMap<>(values);
    if (more.put(name, value) != null) {
      throw new IllegalArgumentException("detail " + name + " is given twice");
    }
    return new Details(more);
  }

  /// These details and a text.
  public Details text(String name, String text) {
    return with(name, new Value.Text(text));
  }

  /// These details and a code of ours.
  public Details word(String name, String code) {
    return with(name, new Value.Word(code));
  }

  /// These details and a count.
  public Details count(String name, long count) {
    return with(name, new Value.Count(count));
  }

  /// The value of a name, or null.
  public @Nullable Value get(String name) {
    return values.get(name);
  }

  /// Names and values, sorted by name.
  public Set<Map.Entry<String, Value>> entries() {
    return values.entrySet();
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Details details && details.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  @Override
  public Json toJson() {
    var object = Json.object();
    values.forEach(object::put);
    return object.end();
  }
}
