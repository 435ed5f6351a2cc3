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
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.testkit.Cases;
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

  /// A later value that cannot be read must not leave an older one as the latest.
  @Test
  void anUnevenRowLeavesThatItsFeatureWasMeasuredThen() throws IOException {
    var read =
        laboratory("2024-01-01\tX:1\t5\tmg/L\n2024-02-01\tX:1\t9\n2024-03-01\tX:1\t9\tmg/L\tx\n");
    assertThat(read.rows())
        .containsExactly(
            "X:1 {\"value\":5} mg/L @2024-01-01",
            "X:1 {\"absent\":\"not_stated\"} not stated @2024-02-01",
            "X:1 {\"absent\":\"not_stated\"} not stated @2024-03-01");
    assertThat(read.statements()).isEmpty();
    assertThat(read.count()).isEqualTo(new TableCount("t.tsv", 3, 1, 0, 2, 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-01\tX:2\t9",
        "2024-02-01\tX:1",
        "2024-0\tX:1\t9",
        "X:1\t9\tmg/L",
        "01.02.2024\tX:1\t9",
        "2024-02-01\t\t9\tmg/L"
      })
  void aRowThatDoesNotSayOfWhatLeavesThatItWasThere(String row) throws IOException {
    var read = laboratory("2024-01-01\tX:1\t5\tmg/L\n" + row + "\n");
    assertThat(read.rows()).containsExactly("X:1 {\"value\":5} mg/L @2024-01-01");
    assertThat(read.statements())
        .extracting(one -> one.kind() + " " + one.presence().code())
        .containsExactly("row_not_read not_stated");
    assertThat(Tables.qualifier(read.statements().getFirst(), "count"))
        .isEqualTo(new Value.Count(1));
    assertThat(read.statements().getFirst().rows().getFirst().locator()).isEqualTo(3);
  }

  @Test
  void aRowWhoseValueIsNoTextLeavesThatItsFeatureWasMeasuredThen() throws IOException {
    var many = "2024-01-01\tX:1\t5\tmg/L\n".repeat(100);
    var read = laboratory(many + "2024-02-01\tX:1\t9\u0007\tmg/L\n2024-02-01\tX\u0007\t9\tmg/L\n");
    assertThat(read.rows())
        .hasSize(101)
        .endsWith("X:1 {\"absent\":\"not_stated\"} not stated @2024-02-01");
    assertThat(read.statements()).extracting(Statement::kind).containsExactly("row_not_read");
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

  @Test
  void readsAWideTable() throws IOException {
    var read =
        Tables.of(
            folder,
            "gene\td1\td2\tt\nA\t1\t\t<2\nB\t0\t3\t4\n",
            Tables.wide("d1=186; d2 = 255;t=T1@300"));
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
    var read = Tables.of(folder, "gene\tt\nA\t1\n", Tables.wide("t=T1@"));
    assertThat(read.only().when().text()).isEqualTo("2024-02-03");
  }

  @Test
  void replicatesAndRepeatedFeaturesAreAllKept() throws IOException {
    var read =
        Tables.of(
            folder,
            "gene\tlocus\ta\tb\nA\tx\t1\t2\nA\ty\t3\t4\n",
            Tables.wide("a=1;b=1", "feature", "gene"));
    assertThat(read.columns().size()).isEqualTo(4);
    assertThat(read.problem(ProblemCode.TABLE_FEATURE_REPEATED).place().line()).isEqualTo(3);
    read.problem(ProblemCode.TABLE_COLUMN_NOT_USED);
    var byLocus =
        Tables.of(
            folder,
            "gene\tlocus\ta\tb\nA\tx\t1\t2\nA\ty\t3\t4\n",
            Tables.wide("a=1;b=1", "feature", "gene;locus"));
    assertThat(byLocus.columns().features())
        .extracting(one -> one.id())
        .containsExactly("A@x", "A@y");
    assertThat(byLocus.problems().isEmpty()).isTrue();
  }

  @Test
  void genesThatBecameDatesAreRefused() throws IOException {
    var read = Tables.of(folder, "gene\ta\n1-Mar\t10\nTP53\t7\n", Tables.wide("a=1"));
    assertThat(read.columns().size()).isOne();
    var problem = read.problem(ProblemCode.TABLE_FEATURE_IS_DATE);
    assertThat(problem.values()).containsEntry("candidates", "MARCH1, MARCHF1, MARC1, MTARC1");
    assertThat(problem.place().line()).isEqualTo(2);
  }

  @Test
  void unevenRowsAreRefusedAlone() throws IOException {
    var read = Tables.of(folder, "gene\ta\nA\t1\t2\nB\nC\t3\n", Tables.wide("a=1"));
    assertThat(read.rows()).containsExactly("C {\"value\":3} {TPM} @day 1");
    assertThat(read.problems().count(ProblemCode.TABLE_COLUMN_COUNT)).isEqualTo(2);
  }

  @Test
  void aRowWithoutFeatureOrWithABrokenQuoteIsRefusedAlone() throws IOException {
    var attributes = Tables.wide("a=1", "fileFormat", "CSV");
    var read = Tables.of(folder, "gene,a\n,1\n\"B\"x,2\nC,3\n", attributes);
    assertThat(read.rows()).containsExactly("C {\"value\":3} {TPM} @day 1");
    assertThat(read.problem(ProblemCode.TABLE_FEATURE_MISSING).place().line()).isEqualTo(2);
    assertThat(read.problem(ProblemCode.TABLE_QUOTE_NOT_CLOSED).reach()).isEqualTo(Reach.RECORD);
  }

  @Test
  void repeatedColumnsRefuseTheTable() throws IOException {
    var read = Tables.of(folder, "gene\tS1\tS1\nTP53\t1\t2\n", Tables.wide("S1=1"));
    var problem = refusal(read);
    assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_COLUMN_REPEATED);
    assertThat(problem.values()).containsEntry("columns", "2, 3");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWhateverOtherDelimitersMakeOfTheFile() throws IOException {
    var attributes = Tables.wide("a=1");
    attributes.remove("fileFormat");
    var read = Tables.of(folder, "gen\ta\n\"x,\"y\t1\n", attributes);
    assertThat(refusal(read).code()).isEqualTo(ProblemCode.TABLE_COLUMN_NOT_FOUND);
  }

  @Test
  void findsTheHeaderBelowComments() throws IOException {
    var read = Tables.of(folder, "# made by hand\n# twice\ngene\ta\nA\t1\n", Tables.wide("a=1"));
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
    assertThat(Tables.qualifier(read.statements().getFirst(), "result"))
        .isEqualTo(new Value.Text(script));
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
          var read = Tables.of(folder, text, Tables.wide(samples));
          assertThat(read.refusal() == null || read.columns().size() == 0).isTrue();
        });
  }
}
