package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// What a reader must be able to do with the page of each person of the demo, as far as a script
/// can see it.
class PageTasksTest {
  @TempDir static Path demo;
  @TempDir Path folder;

  private static final Map<String, PageTree> PAGES = new HashMap<>();
  private static final Pattern LINE = Pattern.compile("(.+):(\\d+)sha256 .*");

  @BeforeAll
  static void writePages() throws IOException {
    new DemoPeople().writeInto(demo);
    for (var person : List.of("course-01", "lung-01", "rare-01")) {
      PAGES.put(person, PageTree.of(page(demo.resolve(person), demo)));
    }
  }

  private static String page(Path person, Path beside) throws IOException {
    var page = beside.resolve("page.html");
    idiome("interpret", person, "-o", page, "--quiet");
    return Files.readString(page);
  }

  private static PageTree of(String person) {
    return Objects.requireNonNull(PAGES.get(person));
  }

  // From what matters to the row of the file

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void oneClickLeadsFromWhatMattersToARowWithItsValueMarked(String person) {
    var page = of(person);
    var links =
        PageTree.all(page.byId("now"), "a").stream()
            .filter(link -> !link.getAttribute("href").equals("#gaps"))
            .toList();
    assertThat(links).isNotEmpty();
    for (var link : links) {
      var inside = page.byId(link.getAttribute("href").substring(1));
      assertThat(PageTree.around(inside, "details").getAttribute("class")).isEqualTo("f");
      assertThat(PageTree.ofClass(inside, "row")).as(PageTree.text(link)).isNotEmpty();
      assertThat(PageTree.all(inside, "mark")).as(PageTree.text(link)).isNotEmpty();
    }
  }

  /// Columns may be padded and left out with an ellipsis; what is shown is what the line has.
  @ParameterizedTest(name = "{0}: at least {1}")
  @CsvSource({"course-01, 30", "lung-01, 50", "rare-01, 20"})
  void whatARowShowsStandsInItsFileAtItsLine(String person, int least) throws IOException {
    int compared = 0;
    for (var row : PageTree.ofClass(of(person).root(), "row")) {
      var place = LINE.matcher(PageTree.ofClass(row, "at").getFirst().getTextContent());
      var file = place.matches() ? demo.resolve(person).resolve(place.group(1)) : demo;
      if (Files.isRegularFile(file) && !place.group(1).endsWith(".json")) {
        var line = lines(file).get(Integer.parseInt(place.group(2)) - 1);
        stands(row, line);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(least);
  }

  private static void stands(Element row, String line) {
    var pre = PageTree.all(row, "pre").getFirst();
    var shown = pre.getTextContent();
    var header = PageTree.all(pre, "i");
    var body =
        header.isEmpty() ? shown : shown.substring(header.getFirst().getTextContent().length());
    for (var cell : body.strip().split("\\s{2,}|…", -1)) {
      assertThat(line).contains(cell.strip());
    }
    for (var mark : PageTree.all(row, "mark")) {
      assertThat(line).contains(mark.getTextContent());
    }
  }

  private static List<String> lines(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var plain =
        file.toString().endsWith(".gz")
            ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
            : bytes;
    return List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
  }

  // Was the gene negative?

  private static String finding(PageTree page, String beginning) {
    return PageTree.ofClass(page.byId("findings"), "f").stream()
        .map(details -> PageTree.all(details, "summary").getFirst())
        .map(PageTree::text)
        .filter(text -> text.contains(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding on " + beginning));
  }

  @Test
  void aGeneThatNobodyLookedAtIsNotAssessedWithTheReasonAndTheTest() {
    assertThat(finding(of("rare-01"), "DPYD"))
        .startsWith("Not assessed")
        .contains("No record covers any position of the gene");
    assertThat(PageTree.text(of("rare-01").byId("gaps"))).contains("Which alleles of DPYD?");
  }

  @Test
  void aGeneThatWasReadSaysHowMuchOfIt() {
    assertThat(finding(of("course-01"), "DPYD"))
        .startsWith("Found")
        .contains("Reference/Reference", "83 positions read");
    assertThat(finding(of("lung-01"), "DPYD Ref")).contains("1 not seen");
  }

  @Test
  void aGeneOnWhichSamplesDifferIsNotAssessedAndSaysThatTheyDo() throws IOException {
    var other =
        MadePerson.germline().replaceFirst("(rs4244285\t[^\n]*\t)1/1:0,58,0", "$10/0:58,0,0");
    assertThat(other).isNotEqualTo(MadePerson.germline());
    var person =
        MadePerson.in(folder)
            .with("other.vcf", other)
            .describing("other.vcf", "\"fileFormat\":\"VCF\",\"genomeAssembly\":\"GRCh38\"")
            .written();
    var page = PageTree.of(page(person, folder));
    assertThat(finding(page, "CYP2C19: not assessed"))
        .startsWith("Not assessed")
        .contains("contradict each other");
  }

  /// In our own words; a cited row says what its source says.
  @Test
  void noPageSaysThatAGeneIsNegative() {
    for (var page : PAGES.values()) {
      for (var finding : PageTree.ofClass(page.byId("findings"), "cl")) {
        assertThat(PageTree.text(finding))
            .doesNotContainPattern("(?i)\\b(negative|wild type|clear|no variants|N/A)\\b");
      }
    }
  }

  // Keyboard and screen reader

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void everyPlaceIsReachedOnceAndNamed(String person) {
    var page = of(person);
    var ids = new HashSet<String>();
    for (var element : page.all("*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).isTrue();
      }
    }
    for (var link : page.all("a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
      assertThat(PageTree.text(link)).isNotBlank();
    }
    assertThat(page.all("main")).hasSize(1);
    assertThat(page.all("h1")).hasSize(1);
    for (var section : page.all("section")) {
      assertThat(ids).contains(section.getAttribute("aria-labelledby"));
    }
    for (var details : page.all("details")) {
      assertThat(PageTree.text(PageTree.all(details, "summary").getFirst())).isNotBlank();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void everyChartIsAlsoATableAndEveryTableHasHeads(String person) {
    var page = of(person);
    assertThat(page.all("figure")).isNotEmpty();
    for (var figure : page.all("figure")) {
      var tables = PageTree.all(PageTree.around(figure, "section"), "table");
      assertThat(tables).anyMatch(table -> PageTree.all(table, "tr").size() > 10);
    }
    for (var table : page.all("table")) {
      assertThat(PageTree.text(PageTree.all(table, "caption").getFirst())).isNotBlank();
      assertThat(PageTree.all(table, "th")).allMatch(head -> head.hasAttribute("scope"));
      assertThat(PageTree.all(table, "td")).noneMatch(cell -> isEmpty(cell));
    }
  }

  /// An empty cell would say one of the three states without a word; values of findings may be.
  private static boolean isEmpty(Element cell) {
    return PageTree.text(cell).isEmpty()
        && !PageTree.around(cell, "section").getAttribute("id").equals("findings");
  }
}
