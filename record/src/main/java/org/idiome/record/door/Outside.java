package org.idiome.record.door;

import java.util.Locale;

/// Something outside of what is in force of a person that changed, and that may change what is said
/// of them. It names nobody.
///
/// @param batch with which it changed; 0 of a consent that began or ended by its day
/// @param day on which, ISO 8601
public record Outside(Kind kind, long batch, String day) {
  /// What it is.
  public enum Kind {
    /// What others have in common with the person: an input of theirs came or went.
    RECORD,
    /// What the person agreed to, or took back.
    OWN_CONSENT,
    /// The same of somebody who has something in common with the person.
    CONSENT,
    /// Somebody was erased; nobody knows any more what they had in common with whom.
    ERASURE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
