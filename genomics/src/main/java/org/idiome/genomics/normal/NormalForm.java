package org.idiome.genomics.normal;

import org.idiome.genomics.reference.ReferenceSequence;

/// One allele of a contig, trimmed and rolled: every spelling of it gives the same.
///
/// Common suffix, then common prefix, are cut off. What is left is a substitution, which stays
/// where it is, or an insertion or a deletion, which may stand anywhere in the stretch through
/// which it can be rolled without another result (Tan 2015, doi:10.1093/bioinformatics/btv112;
/// Holmes 2020, doi:10.1093/bioinformatics/btz856). It is kept where it begins first.
///
/// @param start0 first base that changes, 0-based; for an insertion the place between
/// @param reference what is replaced, in upper case; may be empty
/// @param alternate what stands there instead, in upper case; may be empty
/// @param rolls how many bases further on it may begin as well; 0 for a substitution
public record NormalForm(int start0, String reference, String alternate, int rolls) {

  /// An allele as a VCF record writes it, on the left.
  ///
  /// @param position1 POS
  public record VcfForm(int position1, String reference, String alternate) {}

  /// An allele over the whole stretch through which it can be rolled (*fully justified*, as VRS and
  /// SPDI write it).
  ///
  /// @param start0 first base of the stretch, 0-based
  /// @param end0 behind its last
  /// @param alternate what the stretch becomes
  public record Justified(int start0, int end0, String alternate) {}

  /// The normal form of an allele whose reference bases are those of the sequence.
  ///
  /// @param start0 first base of `reference`, 0-based
  /// @param reference bases in upper case; may be empty
  /// @param alternate bases in upper case; may be empty
  public static NormalForm of(
      ReferenceSequence sequence, int start0, String reference, String alternate) {
    if (reference.length() == 1 && alternate.length() == 1 && !reference.equals(alternate)) {
      return new NormalForm(start0, reference, alternate, 0);
    }
    var trimmed = Trimmed.of(start0, reference, alternate);
    var deleted = trimmed.deleted();
    var inserted = trimmed.inserted();
    if (deleted.isEmpty() == inserted.isEmpty()) {
      return new NormalForm(trimmed.start0(), deleted, inserted, 0);
    }
    return rolled(sequence, trimmed.start0(), deleted, inserted);
  }

  private static NormalForm rolled(
      ReferenceSequence sequence, int start0, String deleted, String inserted) {
    var moved = deleted.isEmpty() ? inserted : deleted;
    int length = moved.length();
    int left = 0;
    while (start0 - left > 0
        && sequence.base(start0 - left - 1) == moved.charAt(length - 1 - left % length)) {
      left++;
    }
    int behind = start0 + deleted.length();
    int right = 0;
    while (behind + right < sequence.lengthBases()
        && sequence.base(behind + right) == moved.charAt(right % length)) {
      right++;
    }
    var first = rotated(moved, -left);
    return deleted.isEmpty()
        ? new NormalForm(start0 - left, "", first, left + right)
        : new NormalForm(start0 - left, first, "", left + right);
  }

  /// The text that begins `by` characters further on when it is repeated for ever.
  private static String rotated(String text, int by) {
    int from = Math.floorMod(by, text.length());
    return from == 0 ? text : text.substring(from) + text.substring(0, from);
  }

  /// Whether nothing changes.
  public boolean isSame() {
    return reference.equals(alternate);
  }

  /// Whether bases are only taken away or only put in.
  public boolean isRollable() {
    return reference.isEmpty() != alternate.isEmpty();
  }

  /// Where it begins first, with the base before it where one side would be empty; at the begin of
  /// the contig the base behind it.
  ///
  /// @throws IllegalStateException where nothing changes
  public VcfForm leftAligned(ReferenceSequence sequence) {
    if (isSame()) {
      throw new IllegalStateException("nothing changes");
    }
    if (!isRollable()) {
      return new VcfForm(start0 + 1, reference, alternate);
    }
    if (start0 > 0) {
      char before = (char) sequence.base(start0 - 1);
      return new VcfForm(start0, before + reference, before + alternate);
    }
    char behind = (char) sequence.base(reference.length());
    return new VcfForm(1, reference + behind, alternate + behind);
  }

  /// The allele over all of the stretch through which it can be rolled.
  public Justified justified() {
    int end0 = start0 + reference.length() + rolls;
    return new Justified(start0, end0, through(alternate));
  }

  /// What stands in that stretch before.
  public String replaced() {
    return through(reference);
  }

  /// A side over all of the stretch: what is moved repeats in it.
  private String through(String side) {
    if (!isRollable()) {
      return side;
    }
    var moved = reference.isEmpty() ? alternate : reference;
    var text = new StringBuilder(side.length() + rolls);
    for (int i = 0; i < side.length() + rolls; i++) {
      text.append(moved.charAt(i % moved.length()));
    }
    return text.toString();
  }
}
