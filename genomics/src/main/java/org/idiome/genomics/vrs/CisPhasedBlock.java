package org.idiome.genomics.vrs;

import java.util.List;

/// Alleles that stand on one chromosome, in whatever order.
public record CisPhasedBlock(List<VrsAllele> members) implements Digested {
  /// Copies the list.
  public CisPhasedBlock {
    members = List.copyOf(members);
  }

  @Override
  public String prefix() {
    return "CPB";
  }

  @Override
  public String serialized() {
    var digests = members.stream().map(VrsAllele::digest).sorted().toList();
    return "{\"members\":[\"" + String.join("\",\"", digests) + "\"],\"type\":\"CisPhasedBlock\"}";
  }
}
