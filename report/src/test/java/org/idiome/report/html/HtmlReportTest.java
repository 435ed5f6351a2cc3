package org.idiome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Specimen;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.When;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.profile.Profile;
import org.idiome.report.Sample;
import org.idiome.report.SampleFindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final ReportOptions OPTIONS =
      new ReportOptions("idiome interpret sample --at 2026-10-12", "sample.json");
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&#x3c;\u202e</style>";

  private static String page(Interpreted interpreted) {
    return HtmlReport.page(interpreted, OPTIONS);
  }

  @Test
  void saysEachStateInItsWords() {
    var page = ParsedPage.of(page(SampleFindings.interpreted()));
    var findings = page.byId("findings");
    assertThat(ParsedPage.text(findings))
        .contains("Found Creatinine above the laboratory's interval")
        .contains("Excluded CEA within the laboratory's interval")
        .contains("Not assessed Sodium: not judged against own range Too few comparable values")
        .contains("Found diplotype_called");
  }

  @Test
  void givesTheValueOfWhatWasFoundBesides() {
    var interpreted =
        SampleFindings.person()
            .interpreted(profile -> {
              var all = new ArrayList<>(SampleFindings.all(profile));
              for (int i = 0; i < 10; i++) {
                all.add(SampleFindings.high(new Coded("LOINC:" + i, "Potassium " + i)));
              }
              return all;
            });
    var now = ParsedPage.text(ParsedPage.of(page(interpreted)).byId("now"));
    assertThat(now.replace('\u00a0', ' '))
        .contains(
            "Found besides, what lies", "Potassium 3 above the laboratory's interval 7.4 mmol/L")
        .containsPattern("and \\d more\\.");
  }

  @Test
  void saysHowRunsOfAKeptPersonAreCompared() {
    assertThat(changes(null)).contains("A folder has no earlier run; needs the store");
    assertThat(changes(new ReportOptions.Kept("lung-01", true)))
        .contains("idiome changes lung-01 compares the runs")
        .doesNotContain("A folder has");
    assertThat(changes(new ReportOptions.Kept("lung-01", false)))
        .contains("No earlier run of this person is kept")
        .doesNotContain("A folder has");
  }

  private static String changes(ReportOptions.@Nullable Kept kept) {
    var options = new ReportOptions("idiome interpret sample", null, kept);
    var page = HtmlReport.page(SampleFindings.interpreted(), options);
    return ParsedPage.text(ParsedPage.of(page).byId("gaps"));
  }

  @Test
  void marksTheValueInItsRow() {
    var page = ParsedPage.of(page(SampleFindings.interpreted()));
    var marks = page.all("mark");
    assertThat(marks).extracting(ParsedPage::text).contains("90.0", "27.0");
    assertThat(ParsedPage.text(page.byId("findings"))).contains("laboratory.tsv:7 sha256");
  }

  /// Task 2 of PAGES 12: from the row's file and line, the same bytes are found in the file.
  @Test
  void everyRowStandsInItsFileAtItsLine() {
    var sample = SampleFindings.person();
    var run = sample.interpreted(SampleFindings::all).run();
    var lines = sample.tableText().split("\n", -1);
    int seen = 0;
    for (var finding : run.findings()) {
      for (var row : org.idiome.report.FindingWords.rows(finding.why())) {
        int line = Integer.parseInt(row.row().at().text());
        assertThat(lines[line - 1]).isEqualTo(row.row().text());
        seen++;
      }
    }
    assertThat(seen).isEqualTo(2);
  }

  /// Task 2: one click from a card to the row.
  @Test
  void aCardLinksIntoTheExplanationThatItRestsOn() {
    var page = ParsedPage.of(page(SampleFindings.interpreted()));
    var link = ParsedPage.all(page.byId("now"), "a").getFirst();
    var target = page.byId(link.getAttribute("href").substring(1));
    assertThat(target.getAttribute("class")).isEqualTo("why");
    assertThat(ParsedPage.all(target, "mark")).isNotEmpty();
  }

  /// The page and the JSON of one run tell the same findings, states and counts.
  @Test
  void tellsTheSameAsTheJson() {
    var interpreted = SampleFindings.interpreted();
    var page = ParsedPage.of(page(interpreted));
    var shown = new TreeMap<String, String>();
    for (var details : page.all("details")) {
      if (details.getAttribute("class").equals("f")) {
        shown.put(details.getAttribute("id"), details.getAttribute("data-s"));
      }
    }
    var told = new TreeMap<String, String>();
    for (var finding : interpreted.run().findings()) {
      told.put(Page.id(finding), Page.style(finding.state()));
    }
    assertThat(shown).isEqualTo(told);
    assertThat(ParsedPage.text(page.byId("top")))
        .contains("2 found", "1 excluded", "1 not assessed", "4 questions asked of 2 files");
    assertThat(ParsedPage.text(page.byId("provenance")))
        .contains(interpreted.run().id().shortHex())
        .contains(interpreted.run().findingsDigest().shortHex());
  }

  @Test
  void leavesEveryTextOfAFileInert() {
    var text = page(hostile());
    var page = ParsedPage.of(text);
    assertThat(page.all("script")).hasSize(1);
    assertThat(page.all("style")).hasSize(1);
    assertThat(page.all("img")).isEmpty();
    var body = text.substring(text.indexOf("<body>"), text.lastIndexOf("<script>"));
    assertThat(body)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    var style = text.substring(text.indexOf("<style>"), text.indexOf("</style>"));
    assertThat(style).doesNotContain("<script").contains("\\3c script\\3e ");
    for (var element : page.all("*")) {
      assertThat(element.hasAttribute("onerror")).isFalse();
    }
  }

  private static Interpreted hostile() {
    var coded = new Coded(HOSTILE, HOSTILE);
    var present = Presence.Looked.PRESENT;
    var sample =
        new Sample(HOSTILE, "1980", "a<b>\"c.tsv")
            .statement(Layer.PHENOTYPE, "sign", coded, present, "2024-01-02")
            .statement(Layer.DIAGNOSIS, "disease", coded, present, "2024-01-02")
            .statement(
                Layer.THERAPY,
                "drug",
                coded,
                present,
                "2024-01-02/",
                new Qualifier("dose", new Value.Text(HOSTILE)))
            .statement(
                Layer.GENOME,
                HOSTILE,
                coded,
                present,
                "",
                HOSTILE,
                new Qualifier(HOSTILE, new Value.Text(HOSTILE)))
            .specimen(HOSTILE, Specimen.State.NOT_STATED, HOSTILE, "2024-01-02")
            .value(Layer.LABORATORY, coded, 1, "{<b>}", "2024-01-02")
            .value(Layer.LABORATORY, coded, 2, "{<b>}", "2024-02-02")
            .problem(
                Problem.of(
                    ProblemCode.FILE_EMPTY, Place.pointer(HOSTILE, 3, HOSTILE), "limit", HOSTILE));
    return sample.interpreted(profile -> List.of(hostileFinding(profile, coded)));
  }

  private static Finding hostileFinding(Profile profile, Coded coded) {
    var details = Details.NONE.text(HOSTILE, HOSTILE).word("word", HOSTILE);
    var row = profile.quantities(Layer.LABORATORY).row(0);
    var because =
        List.<Explanation>of(
            new Explanation.Claim(HOSTILE, details, List.of(profile.cite(row, "<b>"))),
            new Explanation.Used(HOSTILE, new Value.Thing(coded), List.of()),
            new Explanation.Rule(HOSTILE, HOSTILE, Citation.of("X:<b>"), details, null, List.of()),
            new Explanation.Note(Explanation.Note.Kind.MATTERS, HOSTILE, details));
    return new Finding(
        new FindingKey("genes", "kind", FindingKey.part(HOSTILE), FindingKey.WHOLE_PERSON),
        List.of(),
        coded,
        new State.NotAssessed(ReasonCode.NO_DATA, details),
        new Strength(Strength.Level.WEAK, HOSTILE),
        new Advice(Advice.Verb.ACT, Advice.Priority.DANGER_NOW, HOSTILE, details),
        new Explanation.Claim(HOSTILE, details, because),
        "1");
  }

  @Test
  void writesTheSameBytesInAnyLanguageZoneAndNumberOfThreads() {
    var expected = page(SampleFindings.interpreted());
    var language = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      for (var tag : List.of("tr-TR", "ar-EG", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        var again = SampleFindings.person().interpreted(SampleFindings::all, 4);
        assertThat(page(again)).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void staysUnderItsSizeWithManyFindingsFeaturesAndRows() {
    var sample = new Sample("many", "1980-01-01");
    for (int i = 0; i < 25_000; i++) {
      sample.value(
          Layer.PROTEOME,
          Coded.of("UniProtKB:P" + i),
          i,
          "{TPM}",
          i % 2 == 0 ? "2024-01" : "2024-02");
    }
    for (int i = 0; i < 600; i++) {
      sample.statement(
          Layer.PHENOTYPE,
          "sign",
          new Coded("HP:" + i, "A sign of a rather long name, number " + i),
          Presence.Looked.PRESENT,
          When.parse("2020-01-01").text());
    }
    var interpreted = sample.interpreted(HtmlReportTest::many);
    var text = page(interpreted);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    var page = ParsedPage.of(text);
    assertThat(ParsedPage.text(page.byId("findings")))
        .contains("24\u202f910 more are in sample.json");
    assertThat(ParsedPage.text(page.byId("now"))).contains("more stand with their findings");
  }

  private static List<Finding> many(Profile profile) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 25_000; i++) {
      var details = Details.NONE.with("value", Value.number(i, "1"));
      var leaf = profile.cite(profile.quantities(Layer.PROTEOME).row(i), null);
      var state =
          i % 3 == 0 ? new State.NotAssessed(ReasonCode.NO_DATA, details) : State.found(details);
      findings.add(
          new Finding(
              new FindingKey("laboratory", "interval", "P" + i, FindingKey.WHOLE_PERSON),
              List.of(),
              Coded.of("P" + i),
              state,
              null,
              new Advice(Advice.Verb.SETTLE, Advice.Priority.GAP, "advice_" + i % 40, Details.NONE),
              new Explanation.Claim("outside_interval", details, List.of(leaf)),
              "1"));
    }
    return findings;
  }

  @Test
  void saysEverywhereThatAFileCouldNotBeRead() {
    var page = ParsedPage.of(page(SampleFindings.interpretedInPart()));
    var said = "One of 3 files could not be read: germline.vcf.gz; what it held is not in this";
    assertThat(ParsedPage.text(page.byId("top")))
        .contains(said)
        .contains("2 read, 1 could not be read, 1 remark")
        .doesNotContain("no problem met");
    assertThat(ParsedPage.text(page.byId("now"))).contains(said);
    assertThat(ParsedPage.text(page.byId("gaps")))
        .contains(said)
        .contains("What does germline.vcf.gz hold? The compressed file ends before its end mark");
    assertThat(ParsedPage.text(page.byId("provenance"))).contains("the file is refused");
  }

  @Test
  void saysThatTheBuildOfAFileIsNotKnown() {
    var page =
        ParsedPage.of(
            page(
                new Sample("p", "1980-01-01")
                    .genome("germline.vcf", Layer.GENOME, GenomeBuild.UNKNOWN)
                    .genome("tumour.vcf", Layer.TUMOUR, GenomeBuild.GRCH38)
                    .interpreted(_ -> List.of())));
    var said = "The genome build of germline.vcf is not known: no gene was looked up in it.";
    assertThat(ParsedPage.text(page.byId("top")))
        .contains(said)
        .contains("4 read, genome build of germline.vcf not known")
        .doesNotContain("no problem met");
    assertThat(ParsedPage.text(page.byId("now")))
        .contains(said + " State the genome build of the file.");
    assertThat(ParsedPage.text(page.byId("provenance")))
        .contains("germline.vcf genome build not known: no position was looked up")
        .contains("tumour.vcf genome build GRCh38");
  }

  @Test
  void saysWhyNothingNeedsADecision() {
    var page = ParsedPage.of(page(new Sample("quiet", "1980-01-01").interpreted(_ -> List.of())));
    assertThat(ParsedPage.text(page.byId("now")))
        .startsWith("What matters now Nothing needs a decision today. 0 questions asked");
    assertThat(page.all("article")).isEmpty();
  }

  @Test
  void saysOnEverySheetThatThePersonIsInvented() {
    var text = page(SampleFindings.interpreted());
    assertThat(ParsedPage.text(ParsedPage.of(text).all("aside").getFirst()))
        .contains("Draft, not signed")
        .contains("Synthetic: an invented person, not for care");
    assertThat(text).contains("@bottom-left{content:\"sample\\2d 01   DRAFT   synthetic\"");
  }

  @Test
  void saysItsLimitsOnce() {
    var text = page(SampleFindings.interpreted());
    var said = "it is not a certified medical device";
    assertThat(text.indexOf(said)).isPositive().isEqualTo(text.lastIndexOf(said));
  }

  /// Two possible answers may rest on one row of a table: it is shown once.
  @Test
  void saysNothingTwiceOfOneNode() {
    var note =
        new Explanation.Note(
            Explanation.Note.Kind.LIMIT, "interval_leaves_out_1_in_20", Details.NONE);
    var why = new Explanation.Claim("within_interval", Details.NONE, List.of(note, note));
    var finding =
        new Finding(
            new FindingKey("laboratory", "interval", "x", FindingKey.WHOLE_PERSON),
            List.of(),
            Coded.of("x"),
            State.found(Details.NONE),
            null,
            null,
            why,
            "1");
    var page = page(new Sample("p", "1980-01-01").interpreted(_ -> List.of(finding)));
    var said = "leaves out 1 in 20";
    assertThat(page.indexOf(said)).isPositive().isEqualTo(page.lastIndexOf(said));
  }

  @Test
  void namesWhatWasNotRun() {
    var page = ParsedPage.of(page(SampleFindings.interpreted()));
    assertThat(ParsedPage.text(page.byId("gaps")))
        .contains("Tumour and options No interpreter for it in this release")
        .contains("Changes since the last run");
  }
}
