package org.idiome.store.dense;

/// What the rows of a part are, and their columns behind `person`, `segment` and `row`.
public enum DenseShape {
  /// Quantities, sorted as their segment is.
  QUANTITY(
      "quantity",
      "feature VARCHAR, label VARCHAR, kind VARCHAR, value DOUBLE, unit_kind VARCHAR,"
          + " unit VARCHAR, low DOUBLE, high DOUBLE, reference_unit_kind VARCHAR,"
          + " reference_unit VARCHAR, time VARCHAR, specimen VARCHAR, grouped VARCHAR,"
          + " method VARCHAR, locator BIGINT, more VARCHAR"),
  /// Records of a variant file, in the order of the file.
  CALL(
      "call",
      "line BIGINT, contig VARCHAR, start0 INTEGER, end0 INTEGER, readable BOOLEAN,"
          + " reference VARCHAR, alternates VARCHAR, genotype VARCHAR, filter VARCHAR,"
          + " text VARCHAR");

  private final String code;
  private final String columns;

  DenseShape(String code, String columns) {
    this.code = code;
    this.columns = columns;
  }

  /// The shape of a word.
  public static DenseShape of(String code) {
    for (var shape : values()) {
      if (shape.code.equals(code)) {
        return shape;
      }
    }
    throw new IllegalArgumentException("no dense shape " + code);
  }

  /// The word used in the catalogue.
  public String code() {
    return code;
  }

  /// Every column with its type.
  public String columns() {
    return "person BIGINT, segment BIGINT, row INTEGER, " + columns;
  }
}
