package org.idiome.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.testkit.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
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
            "X:5 result_text present",
            "X:6 result present");
    // Without a word of a unit it cannot be told from a missing number: an absence either way.
    assertThat(read.only().amount().magnitude())
        .isEqualTo(new Magnitude.Missing(Absence.NOT_DETECTED));
    assertThat(qualifier(read.statements().getLast(), "ordinal")).isEqualTo(new Value.Count(3));
  }

  private static @Nullable Value qualifier(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier == null ? null : qualifier.value();
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
    assertThat(read.columns().quantity(1).reference()).isNull();
    assertThat(read.columns().quantity(2).reference()).isNull();
    assertThat(read.problem(ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD).place().line())
        .isEqualTo(3);
  }

  @Test
  void aUnitThatIsNoneIsKeptAsWordsAndSaid() throws IOException {
    var read = cell("5", "mg/dLx");
    assertThat(read.only().amount().unit()).isEqualTo(new Unit.NotUnderstood("mg/dLx"));
    assertThat(read.problem(ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD).place().line()).isEqualTo(2);
    assertThat(cell("5", "").only().amount().unit()).isEqualTo(Unit.notStated());
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
  void aRefusedRowOfAWideTableLeavesThatEachSampleWasMeasured() throws IOException {
    var read =
        Tables.of(
            folder,
            "id\ta\tb\nX:1\t1\tmany\nX:2\t1\t2\n",
            Map.of(
                "layer",
                "proteome",
                "shape",
                "wide",
                "feature",
                "id",
                "fileFormat",
                "TSV",
                "samples",
                "a=2024-02-01;b=2024-03-01",
                "timeUnit",
                "date"));
    var columns = read.columns();
    assertThat(columns.size()).isEqualTo(4);
    for (int row = 0; row < 4; row++) {
      boolean isRefused = columns.feature(row).id().equals("X:1");
      assertThat(columns.isExact(row)).isNotEqualTo(isRefused);
    }
    assertThat(columns.when(1)).isEqualTo(When.parse("2024-03-01"));
    assertThat(read.count()).isEqualTo(new TableCount("t.tsv", 2, 1, 0, 1, 2, 0));
  }

  @Test
  void aRowThatIsDamagedOrOfNoFeatureLeavesNothing() throws IOException {
    var read = laboratory("2024-02-01\tX:1\t1\n2024-02-01\t\tmany\tmg/L\n");
    assertThat(read.columns().size()).isZero();
    assertThat(read.count()).isEqualTo(new TableCount("t.tsv", 2, 0, 0, 2, 0, 0));
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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5,4 6,2          | 5.4 6.2",
        "1.234,5 2,0      | 1234.5 2",
        "1,234.5 7.1      | 1234.5 7.1",
        "1,234 7.1        | 1234 7.1",
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
      value = {"1,234 5,678 | value 1,234", "5,4 6.2 9,1 7.3 | comma 5,4 point 6.2"})
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
    var wide = Tables.of(folder, "gene\td1\nA\t1\n", wide("d1=0"));
    wide.problem(ProblemCode.TABLE_STUDY_DAY_ZERO);
  }

  @Test
  void whatIsFoundBeforeMarksAreToldIsSaidOnce() throws IOException {
    var read = laboratory("0\tX:1\t1\tmg/L\n1\tX:1\t1,5\tmg/L\n", "timeUnit", "study_day");
    assertThat(read.problems().count(ProblemCode.TABLE_STUDY_DAY_ZERO)).isOne();
    assertThat(read.columns().size()).isEqualTo(2);
  }

  private static Map<String, String> wide(String samples, String... more) {
    var attributes =
        Tables.attributes(
            "layer", "transcriptome",
            "shape", "wide",
            "feature", "gene",
            "unit", "={TPM}",
            "samples", samples,
            "timeUnit", "study_day",
            "fileFormat", "TSV");
    attributes.putAll(Tables.attributes(more));
    return attributes;
  }

  @Test
  void readsAWideTable() throws IOException {
    var read =
        Tables.of(
            folder, "gene\td1\td2\tt\nA\t1\t\t<2\nB\t0\t3\t4\n", wide("d1=186; d2 = 255;t=T1@300"));
    assertThat(read.rows())
        .containsExactly(
            "A {\"value\":1} {TPM} @day 186",
            "A {\"absent\":\"not_stated\"} {TPM} @day 255",
            "A {\"below\":2,\"inclusive\":false} {TPM} @day 300",
            "B {\"value\":0} {TPM} @day 186",
            "B {\"value\":3} {TPM} @day 255",
            "B {\"value\":4} {TPM} @day 300");
    assertThat(read.columns().specimen(2)).isEqualTo("T1");
    assertThat(read.columns().specimen(0)).isNull();
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }

  @Test
  void aColumnOfASpecimenHasTheTimeOfItsCollection() throws IOException {
    var read = Tables.of(folder, "gene\tt\nA\t1\n", wide("t=T1@"));
    assertThat(read.only().when().text()).isEqualTo("2024-02-03");
  }

  @Test
  void replicatesAndRepeatedFeaturesAreAllKept() throws IOException {
    var read =
        Tables.of(
            folder,
            "gene\tlocus\ta\tb\nA\tx\t1\t2\nA\ty\t3\t4\n",
            wide("a=1;b=1", "feature", "gene"));
    assertThat(read.columns().size()).isEqualTo(4);
    assertThat(read.problem(ProblemCode.TABLE_FEATURE_REPEATED).place().line()).isEqualTo(3);
    read.problem(ProblemCode.TABLE_COLUMN_NOT_USED);
    var byLocus =
        Tables.of(
            folder,
            "gene\tlocus\ta\tb\nA\tx\t1\t2\nA\ty\t3\t4\n",
            wide("a=1;b=1", "feature", "gene;locus"));
    assertThat(byLocus.columns().features())
        .extracting(one -> one.id())
        .containsExactly("A@x", "A@y");
    assertThat(byLocus.problems().isEmpty()).isTrue();
  }

  @Test
  void namesTextsThatMeanNotDetected() throws IOException {
    var read = Tables.of(folder, "gene\ta\tb\nA\t1\t17\n", wide("a=1;b=2", "notDetected", "1;0"));
    assertThat(read.columns().magnitude(0)).isEqualTo(new Magnitude.Missing(Absence.NOT_DETECTED));
    assertThat(read.columns().value(1)).isEqualTo(17);
  }

  @Test
  void genesThatBecameDatesAreRefused() throws IOException {
    var read = Tables.of(folder, "gene\ta\n1-Mar\t10\nTP53\t7\n", wide("a=1"));
    assertThat(read.columns().size()).isOne();
    var problem = read.problem(ProblemCode.TABLE_FEATURE_IS_DATE);
    assertThat(problem.values()).containsEntry("candidates", "MARCH1, MARCHF1, MARC1, MTARC1");
    assertThat(problem.place().line()).isEqualTo(2);
  }

  @Test
  void unevenRowsAreRefusedAlone() throws IOException {
    var read = Tables.of(folder, "gene\ta\nA\t1\t2\nB\nC\t3\n", wide("a=1"));
    assertThat(read.rows()).containsExactly("C {\"value\":3} {TPM} @day 1");
    assertThat(read.problems().count(ProblemCode.TABLE_COLUMN_COUNT)).isEqualTo(2);
  }

  @Test
  void aRowWithoutFeatureOrWithABrokenQuoteIsRefusedAlone() throws IOException {
    var attributes = wide("a=1", "fileFormat", "CSV");
    var read = Tables.of(folder, "gene,a\n,1\n\"B\"x,2\nC,3\n", attributes);
    assertThat(read.rows()).containsExactly("C {\"value\":3} {TPM} @day 1");
    assertThat(read.problem(ProblemCode.TABLE_FEATURE_MISSING).place().line()).isEqualTo(2);
    assertThat(read.problem(ProblemCode.TABLE_QUOTE_NOT_CLOSED).reach()).isEqualTo(Reach.RECORD);
  }

  @Test
  void repeatedColumnsRefuseTheTable() throws IOException {
    var read = Tables.of(folder, "gene\tS1\tS1\nTP53\t1\t2\n", wide("S1=1"));
    var problem = refusal(read);
    assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_COLUMN_REPEATED);
    assertThat(problem.values()).containsEntry("columns", "2, 3");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWhateverOtherDelimitersMakeOfTheFile() throws IOException {
    var attributes = wide("a=1");
    attributes.remove("fileFormat");
    var read = Tables.of(folder, "gen\ta\n\"x,\"y\t1\n", attributes);
    assertThat(refusal(read).code()).isEqualTo(ProblemCode.TABLE_COLUMN_NOT_FOUND);
  }

  @Test
  void findsTheHeaderBelowComments() throws IOException {
    var read = Tables.of(folder, "# made by hand\n# twice\ngene\ta\nA\t1\n", wide("a=1"));
    assertThat(read.rows()).hasSize(1);
    assertThat(read.columns().row(0).locator()).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "layer, aura, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
    "shape, round, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
    "timeUnit, moons, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
    "timeUnit, '', TABLE_ATTRIBUTE_MISSING",
    "feature, '', TABLE_ATTRIBUTE_MISSING",
    "value, '', TABLE_ATTRIBUTE_MISSING",
    "value, =7, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
    "value, nothing, TABLE_COLUMN_NOT_FOUND",
    "time, nothing, TABLE_COLUMN_NOT_FOUND",
    "specimen, nothing, TABLE_COLUMN_NOT_FOUND",
    "decimalMark, ;, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
    "dateOrder, ymd, TABLE_ATTRIBUTE_NOT_UNDERSTOOD",
  })
  void refusesADescriptionThatDescribesNothing(String name, String value, ProblemCode code)
      throws IOException {
    assertThat(refusal(laboratory("2024-02-01\tX:1\t1\tmg/L\n", name, value)).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"unit, mg/L", "detectionLimit, 0.5", "specimen, T1"})
  void takesABareConstantWhereItCanBeNothingElse(String name, String value) throws IOException {
    var text = "date\tanalyte\tvalue\n2024-02-01\tX:1\t1\n";
    var attributes = Tables.laboratory("unit", "=mg/L", name, value);
    var read = Tables.of(folder, text, attributes);
    assertThat(read.only().amount().unit()).isEqualTo(Unit.ucum("mg/L"));
    assertThat(read.problem(ProblemCode.TABLE_CONSTANT_ASSUMED).values())
        .containsEntry("attribute", name);
  }

  @Test
  void unknownAttributesAndSpecimensAreSaid() throws IOException {
    var read =
        laboratory("2024-02-01\tX:1\t1\tmg/L\n", "specimen", "=nobody's", "detectionlimit", "3");
    assertThat(read.only().specimen()).isEqualTo("nobody's");
    read.problem(ProblemCode.FOLDER_SPECIMEN_NOT_DECLARED);
    assertThat(read.problem(ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD).reach())
        .isEqualTo(Reach.WARNING);
  }

  @Test
  void americanSpellingIsTakenAndSaid() throws IOException {
    var read = laboratory("2024-02-01\tX:1\t1\tmg/L\n", "layer", "Tumor");
    assertThat(read.columns().layer().code()).isEqualTo("tumour");
    read.problem(ProblemCode.TABLE_FORMAT_DETECTED);
  }

  @Test
  void readsGzipAndCommaAndQuotes() throws IOException {
    var text = "date,analyte,value,unit\r\n2024-02-01,\"X:1\",\"5.4\",\"mg/L\"\r\n";
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    var read = Tables.of(folder, packed.toByteArray(), Tables.laboratory("fileFormat", "CSV"));
    assertThat(read.rows()).containsExactly("X:1 {\"value\":5.4} mg/L @2024-02-01");
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
    assertThat(read.sources().file(0).sizeBytes()).isEqualTo(packed.size());
  }

  @Test
  void aTableThatBreaksOffLeavesNothing() throws IOException {
    var text = new StringBuilder("date\tanalyte\tvalue\tunit\n");
    for (int i = 0; i < 5000; i++) {
      text.append("2024-02-01\tX:").append(i * 7919).append("\tpresent\t\n");
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    var cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 100);
    var read = Tables.of(folder, cut, Tables.laboratory("fileFormat", "TSV"));
    assertThat(refusal(read).code()).isEqualTo(ProblemCode.FILE_COMPRESSION_CUT);
    assertThat(read.sources().isClosed(0)).isTrue();
  }

  @Test
  void namesWhatIsWrongWithTheBytes() throws IOException {
    var attributes = Tables.laboratory("fileFormat", "TSV");
    var utf16 = (HEADER + "2024-02-01\tX:1\t1\tmg/L\n").getBytes(StandardCharsets.UTF_16);
    assertThat(refusal(Tables.of(folder, utf16, attributes)).code())
        .isEqualTo(ProblemCode.FILE_NOT_UTF8);
    assertThat(refusal(Tables.of(folder, "", attributes)).code()).isEqualTo(ProblemCode.FILE_EMPTY);
    var mark = Tables.of(folder, "\ufeff" + HEADER + "2024-02-01\tX:1\t1\tmg/L\n", attributes);
    assertThat(mark.only().feature().id()).isEqualTo("X:1");
    mark.problem(ProblemCode.FILE_BYTE_ORDER_MARK);
    var ends = Tables.of(folder, HEADER + "2024-02-01\tX:1\t1\tmg/L\r\n", attributes);
    assertThat(ends.problem(ProblemCode.FILE_MIXED_LINE_ENDS).place().line()).isEqualTo(2);
    assertThat(ends.only().amount().unit()).isEqualTo(Unit.ucum("mg/L"));
    var latin =
        (HEADER + "2024-02-01\tX:1\t1\tmg/L\n2024-02-01\tüX\t1\tmg/L\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    var read = Tables.of(folder, latin, attributes);
    assertThat(read.columns().size()).isOne();
    assertThat(read.problem(ProblemCode.FILE_NOT_UTF8).reach()).isEqualTo(Reach.RECORD);
    var many = HEADER + "2024-02-01\tX:1\t1\tmg/L\n".repeat(100);
    var control = Tables.of(folder, many + "2024-02-01\tX\u0007\t1\tmg/L\n", attributes);
    assertThat(control.problem(ProblemCode.FILE_CONTROL_CHARACTER).place().line()).isEqualTo(102);
    var binary = Tables.of(folder, new byte[] {1, 2, 3, 0, 5}, attributes);
    assertThat(refusal(binary).code()).isEqualTo(ProblemCode.FILE_NOT_RECOGNISED);
  }

  @Test
  void whatNothingUsesMayHoldAnything() throws IOException {
    var latin =
        "date\tanalyte\tvalue\tunit\tnote\n2024-02-01\tX:1\t1\tmg/L\tü\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Tables.of(folder, latin, Tables.laboratory("fileFormat", "TSV")).columns().size())
        .isOne();
  }

  @Test
  void scriptIsKeptAsText() throws IOException {
    var script = "<script>alert(1)</script>";
    var read = laboratory("2024-02-01\t" + script + "\t" + script + "\t\n");
    assertThat(read.statements().getFirst().concept().id()).isEqualTo(script);
    assertThat(qualifier(read.statements().getFirst(), "result")).isEqualTo(new Value.Text(script));
  }

  @Test
  void valuesWithoutTimeSayNotWhen() throws IOException {
    var attributes = Tables.laboratory();
    attributes.remove("time");
    attributes.remove("timeUnit");
    var read = Tables.of(folder, HEADER + "2024-02-01\tX:1\t1\tmg/L\n", attributes);
    assertThat(read.only().when()).isInstanceOf(When.NotStated.class);
  }

  @Test
  void aWordInRowOneMillionIsNamedByItsLine() throws IOException {
    var text = new StringBuilder(HEADER);
    for (int i = 1; i < 1_000_000; i++) {
      text.append("2024-02-01\tX:1\t").append(i & 1023).append("\tmg/L\n");
    }
    text.append("2024-02-01\tX:1\tmany\tmg/L\n");
    var read = Tables.of(folder, text.toString(), Tables.laboratory("fileFormat", "TSV"));
    assertThat(read.count())
        .isEqualTo(new TableCount("t.tsv", 1_000_000, 999_999, 0, 1, 999_999, 0));
    assertThat(read.problem(ProblemCode.TABLE_VALUE_NOT_A_NUMBER).place().text())
        .isEqualTo("t.tsv:1000001");
  }

  @Test
  void wordsAreBounded() throws IOException {
    var text = HEADER + "2024-02-01\tX:1\tgood\t\n".repeat(100_001);
    var read = Tables.of(folder, text, Tables.laboratory("fileFormat", "TSV"));
    assertThat(refusal(read).code()).isEqualTo(ProblemCode.TABLE_TOO_MANY_TEXTS);
  }

  @Test
  void presenceIsNeverMixedWithItsAbsence() throws IOException {
    var read = laboratory("2024-02-01\tX:1\tindeterminate\t\n");
    assertThat(read.statements()).extracting(Statement::presence).containsExactly(Absence.FAILED);
    assertThat(List.of(Presence.Looked.values())).hasSize(2);
  }

  @Test
  @Tag("slow")
  void tablesOfAnyBytesAreReadOrRefusedWithAName() {
    var good = HEADER + "2024-02-01\tX:1\t1.5\tmg/L\n13.02.2024\t\"Y\"\t<2,5\t%\n\t\t\t\n";
    Cases.check(
        "tables of any bytes",
        made -> {
          var bytes = good.getBytes(StandardCharsets.UTF_8);
          for (int i = made.between(0, 12); i > 0; i--) {
            bytes[made.between(0, bytes.length - 1)] =
                made.bytes(1).length == 0
                    ? (byte) "\t\n\",;<.0x\r".charAt(made.between(0, 9))
                    : (byte) made.between(-128, 127);
          }
          var attributes = Tables.laboratory();
          if (made.coin()) {
            attributes.put("fileFormat", "TSV");
          }
          var name = made.oneOf(List.copyOf(attributes.keySet()));
          if (made.coin()) {
            attributes.put(name, made.text("=;@ab value unit,date.1é", 12));
          }
          var read = Tables.of(folder, bytes, attributes);
          if (read.refusal() == null) {
            read.columns().digest();
          } else {
            assertThat(read.columns().size()).isZero();
            assertThat(read.statements()).isEmpty();
          }
        });
  }

  @Test
  @Tag("slow")
  void wideTablesOfAnyBytesAreReadOrRefusedWithAName() {
    Cases.check(
        "wide tables of any bytes",
        made -> {
          var text = "gene\ta\tb\n" + made.text("A1.,<-\t\n\"e", 40);
          var samples = made.coin() ? "a=1;b=2" : made.text("ab=;@1T", 12);
          var read = Tables.of(folder, text, wide(samples));
          assertThat(read.refusal() == null || read.columns().size() == 0).isTrue();
        });
  }
}
