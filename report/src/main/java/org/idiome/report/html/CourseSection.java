package org.idiome.report.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.report.course.Baseline;
import org.idiome.report.course.Course;
import org.idiome.report.course.CourseChart;
import org.idiome.report.course.Mark;
import org.idiome.report.words.Words;

/// Everything that has a time, on one axis, and the same as a table.
final class CourseSection implements HtmlReport.Section {
  private final Page page;
  private final Course course;

  CourseSection(Page page) {
    this.page = page;
    this.course = Course.of(page.account().profile(), first(page.account().run().findings()));
  }

  /// Features of findings that were found, those with advice first.
  private static List<String> first(List<Finding> findings) {
    var ids = new LinkedHashSet<String>();
    for (boolean isAdvised : new boolean[] {true, false}) {
      for (var finding : findings) {
        if (finding.state() instanceof State.Found && (finding.advice() != null) == isAdvised) {
          ids.add(finding.subject().id());
        }
      }
    }
    return new ArrayList<>(ids);
  }

  @Override
  public String id() {
    return "course";
  }

  @Override
  public String title() {
    return "course.title";
  }

  @Override
  public String count() {
    return "";
  }

  @Override
  public boolean isEmpty() {
    return course.isEmpty();
  }

  @Override
  public boolean startsGroup() {
    return true;
  }

  @Override
  public void write() {
    var html = page.html();
    var lead = lead();
    page.openSection(id(), title(), lead);
    if (!course.hasNoPlaces()) {
      html.open("figure");
      CourseChart.write(html, course, lead);
      key();
      html.close("figure");
    }
    notes();
    if (!course.unplaced().isEmpty()) {
      unplaced();
    }
    if (!course.hasNoPlaces()) {
      table();
    }
    page.closeSection();
  }

  private String lead() {
    if (course.hasNoPlaces()) {
      return page.say("course.lead.undated");
    }
    var span = course.span();
    var details =
        Details.NONE
            .text("span", span == null ? "" : span)
            .count("followed", course.followed())
            .count("shown", course.shown());
    if (course.followed() == 0) {
      return page.say("course.lead", details);
    }
    return page.say(
        course.followed() > course.shown() ? "course.lead.some" : "course.lead.all", details);
  }

  private void key() {
    var html = page.html();
    html.open("ul", "class", "key");
    for (Mark mark : course.marks()) {
      html.open("li").open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true");
      html.open("use", "class", mark.style(), "href", "#" + mark.symbol()).close("use");
      html.close("svg").text(page.say(mark.code())).close("li");
    }
    if (course.hasBaseline()) {
      keyShape("rect", "band", "key.band", "x", "0", "y", "4", "width", "16", "height", "8");
      keyShape("circle", "pt-ref", "key.ringed", "cx", "8", "cy", "8", "r", "3.6");
    }
    if (course.hasReference()) {
      keyShape("path", "lim", "key.reference", "d", "M0 8h16");
    }
    html.close("ul");
  }

  private void keyShape(String element, String style, String code, String... attributes) {
    var all = new ArrayList<String>(List.of("class", style));
    all.addAll(List.of(attributes));
    var html = page.html();
    html.open("li").open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true");
    html.open(element, all.toArray(String[]::new)).close(element);
    html.close("svg").text(page.say(code)).close("li");
  }

  private void notes() {
    var html = page.html();
    if (course.hasBaseline()) {
      var details =
          Details.NONE
              .count("fewest", Baseline.FEWEST)
              .count("share", Math.round(100 * Baseline.LEAST_SHARE))
              .count("bounded", Math.round(100 * Baseline.MOST_BOUNDED));
      html.element("p", page.say("course.note.baseline", details), "class", "note");
    }
    if (!course.undated().isEmpty()) {
      var parts = new ArrayList<String>();
      course
          .undated()
          .forEach((code, count) ->
              parts.add(
                  page.say(
                      "course.undated.part",
                      Details.NONE
                          .count("count", count)
                          .text("layer", page.say(code).toLowerCase(java.util.Locale.ROOT)))));
      var list = page.words().join(parts, "and");
      html.element(
          "p", page.say("course.note.undated", Details.NONE.text("list", list)), "class", "note");
    }
  }

  /// What is on record and has no place on the axis.
  private void unplaced() {
    var html = page.html();
    page.openTable(
        "stack dense unplaced",
        page.say("course.unplaced"),
        true,
        page.say("course.unplaced.layer"),
        page.say("course.unplaced.what"),
        page.say("course.table.state"));
    for (var group : course.unplaced()) {
      html.open("tr").element("th", page.say(group.layerCode()), "scope", "row");
      var names = String.join("; ", group.names());
      var rest = Details.NONE.text("first", names).count("rest", group.leftOut());
      page.cell(
          page.say("course.unplaced.what"),
          group.leftOut() == 0 ? names : page.say("list.more", rest));
      page.cell(page.say("course.table.state"), page.say(group.markCode()));
      html.close("tr");
    }
    page.closeTable();
  }

  private void table() {
    var html = page.html();
    html.open("details", "class", "alt");
    html.element("summary", page.say("course.table.open"));
    page.openTable(
        "dense",
        page.say("course.table"),
        false,
        page.say("course.table.date"),
        page.say("course.table.what"),
        page.say("course.table.value"),
        page.say("course.table.state"));
    for (var row : course.rows()) {
      html.open("tr").element("td", row.date()).element("td", Words.capital(row.what()));
      html.element("td", row.value()).element("td", page.say(row.stateCode()));
      html.close("tr");
    }
    page.closeTable();
    if (course.rowsLeftOut() > 0) {
      var more = page.say("course.table.more", Details.NONE.count("count", course.rowsLeftOut()));
      html.element("p", more, "class", "note");
    }
    html.close("details");
  }
}
