package org.idiome.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.identity.Household.gene;
import static org.idiome.care.identity.Household.only;

import java.nio.file.Path;
import org.idiome.care.identity.Household.Listing;
import org.idiome.core.finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelQuestionTest {
  @TempDir private Path folder;

  private final MadeGenome genome = MadeGenome.drawn(51, false);

  private static String group(String result, String day) {
    return """
    {"assay": {"id": "LOINC:883-9", "label": "ABO"}, "value": {"ontologyClass":
      {"id": "%s", "label": "x"}}, "timeObserved": {"timestamp": "%sT00:00:00Z"}}\
    """
        .formatted(result, day);
  }

  private Household person() {
    return new Household(folder).sex("FEMALE").file("a.vcf", genome, Listing.ALL);
  }

  @Test
  void aBloodGroupThatChangedIsAMismatchAndBlocks() {
    var run =
        person()
            .measurement(group("LOINC:LA19710-5", "2020-01-01"))
            .measurement(group("LOINC:LA19709-7", "2024-01-01"))
            .run();
    assertThat(only(run, "label").why().code()).isEqualTo("blood_groups_differ");
    assertThat(gene(run).state()).isInstanceOf(State.NotAssessed.class);
  }

  @Test
  void theSameBloodGroupTwiceIsNone() {
    var run =
        person()
            .measurement(group("LOINC:LA19710-5", "2020-01-01"))
            .measurement(group("LOINC:LA19710-5", "2024-01-01"))
            .run();
    assertThat(Household.all(run, "label")).isEmpty();
  }

  @Test
  void behindAGraftOfBloodStemCellsTheGroupMayChange() {
    var run =
        person()
            .procedure("NCIT:C15431", "2022-01-01")
            .measurement(group("LOINC:LA19710-5", "2020-01-01"))
            .measurement(group("LOINC:LA19709-7", "2024-01-01"))
            .run();
    assertThat(Household.all(run, "label")).isEmpty();
    assertThat(Household.all(run, "cells_of_another")).hasSize(1);
  }

  @Test
  void whatIsDatedBeforeBirthIsAMismatchAndBlocks() {
    var run =
        person()
            .subject("\"dateOfBirth\": \"1990-01-01T00:00:00Z\"")
            .measurement(group("LOINC:LA19710-5", "1980-01-01"))
            .run();
    assertThat(only(run, "label").why().code()).isEqualTo("before_birth");
    assertThat(gene(run).state()).isInstanceOf(State.NotAssessed.class);
  }
}
