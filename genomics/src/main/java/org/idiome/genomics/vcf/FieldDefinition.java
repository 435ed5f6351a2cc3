package org.idiome.genomics.vcf;

/// What a key of INFO or FORMAT means for this file.
///
/// @param constraint what the specification says of a reserved key's values
record FieldDefinition(String key, FieldNumber number, FieldType type, Constraint constraint) {

  /// A rule for the values of a reserved key, beyond count and type.
  enum Constraint {
    /// None.
    NONE("."),
    /// Not below zero.
    NON_NEGATIVE("non-negative"),
    /// From 0 to 1.
    FRACTION("fraction"),
    /// Lengths and operations of an alignment.
    CIGAR("cigar"),
    /// Pairs around zero: a lower bound not above it, an upper not below it.
    INTERVAL("interval"),
    /// Values in fours.
    QUADRUPLES("quadruples");

    private final String code;

    Constraint(String code) {
      this.code = code;
    }

    static Constraint of(String code) {
      for (var constraint : values()) {
        if (constraint.code.equals(code)) {
          return constraint;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }

  /// A key of which nothing is known.
  static FieldDefinition unknown(String key) {
    return new FieldDefinition(key, FieldNumber.ANY, FieldType.STRING, Constraint.NONE);
  }
}
