package org.idiome.knowledge.equivalence;

import java.util.Set;
import org.idiome.knowledge.network.Said;
import org.idiome.knowledge.release.Claim;

/// A mapping that may merge, from a hub to another identifier.
///
/// @param hub identifier of the hub
/// @param other the identifier mapped to it
/// @param said by which source
record Mapping(String hub, String other, Said<Claim> said) {
  private static final Set<String> MERGING =
      Set.of("skos:exactMatch", "owl:sameAs", "owl:equivalentClass");

  private static final String LEXICAL = "semapv:LexicalMatching";

  static boolean isMerging(Claim claim) {
    return MERGING.contains(claim.predicate());
  }

  /// How it was found, as conflicts show it: `curated`, or `lexical` with its confidence.
  String basis() {
    var values = said.what().values();
    var justification = values.get("mapping_justification");
    if (!LEXICAL.equals(justification)) {
      return "curated";
    }
    var confidence = values.get("confidence");
    return confidence == null ? "lexical" : "lexical, " + confidence;
  }
}
