package org.idiome.genomics.vrs;

/// How many copies of a stretch there are in a genome.
public record CopyNumberCount(SequenceLocation location, VrsNumber copies) implements Digested {
  @Override
  public String prefix() {
    return "CN";
  }

  @Override
  public String serialized() {
    return "{\"copies\":"
        + copies.serialized()
        + ",\"location\":\""
        + location.digest()
        + "\",\"type\":\"CopyNumberCount\"}";
  }
}
