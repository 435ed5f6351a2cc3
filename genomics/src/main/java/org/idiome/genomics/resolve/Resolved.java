package org.idiome.genomics.resolve;

import java.util.Locale;

/// What a description means on its contig.
public sealed interface Resolved {

  /// Some bases become others.
  ///
  /// @param start0 first base that is replaced, 0-based, or the place between two
  /// @param reference bases of the forward strand in upper case; may be empty
  /// @param alternate what stands there instead; may be empty
  record Allele(int start0, String reference, String alternate) implements Resolved {}

  /// Nobody can say.
  record Not(Reason reason) implements Resolved {}

  /// Why not.
  enum Reason {
    /// It says that nothing changes, or that nobody knows what does.
    NO_CHANGE,
    /// A place is told as a range, or the whole as predicted.
    UNCERTAIN,
    /// The sequence has no such place, or bases that must be neighbours are not.
    NO_SUCH_PLACE,
    /// The bases that it writes are not those of the reference.
    REFERENCE_DIFFERS,
    /// It tells how many bases are put in, not which; or the reference has N there.
    UNKNOWN_BASES,
    /// The transcript's own sequence is said to differ from the reference.
    TRANSCRIPT_DIFFERS,
    /// A repeat, a conversion, a protein, RNA.
    NOT_SUPPORTED;

    /// The word used in tables.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
