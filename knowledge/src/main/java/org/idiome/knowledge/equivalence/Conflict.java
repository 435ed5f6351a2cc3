package org.idiome.knowledge.equivalence;

import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.knowledge.network.Said;
import org.idiome.knowledge.release.Claim;

/// Mappings that cannot all be true, or that deserve a look.
///
/// @param about the identifier that it is about
/// @param isBlocking whether nothing was merged because of it
/// @param members identifiers with how each mapping was found, sorted
/// @param said the mappings
public record Conflict(
    Kind kind, String about, boolean isBlocking, List<String> members, List<Said<Claim>> said) {
  /// What is wrong.
  public enum Kind {
    /// Two identifiers of one vocabulary are mapped to one hub.
    TWO_OF_ONE_VOCABULARY,
    /// One identifier is mapped to two hubs.
    TWO_HUBS,
    /// The two name things of different kinds.
    KINDS_DIFFER,
    /// A source denies the mapping.
    DENIED,
    /// It is mapped to an identifier that leads to a hub, and not to the hub itself.
    NO_CHAIN
  }

  /// Copies the lists.
  public Conflict {
    members = List.copyOf(members);
    said = List.copyOf(said);
  }

  /// Stable name: hash of kind, subject and sorted members.
  public Sha256 id() {
    var text = kind + "\n" + about + "\n" + String.join("\n", members);
    return Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
