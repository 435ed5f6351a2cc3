package org.idiome.knowledge.pharmacogene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.TableException;
import org.idiome.knowledge.table.TablesInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Breaks one row of the shipped tables at a time: each is refused by file, line, problem, remedy.
class RowsThatDoNotFitTest {
  private static final List<String> KINDS =
      List.of(
          "positions",
          "alleles",
          "allele_bases",
          "gene_rules",
          "proxies",
          "schemes",
          "allele_functions",
          "phenotype_rules",
          "drugs",
          "drug_codes",
          "drug_names",
          "recommendations");

  private static TablesInMemory shipped() {
    return TablesInMemory.copy(StarterKnowledge.shipped(), KINDS);
  }

  @Test
  void readsTheRowsAsTheyShip() {
    assertThat(Pharmacogenes.read(shipped()).genes()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(
      resources = "rows-that-do-not-fit.csv",
      delimiter = ';',
      numLinesToSkip = 1,
      quoteCharacter = '"')
  void namesTheRowAndTheRemedy(String kind, String text, String other, String message) {
    var tables = shipped();
    int line = tables.replace(kind, text.replace('~', '\t'), other.replace('~', '\t'));
    assertThatThrownBy(() -> Pharmacogenes.read(tables))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith(kind + ".tsv:" + line + ": ")
        .hasMessageContaining(message)
        .hasMessageContaining("; ");
  }

  @Test
  void refusesAGeneWithoutItsRules() {
    var tables = TablesInMemory.copy(StarterKnowledge.shipped(), List.of("positions"));
    assertThatThrownBy(() -> Pharmacogenes.read(tables))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("no reference allele");
  }

  @Test
  void readsASnapshotWithoutPharmacogenes() {
    assertThat(Pharmacogenes.read(TablesInMemory.empty()).genes()).isEmpty();
  }
}
