package org.idiome.genomics.vrs;

/// The end of a molecule at a location.
public record Terminus(SequenceLocation location) implements Digested {
  @Override
  public String prefix() {
    return "TM";
  }

  @Override
  public String serialized() {
    return "{\"location\":\"" + location.digest() + "\",\"type\":\"Terminus\"}";
  }
}
