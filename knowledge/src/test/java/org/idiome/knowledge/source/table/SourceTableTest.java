package org.idiome.knowledge.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTableTest {
  private static final RuleTable COLUMNS =
      RuleTable.beside(SourceTableTest.class, "example-columns.tsv");

  @TempDir Path folder;
  private final ToldRelease told = new ToldRelease();

  private static TableFormat format(Layout layout) {
    return TableFormat.of("example", layout, COLUMNS);
  }

  private Path file(String text) throws IOException {
    return Files.write(folder.resolve("table.tsv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> rows(Layout layout, String text, ImportSettings settings)
      throws IOException {
    var rows = new ArrayList<String>();
    var source = new SourceText(file(text), "table.tsv", Limits.DEFAULT);
    try (var table = format(layout).open(source, settings, told)) {
      while (table.next()) {
        rows.add(
            table.line()
                + " "
                + table.text("id")
                + " "
                + table.text("group")
                + " "
                + table.rest(Set.of("id", "group")));
      }
    }
    return rows;
  }

  private Recognition recognised(Layout layout, String text, ImportSettings settings)
      throws IOException {
    var head = Head.of(file(text), "table.tsv", Limits.DEFAULT);
    return format(layout).recognise(head, settings, "example");
  }

  @Test
  void columnsAreFoundByAnyNameThatTheyHad() throws IOException {
    assertThat(rows(Layout.TAB, "gene_id\tFull name\tgene_family\n1\tA\tF\n", ImportSettings.NONE))
        .containsExactly("2 1 F name=A");
    assertThat(rows(Layout.TAB, "gene_group\tGENE_ID\tfull name\nF\t1\tA\n", ImportSettings.NONE))
        .containsExactly("2 1 F name=A");
  }

  @Test
  void theVariantIsTheOneWithMostOfItsNames() throws IOException {
    assertThat(recognised(Layout.TAB, "gene_id\tFull name\tgene_family\n", ImportSettings.NONE))
        .isEqualTo(new Recognition.Yes("example", "old"));
    assertThat(recognised(Layout.TAB, "gene_id\tFull name\tgene_group\n", ImportSettings.NONE))
        .isEqualTo(new Recognition.Yes("example", "new"));
  }

  @Test
  void aHeaderWithoutAColumnThatMustBeThereIsNearlyOne() throws IOException {
    assertThat(recognised(Layout.TAB, "gene_id\tgene_group\ttitle\n", ImportSettings.NONE))
        .isEqualTo(new Recognition.Nearly("new", List.of("Full name"), List.of("title"), 2));
    var named = ImportSettings.NONE.withColumns(Map.of("title", "Full name"));
    assertThat(recognised(Layout.TAB, "gene_id\tgene_group\ttitle\n", named))
        .isEqualTo(new Recognition.Yes("example", "new"));
    assertThat(rows(Layout.TAB, "gene_id\tgene_group\ttitle\n1\tF\tA\n", named))
        .containsExactly("2 1 F name=A");
  }

  @Test
  void aColumnOfNoVariantIsKeptAndTold() throws IOException {
    assertThat(rows(Layout.TAB, "gene_id\tnew one\tFull name\n1\tx\tA\n", ImportSettings.NONE))
        .containsExactly("2 1  name=A;new one=x");
    assertThat(told.unknownColumns()).containsExactly("new one");
  }

  @Test
  void aHeaderMayStandBelowOtherLinesAndBehindANumberSign() throws IOException {
    assertThat(rows(Layout.TAB, "! x\n\n#gene_id\tFull name\n1\tA\n", ImportSettings.NONE))
        .containsExactly("4 1  name=A");
  }

  @Test
  void twoColumnsOfOneMeaningAreRefused() {
    assertThatThrownBy(() ->
            rows(
                Layout.TAB,
                "gene_id\tFull name\tgene_family\tgene_group\n1\tA\tF\tG\n",
                ImportSettings.NONE))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_COLUMN_REPEATED))
        .hasMessageContaining("gene_family, gene_group");
  }

  @Test
  void aLastRowThatIsCutEndsTheReading() {
    assertThatThrownBy(
            () -> rows(Layout.TAB.ragged(), "gene_id\tFull name\n1\tA\n2", ImportSettings.NONE))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_FILE_CUT))
        .hasMessageContaining("table.tsv:3");
  }

  @Test
  void aLastRowThatIsWholeNeedsNoLineEnd() throws IOException {
    assertThat(rows(Layout.TAB, "gene_id\tFull name\n1\tA\n2\tB", ImportSettings.NONE)).hasSize(2);
  }

  @Test
  void aRowOfAnotherWidthIsRefused() throws IOException {
    var text = "gene_id\tFull name\n1\n2\tB\tC\n3\tD\t\n";
    assertThat(rows(Layout.TAB, text, ImportSettings.NONE)).containsExactly("4 3  name=D");
    assertThat(told.refused()).containsExactly("2 columns 1 of 2", "3 columns 3 of 2");
    assertThat(rows(Layout.TAB.ragged(), text, ImportSettings.NONE))
        .containsExactly("2 1  ", "4 3  name=D");
  }

  @Test
  void quotesAreTakenOffWhereTheFormatHasThem() throws IOException {
    var text = "gene_id\tFull name\n1\t\"A \"\"B\"\"\"\n2\t\"A\n";
    assertThat(rows(Layout.QUOTED_TAB, text, ImportSettings.NONE))
        .containsExactly("2 1  name=A \"B\"", "3 2  name=\"A");
    assertThat(rows(Layout.TAB, text, ImportSettings.NONE))
        .containsExactly("2 1  name=\"A \"\"B\"\"\"", "3 2  name=\"A");
  }

  @Test
  void aTextThatMeansMissingIsEmpty() throws IOException {
    var text = "gene_id\tFull name\n#1\tA\n-\tNA\n";
    assertThat(rows(Layout.TAB.missing("-", "NA").withComments(), text, ImportSettings.NONE))
        .containsExactly("3   ");
  }
}
