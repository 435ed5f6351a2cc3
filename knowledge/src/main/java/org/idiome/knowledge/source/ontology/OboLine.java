package org.idiome.knowledge.source.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;

/// One line `tag: value {qualifiers} ! comment` of an OBO file, format 1.2 and 1.4.
///
/// @param value with its escapes, without qualifiers and comment
/// @param qualifiers of the line, such as `source`; several of one name are joined
record OboLine(long number, String tag, String value, Attributes qualifiers) {
  /// Tags whose value may hold quotes and brackets of the format.
  private static final Set<String> QUOTED =
      Set.of(
          "def",
          "synonym",
          "exact_synonym",
          "broad_synonym",
          "narrow_synonym",
          "related_synonym",
          "property_value",
          "subsetdef",
          "synonymtypedef",
          "xref");

  /// A text in quotes and what stands behind it.
  record Quoted(String text, String behind) {}

  /// Reads a line; null where it has no tag.
  static OboLine of(long number, String line) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      return new OboLine(number, "", line, Attributes.NONE);
    }
    var tag = line.substring(0, colon).strip();
    var rest = line.substring(colon + 1);
    var cut = new Cut(rest, QUOTED.contains(tag));
    var qualifiers =
        cut.brace < 0
            ? Attributes.NONE
            : qualifiers(rest.substring(cut.brace + 1, cut.braceEnd - 1));
    int end = cut.brace < 0 ? cut.end : cut.brace;
    return new OboLine(number, tag, rest.substring(0, end).strip(), qualifiers);
  }

  /// Finds where the value of a line ends.
  private static final class Cut {
    private int brace = -1;
    private int braceEnd = -1;
    private int end;

    Cut(String text, boolean mayQuote) {
      boolean isQuoted = false;
      int brackets = 0;
      end = text.length();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean isOpenBrace = brace >= 0 && braceEnd < 0;
        if (c == '\\') {
          i++;
        } else if (c == '"' && (mayQuote || isOpenBrace)) {
          isQuoted = !isQuoted;
        } else if (!isQuoted && c == '}' && isOpenBrace) {
          braceEnd = i + 1;
        } else if (!isQuoted && !isOpenBrace) {
          if (c == '!' && brackets == 0 && isBlankBefore(text, i)) {
            end = i;
            break;
          }
          if (c == '{' && brackets == 0 && isBlankBefore(text, i)) {
            brace = i;
            braceEnd = -1;
          } else if (braceEnd >= 0 && !Character.isWhitespace(c)) {
            // Text stands behind: what was in braces is text too.
            brace = -1;
            braceEnd = -1;
          }
          if (mayQuote) {
            brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
          }
        }
      }
      if (braceEnd < 0) {
        brace = -1;
      }
    }

    private static boolean isBlankBefore(String text, int at) {
      return at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t';
    }
  }

  private static Attributes qualifiers(String text) {
    var named = new TreeMap<String, TreeSet<String>>();
    for (var part : split(text)) {
      int equals = part.indexOf('=');
      if (equals > 0 && !part.substring(0, equals).isBlank()) {
        var value = part.substring(equals + 1).strip();
        var plain = value.startsWith("\"") ? quoted(value).text() : unescaped(value);
        named.computeIfAbsent(part.substring(0, equals).strip(), _ -> new TreeSet<>()).add(plain);
      }
    }
    return joined(named);
  }

  /// Several values of one name as [Attributes] keep them.
  static Attributes joined(Map<String, TreeSet<String>> named) {
    var texts = new TreeMap<String, String>();
    named.forEach((name, values) ->
        texts.put(name, String.join(String.valueOf(Attributes.BETWEEN_VALUES), values)));
    return Attributes.of(texts);
  }

  /// The parts of a list with commas, none of them in quotes or escaped; no part is blank.
  static List<String> split(String text) {
    var parts = new ArrayList<String>();
    boolean isQuoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /// The value as text.
  String text() {
    return unescaped(value);
  }

  /// The first words of the value, as text each.
  String word(int index) {
    var words = value.split("[ \t]+", -1);
    return index < words.length ? unescaped(words[index]) : "";
  }

  /// The value where it begins with a text in quotes.
  Quoted quoted() {
    return quoted(value);
  }

  private static Quoted quoted(String value) {
    if (!value.startsWith("\"")) {
      return new Quoted(unescaped(value), "");
    }
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return new Quoted(unescaped(value.substring(1, i)), value.substring(i + 1).strip());
      }
    }
    return new Quoted(unescaped(value.substring(1)), "");
  }

  /// The texts in the last brackets of a value, without their descriptions.
  static List<String> inBrackets(String text) {
    int open = text.indexOf('[');
    int close = text.lastIndexOf(']');
    if (open < 0 || close < open) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var part : split(text.substring(open + 1, close))) {
      int quote = part.indexOf(" \"");
      texts.add(unescaped(quote < 0 ? part : part.substring(0, quote)));
    }
    return texts;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      plain.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'W' -> ' ';
            default -> escaped;
          });
    }
    return plain.toString();
  }
}
