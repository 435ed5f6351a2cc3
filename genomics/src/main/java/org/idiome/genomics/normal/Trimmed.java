package org.idiome.genomics.normal;

/// A change once common ends are cut off, the suffix first.
///
/// @param start0 first base that changes, 0-based
/// @param deleted what is replaced; may be empty
/// @param inserted what stands there instead; may be empty
record Trimmed(int start0, String deleted, String inserted) {

  static Trimmed of(int start0, String reference, String alternate) {
    int shorter = Math.min(reference.length(), alternate.length());
    int suffix = 0;
    while (suffix < shorter
        && reference.charAt(reference.length() - 1 - suffix)
            == alternate.charAt(alternate.length() - 1 - suffix)) {
      suffix++;
    }
    int prefix = 0;
    while (prefix < shorter - suffix && reference.charAt(prefix) == alternate.charAt(prefix)) {
      prefix++;
    }
    return new Trimmed(
        start0 + prefix,
        reference.substring(prefix, reference.length() - suffix),
        alternate.substring(prefix, alternate.length() - suffix));
  }

  /// Whether the two may be one change, rolled along a repeat.
  boolean mayRollTo(Trimmed other) {
    return isRotation(deleted, other.deleted)
        && isRotation(inserted, other.inserted)
        && (deleted.isEmpty() || inserted.isEmpty());
  }

  private static boolean isRotation(String one, String other) {
    return one.length() == other.length() && (one + one).contains(other);
  }
}
