package org.idiome.genomics.vrs;

import org.jspecify.annotations.Nullable;

/// A stretch of a sequence, between bases.
///
/// @param refget accession of the sequence, `SQ.` and its digest; null inside a block that names it
/// @param start null where only the end is meant
/// @param end null where only the start is meant
public record SequenceLocation(
    @Nullable String refget, @Nullable VrsNumber start, @Nullable VrsNumber end)
    implements Digested {

  /// A stretch with both ends known.
  public static SequenceLocation of(String refget, long start, long end) {
    return new SequenceLocation(refget, VrsNumber.of(start), VrsNumber.of(end));
  }

  @Override
  public String prefix() {
    return "SL";
  }

  @Override
  public String serialized() {
    var sequence =
        refget == null
            ? "null"
            : "{\"refgetAccession\":\"" + refget + "\",\"type\":\"SequenceReference\"}";
    return "{\"end\":"
        + serialized(end)
        + ",\"sequenceReference\":"
        + sequence
        + ",\"start\":"
        + serialized(start)
        + ",\"type\":\"SequenceLocation\"}";
  }

  private static String serialized(@Nullable VrsNumber number) {
    return number == null ? "null" : number.serialized();
  }
}
