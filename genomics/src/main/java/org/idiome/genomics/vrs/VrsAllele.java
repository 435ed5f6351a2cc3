package org.idiome.genomics.vrs;

import org.idiome.genomics.normal.NormalForm;

/// A state of a stretch of a sequence.
public record VrsAllele(SequenceLocation location, SequenceExpression state) implements Digested {

  /// The normalised allele of a change (VRS 2.0, section *Normalization*).
  ///
  /// @param refget accession of the sequence
  /// @throws IllegalArgumentException where nothing changes
  public static VrsAllele of(String refget, NormalForm change) {
    if (change.isSame()) {
      throw new IllegalArgumentException("nothing changes");
    }
    var justified = change.justified();
    var location = SequenceLocation.of(refget, justified.start0(), justified.end0());
    int subunit = subunit(change);
    return new VrsAllele(
        location,
        subunit == 0
            ? new SequenceExpression.Literal(justified.alternate())
            : new SequenceExpression.ReferenceLength(
                VrsNumber.of(justified.alternate().length()), subunit));
  }

  /// A stretch that is as the reference has it.
  ///
  /// @param start0 first base, 0-based
  public static VrsAllele same(String refget, int start0, int end0) {
    int bases = end0 - start0;
    return new VrsAllele(
        SequenceLocation.of(refget, start0, end0),
        new SequenceExpression.ReferenceLength(VrsNumber.of(bases), bases));
  }

  /// How many bases repeat, or 0 where the result is not made of the reference: of a deletion what
  /// is taken away; of an insertion the largest divisor of its length that is not longer than what
  /// it rolls through and of which the result is a repetition.
  private static int subunit(NormalForm change) {
    if (!change.isRollable()) {
      return 0;
    }
    if (change.alternate().isEmpty()) {
      return change.reference().length();
    }
    int inserted = change.alternate().length();
    var result = change.justified().alternate();
    for (int unit = Math.min(inserted, change.rolls()); unit > 0; unit--) {
      if (inserted % unit == 0 && repeats(result, unit, change.rolls())) {
        return unit;
      }
    }
    return 0;
  }

  private static boolean repeats(String text, int unit, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i - unit)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String prefix() {
    return "VA";
  }

  @Override
  public String serialized() {
    return serialized(location.digest());
  }

  /// The identifier, where the digest of the location is known.
  String identifier(String locationDigest) {
    return identifierOf(serialized(locationDigest));
  }

  private String serialized(String locationDigest) {
    return "{\"location\":\""
        + locationDigest
        + "\",\"state\":"
        + state.serialized()
        + ",\"type\":\"Allele\"}";
  }
}
