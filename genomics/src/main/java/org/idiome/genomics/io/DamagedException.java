package org.idiome.genomics.io;

/// Compressed bytes that end too early or contradict themselves; never leaves this package.
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String part;
  private final boolean cut;

  DamagedException(String part) {
    this(part, false);
  }

  private DamagedException(String part, boolean cut) {
    super(part);
    this.part = part;
    this.cut = cut;
  }

  static DamagedException cut(String part) {
    return new DamagedException(part, true);
  }

  /// What of the file is damaged.
  String part() {
    return part;
  }

  /// Whether the file ends where more was promised.
  boolean isCut() {
    return cut;
  }
}
