package org.idiome.knowledge.search;

import java.util.List;

/// A concept that a query met.
///
/// @param id a CURIE
/// @param name empty where no release names it
/// @param kinds Biolink categories as the sources have them, sorted; empty where none says one
/// @param text what was met, as it is written in the source
/// @param replacedBy identifiers to use in place of an obsolete one; empty where none is given
/// @param consider identifiers that may be meant in place of an obsolete one
/// @param mapped identifiers that are exactly the same by a mapping, and stand behind this hit
public record Hit(
    String id,
    String name,
    List<String> kinds,
    Match match,
    MatchedOn on,
    String text,
    boolean isObsolete,
    List<String> replacedBy,
    List<String> consider,
    List<String> mapped) {
  /// Copies the lists.
  public Hit {
    kinds = List.copyOf(kinds);
    replacedBy = List.copyOf(replacedBy);
    consider = List.copyOf(consider);
    mapped = List.copyOf(mapped);
  }
}
