package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.normalize.Note;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;

/// Lists the alleles of records with what tables alone say of them; [TableLines] writes records.
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
  public PlacedRecord place() {
    var alleles = normalizer.alleles();
    var fields = tables.of(alleles).toString();
    return PlacedRecord.of(splitter.line(), fields, listed(alleles));
  }

  private static List<PlacedAllele> listed(List<NormalizedAllele> alleles) {
    var listed = new ArrayList<PlacedAllele>(alleles.size());
    for (var allele : alleles) {
      var bare =
          new AnnotatedAllele(
              allele.contig(),
              allele.position1(),
              allele.reference(),
              allele.alternate(),
              listed.size() + 1,
              List.of(),
              allele.notes().stream()
                  .filter(note -> note != Note.SEQUENCE_NOT_KNOWN)
                  .map(Note::code)
                  .toList());
      listed.add(new PlacedAllele(bare, null, 0, null, null));
    }
    return listed;
  }

  @Override
  public void requireSense() {}

  @Override
  public List<AnnotatedRecord> tell(PlacedRecord record) {
    var alleles = record.alleles().stream().map(PlacedAllele::bare).toList();
    return List.of(new AnnotatedRecord(record.line(), alleles, record.fields()));
  }

  @Override
  public List<AnnotatedRecord> end() {
    return List.of();
  }
}
