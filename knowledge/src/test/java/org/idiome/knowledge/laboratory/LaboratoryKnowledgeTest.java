package org.idiome.knowledge.laboratory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.concept.Coded;
import org.idiome.knowledge.laboratory.BiologicalVariation.Sex;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.Published;
import org.idiome.knowledge.table.TableException;
import org.idiome.knowledge.table.TablesInMemory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaboratoryKnowledgeTest {
  private static final LaboratoryKnowledge OURS = StarterKnowledge.shipped().laboratory();
  private static final List<String> KINDS =
      List.of("analytes", "analyte_codes", "biological_variation");

  private static Analyte analyte(String feature) {
    return requireNonNull(OURS.analyte(Coded.of(feature)));
  }

  @ParameterizedTest
  @CsvSource({
    "LOINC:2345-7, glucose",
    "loinc:14749-6, glucose",
    "glucose, glucose",
    "Haemoglobin A1c, hba1c",
    "LOINC:1988-5, crp"
  })
  void knowsAnAnalyteByCodeOrName(String feature, String code) {
    assertThat(analyte(feature).code()).isEqualTo(code);
  }

  @Test
  void takesNoAnalyteForAnother() {
    // Calculated LDL cholesterol varies more than measured; IFCC scale; blood, not serum.
    for (var other : List.of("LOINC:13457-7", "LOINC:59261-8", "LOINC:2339-0", "sugar")) {
      assertThat(OURS.analyte(Coded.of(other))).as(other).isNull();
    }
    assertThat(OURS.analyte(new Coded("LOINC:0-0", "Glucose"))).isNull();
  }

  /// The figures of the 51 published rows, in their order of analyte.
  @Test
  void holdsEveryPublishedFigure() {
    var published = new ArrayList<String>();
    for (var row : Published.tsv("person/course/biological_variation.tsv")) {
      published.add(
          String.join(
              " ",
              "LOINC:" + row.get("loinc"),
              row.get("specimen"),
              row.get("unit"),
              row.get("cvi_percent"),
              row.get("cvi_low"),
              row.get("cvi_high"),
              row.get("cva_percent"),
              row.get("cvg_percent"),
              row.get("mean"),
              row.get("log_normal"),
              "DOI:" + row.get("doi"),
              row.get("transcriptions").equals("2") ? "confirmed" : "unconfirmed"));
    }
    var held = new ArrayList<String>();
    for (var analyte : OURS.analytes()) {
      for (var one : OURS.variation(analyte)) {
        for (var code : analyte.codes()) {
          var figures = figures(one);
          var line = String.join(" ", code.code().toString(), figures);
          if (published.contains(line)) {
            held.add(line);
          }
        }
      }
    }
    assertThat(held).containsExactlyInAnyOrderElementsOf(published).hasSize(51);
    assertThat(OURS.analytes().stream().mapToLong(one -> OURS.variation(one).size()).sum())
        .isEqualTo(51);
  }

  private static String figures(BiologicalVariation one) {
    return String.join(
        " ",
        one.specimen(),
        one.unit(),
        text(one.within()),
        text(one.withinLow()),
        text(one.withinHigh()),
        text(one.analytical()),
        text(one.between()),
        text(one.mean()),
        one.isLogNormal() ? "yes" : "no",
        one.citation().id().toString(),
        one.confirmed() ? "confirmed" : "unconfirmed");
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  @Test
  void choosesTheFiguresForAPerson() {
    var creatinine = requireNonNull(OURS.variation(analyte("creatinine"), Sex.ANY));
    assertThat(creatinine.method()).isEqualTo("alkaline_picrate");
    var neutrophils = analyte("neutrophils");
    assertThat(OURS.variation(neutrophils, Sex.ANY)).as("depends on the sex").isNull();
    assertThat(requireNonNull(OURS.variation(neutrophils, Sex.FEMALE)).within())
        .isEqualByComparingTo("20.09");
    assertThat(requireNonNull(OURS.variation(neutrophils, Sex.MALE)).within())
        .isEqualByComparingTo("11.60");
    assertThat(requireNonNull(OURS.variation(analyte("crp"), Sex.ANY)).usableBelow())
        .isEqualByComparingTo("10");
  }

  /// Mass and substance of the published conversions (`units_golden.tsv`).
  @Test
  void convertsByTheMolarMassesOfThePublishedUnits() {
    var names =
        Map.of(
            "glucose", "glucose",
            "cholesterol", "cholesterol_total",
            "triglycerides", "triglycerides",
            "calcium", "calcium",
            "creatinine", "creatinine",
            "urate", "urate",
            "bilirubin", "bilirubin_total",
            "25-OH vitamin D3", "vitamin_d_25oh",
            "free T4", "ft4");
    int seen = 0;
    for (var row : Published.tsv("person/course/units_golden.tsv")) {
      var name = names.get(row.get("quantity"));
      if (name != null && row.get("note").startsWith("M=")) {
        var expected = row.get("note").substring(2, row.get("note").indexOf(' '));
        assertThat(analyte(name).molarMass()).as(name).isEqualByComparingTo(expected);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(16);
  }

  /// The masses fit the formulas, by the atomic weights of 2007 (DOI:10.1351/PAC-REP-09-08-03).
  @Test
  void givesEachFormulaItsMass() {
    var weights =
        Map.of(
            "H", 1.00794, "C", 12.0107, "N", 14.0067, "O", 15.9994, "Ca", 40.078, "I", 126.90447);
    int seen = 0;
    for (var analyte : OURS.analytes()) {
      var mass = analyte.molarMass();
      if (mass != null) {
        var formula = analyte.row().text().split("\t", -1)[2];
        var matcher = Pattern.compile("([A-Z][a-z]?)(\\d*)").matcher(formula);
        double sum = 0;
        while (matcher.find()) {
          int count = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
          sum += count * requireNonNull(weights.get(matcher.group(1)));
        }
        assertThat(mass.doubleValue()).as(analyte.code()).isCloseTo(sum, within(0.01));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(12);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "analytes; glucose~Glucose~C6H12O6; glucose~Glucose~.; formula and molar mass belong",
        "analyte_codes; glucose~LOINC:2345-7; sugar~LOINC:2345-7; no analyte sugar",
        "analyte_codes; LOINC:2345-7~mass; LOINC:2345-7~weight; property is weight",
        "biological_variation; glucose~serum; sugar~serum; no analyte sugar",
        "biological_variation; 4.7~4.4~4.9; .~4.4~4.9; cvi_percent is missing",
        "biological_variation; 4.7~4.4~4.9; 4.7~4.8~4.9; interval of cvi_percent",
        "biological_variation; 2~confirmed; 1~confirmed; status does not fit",
        "biological_variation; outside_inflammation; outside; caveat is outside"
      })
  void namesTheRowThatDoesNotFit(String kind, String text, String other, String message) {
    var tables = TablesInMemory.copy(StarterKnowledge.shipped(), KINDS);
    int line = tables.replace(kind, text.replace('~', '\t'), other.replace('~', '\t'));
    assertThatThrownBy(() -> LaboratoryKnowledge.read(tables))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith(kind + ".tsv:" + line + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void readsASnapshotWithoutLaboratory() {
    assertThat(LaboratoryKnowledge.read(TablesInMemory.empty()).analytes()).isEmpty();
  }
}
