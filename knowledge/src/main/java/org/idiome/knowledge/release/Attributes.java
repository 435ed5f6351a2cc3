package org.idiome.knowledge.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// Named texts, sorted by name in code-point order; no name is blank, no text is empty.
///
/// Several values of one name stand in one text, sorted and joined by `|`.
public final class Attributes implements Canonical {
  /// Those of nothing.
  public static final Attributes NONE = new Attributes(new TreeMap<>());

  /// Between the values of one name.
  public static final char BETWEEN_VALUES = '|';

  private static final char BETWEEN = '\u001f';
  private static final char REPLACEMENT = '\ufffd';

  private final SortedMap<String, String> values;

  private Attributes(SortedMap<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /// Copies a map; an empty text is no value and is left out.
  ///
  /// @throws IllegalArgumentException where a name is blank or holds `=` or a control character
  public static Attributes of(Map<String, String> values) {
    var sorted = new TreeMap<String, String>();
    values.forEach((name, value) -> {
      if (!isName(name)) {
        throw new IllegalArgumentException("no name of an attribute: " + name);
      }
      if (!value.isEmpty()) {
        sorted.put(name, value.replace(BETWEEN, REPLACEMENT));
      }
    });
    return sorted.isEmpty() ? NONE : new Attributes(sorted);
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '=' || name.charAt(i) < ' ') {
        return false;
      }
    }
    return !name.isBlank();
  }

  /// Names and values in turn; an empty value is left out.
  public static Attributes of(String... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException("names and values come in pairs");
    }
    var values = new TreeMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return of(values);
  }

  /// Reads what [#encoded] wrote.
  public static Attributes decode(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    var sorted = new TreeMap<String, String>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf(BETWEEN, at);
      int until = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', at);
      sorted.put(text.substring(at, equals), text.substring(equals + 1, until));
      at = until + 1;
    }
    return new Attributes(sorted);
  }

  /// One text that names them all; equal for equal attributes, empty for none.
  public String encoded() {
    if (values.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    values.forEach((name, value) -> {
      if (!text.isEmpty()) {
        text.append(BETWEEN);
      }
      text.append(name).append('=').append(value);
    });
    return text.toString();
  }

  /// The text of a name, or null.
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /// All of them, sorted.
  public SortedMap<String, String> values() {
    return values;
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes && attributes.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /// As tables write them: `name=value;name=value`.
  @Override
  public String toString() {
    return encoded().replace(BETWEEN, ';');
  }

  @Override
  public Json toJson() {
    var named = Json.object();
    values.forEach(named::put);
    return named.end();
  }
}
