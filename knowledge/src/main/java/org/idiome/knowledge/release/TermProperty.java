package org.idiome.knowledge.release;

import org.jspecify.annotations.Nullable;

/// What a source says of a single concept.
///
/// The number is kept in files: it never changes its meaning.
public enum TermProperty {
  /// Biolink category, such as `biolink:Disease`.
  CATEGORY(1),
  /// Preferred name in this source.
  NAME(2),
  /// Text that says what it is.
  DEFINITION(3),
  /// Another name of the same meaning.
  EXACT_SYNONYM(4),
  /// A name of wider meaning.
  BROAD_SYNONYM(5),
  /// A name of narrower meaning.
  NARROW_SYNONYM(6),
  /// A name of related meaning.
  RELATED_SYNONYM(7),
  /// Approved symbol of a gene.
  APPROVED_SYMBOL(8),
  /// Symbol in this source where it approves none itself.
  ENTRY_SYMBOL(9),
  /// Symbol that was approved before.
  PREVIOUS_SYMBOL(10),
  /// Symbol that others use.
  ALIAS_SYMBOL(11),
  /// Another identifier of the same concept in the same source, still resolved by it.
  ALTERNATIVE_ID(12),
  /// The concept is obsolete; the value is `true`.
  OBSOLETE(13),
  /// The concept to use in place of this one.
  REPLACED_BY(14),
  /// A concept that may be meant; only shown.
  CONSIDER(15),
  /// Version that stood behind an identifier: `18` of `ENSG00000141510.18`.
  VERSION(16),
  /// Identifier of the species, such as `NCBITaxon:9606`.
  IN_TAXON(17),
  /// The other columns of the row, in the notes; the value is empty.
  COLUMNS(18);

  private static final @Nullable TermProperty[] BY_NUMBER = byNumber();

  private final int number;

  TermProperty(int number) {
    this.number = number;
  }

  private static @Nullable TermProperty[] byNumber() {
    int most = 0;
    for (var property : values()) {
      most = Math.max(most, property.number);
    }
    var byNumber = new @Nullable TermProperty[most + 1];
    for (var property : values()) {
      byNumber[property.number] = property;
    }
    return byNumber;
  }

  /// The number in files.
  public int number() {
    return number;
  }

  /// The property of a number.
  ///
  /// @throws IllegalArgumentException where there is none
  public static TermProperty of(int number) {
    var property = number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
    if (property == null) {
      throw new IllegalArgumentException("no property of a term has the number " + number);
    }
    return property;
  }
}
