package org.idiome.record.door;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person's data are read for, and whether that rests on their consent (ADR 0013).
public enum Purpose {
  /// Diagnosis and treatment of the person: rests on GDPR article 9(2)(h), not on consent; stops
  /// where the person objected.
  CARE(false),
  /// The person themself, or who acts for them: a right (articles 15 and 20), not a permission;
  /// stops where the person does not want to know.
  OWN_USE(false),
  /// Research: article 9(2)(a).
  RESEARCH(true),
  /// Findings that nobody looked for.
  SECONDARY_FINDINGS(true),
  /// The person's relatives.
  KIN(true),
  /// Anybody else.
  SHARING(true);

  private final boolean needsConsent;

  Purpose(boolean needsConsent) {
    this.needsConsent = needsConsent;
  }

  /// Whether nothing is read without a row that gives it.
  public boolean needsConsent() {
    return needsConsent;
  }

  /// The name in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The purpose of a code, or null.
  public static @Nullable Purpose of(String code) {
    for (var purpose : values()) {
      if (purpose.code().equals(code)) {
        return purpose;
      }
    }
    return null;
  }

  /// All codes.
  public static List<String> codes() {
    return Arrays.stream(values()).map(Purpose::code).toList();
  }
}
