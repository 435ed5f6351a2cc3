package org.idiome.genomics.vrs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.idiome.genomics.reference.Refget;

/// An object of VRS 2 that has an identifier of its own.
public sealed interface Digested
    permits Adjacency,
        CisPhasedBlock,
        CopyNumberChange,
        CopyNumberCount,
        DerivativeMolecule,
        SequenceLocation,
        Terminus,
        VrsAllele {

  /// Two or three letters that say what it is.
  String prefix();

  /// What is digested: canonical JSON of its inherent fields, each identifiable object in it by its
  /// digest alone.
  String serialized();

  /// SHA-512 of that, its first 24 bytes, base64url.
  default String digest() {
    return digestOf(serialized());
  }

  private static String digestOf(String serialized) {
    MessageDigest sha = Refget.newDigest();
    sha.update(serialized.getBytes(StandardCharsets.UTF_8));
    return Refget.truncated(sha);
  }

  /// The computed identifier: `ga4gh:VA.` and the digest of an allele.
  default String identifier() {
    return identifierOf(serialized());
  }

  /// The identifier, where what is digested is known.
  default String identifierOf(String serialized) {
    return "ga4gh:" + prefix() + "." + digestOf(serialized);
  }
}
