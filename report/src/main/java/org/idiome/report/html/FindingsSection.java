package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.report.Areas;
import org.idiome.report.FindingWords;
import org.idiome.report.Tally;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// Findings by area: one line each, to be opened down to the row of the file.
final class FindingsSection implements HtmlReport.Section {
  private final Page page;
  private final List<Areas.Area> areas;

  FindingsSection(Page page) {
    this.page = page;
    this.areas = page.account().areas();
  }

  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String title() {
    return "findings.title";
  }

  @Override
  public String count() {
    return Figures.count(page.account().tally().all());
  }

  @Override
  public boolean isEmpty() {
    return areas.isEmpty();
  }

  @Override
  public boolean startsGroup() {
    return false;
  }

  @Override
  public void write() {
    page.openSection(id(), title(), lead());
    filters();
    areas.forEach(this::area);
    page.closeSection();
  }

  private String lead() {
    long shown = areas.stream().mapToLong(area -> area.shown().size()).sum();
    var details = Details.NONE.count("shown", shown).count("all", page.account().tally().all());
    var json = page.options().json();
    if (shown == page.account().tally().all()) {
      return page.say("findings.lead.all", details);
    }
    return json == null
        ? page.say("findings.lead.some", details)
        : page.say("findings.lead.json", details.text("json", json));
  }

  private void filters() {
    var html = page.html();
    html.open("div", "class", "filters", "role", "group", "aria-label", page.say("filter.label"));
    filter("", "filter.all", true);
    filter("found", "state.found", false);
    filter("excl", "state.excluded", false);
    filter("na", "state.not_assessed", false);
    var more = page.say("filter.open");
    html.element(
        "button",
        more,
        "type",
        "button",
        "data-open",
        "1",
        "data-more",
        more,
        "data-less",
        page.say("filter.close"));
    html.close("div");
  }

  private void filter(String state, String code, boolean isOn) {
    page.html()
        .element(
            "button",
            page.say(code),
            "type",
            "button",
            "data-f",
            state,
            "aria-pressed",
            Boolean.toString(isOn));
  }

  private void area(Areas.Area area) {
    var html = page.html();
    html.line().element("h3", name(page, area.interpreter()), "class", "area");
    area.shown().forEach(this::finding);
    if (!area.folded().isEmpty()) {
      html.open("details", "class", "alt fold");
      html.element("summary", folded(area)).open("div");
      area.folded().forEach(this::finding);
      html.close("div").close("details");
    }
    if (!area.lines().isEmpty()) {
      lines(area);
    }
    if (area.leftOut() > 0) {
      var details = Details.NONE.count("count", area.leftOut());
      var json = page.options().json();
      var note =
          json == null
              ? page.say("findings.left_out", details)
              : page.say("findings.left_out.json", details.text("json", json));
      html.element("p", note, "class", "note");
    }
  }

  /// How many of each state are folded away.
  private String folded(Areas.Area area) {
    var tally = Tally.of(area.folded());
    var parts = new ArrayList<String>();
    add(parts, "findings.folded.found", tally.found());
    add(parts, "findings.folded.excluded", tally.excluded());
    add(parts, "findings.folded.not_assessed", tally.notAssessed());
    var list = Details.NONE.text("list", page.words().join(parts, "and"));
    return Words.capital(
        page.say(area.shown().isEmpty() ? "findings.folded.all" : "findings.folded", list));
  }

  private void add(List<String> parts, String code, int count) {
    if (count > 0) {
      parts.add(page.say(code, Details.NONE.count("count", count)));
    }
  }

  /// The name of an area: our words for the interpreter, or its own name.
  static String name(Page page, String interpreter) {
    var code = "area." + interpreter;
    return page.words().has(code) ? page.say(code) : Words.capital(interpreter);
  }

  private void finding(Finding finding) {
    var html = page.html();
    html.line()
        .open(
            "details", "class", "f", "id", Page.id(finding), "data-s", Page.style(finding.state()))
        .open("summary");
    page.state(finding.state());
    html.open("span", "class", "cl").text(Words.capital(FindingWords.title(finding)));
    var sub = FindingWords.sub(finding);
    if (!sub.isEmpty()) {
      html.element("small", Words.capital(sub));
    }
    html.close("span");
    html.element("span", FindingWords.value(finding), "class", "val");
    page.strength(finding.strength());
    html.element("span", "", "class", "chev", "aria-hidden", "true").close("summary");
    html.open("div", "class", "why", "id", Page.inside(finding));
    TreeView.write(page, finding);
    html.close("div").close("details");
  }

  /// Further findings as lines of a table, without their explanations.
  private void lines(Areas.Area area) {
    var html = page.html();
    html.open("details", "class", "alt");
    var count = Details.NONE.count("count", area.lines().size());
    html.element("summary", page.say("findings.more", count));
    page.openTable(
        "dense",
        page.say("findings.more", count),
        false,
        page.say("findings.state"),
        page.say("findings.claim"),
        page.say("findings.value"));
    for (var finding : area.lines()) {
      html.open("tr", "id", Page.id(finding)).open("td");
      page.state(finding.state());
      html.close("td").open("td").text(Words.capital(FindingWords.title(finding)));
      var sub = FindingWords.sub(finding);
      if (!sub.isEmpty()) {
        html.element("small", Words.capital(sub));
      }
      html.close("td").element("td", FindingWords.value(finding)).close("tr");
    }
    page.closeTable();
    html.close("details");
  }
}
