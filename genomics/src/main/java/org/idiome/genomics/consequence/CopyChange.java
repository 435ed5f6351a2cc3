package org.idiome.genomics.consequence;

import org.idiome.genomics.normal.NormalForm;

/// A change that a person has, with what is known of the copy on which it stands.
///
/// @param id what the caller knows it by
/// @param site that of the record of which it is an alternate: a copy has one of its alleles
/// @param written by how many bases behind the begin of the form it was written
public record CopyChange(int id, NormalForm change, Copy copy, int site, int written) {
  /// The only alternate of its record.
  public CopyChange(int id, NormalForm change, Copy copy) {
    this(id, change, copy, id, 0);
  }

  /// On which copy of the chromosome something stands.
  public sealed interface Copy {
    /// On every copy: homozygous, or the only copy there is.
    record Every() implements Copy {}

    /// On one copy of a phase set.
    ///
    /// @param phaseSet changes of different sets are not phased to each other
    /// @param side which copy, the same number for the same copy of one set
    record Side(String phaseSet, int side) implements Copy {}

    /// On some copy.
    record Unknown() implements Copy {}
  }

  /// Whether two changes surely stand together on a copy.
  boolean isSurelyWith(CopyChange other) {
    return copy instanceof Copy.Every
        || other.copy instanceof Copy.Every
        || (copy instanceof Copy.Side && copy.equals(other.copy));
  }

  /// Whether two changes may stand on one copy and nobody knows.
  boolean isPerhapsWith(CopyChange other) {
    if (isSurelyWith(other) || site == other.site) {
      return false;
    }
    return !(copy instanceof Copy.Side(var one, var _)
        && other.copy instanceof Copy.Side(var two, var _)
        && one.equals(two));
  }
}
