package org.idiome.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times and numbers whose marks the whole column tells.
class TableMarksTest {
  private static final String HEADER = "date\tanalyte\tvalue\tunit\n";

  @TempDir Path folder;

  private Tables laboratory(String rows, String... more) throws IOException {
    var attributes = Tables.laboratory("fileFormat", "TSV");
    attributes.putAll(Tables.attributes(more));
    return Tables.of(folder, HEADER + rows, attributes);
  }

  private static Problem refusal(Tables read) {
    assertThat(read.refusal()).isNotNull();
    assertThat(read.columns().size()).isZero();
    assertThat(read.statements()).isEmpty();
    if (read.refusal() == null) {
      throw new AssertionError();
    }
    return read.refusal();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "date, 2024-03, 2024-03",
    "date, 2024, 2024",
    "date, 2024-03-01/2024-03-05, 2024-03-01/2024-03-05",
    "instant, 2024-03-01T08:00:00Z, 2024-03-01T08:00:00Z",
    "instant, 2024-03-01 08:00:00, 2024-03-01T08:00:00",
    "study_day, 186, day 186",
    "study_day, -3, day -3",
    "date, NA, not stated",
  })
  void readsEachKindOfTime(String kind, String time, String when) throws IOException {
    var read = laboratory(time + "\tX:1\t1\tmg/L\n", "timeUnit", kind);
    assertThat(read.only().when().text()).isEqualTo(when);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "date, 2024-02-30",
    "date, 45352",
    "date, 2024-03-01T08:00:00Z",
    "instant, 2024-03-01",
    "study_day, 2024-03-01",
    "study_day, 1.5",
    "date, P3Y",
  })
  void refusesARowWhoseTimeIsNotOfItsKind(String kind, String time) throws IOException {
    var read = laboratory(time + "\tX:1\t1\tmg/L\n", "timeUnit", kind);
    assertThat(read.only().amount().magnitude())
        .isEqualTo(new Magnitude.Missing(Absence.NOT_STATED));
    assertThat(read.only().when()).isInstanceOf(When.NotStated.class);
    assertThat(read.problem(ProblemCode.TABLE_TIME_NOT_UNDERSTOOD).place().line()).isEqualTo(2);
  }

  @Test
  void tellsTheOrderOfDatesByTheWholeColumn() throws IOException {
    var dayFirst = laboratory("01.02.2024\tX:1\t1\tmg/L\n13.02.2024\tX:1\t2\tmg/L\n");
    assertThat(dayFirst.rows())
        .containsExactly(
            "X:1 {\"value\":1} mg/L @2024-02-01", "X:1 {\"value\":2} mg/L @2024-02-13");
    assertThat(dayFirst.problem(ProblemCode.TABLE_FORMAT_DETECTED).values())
        .containsEntry("date_order", "dmy");
    var stated = laboratory("01/02/2024\tX:1\t1\tmg/L\n", "dateOrder", "mdy");
    assertThat(stated.only().when().text()).isEqualTo("2024-01-02");
    var both = laboratory("13/01/2024\tX:1\t1\tmg/L\n01/13/2024\tX:1\t1\tmg/L\n");
    assertThat(refusal(both).code()).isEqualTo(ProblemCode.TABLE_DATE_ORDER_AMBIGUOUS);
    assertThat(refusal(both).values()).containsEntry("value", "13/01/2024");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5,4 6,2          | 5.4 6.2",
        "1.234,5 2,0      | 1234.5 2",
        "1,234.5 7.1      | 1234.5 7.1",
        "1,234 2,345.6    | 1234 2345.6",
        "1,234 1,234,567  | 1234 1234567",
        "0,123 0,456      | 0.123 0.456",
        "<0,05 12,5       | below0.05 12.5",
      })
  void tellsTheDecimalMarkByTheWholeColumn(String cells, String values) throws IOException {
    var rows = new StringBuilder();
    for (var cell : cells.split(" ", -1)) {
      rows.append("2024-02-01\tX:1\t").append(cell).append("\tmg/L\n");
    }
    var read = laboratory(rows.toString());
    assertThat(
            read.rows().stream()
                .map(row -> row.replaceAll("[^0-9.<a-z].*?([a-z]+)\":([0-9.]+).*", " $1$2"))
                .map(row -> row.replace("value", "").replaceAll(".* ", ""))
                .sorted()
                .toList())
        .containsExactlyInAnyOrder(values.split(" ", -1));
    read.problem(ProblemCode.TABLE_FORMAT_DETECTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234 5,678 | value 1,234",
        "5,4 6.2 9,1 7.3 | comma 5,4 lines lines 2, 4 point 6.2",
        // 5,123 is 5.123 or 5123; that another analyte is written 7.1 does not tell which.
        "1,234 7.1 | comma 1,234 lines line 2 point 7.1",
        "5,000 7.1 | comma 5,000 lines line 2 point 7.1",
        "1.234 7,1 | comma 7,1 lines line 3 point 1.234",
      })
  void refusesDecimalMarksThatNothingTells(String cells, String told) throws IOException {
    var rows = new StringBuilder();
    for (var cell : cells.split(" ", -1)) {
      rows.append("2024-02-01\tX:1\t").append(cell).append("\tmg/L\n");
    }
    var refusal = refusal(laboratory(rows.toString()));
    assertThat(refusal.code()).isEqualTo(ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS);
    var values = new StringBuilder();
    refusal.values().forEach((name, value) -> values.append(name + " " + value + " "));
    assertThat(values.toString().strip()).isEqualTo(told);
  }

  /// Limits in points say nothing of a value with a comma: as thousands it would be 1000 times off.
  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5,123 | 3.5 | value 5,123",
        "5,4 | 3.5 | comma 5,4 lines line 2 point 3.5",
        "5.4 | 3,5 | comma 3,5 lines line 2 point 5.4",
      })
  void theColumnOfValuesDecidesAlone(String value, String low, String told) throws IOException {
    var text = "date\tanalyte\tvalue\tunit\tlow\n2024-02-01\tX:1\t" + value + "\tmmol/L\t" + low;
    var attributes = Tables.laboratory("fileFormat", "TSV", "referenceLow", "low");
    var refusal = refusal(Tables.of(folder, text + "\n", attributes));
    assertThat(refusal.code()).isEqualTo(ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS);
    var values = new StringBuilder();
    refusal.values().forEach((name, found) -> values.append(name + " " + found + " "));
    assertThat(values.toString().strip()).isEqualTo(told);
  }

  /// No mark for the whole column helps where both are written: said is which rows to correct.
  @Test
  void whereMarksAreMixedTheRowsOfTheRarerAreNamed() throws IOException {
    var rows = new StringBuilder();
    for (var value : List.of("4.1", "5,3", "4.2", "4.3", "5,4", "4.4", "4.5")) {
      rows.append("2024-02-01\tX:1\t" + value + "\tmg/L\n");
    }
    assertThat(refusal(laboratory(rows.toString())).values())
        .containsEntry("lines", "lines 3, 6")
        .containsEntry("comma", "5,3")
        .containsEntry("point", "4.1");
  }

  @Test
  void limitsDecideWhereNoValueHasAMark() throws IOException {
    var text = "date\tanalyte\tvalue\tunit\tlow\n2024-02-01\tX:1\t5\tmmol/L\t3,5\n";
    var read = Tables.of(folder, text, Tables.laboratory("referenceLow", "low"));
    var reference = read.only().reference();
    assertThat(reference == null ? null : reference.low()).isEqualTo(3.5);
  }

  @Test
  void statedMarksNeedNoTelling() throws IOException {
    var read = laboratory("2024-02-01\tX:1\t1,234\tmg/L\n", "decimalMark", ",");
    assertThat(read.only().amount().magnitude()).isEqualTo(new Magnitude.Exact(1.234));
  }

  @Test
  void aDayZeroIsToldUnlessStated() throws IOException {
    var row = "0\tX:1\t1\tmg/L\n";
    var told = laboratory(row, "timeUnit", "study_day");
    assertThat(told.only().when().text()).isEqualTo("day 0");
    assertThat(told.problem(ProblemCode.TABLE_STUDY_DAY_ZERO).place().line()).isEqualTo(2);
    var stated = laboratory(row, "timeUnit", "study_day", "firstDay", "0");
    assertThat(stated.only().when().text()).isEqualTo("day 0");
    assertThat(stated.problems().kept()).isEmpty();
    var wide = Tables.of(folder, "gene\td1\nA\t1\n", Tables.wide("d1=0"));
    wide.problem(ProblemCode.TABLE_STUDY_DAY_ZERO);
  }

  @Test
  void whatIsFoundBeforeMarksAreToldIsSaidOnce() throws IOException {
    var read = laboratory("0\tX:1\t1\tmg/L\n1\tX:1\t1,5\tmg/L\n", "timeUnit", "study_day");
    assertThat(read.problems().count(ProblemCode.TABLE_STUDY_DAY_ZERO)).isOne();
    assertThat(read.columns().size()).isEqualTo(2);
  }

  @Test
  void valuesWithoutTimeSayNotWhen() throws IOException {
    var attributes = Tables.laboratory();
    attributes.remove("time");
    attributes.remove("timeUnit");
    var read = Tables.of(folder, HEADER + "2024-02-01\tX:1\t1\tmg/L\n", attributes);
    assertThat(read.only().when()).isInstanceOf(When.NotStated.class);
  }
}
