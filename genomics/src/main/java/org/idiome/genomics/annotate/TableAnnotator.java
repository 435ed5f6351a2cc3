package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;

/// Annotates records by tables alone. For one thread.
public final class TableAnnotator implements RecordAnnotator {
  private final Normalizer normalizer;
  private final TableFields tables;
  private final AlleleSplitter splitter;

  /// @param normalizer of the reader
  public TableAnnotator(VcfReader reader, Normalizer normalizer, TableFields tables) {
    this.normalizer = normalizer;
    this.tables = tables;
    this.splitter = new AlleleSplitter(reader, tables.definitions().keySet());
  }

  @Override
  public List<AnnotatedRecord> add() {
    var fields = tables.of(normalizer.alleles());
    return List.of(new AnnotatedRecord(splitter.line(), List.of(), fields));
  }

  @Override
  public List<AnnotatedRecord> end() {
    return List.of();
  }
}
