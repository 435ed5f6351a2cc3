package org.idiome.report.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.report.Sample;
import org.idiome.report.SampleFindings;
import org.junit.jupiter.api.Test;

class KnownTableTest {
  private static KnownTable.LayerRow row(KnownTable table, Layer layer) {
    return table.layers().stream().filter(row -> row.layer() == layer).findFirst().orElseThrow();
  }

  @Test
  void countsEveryLayerByQuarter() {
    var table = KnownTable.of(SampleFindings.interpreted().profile());
    assertThat(table.layers()).hasSize(Layer.values().length);
    assertThat(table.columns()).contains("Q3\n2024", "Q4\n2026", "no date");
    assertThat(row(table, Layer.LABORATORY).total()).isEqualTo(12);
    assertThat(row(table, Layer.TRANSCRIPTOME).total()).isEqualTo(250);
    assertThat(row(table, Layer.EPIGENOME).total()).isZero();
  }

  @Test
  void tellsWhatFailedFromWhatIsThere() {
    var table = KnownTable.of(SampleFindings.interpreted().profile());
    var cells = row(table, Layer.TUMOUR).cells();
    assertThat(cells).contains(new KnownTable.Cell(0, 1));
    assertThat(cells.stream().mapToLong(KnownTable.Cell::count).sum()).isEqualTo(5);
  }

  @Test
  void countsOnlyWhatSaysSomething() {
    var sample = new Sample("x", "");
    var feature = Coded.of("UniProtKB:P02768");
    sample.value(Layer.PROTEOME, feature, 1, "1", "day 12");
    for (var why : Absence.values()) {
      sample.value(Layer.PROTEOME, feature, new Magnitude.Missing(why), "1", null, "day 12");
      sample.statement(Layer.PHENOTYPE, "sign", feature, why, "day 12");
    }
    var table = KnownTable.of(sample.interpreted(_ -> List.of()).profile());
    // The value and what was not detected; what failed was tried.
    assertThat(row(table, Layer.PROTEOME).cells()).containsExactly(new KnownTable.Cell(2, 1));
    assertThat(row(table, Layer.PHENOTYPE).cells()).containsExactly(new KnownTable.Cell(1, 1));
  }

  @Test
  void everyRowHasACellForEveryColumn() {
    var sample = new Sample("x", "");
    for (var time : List.of("1950", "2001-03", "2024-02-29", "day 3", "P4Y", "")) {
      sample.statement(Layer.PHENOTYPE, "sign", Coded.of("HP:1"), Presence.Looked.PRESENT, time);
    }
    var table = KnownTable.of(sample.interpreted(_ -> List.of()).profile());
    assertThat(table.columns()).hasSizeLessThanOrEqualTo(13);
    assertThat(table.layers()).allMatch(row -> row.cells().size() == table.columns().size());
    assertThat(row(table, Layer.PHENOTYPE).cells().stream().mapToLong(KnownTable.Cell::count).sum())
        .isEqualTo(6);
  }

  @Test
  void hasNoColumnWhereNothingIsKnown() {
    var table = KnownTable.of(new Sample("x", "").interpreted(_ -> List.of()).profile());
    assertThat(table.columns()).isEmpty();
  }
}
