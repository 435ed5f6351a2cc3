package org.idiome.core.finding;

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
