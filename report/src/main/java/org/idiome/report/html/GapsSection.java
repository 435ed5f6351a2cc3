package org.idiome.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.idiome.core.finding.Details;
import org.idiome.core.run.RefusedFile;
import org.idiome.report.Gaps;
import org.idiome.report.Refusals;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// What was not assessed, with the test that settles it; and what was not run at all.
final class GapsSection implements HtmlReport.Section {
  /// Parts of a report that this release has no interpreter for.
  static final List<String> NOT_READ = List.of("tumour", "diagnosis", "safety");

  /// All parts of a report that were not run.
  private static final List<String> NOT_RUN =
      Stream.concat(NOT_READ.stream(), Stream.of("changes", "person")).toList();

  private final Page page;
  private final Gaps gaps;

  GapsSection(Page page) {
    this.page = page;
    this.gaps = page.account().gaps();
  }

  @Override
  public String id() {
    return "gaps";
  }

  @Override
  public String title() {
    return "gaps.title";
  }

  @Override
  public String count() {
    return Figures.count(page.account().tally().notAssessed());
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
    var html = page.html();
    var refused = page.account().refusals();
    page.openSection(id(), title(), (refused.line() + " " + lead()).strip());
    if (!gaps.rows().isEmpty() || !refused.isEmpty()) {
      page.openTable(
          "stack gaps",
          page.say("gaps.caption"),
          false,
          page.say("gaps.question"),
          page.say("gaps.why"),
          page.say("gaps.settles"),
          page.say("gaps.matters"));
      refused.files().forEach(this::row);
      gaps.rows().forEach(this::row);
      page.closeTable();
    }
    if (gaps.leftOut() > 0) {
      var more = page.say("gaps.more", Details.NONE.count("count", gaps.leftOut()));
      html.element("p", more, "class", "note");
    }
    notRun();
    page.closeSection();
  }

  private String lead() {
    long changing = gaps.rows().stream().filter(row -> !row.matters().isEmpty()).count();
    int open = page.account().tally().notAssessed();
    if (open == 0) {
      return page.say("gaps.none");
    }
    return page.say(
        "gaps.lead",
        Details.NONE
            .count("open", open)
            .count("rows", gaps.rows().size())
            .count("changing", changing));
  }

  private void row(RefusedFile file) {
    page.html().open("tr").element("th", Refusals.question(file), "scope", "row");
    page.cell(page.say("gaps.why"), Refusals.reason(file));
    page.cell(page.say("gaps.settles"), Refusals.remedy(file));
    page.cell(page.say("gaps.matters"), page.say("refused.matters"));
    page.html().close("tr");
  }

  private void row(Gaps.Gap gap) {
    var html = page.html();
    html.open("tr").open("th", "scope", "row").text(Words.capital(gap.question()));
    if (!gap.subjects().isEmpty()) {
      html.element("small", page.words().join(gap.subjects(), "and"));
    }
    html.close("th");
    page.cell(page.say("gaps.why"), gap.reason());
    page.cell(page.say("gaps.settles"), gap.settles());
    page.cell(
        page.say("gaps.matters"),
        gap.matters().isEmpty() ? page.say("gaps.matters.not_said") : gap.matters());
    html.close("tr");
  }

  private String why(String part) {
    var kept = page.options().kept();
    if (kept == null || !part.equals("changes")) {
      return page.say("not_run." + part + ".why");
    }
    var person = Details.NONE.text("person", kept.id());
    return page.say(
        kept.hasEarlierRuns() ? "not_run.changes.kept" : "not_run.changes.first", person);
  }

  private void notRun() {
    var html = page.html();
    html.element("h3", page.say("not_run.title"), "class", "sub");
    page.openTable(
        "stack dense",
        page.say("not_run.caption"),
        false,
        page.say("not_run.what"),
        page.say("not_run.why"));
    for (var part : NOT_RUN) {
      html.open("tr").element("th", page.say("not_run." + part), "scope", "row");
      page.cell(page.say("not_run.why"), why(part));
      html.close("tr");
    }
    page.closeTable();
  }
}
