package org.idiome.profile.change;

import java.util.Locale;

/// What made a finding change.
public enum Cause {
  /// With the old data the new run says what the old one said.
  DATA,
  /// With the old settings the new run says what the old one said.
  SETTINGS,
  /// Either of the two alone undoes it.
  DATA_OR_SETTINGS,
  /// Old data and old settings undo it, neither alone.
  DATA_WITH_SETTINGS,
  /// The old inputs under the new code already differ, and a version that counts is another.
  SOFTWARE,
  /// The old inputs with the new knowledge already differ, and the code is the same.
  KNOWLEDGE,
  /// Neither code nor knowledge is another, no replay shows it, and something changed outside of
  /// the person that no replay undoes.
  OUTSIDE,
  /// No replay shows it.
  NOT_DETERMINED;

  /// The name in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
