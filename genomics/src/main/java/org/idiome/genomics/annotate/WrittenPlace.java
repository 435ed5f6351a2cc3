package org.idiome.genomics.annotate;

import org.idiome.genomics.normal.NormalForm;

/// Where a record writes a change that may be rolled.
///
/// Beside another change inside the stretch through which it rolls this decides what stands on the
/// copy: callers that compare a copy with the reference write each change where it is on that copy.
final class WrittenPlace {
  static final int NONE = -1;

  private WrittenPlace() {}

  /// By how many bases behind the begin of the form a record writes it: behind its first base,
  /// which is there before and after, and from there as far to the left as the record goes.
  ///
  /// @param position1 POS of the record
  /// @param reference REF in upper case
  /// @param alternate the alternate in upper case
  static int by(NormalForm form, int position1, String reference, String alternate) {
    if (form.rolls() == 0) {
      return 0;
    }
    int anchor = reference.charAt(0) == alternate.charAt(0) ? 1 : 0;
    int from = anchor;
    int shorter = Math.min(reference.length(), alternate.length());
    int same = 0;
    while (same < shorter - anchor
        && reference.charAt(reference.length() - 1 - same)
            == alternate.charAt(alternate.length() - 1 - same)) {
      same++;
    }
    while (from < shorter - same && reference.charAt(from) == alternate.charAt(from)) {
      from++;
    }
    return behind(form, position1 - 1 + from);
  }

  /// The same of a symbolic allele, behind the base before it.
  static int by(NormalForm form, int position1) {
    return behind(form, position1);
  }

  /// The same of a record that was split and moved: as it was; [#NONE] where that cannot be, as of
  /// one that was lifted to another assembly since.
  ///
  /// @param origin `POS|REF|ALT/ALT|number`
  static int by(NormalForm form, String origin) {
    var parts = origin.split("\\|", -1);
    if (parts.length != 4 || !parts[0].matches("[0-9]{1,9}") || !parts[3].matches("[1-9][0-9]?")) {
      return NONE;
    }
    var alternates = parts[2].split("/", -1);
    int number = Integer.parseInt(parts[3]);
    var reference = parts[1];
    var alternate = number > alternates.length ? "" : alternates[number - 1];
    int more = form.alternate().length() - form.reference().length();
    int first0 = Integer.parseInt(parts[0]) - 1;
    if (reference.isEmpty()
        || alternate.isEmpty()
        || alternate.length() - reference.length() != more
        || first0 > form.start0() + form.rolls()
        || first0 + reference.length() < form.start0()) {
      return NONE;
    }
    return by(form, first0 + 1, reference, alternate);
  }

  private static int behind(NormalForm form, int start0) {
    return Math.clamp((long) start0 - form.start0(), 0, form.rolls());
  }
}
