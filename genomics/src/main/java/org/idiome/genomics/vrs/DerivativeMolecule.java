package org.idiome.genomics.vrs;

import java.util.List;

/// A molecule that is put together of others, in order.
public record DerivativeMolecule(List<TraversalBlock> components) implements Digested {

  /// A component and the direction in which it is read.
  public record TraversalBlock(Digested component, boolean isForward) {
    String serialized() {
      return "{\"component\":\""
          + component.digest()
          + "\",\"orientation\":\""
          + (isForward ? "forward" : "reverse_complement")
          + "\",\"type\":\"TraversalBlock\"}";
    }
  }

  /// Copies the list.
  public DerivativeMolecule {
    components = List.copyOf(components);
  }

  @Override
  public String prefix() {
    return "DM";
  }

  @Override
  public String serialized() {
    var blocks = components.stream().map(TraversalBlock::serialized).toList();
    return "{\"components\":[" + String.join(",", blocks) + "],\"type\":\"DerivativeMolecule\"}";
  }
}
