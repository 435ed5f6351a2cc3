package org.idiome.core.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A JSON tree with one way to be written.
///
/// Names are kept sorted by UTF-16 code unit, as RFC 8785 asks; numbers are finite.
public sealed interface Json {

  /// An object; names sorted.
  record Obj(SortedMap<String, Json> members) implements Json {
    /// Copies the members, whatever order they came in.
    public Obj {
      var sorted = new TreeMap<String, Json>();
      sorted.putAll(members);
      members = Collections.unmodifiableSortedMap(sorted);
    }
  }

  /// An array, in the order given.
  record Arr(List<Json> items) implements Json {
    /// Copies the items.
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A string.
  record Str(String text) implements Json {}

  /// A finite number; zero has no sign.
  record Num(double number) implements Json {
    /// Refuses what JSON cannot say.
    public Num {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("JSON has no number " + number);
      }
      number += 0.0;
    }
  }

  /// True or false.
  record Bool(boolean value) implements Json {}

  /// Starts an object.
  static Builder object() {
    return new Builder();
  }

  /// A string.
  static Json of(String text) {
    return new Str(text);
  }

  /// A number.
  static Json of(double number) {
    return new Num(number);
  }

  /// A whole number that a double holds exactly.
  ///
  /// @throws IllegalArgumentException beyond 2^53 either way
  static Json of(long number) {
    if (number > 1L << 53 || number < -(1L << 53)) {
      throw new IllegalArgumentException("JSON cannot hold " + number + " exactly");
    }
    return new Num((double) number);
  }

  /// An array of canonical values, in the order given.
  static Json array(Collection<? extends Canonical> values) {
    var items = new ArrayList<Json>(values.size());
    for (var value : values) {
      items.add(value.toJson());
    }
    return new Arr(items);
  }

  /// An array of strings, in the order given.
  static Json strings(Collection<String> values) {
    var items = new ArrayList<Json>(values.size());
    for (var value : values) {
      items.add(new Str(value));
    }
    return new Arr(items);
  }

  /// UTF-8 bytes by RFC 8785.
  default byte[] canonicalBytes() {
    var out = new StringBuilder();
    JsonText.write(this, out, -1);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The same tree for eyes: two spaces a level, a line end at the end.
  default String pretty() {
    var out = new StringBuilder();
    JsonText.write(this, out, 0);
    return out.append('\n').toString();
  }

  /// Gathers the members of an object; a null value leaves the member out.
  final class Builder {
    private final TreeMap<String, Json> members = new TreeMap<>();

    private Builder() {}

    /// Adds a member unless the value is null.
    public Builder put(String name, @Nullable Json value) {
      if (value != null && members.put(name, value) != null) {
        throw new IllegalArgumentException("member " + name + " is given twice");
      }
      return this;
    }

    /// Adds a string unless it is null.
    public Builder put(String name, @Nullable String value) {
      return value == null ? this : put(name, new Str(value));
    }

    /// Adds a canonical value unless it is null.
    public Builder put(String name, @Nullable Canonical value) {
      return value == null ? this : put(name, value.toJson());
    }

    /// Adds a number.
    public Builder put(String name, double value) {
      return put(name, new Num(value));
    }

    /// Adds a whole number.
    public Builder put(String name, long value) {
      return put(name, of(value));
    }

    /// Adds a truth value.
    public Builder put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    /// Adds an array of canonical values, unless it is empty.
    public Builder putAll(String name, Collection<? extends Canonical> values) {
      return values.isEmpty() ? this : put(name, array(values));
    }

    /// Adds an array of strings, unless it is empty.
    public Builder putStrings(String name, Collection<String> values) {
      return values.isEmpty() ? this : put(name, strings(values));
    }

    /// The object.
    public Obj end() {
      return new Obj(members);
    }
  }
}
