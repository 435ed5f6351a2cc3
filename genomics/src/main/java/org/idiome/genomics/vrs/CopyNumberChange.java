package org.idiome.genomics.vrs;

/// How the copies of a stretch differ from what is usual in the genome at hand.
///
/// @param copyChange in the words of VRS 2.0, such as `low-level gain`
public record CopyNumberChange(SequenceLocation location, String copyChange) implements Digested {
  @Override
  public String prefix() {
    return "CX";
  }

  @Override
  public String serialized() {
    return "{\"copyChange\":\""
        + copyChange
        + "\",\"location\":\""
        + location.digest()
        + "\",\"type\":\"CopyNumberChange\"}";
  }
}
