package org.idiome.record.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.idiome.core.concept.Coded;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assemblies.tsv",
        "gene-dates.tsv",
        "layers.tsv",
        "members.tsv",
        "plausible.tsv",
        "results.tsv",
        "specimens.tsv",
        "ucum.tsv",
        "units.tsv"
      })
  void everyRowIsCitedAndStandsOnce(String name) {
    var seen = new HashSet<String>();
    for (var row : CodeTables.table(name).rows()) {
      assertThat(row.get("citation")).as(name).isNotBlank();
      assertThat(seen.add(rowKey(name, row))).as("%s: %s", name, rowKey(name, row)).isTrue();
    }
    assertThat(seen).isNotEmpty();
    assertThat(CodeTables.digests()).containsKey("record/" + name);
  }

  private static String rowKey(String name, org.idiome.genomics.rule.RuleTable.Row row) {
    return switch (name) {
      case "assemblies.tsv" -> row.get("name");
      case "gene-dates.tsv" -> row.get("month");
      case "members.tsv" ->
          row.get("message") + " " + row.get("version1") + " " + row.get("version2");
      case "plausible.tsv" -> row.get("code") + " " + row.get("unit");
      case "specimens.tsv" -> row.get("member") + " " + row.get("code");
      case "ucum.tsv" -> row.get("atom");
      default -> row.get("code");
    };
  }

  @Test
  void everyUnitOfTheTablesIsUcum() {
    for (var row : CodeTables.table("units.tsv").rows()) {
      assertThat(Ucum.isPlausible(row.get("ucum"))).as(row.get("code")).isTrue();
    }
    for (var row : CodeTables.table("plausible.tsv").rows()) {
      assertThat(Ucum.isPlausible(row.get("unit"))).as(row.get("code")).isTrue();
      assertThat(Ucum.isPlausible(row.get("likely_unit"))).as(row.get("code")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mg/dL", "mmol/l", "mL/min/{1.73_m2}", "10*9/L", "10*-3/mL", "m2", "%", "/min", "[IU]/L",
        "m[IU]/mL", "mm[Hg]", "{FPKM}", "1", "kat/kg", "ug.h/mL", "cm[H2O].s/L", "(8.h)/d", "Cel",
        "[in_i'H2O]", "1/1000000", "{copies}/mL", "Ki", "dB[SPL]", "10^3"
      })
  void knowsUnits(String code) {
    // "Ki" is a prefix alone and "10^3" an atom with an exponent.
    assertThat(Ucum.isPlausible(code)).isEqualTo(!code.equals("Ki"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mg/dLx",
        "mg//dL",
        "mg/",
        "MG/DL",
        "milligram",
        "mg/dL ",
        "[IU",
        "{FPKM",
        "(mg",
        "mg)",
        "mmHg",
        "IU/L",
        "xyz",
        "mg{a{b}}",
        "µmol/L"
      })
  void knowsWhatIsNoUnit(String code) {
    assertThat(Ucum.isPlausible(code)).isFalse();
  }

  @Test
  void readsUnitsAsOntologiesCodeThem() {
    assertThat(CodedUnits.of(Coded.of("UCUM:mg/dL"))).isEqualTo(Unit.ucum("mg/dL"));
    assertThat(CodedUnits.of(Coded.of("NCIT:C67015"))).isEqualTo(Unit.ucum("mg/dL"));
    assertThat(CodedUnits.of(Coded.of("UO:0000272"))).isEqualTo(Unit.ucum("mm[Hg]"));
    assertThat(CodedUnits.of(new Coded("NCIT:C0", "mg/dL")))
        .isEqualTo(new Unit.NotUnderstood("mg/dL"));
    assertThat(CodedUnits.of(Coded.of("UCUM:furlong"))).isInstanceOf(Unit.NotUnderstood.class);
  }

  @Test
  void readsCustomarySpellings() {
    assertThat(CodedUnits.ofText("µmol/L")).isEqualTo(Unit.ucum("umol/L"));
    assertThat(CodedUnits.ofText("\u03bcg/L")).isEqualTo(Unit.ucum("ug/L"));
    assertThat(CodedUnits.ofText("mmHg")).isEqualTo(Unit.ucum("mm[Hg]"));
    assertThat(CodedUnits.ofText(" ")).isEqualTo(Unit.notStated());
    assertThat(CodedUnits.ofText("lots")).isEqualTo(new Unit.NotUnderstood("lots"));
  }

  @Test
  void aDisplayNeverDecidesALayer() {
    assertThat(MeasurementLayers.of(Coded.of("LOINC:8480-6"))).isEqualTo(Layer.PHYSIOLOGY);
    assertThat(MeasurementLayers.of(Coded.of("NCIT:C25298"))).isEqualTo(Layer.PHYSIOLOGY);
    assertThat(MeasurementLayers.of(new Coded("X:1", "Systolic blood pressure")))
        .isEqualTo(Layer.LABORATORY);
    assertThat(MeasurementLayers.of(Coded.of("LOINC:89247-1"))).isEqualTo(Layer.OUTCOME);
  }

  @Test
  void tellsNotDetectedFromExcluded() {
    assertThat(ResultCodes.of(Coded.of("NCIT:C38757"))).isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(ResultCodes.of(Coded.of("SNOMEDCT:260415000"))).isEqualTo(Absence.NOT_DETECTED);
    assertThat(ResultCodes.of(new Coded("X:1", "Negative Finding"))).isNull();
    assertThat(ResultCodes.ofText(" Non reactive")).isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(ResultCodes.ofText("trace")).isNull();
  }

  @Test
  void knowsAssembliesWithTheirPatches() {
    assertThat(Assemblies.of("GRCh38.p13")).isEqualTo(GenomeBuild.GRCH38);
    assertThat(Assemblies.of("hg19")).isEqualTo(GenomeBuild.GRCH37);
    assertThat(Assemblies.of("hg99")).isEqualTo(GenomeBuild.UNKNOWN);
  }

  @Test
  void knowsGenesThatBecameDates() {
    assertThat(GeneDates.candidates("1-Mar")).isEqualTo("MARCH1, MARCHF1, MARC1, MTARC1");
    assertThat(GeneDates.candidates("Sep-02")).isEqualTo("SEPT2, SEPTIN2");
    assertThat(GeneDates.candidates("2001-03-01")).isEmpty();
    assertThat(GeneDates.candidates("TP53")).isNull();
    assertThat(GeneDates.candidates("HLA-A")).isNull();
    assertThat(GeneDates.candidates("1-Foo")).isNull();
  }

  @Test
  void namesTheUnitThatWasProbablyMeant() {
    var glucose = Coded.of("LOINC:2345-7");
    var low = PlausibleAmounts.broken(glucose, Unit.ucum("mg/dL"), 5.4);
    assertThat(low).isNotNull();
    assertThat(PlausibleAmounts.broken(glucose, Unit.ucum("mmol/L"), 97)).isNotNull();
    assertThat(PlausibleAmounts.broken(Coded.of("Glukose"), Unit.ucum("mmol/l"), 1234.5))
        .isNotNull();
    assertThat(PlausibleAmounts.broken(glucose, Unit.ucum("mg/dL"), 97)).isNull();
    assertThat(PlausibleAmounts.broken(Coded.of("X:1"), Unit.ucum("mg/dL"), 1e9)).isNull();
    assertThat(PlausibleAmounts.broken(glucose, Unit.notStated(), 5.4)).isNull();
  }

  /// Nought and less are no mix-up of units.
  @Test
  void proposesAUnitOnlyWhereTheValueWouldFit() {
    var creatinine = Coded.of("LOINC:14682-9");
    var molar = Unit.ucum("umol/L");
    for (double value : new double[] {0, -110, 1e9}) {
      var broken = PlausibleAmounts.broken(creatinine, molar, value);
      assertThat(broken == null ? "" : broken.likelyUnit()).as("%s", value).isNull();
    }
    var mixedUp = PlausibleAmounts.broken(creatinine, molar, 1.2);
    assertThat(mixedUp == null ? "" : mixedUp.likelyUnit()).isEqualTo("mg/dL");
  }
}
