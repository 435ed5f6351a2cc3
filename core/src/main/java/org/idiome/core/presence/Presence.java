package org.idiome.core.presence;

/// Whether a stated thing is there: looked for and seen, looked for and not seen, or an [Absence].
public sealed interface Presence permits Presence.Looked, Absence {

  /// The word used in tables and JSON.
  String code();

  /// Somebody looked.
  enum Looked implements Presence {
    /// It is there.
    PRESENT("present"),
    /// It was looked for and is not there.
    EXCLUDED("excluded");

    private final String code;

    Looked(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
