package org.idiome.report.html;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.SortedMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Details;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.run.Run;
import org.idiome.core.time.When;
import org.idiome.report.words.Figures;
import org.idiome.report.words.ProblemText;

/// What the report was made from, by hash, and the command that repeats it.
final class ProvenanceSection implements HtmlReport.Section {
  private static final int DIGITS = 16;
  private static final int MOST_FILES = 100;
  private static final int MOST_PROBLEMS = 40;

  private final Page page;
  private final Run run;

  ProvenanceSection(Page page) {
    this.page = page;
    this.run = page.account().run();
  }

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "provenance.title";
  }

  @Override
  public String count() {
    return "";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public boolean startsGroup() {
    return false;
  }

  @Override
  public void write() {
    page.openSection(id(), title(), page.say("provenance.lead"));
    equation();
    if (!run.problems().isEmpty()) {
      problems();
    }
    files();
    if (!run.releases().isEmpty()) {
      sources();
    }
    var html = page.html();
    html.element("h3", page.say("provenance.repeat"), "class", "sub");
    html.element("code", page.options().command(), "class", "again");
    html.element("p", page.say("provenance.digest", digest()), "class", "note");
    page.closeSection();
  }

  private Details digest() {
    return Details.NONE.text("digest", run.findingsDigest().shortHex());
  }

  private void equation() {
    var html = page.html();
    var inputs = run.inputs();
    html.open("ol", "class", "eq");
    var files = Details.NONE.count("count", run.files().size());
    part("provenance.profile", page.say("provenance.files", files), inputs.profileState(), "");
    operator("+");
    var sources = Details.NONE.count("count", run.releases().size());
    part(
        "provenance.snapshot",
        page.say("provenance.sources", sources),
        inputs.snapshot().manifest(),
        "");
    operator("+");
    var release = Details.NONE.text("release", inputs.software().release());
    part("provenance.software", page.say("fact.release", release), inputs.software().digest(), "");
    operator("+");
    part("provenance.settings", settings(), inputs.settings().digest(), "");
    operator("=");
    part("provenance.run", "", run.id(), "r");
    html.close("ol");
  }

  private String settings() {
    var parts = new ArrayList<String>();
    inputs()
        .forEach((name, value) ->
            parts.add(page.words().name("setting." + name) + " " + setting(value)));
    var row = page.account().profile().atRow();
    if (row != null) {
      var profile = page.account().profile();
      var place = profile.file(row).name() + " " + profile.locator(row).text();
      parts.add(page.say("provenance.at_latest", Details.NONE.text("place", place)));
    }
    return page.words().join(parts, "plain");
  }

  private String setting(String value) {
    try {
      return page.words().when(When.parse(value));
    } catch (DateTimeException _) {
      return value;
    }
  }

  private SortedMap<String, String> inputs() {
    return run.inputs().settings().values();
  }

  private void part(String name, String text, Sha256 hash, String style) {
    var html = page.html();
    html.open("li", "class", style).element("b", page.say(name)).text(text);
    html.element("code", hash.shortHex()).close("li");
  }

  private void operator(String sign) {
    page.html().element("li", sign, "class", "op", "aria-hidden", "true");
  }

  private void problems() {
    var html = page.html();
    html.element("h3", page.say("problems.title"), "class", "sub");
    var counts =
        Details.NONE.count("count", run.problemCount()).count("shown", run.problems().size());
    html.element("p", page.say("problems.lead", counts));
    page.openTable(
        "stack dense",
        page.say("problems.caption"),
        false,
        page.say("problems.where"),
        page.say("problems.what"),
        page.say("problems.remedy"),
        page.say("problems.reach"));
    for (var problem : run.problems().subList(0, Math.min(MOST_PROBLEMS, run.problems().size()))) {
      html.open("tr").open("th", "scope", "row");
      html.element("code", ProblemText.place(problem.place())).close("th");
      page.cell(page.say("problems.what"), ProblemText.message(problem));
      page.cell(page.say("problems.remedy"), ProblemText.remedy(problem));
      page.cell(page.say("problems.reach"), page.say("reach." + problem.reach().code()));
      html.close("tr");
    }
    page.closeTable();
  }

  private void files() {
    var html = page.html();
    page.openTable(
        "stack dense",
        page.say("provenance.files.caption"),
        true,
        page.say("provenance.file"),
        "#" + page.say("provenance.bytes"),
        page.say("provenance.sha256"));
    for (var file : run.files().subList(0, Math.min(MOST_FILES, run.files().size()))) {
      html.open("tr").open("th", "scope", "row").element("code", file.name());
      build(file.name());
      html.close("th");
      page.number(page.say("provenance.bytes"), Figures.count(file.sizeBytes()));
      hash(file.hash());
      html.close("tr");
    }
    page.closeTable();
    if (run.files().size() > MOST_FILES) {
      var more = Details.NONE.count("count", run.files().size() - MOST_FILES);
      html.element("p", page.say("provenance.more_files", more), "class", "note");
    }
  }

  /// Of a variant file its genome build, or that it is not known.
  private void build(String name) {
    var build = page.account().builds().byFile().get(name);
    if (build != null) {
      page.html()
          .element(
              "small",
              build == GenomeBuild.UNKNOWN
                  ? page.say("provenance.build.unknown")
                  : page.say("provenance.build", Details.NONE.text("build", build.code())));
    }
  }

  private void sources() {
    var html = page.html();
    page.openTable(
        "stack dense",
        page.say("provenance.sources.caption"),
        true,
        page.say("provenance.source"),
        page.say("provenance.release"),
        page.say("provenance.licence"),
        "#" + page.say("provenance.rows_read"),
        "#" + page.say("provenance.rows_kept"),
        "#" + page.say("provenance.rows_lost"),
        page.say("provenance.sha256"));
    for (var release : run.releases()) {
      html.open("tr").element("th", release.source(), "scope", "row");
      var date = release.date();
      page.cell(
          page.say("provenance.release"),
          date == null ? release.release() : release.release() + ", " + page.words().day(date));
      page.cell(page.say("provenance.licence"), release.licence());
      page.number(page.say("provenance.rows_read"), Figures.count(release.rowsRead()));
      page.number(page.say("provenance.rows_kept"), Figures.count(release.rowsKept()));
      page.number(page.say("provenance.rows_lost"), Figures.count(release.rowsNotUnderstood()));
      hash(release.hash());
      html.close("tr");
    }
    page.closeTable();
  }

  private void hash(Sha256 hash) {
    page.html().open("td", "data-l", page.say("provenance.sha256"));
    page.html().element("code", hash.hex().substring(0, DIGITS)).close("td");
  }
}
