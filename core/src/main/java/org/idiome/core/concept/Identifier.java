package org.idiome.core.concept;

import org.jspecify.annotations.Nullable;

/// What a text says that stands where a source names a thing.
///
/// Read are CURIEs in any spelling of their prefix (`hgnc:10452`), with the prefix twice
/// (`HGNC:HGNC:10452`), joined by an underscore (`MONDO_0005015`), as an address
/// (`http://purl.obolibrary.org/obo/MONDO_0005015`), behind the kind of thing (`Gene::7157`), and
/// texts whose form alone says what they are (`ENSG00000141510.18`, `rs1799853`). Letter case
/// matters behind the colon. Nothing is guessed: a number alone is of no vocabulary.
public sealed interface Identifier {
  /// It names something.
  ///
  /// @param curie with the one prefix of its vocabulary, `NCBIGene:7157`
  /// @param version what stood behind the identifier, `18` of `ENSG00000141510.18`; null where
  ///   nothing did
  /// @param isUsual whether it has the form of its vocabulary's identifiers, where that is known;
  ///   one that has not (`HP:1250`) is most often mistyped
  record Understood(String curie, @Nullable String version, boolean isUsual)
      implements Identifier {}

  /// It names nothing that can be told.
  record NotUnderstood(Reason reason) implements Identifier {}

  /// Why a text names nothing.
  enum Reason {
    /// There is no text.
    BLANK,
    /// It does not say of which vocabulary it is.
    NO_PREFIX,
    /// The vocabulary is none of the table.
    UNKNOWN_PREFIX,
    /// Nothing, or nothing that an identifier may hold, stands behind the prefix.
    NO_LOCAL_PART
  }

  /// Reads a text.
  static Identifier of(String text) {
    return IdentifierReader.read(text, null);
  }

  /// Reads a text whose vocabulary is known where it does not say so itself.
  ///
  /// @param prefix of a text that has none, in any spelling; one that the table does not know is
  ///   taken as it is
  static Identifier of(String text, String prefix) {
    return IdentifierReader.read(text, prefix);
  }
}
