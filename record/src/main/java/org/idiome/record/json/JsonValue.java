package org.idiome.record.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value as it stands in a document. Immutable.
public sealed interface JsonValue {

  /// Where it stands.
  JsonPlace at();

  /// An object; members in the order of the document.
  ///
  /// @param repeated names that occur more than once; `members` holds the first value of each
  record Obj(JsonPlace at, Map<String, JsonValue> members, List<String> repeated)
      implements JsonValue {
    /// Copies the collections.
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      repeated = List.copyOf(repeated);
    }
  }

  /// An array.
  record Arr(JsonPlace at, List<JsonValue> items) implements JsonValue {
    /// Copies the items.
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A string.
  record Text(JsonPlace at, String text) implements JsonValue {}

  /// A number, as it is written.
  ///
  /// @param plain what stands there where the form does not tell a number from a text (YAML), else
  ///   null
  record Num(JsonPlace at, String text, @Nullable String plain) implements JsonValue {}

  /// True or false.
  ///
  /// @param plain as of a number
  record Bool(JsonPlace at, boolean value, @Nullable String plain) implements JsonValue {}

  /// Null.
  record Null(JsonPlace at) implements JsonValue {}

  /// What kind of value it is, in JSON's own word.
  default String kind() {
    return switch (this) {
      case Obj _ -> "object";
      case Arr _ -> "array";
      case Text _ -> "string";
      case Num _ -> "number";
      case Bool _ -> "boolean";
      case Null _ -> "null";
    };
  }

  /// The value that a pointer names below this one, or null where there is none.
  default @Nullable JsonValue find(String pointer) {
    JsonValue here = this;
    int from = 0;
    while (from < pointer.length()) {
      int next = pointer.indexOf('/', from + 1);
      int end = next < 0 ? pointer.length() : next;
      var token = pointer.substring(from + 1, end).replace("~1", "/").replace("~0", "~");
      var below = JsonText.child(here, token);
      if (below == null) {
        return null;
      }
      here = below;
      from = end;
    }
    return here;
  }

  /// The value in one line, without white space between tokens; members in the document's order.
  default String compact() {
    var out = new StringBuilder();
    JsonText.write(this, out);
    return out.toString();
  }
}
