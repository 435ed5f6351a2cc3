package org.idiome.core.finding;

import java.util.HexFormat;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What a finding is about, the same in every run: never its state, value, version or wording.
///
/// @param interpreter who claims
/// @param kind what is claimed, within the interpreter
/// @param subject canonical text of the subject: a CURIE, an allele key, a layer
/// @param scope specimen or other limit of the claim; `.` for the person as a whole
public record FindingKey(String interpreter, String kind, String subject, String scope)
    implements Canonical, Comparable<FindingKey> {
  /// The scope of a claim about the person as a whole.
  public static final String WHOLE_PERSON = ".";

  /// Refuses blank parts and the separator.
  public FindingKey {
    requirePart(interpreter);
    requirePart(kind);
    requirePart(subject);
    requirePart(scope);
  }

  /// A text from a file as a part of a key: control characters, `|` and `%` become `%` and two
  /// hexadecimal digits, so that different texts stay different.
  public static String part(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '|' || c == '%') {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void requirePart(String part) {
    if (part.isBlank() || part.indexOf('|') >= 0 || part.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not a part of a finding's key: " + part);
    }
  }

  /// The four parts joined by `|`.
  public String text() {
    return String.join("|", interpreter, kind, subject, scope);
  }

  @Override
  public int compareTo(FindingKey other) {
    return text().compareTo(other.text());
  }

  @Override
  public Json toJson() {
    return Json.of(text());
  }
}
