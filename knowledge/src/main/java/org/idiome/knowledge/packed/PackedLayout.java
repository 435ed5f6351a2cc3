package org.idiome.knowledge.packed;

import java.nio.charset.StandardCharsets;

/// How the file of a packed release is laid out.
///
/// Eight bytes that say what it is and of which form; then one long for each [Section]: how many
/// elements it has; then the sections in their order, each beginning at a multiple of eight. All
/// integers are little-endian. The hash of the whole stands with the release.
final class PackedLayout {
  static final byte[] MAGIC = "IDIOMEK1".getBytes(StandardCharsets.US_ASCII);

  static final int HEAD_BYTES = MAGIC.length + Long.BYTES * Section.values().length;

  /// The claim is negated.
  static final byte NEGATED = 1;

  /// The parts of the file, in its order.
  enum Section {
    /// Where each name begins in [#NAME_BYTES]; one more at the end.
    NAME_STARTS(Long.BYTES),
    /// The names, sorted, as UTF-8.
    NAME_BYTES(1),
    /// Where each text begins in [#TEXT_BYTES]; one more at the end.
    TEXT_STARTS(Long.BYTES),
    /// The texts as UTF-8.
    TEXT_BYTES(1),
    /// Of each claim the number of its name; claims are sorted by subject, predicate, object and
    /// qualifiers, those that are not negated first.
    CLAIM_SUBJECTS(Integer.BYTES),
    /// As the subjects.
    CLAIM_PREDICATES(Integer.BYTES),
    /// As the subjects.
    CLAIM_OBJECTS(Integer.BYTES),
    /// As the subjects.
    CLAIM_QUALIFIERS(Integer.BYTES),
    /// The text of its values.
    CLAIM_VALUES(Integer.BYTES),
    /// [#NEGATED] or 0.
    CLAIM_FLAGS(1),
    /// Where the lines of each claim begin in [#CLAIM_LINES]; one more at the end.
    CLAIM_LINE_STARTS(Integer.BYTES),
    /// The lines that make a claim, ascending.
    CLAIM_LINES(Integer.BYTES),
    /// The claims in the order of their objects.
    CLAIMS_BY_OBJECT(Integer.BYTES),
    /// Of each term the name of its concept; terms are sorted by it, property and value.
    TERM_IDS(Integer.BYTES),
    /// The number of its property.
    TERM_PROPERTIES(1),
    /// The text of its value.
    TERM_VALUES(Integer.BYTES),
    /// The text of its notes.
    TERM_NOTES(Integer.BYTES),
    /// The first line that says it.
    TERM_LINES(Integer.BYTES);

    private final int width;

    Section(int width) {
      this.width = width;
    }

    int width() {
      return width;
    }
  }

  private PackedLayout() {}

  static long aligned(long at) {
    return (at + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
  }
}
