package org.idiome.knowledge.search;

import org.idiome.knowledge.release.TermProperty;
import org.jspecify.annotations.Nullable;

/// What of a concept a query met, best first.
public enum MatchedOn {
  /// Its own identifier.
  ID,
  /// Another identifier of it in its own source.
  ALTERNATIVE_ID,
  /// An identifier of another vocabulary that is mapped to it.
  MAPPED_ID,
  /// Its name or approved symbol.
  NAME,
  /// Another name of the same meaning.
  SYNONYM,
  /// A name that an identifier mapped to it has.
  MAPPED_NAME,
  /// A symbol that was approved before.
  PREVIOUS_SYMBOL,
  /// A name of wider, narrower or related meaning, or a symbol that others use.
  RELATED,
  /// The text that says what it is.
  DEFINITION;

  /// Where the text of a property is looked for, or null where it is not.
  static @Nullable MatchedOn of(TermProperty property) {
    return switch (property) {
      case NAME, APPROVED_SYMBOL, ENTRY_SYMBOL -> NAME;
      case EXACT_SYNONYM -> SYNONYM;
      case PREVIOUS_SYMBOL -> PREVIOUS_SYMBOL;
      case BROAD_SYNONYM, NARROW_SYNONYM, RELATED_SYNONYM, ALIAS_SYMBOL -> RELATED;
      case DEFINITION -> DEFINITION;
      case CATEGORY, ALTERNATIVE_ID, OBSOLETE, REPLACED_BY, CONSIDER, VERSION, IN_TAXON, COLUMNS ->
          null;
    };
  }
}
