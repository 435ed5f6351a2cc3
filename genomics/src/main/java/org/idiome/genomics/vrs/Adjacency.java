package org.idiome.genomics.vrs;

import org.jspecify.annotations.Nullable;

/// Two ends of sequences that are joined; the order counts.
///
/// @param linker what stands between, or null where nothing is said of it
public record Adjacency(
    SequenceLocation first, SequenceLocation second, @Nullable SequenceExpression linker)
    implements Digested {

  @Override
  public String prefix() {
    return "AJ";
  }

  @Override
  public String serialized() {
    return "{\"adjoinedSequences\":[\""
        + first.digest()
        + "\",\""
        + second.digest()
        + "\"],\"linker\":"
        + (linker == null ? "null" : linker.serialized())
        + ",\"type\":\"Adjacency\"}";
  }
}
