package org.idiome.store;

import org.idiome.core.canonical.Digester;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.KnownPart;

/// What the catalogue says of a dense part.
///
/// @param name relative to the folder of the layers
/// @param bytes size of the file
/// @param sha256 of its bytes, in hexadecimal
/// @param checksum CRC-32C of its bytes
record PartRow(
    long part,
    String name,
    String shape,
    long rows,
    long bytes,
    String sha256,
    long checksum,
    long batch) {
  /// The columns of [#ROW].
  static final String COLUMNS = "part, name, shape, observations, bytes, sha256, crc32c, batch";

  static final Sql.Mapping<PartRow> ROW =
      row ->
          new PartRow(
              row.number(1),
              row.text(2),
              row.text(3),
              row.number(4),
              row.number(5),
              row.text(6),
              row.number(7),
              row.number(8));

  KnownPart known() {
    return new KnownPart(name, bytes, sha256, checksum);
  }

  /// Over all but the number: a row that is damaged is told from a file that is.
  String digest() {
    return new Digester()
        .text(name)
        .text(shape)
        .integer(rows)
        .integer(bytes)
        .text(sha256)
        .integer(checksum)
        .integer(batch)
        .end()
        .hex();
  }
}
