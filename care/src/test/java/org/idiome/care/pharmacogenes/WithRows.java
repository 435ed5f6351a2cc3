package org.idiome.care.pharmacogenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.Table;

/// The starter knowledge with further rows from a folder beside the tests.
final class WithRows implements Knowledge {
  private final StarterKnowledge starter = StarterKnowledge.shipped();
  private final Pharmacogenes pharmacogenes;

  /// @param folder with tables named by what they hold
  WithRows(String folder) {
    this.pharmacogenes = Pharmacogenes.read(kind -> tables(folder, kind));
  }

  private List<Table> tables(String folder, String kind) {
    var tables = new ArrayList<>(starter.of(kind));
    var path = folder + "/" + kind + ".tsv";
    try (var in = WithRows.class.getResourceAsStream(path)) {
      if (in != null) {
        tables.add(Table.read(path, in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tables;
  }

  @Override
  public SnapshotId snapshot() {
    return starter.snapshot();
  }

  @Override
  public List<SourceRelease> releases() {
    return starter.releases();
  }

  @Override
  public Pharmacogenes pharmacogenes() {
    return pharmacogenes;
  }

  @Override
  public LaboratoryKnowledge laboratory() {
    return starter.laboratory();
  }
}
