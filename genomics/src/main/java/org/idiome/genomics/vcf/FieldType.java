package org.idiome.genomics.vcf;

import org.jspecify.annotations.Nullable;

/// The type of a field's values.
enum FieldType {
  /// 32-bit, without the eight lowest.
  INTEGER("Integer"),
  /// Decimal, NaN and infinities included.
  FLOAT("Float"),
  /// No value; there or not.
  FLAG("Flag"),
  /// One character.
  CHARACTER("Character"),
  /// Text.
  STRING("String");

  private final String text;

  FieldType(String text) {
    this.text = text;
  }

  /// As a header writes it; null where it is none of these.
  static @Nullable FieldType parse(String text) {
    for (var type : values()) {
      if (type.text.equals(text)) {
        return type;
      }
    }
    return null;
  }
}
