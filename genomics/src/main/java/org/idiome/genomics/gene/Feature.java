package org.idiome.genomics.gene;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a file of features.
///
/// @param start0 first base, 0-based
/// @param phase bases before the first whole codon, or -1 where none is given
/// @param attributes names and values in turn, as often as they stand there
record Feature(
    long line,
    String contig,
    String type,
    int start0,
    int end0,
    char strand,
    int phase,
    List<String> attributes) {
  private static final int COLUMNS = 9;

  /// The feature of a line; null where the line is none.
  static @Nullable Feature of(long line, String text, boolean isGtf) {
    var cells = text.split("\t", COLUMNS);
    if (cells.length != COLUMNS || cells[0].isEmpty() || cells[2].isEmpty()) {
      return null;
    }
    try {
      int start0 = Math.subtractExact(Integer.parseInt(cells[3]), 1);
      int end0 = Integer.parseInt(cells[4]);
      char strand = cells[6].length() == 1 ? cells[6].charAt(0) : '.';
      int phase = cells[7].equals(".") ? -1 : Integer.parseInt(cells[7]);
      if (end0 <= start0 || phase > 2) {
        return null;
      }
      var attributes = isGtf ? quoted(cells[8]) : assigned(cells[8]);
      return new Feature(line, cells[0], cells[2], start0, end0, strand, phase, attributes);
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  /// `key=value;key=value`, percent codes decoded.
  private static List<String> assigned(String text) {
    var pairs = new ArrayList<String>();
    for (var part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        pairs.add(part.substring(0, equals).strip());
        pairs.add(decoded(part.substring(equals + 1).strip()));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // A percent sign that begins no code stands for itself.
    }
  }

  /// `key "value"; key 2;`, where a value in quotes may hold a semicolon.
  private static List<String> quoted(String text) {
    var pairs = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ';')) {
        at++;
      }
      int space = text.indexOf(' ', at);
      if (space < 0) {
        break;
      }
      boolean isQuoted = space + 1 < text.length() && text.charAt(space + 1) == '"';
      int from = isQuoted ? space + 2 : space + 1;
      int to = text.indexOf(isQuoted ? '"' : ';', from);
      to = to < 0 ? text.length() : to;
      pairs.add(text.substring(at, space));
      pairs.add(text.substring(from, to).strip());
      at = to + 1;
    }
    return pairs;
  }

  /// The first value of an attribute, or null.
  @Nullable String get(String name) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return null;
  }

  /// The first value of the first of several attributes that there is, or null.
  @Nullable String first(String... names) {
    for (var name : names) {
      var value = get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// All values of an attribute, lists taken apart at commas.
  List<String> all(String name) {
    var values = new ArrayList<String>();
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        values.addAll(List.of(attributes.get(i + 1).split(",", -1)));
      }
    }
    return values;
  }
}
