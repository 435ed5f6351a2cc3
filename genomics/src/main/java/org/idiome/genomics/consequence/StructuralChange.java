package org.idiome.genomics.consequence;

import java.util.List;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// A change of a contig that is told by its place and kind.
///
/// @param start0 first base of the stretch, 0-based; of an insertion or a cut the place itself
/// @param end0 behind the last base of the stretch
/// @param isOfAmount whether it says that there is more or less of all of the stretch; else only
///   that its ends are joined
/// @param isExact whether the ends are known to the base
/// @param form the same as bases, where they are known and not too many
/// @param joins what is next to each other because of it
public record StructuralChange(
    Kind kind,
    String contig,
    int start0,
    int end0,
    boolean isOfAmount,
    boolean isExact,
    @Nullable NormalForm form,
    List<Join> joins) {

  /// Copies the list.
  public StructuralChange {
    joins = List.copyOf(joins);
  }

  /// What becomes of the stretch.
  public enum Kind {
    /// It is gone.
    DELETION,
    /// It is there once more; behind itself where its ends are joined.
    DUPLICATION,
    /// It is turned round.
    INVERSION,
    /// Something is put in, of which the bases are not told.
    INSERTION,
    /// There is another amount of it, and it is not known which.
    AMOUNT,
    /// The contig is cut, and goes on elsewhere.
    CUT
  }

  /// What becomes of a stretch, as bases; null where its kind does not tell them.
  ///
  /// @param start0 first base of the stretch
  /// @param end0 behind its last
  public static @Nullable NormalForm bases(
      Kind kind, int start0, int end0, ReferenceSequence sequence) {
    var bases = sequence.bases(start0, end0);
    return switch (kind) {
      case DELETION -> NormalForm.of(sequence, start0, bases, "");
      case DUPLICATION -> NormalForm.of(sequence, end0, "", bases);
      case INVERSION -> NormalForm.of(sequence, start0, bases, Bases.reverseComplement(bases));
      case INSERTION, AMOUNT, CUT -> null;
    };
  }

  /// Whether it has a place but no stretch.
  boolean isPlace() {
    return kind == Kind.INSERTION || kind == Kind.CUT;
  }
}
