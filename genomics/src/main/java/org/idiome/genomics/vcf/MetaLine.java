package org.idiome.genomics.vcf;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A `##key=value` line of a header, with the fields of `<…>` where it has them.
///
/// @param key what stands before the first `=`
/// @param value what stands behind it, as written
/// @param fields the fields of a structured value, as far as they were understood
/// @param quoted keys of fields that stood in quotes
/// @param fault what is wrong with the line; null where nothing is
record MetaLine(
    String key,
    String value,
    Map<String, String> fields,
    Set<String> quoted,
    @Nullable String fault) {

  /// Reads a line that begins with `##`.
  static MetaLine parse(String line) {
    var text = line.substring(2).stripTrailing();
    int equals = text.indexOf('=');
    if (equals <= 0) {
      return new MetaLine(text, "", Map.of(), Set.of(), "no key=value");
    }
    var key = text.substring(0, equals);
    var value = text.substring(equals + 1);
    if (!value.startsWith("<") || key.equals("pedigreeDB")) {
      return new MetaLine(key, value, Map.of(), Set.of(), value.isEmpty() ? "no value" : null);
    }
    var fields = new Fields(value);
    var fault = fields.parse();
    return new MetaLine(
        key, value, Collections.unmodifiableMap(fields.values), Set.copyOf(fields.quoted), fault);
  }

  /// Whether the value is a list of fields.
  boolean isStructured() {
    return value.startsWith("<") && !key.equals("pedigreeDB");
  }

  /// A field, or null where the line has none of that key.
  @Nullable String field(String name) {
    return fields.get(name);
  }

  /// Reads `<key=value,…>`; values may be quoted, or lists in square brackets.
  private static final class Fields {
    final Map<String, String> values = new LinkedHashMap<>();
    final Set<String> quoted = new HashSet<>();
    private final String text;
    private int at = 1;

    Fields(String text) {
      this.text = text;
    }

    @Nullable String parse() {
      while (true) {
        int equals = text.indexOf('=', at);
        int comma = text.indexOf(',', at);
        if (equals < 0 || (comma >= 0 && comma < equals)) {
          return "a field without =";
        }
        var key = text.substring(at, equals).strip();
        at = equals + 1;
        if (key.isEmpty()) {
          return "a field without a key";
        }
        var value = value(key);
        if (value == null) {
          return "no end of field " + key;
        }
        if (values.putIfAbsent(key, value) != null) {
          return "field " + key + " twice";
        }
        if (at == text.length() - 1 && text.charAt(at) == '>') {
          return null;
        }
        if (at >= text.length() || text.charAt(at) != ',') {
          return "text after field " + key;
        }
        at++;
      }
    }

    private @Nullable String value(String key) {
      char first = at < text.length() ? text.charAt(at) : ' ';
      if (first == '"') {
        quoted.add(key);
        return quotedValue();
      }
      int end;
      if (first == '[') {
        end = text.indexOf(']', at) + 1;
      } else {
        end = text.indexOf(',', at);
        // Names of symbolic alleles may hold any sign; the last > of the line ends it.
        end = end < 0 && text.endsWith(">") ? text.length() - 1 : end;
      }
      if (end <= 0) {
        return null;
      }
      var value = text.substring(at, end);
      at = end;
      return value;
    }

    private @Nullable String quotedValue() {
      var value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return value.toString();
        }
        boolean isEscape =
            c == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
        value.append(isEscape ? text.charAt(++at) : c);
      }
      return null;
    }
  }
}
