package org.idiome.genomics.annotate;

import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;

/// The records of a reader with what tables say of them, as lines. For one thread; nothing of a
/// line is kept.
public final class TableLines {
  private final Normalizer normalizer;
  private final TableFields tables;
  private final AlleleSplitter splitter;

  /// @param normalizer of the reader
  public TableLines(VcfReader reader, Normalizer normalizer, TableFields tables) {
    this.normalizer = normalizer;
    this.tables = tables;
    this.splitter = new AlleleSplitter(reader, tables.definitions().keySet());
  }

  /// Puts the record at hand, which is readable, behind a text, with its end.
  ///
  /// @throws org.idiome.core.problem.BadInputException where nothing that is told means anything
  public void addTo(ByteText text) {
    var fields = tables.of(normalizer.alleles());
    splitter.addTo(text, fields);
    text.put('\n');
  }
}
