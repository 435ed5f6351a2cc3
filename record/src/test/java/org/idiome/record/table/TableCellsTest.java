package org.idiome.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What one cell of a table says.
class TableCellsTest {
  private static final String HEADER = "date\tanalyte\tvalue\tunit\n";

  @TempDir Path folder;

  private Tables laboratory(String rows, String... more) throws IOException {
    var attributes = Tables.laboratory("fileFormat", "TSV");
    attributes.putAll(Tables.attributes(more));
    return Tables.of(folder, HEADER + rows, attributes);
  }

  private Tables cell(String cell, String unit) throws IOException {
    return laboratory("2024-02-01\tX:1\t" + cell + "\t" + unit + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "4.8 | {\"value\":4.8}",
        "1.2e-3 | {\"value\":0.0012}",
        "-0.5 | {\"value\":-0.5}",
        "123456789012345678 | {\"value\":123456789012345680}",
        "<0.05 | {\"below\":0.05,\"inclusive\":false}",
        "< 0.05 | {\"below\":0.05,\"inclusive\":false}",
        "<=3 | {\"below\":3,\"inclusive\":true}",
        ">1000 | {\"above\":1000,\"inclusive\":false}",
        ">= 60 | {\"above\":60,\"inclusive\":true}",
        "'' | {\"absent\":\"not_stated\"}",
        "NA | {\"absent\":\"not_stated\"}",
        "NaN | {\"absent\":\"not_stated\"}",
        "null | {\"absent\":\"not_stated\"}",
        "- | {\"absent\":\"not_stated\"}",
        ". | {\"absent\":\"not_stated\"}",
        "not_detected | {\"absent\":\"not_detected\"}",
        "ND | {\"absent\":\"not_detected\"}",
        "failed | {\"absent\":\"failed\"}",
        "not tested | {\"absent\":\"not_tested\"}",
        "withheld | {\"absent\":\"withheld\"}",
      })
  void tellsNumbersBoundsAndReasonsApart(String cell, String magnitude) throws IOException {
    var read = cell(cell, "mg/L");
    var only = read.only().amount().magnitude();
    assertThat(new String(only.canonicalBytes(), StandardCharsets.UTF_8)).isEqualTo(magnitude);
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1e999", "0x10", "1.2.3", "Infinity", "<", "12a", "5;4", "=A1"})
  void aWordWhereANumberShouldBeIsRefusedWithItsLine(String cell) throws IOException {
    var read = laboratory("2024-02-01\tX:1\t1\tmg/L\n2024-02-02\tX:1\t" + cell + "\tmg/L\n");
    // That something was measured is kept: no older value is to pass for the latest.
    assertThat(read.columns().size()).isEqualTo(2);
    assertThat(read.columns().magnitude(1)).isEqualTo(new Magnitude.Missing(Absence.NOT_STATED));
    assertThat(read.columns().when(1)).isEqualTo(When.parse("2024-02-02"));
    var problem = read.problem(ProblemCode.TABLE_VALUE_NOT_A_NUMBER);
    assertThat(problem.place().text()).isEqualTo("t.tsv:3");
    assertThat(problem.reach()).isEqualTo(Reach.RECORD);
    assertThat(problem.values()).containsEntry("found", cell);
    assertThat(read.count()).isEqualTo(new TableCount("t.tsv", 2, 1, 0, 1, 1, 0));
  }

  @Test
  void wordsWithoutUnitAreStatements() throws IOException {
    var read =
        laboratory(
            """
            2024-02-01\tX:1\tpresent\t
            2024-02-01\tX:2\tabsent\t
            2024-02-01\tX:3\tNegative\t
            2024-02-01\tX:4\tnot detected\t
            2024-02-01\tX:5\tnever smoker\t
            2024-02-01\tX:6\t+++\t
            """);
    assertThat(read.statements())
        .extracting(one -> one.concept().id() + " " + one.kind() + " " + one.presence().code())
        .containsExactly(
            "X:1 result present",
            "X:2 result excluded",
            "X:3 result excluded",
            "X:5 result_text not_stated",
            "X:6 result present");
    // Without a word of a unit it cannot be told from a missing number: an absence either way.
    assertThat(read.only().amount().magnitude())
        .isEqualTo(new Magnitude.Missing(Absence.NOT_DETECTED));
    assertThat(Tables.qualifier(read.statements().getLast(), "ordinal"))
        .isEqualTo(new Value.Count(3));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not present | result excluded",
        "None seen | result not_detected",
        "No growth | result not_detected",
        "undetectable | result not_detected",
        "non-reactive | result excluded",
        "detected | result present",
        "weakly positive | result present",
        "inconclusive | result failed",
        "nicht nachweisbar | result_text not_stated",
        "no evidence of disease | result_text not_stated",
        "0 CFU/mL E. coli | result_text not_stated",
        "<10^3 CFU/mL E. coli | result_text not_stated",
        ">10^5 CFU/mL E. coli | result_text present",
        ">10^ CFU/mL E. coli | result_text not_stated",
      })
  void aTextThatNoTableKnowsSaysNeitherYesNorNo(String cell, String said) throws IOException {
    assertThat(cell(cell, "").statements())
        .extracting(one -> one.kind() + " " + one.presence().code())
        .containsExactly(said);
  }

  @Test
  void aNumberBelowTheLimitSaysOnlyThat() throws IOException {
    var text = "date\tanalyte\tvalue\tunit\tlod\n2024-02-01\tX:1\t0\t%\t0.05\n";
    var read = Tables.of(folder, text, Tables.laboratory("detectionLimit", "lod"));
    assertThat(read.only().amount().magnitude()).isEqualTo(new Magnitude.Below(0.05, false));
    read.problem(ProblemCode.TABLE_VALUE_BELOW_LIMIT);
    var notDetected =
        Tables.of(
            folder,
            "date\tanalyte\tvalue\tunit\n2024-02-01\tX:1\tnot_detected\t%\n",
            Tables.laboratory("detectionLimit", "=0.1"));
    assertThat(notDetected.only().amount().magnitude()).isEqualTo(new Magnitude.Below(0.1, false));
  }

  @Test
  void takesTheIntervalThatCameWithTheValue() throws IOException {
    var text =
        """
        date\tanalyte\tvalue\tunit\tlow\thigh\tm\tg
        2024-02-01\tX:1\t5\tmg/L\t3\t\tenzymatic\tpair
        2024-02-02\tX:1\t5\tmg/L\t9\t3\t\t
        2024-02-03\tX:1\t5\tmg/L\t\t\t\t
        """;
    var read =
        Tables.of(
            folder,
            text,
            Tables.laboratory(
                "referenceLow", "low", "referenceHigh", "high", "method", "m", "group", "g"));
    var first = read.columns().quantity(0);
    assertThat(first.reference()).isEqualTo(new ReferenceInterval(3.0, null, Unit.ucum("mg/L")));
    assertThat(first.method()).isEqualTo("enzymatic");
    assertThat(first.group()).isEqualTo("pair 2024-02-01");
    assertThat(read.columns().quantity(1).reference())
        .isEqualTo(ReferenceInterval.notUsable(Unit.ucum("mg/L")));
    assertThat(read.columns().quantity(2).reference()).isNull();
    assertThat(read.problem(ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD).place().line())
        .isEqualTo(3);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"<3.5, >5.1, 3.5, 5.1", "<3.5, '', 3.5, ", ">3.5, <5.1, , ", "low, 5.1, , "})
  void readsLimitsThatSayFromWhereOnAValueIsOut(
      String low, String high, @Nullable Double from, @Nullable Double to) throws IOException {
    var text = "date\tanalyte\tvalue\tunit\tlow\thigh\n2024-02-01\tX:1\t5\tmg/L\t";
    var attributes = Tables.laboratory("referenceLow", "low", "referenceHigh", "high");
    assertThat(Tables.of(folder, text + low + "\t" + high + "\n", attributes).only().reference())
        .isEqualTo(new ReferenceInterval(from, to, Unit.ucum("mg/L")));
  }

  @Test
  void aUnitThatIsNoneIsKeptAsWordsAndSaid() throws IOException {
    var read = cell("5", "mg/dLx");
    assertThat(read.only().amount().unit()).isEqualTo(new Unit.NotUnderstood("mg/dLx"));
    assertThat(read.problem(ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD).place().line()).isEqualTo(2);
    assertThat(cell("5", "").only().amount().unit()).isEqualTo(Unit.notStated());
  }

  @Test
  void namesTextsThatMeanNotDetected() throws IOException {
    var read =
        Tables.of(folder, "gene\ta\tb\nA\t1\t17\n", Tables.wide("a=1;b=2", "notDetected", "1;0"));
    assertThat(read.columns().magnitude(0)).isEqualTo(new Magnitude.Missing(Absence.NOT_DETECTED));
    assertThat(read.columns().value(1)).isEqualTo(17);
  }

  @Test
  void presenceIsNeverMixedWithItsAbsence() throws IOException {
    var read = laboratory("2024-02-01\tX:1\tindeterminate\t\n");
    assertThat(read.statements()).extracting(Statement::presence).containsExactly(Absence.FAILED);
    assertThat(List.of(Presence.Looked.values())).hasSize(2);
  }
}
