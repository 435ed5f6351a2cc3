package org.idiome.record.kept;

/// How an input fits what its source said before. Rows that are `unchanged`, `corrected` or `gone`
/// are together those of before; `added`, `unchanged` and `corrected` those of now.
///
/// @param added what was not said before
/// @param unchanged what was said before in the same words
/// @param corrected what was said before otherwise: another value, time or presence of one concept
/// @param gone what was said before, and is no longer said in any way
public record RowCounts(long added, long unchanged, long corrected, long gone) {
  /// Nothing.
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

  /// The sums of two.
  public RowCounts plus(RowCounts more) {
    return new RowCounts(
        added + more.added,
        unchanged + more.unchanged,
        corrected + more.corrected,
        gone + more.gone);
  }

  /// Whether something of before does not stand as it was.
  public boolean isCorrection() {
    return corrected + gone > 0;
  }

  /// Whether both say the same.
  public boolean isSame() {
    return added + corrected + gone == 0;
  }
}
