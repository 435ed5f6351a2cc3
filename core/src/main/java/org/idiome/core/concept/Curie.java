package org.idiome.core.concept;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// A compact URI: prefix, colon, local identifier, as in `HP:0001250`.
///
/// Two are equal as they are written; which prefixes mean one vocabulary [Prefixes] knows.
public record Curie(String prefix, String local) implements Canonical, Comparable<Curie> {

  /// Refuses an empty part, white space and control characters, and a prefix that is no name.
  public Curie {
    if (!isPrefix(prefix) || !isLocal(local)) {
      throw new IllegalArgumentException("not a CURIE: " + prefix + ":" + local);
    }
  }

  /// Reads `prefix:local`.
  ///
  /// @throws IllegalArgumentException where the text is no CURIE
  public static Curie of(String text) {
    var curie = parse(text);
    if (curie == null) {
      throw new IllegalArgumentException("not a CURIE: " + text);
    }
    return curie;
  }

  /// Reads `prefix:local`, or answers null where the text is no CURIE.
  public static @Nullable Curie parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    var prefix = text.substring(0, colon);
    var local = text.substring(colon + 1);
    return isPrefix(prefix) && isLocal(local) ? new Curie(prefix, local) : null;
  }

  private static boolean isPrefix(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isLocal(String text) {
    return !text.isEmpty()
        && !text.startsWith("//")
        && text.chars().noneMatch(Curie::isBlankOrControl);
  }

  private static boolean isBlankOrControl(int c) {
    return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  @Override
  public String toString() {
    return prefix + ":" + local;
  }

  @Override
  public Json toJson() {
    return Json.of(toString());
  }

  @Override
  public int compareTo(Curie other) {
    int byPrefix = prefix.compareTo(other.prefix);
    return byPrefix != 0 ? byPrefix : local.compareTo(other.local);
  }
}
