package org.idiome.genomics.vrs;

/// What stands at a location.
public sealed interface SequenceExpression {

  /// Canonical JSON of what is digested.
  String serialized();

  /// Bases as they are.
  record Literal(String sequence) implements SequenceExpression {
    @Override
    public String serialized() {
      return "{\"sequence\":\"" + sequence + "\",\"type\":\"LiteralSequenceExpression\"}";
    }
  }

  /// The reference at the location, repeated or cut to a length.
  ///
  /// @param length how many bases
  /// @param repeatSubunit how many bases repeat
  record ReferenceLength(VrsNumber length, long repeatSubunit) implements SequenceExpression {
    @Override
    public String serialized() {
      return "{\"length\":"
          + length.serialized()
          + ",\"repeatSubunitLength\":"
          + repeatSubunit
          + ",\"type\":\"ReferenceLengthExpression\"}";
    }
  }

  /// Bases of which only the number is known.
  record Length(VrsNumber length) implements SequenceExpression {
    @Override
    public String serialized() {
      return "{\"length\":" + length.serialized() + ",\"type\":\"LengthExpression\"}";
    }
  }
}
