package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.observation.Statement;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// What laboratories and others concluded, kept apart from own findings.
final class OutsideSection implements HtmlReport.Section {
  private static final int MOST = 60;

  private final Page page;
  private final List<Statement> outside;

  OutsideSection(Page page) {
    this.page = page;
    this.outside = page.account().outside();
  }

  @Override
  public String id() {
    return "outside";
  }

  @Override
  public String title() {
    return "outside.title";
  }

  @Override
  public String count() {
    return Figures.count(outside.size());
  }

  @Override
  public boolean isEmpty() {
    return outside.isEmpty();
  }

  @Override
  public boolean startsGroup() {
    return false;
  }

  @Override
  public void write() {
    var html = page.html();
    var count = Details.NONE.count("count", outside.size());
    page.openSection(id(), title(), page.say("outside.lead", count));
    page.openTable(
        "stack outside",
        page.say("outside.caption"),
        false,
        page.say("outside.what"),
        page.say("outside.said"),
        page.say("outside.by"),
        page.say("outside.where"));
    for (var statement : outside.subList(0, Math.min(MOST, outside.size()))) {
      html.open("tr").open("th", "scope", "row").text(Words.capital(statement.concept().label()));
      html.element("small", page.words().kind(statement.kind())).close("th");
      page.cell(page.say("outside.said"), said(statement));
      page.cell(page.say("outside.by"), by(statement));
      html.open("td", "data-l", page.say("outside.where"));
      html.element("code", where(statement)).close("td").close("tr");
    }
    page.closeTable();
    if (outside.size() > MOST) {
      var more = Details.NONE.count("count", outside.size() - MOST);
      html.element("p", page.say("outside.more", more), "class", "note");
    }
    page.closeSection();
  }

  private String said(Statement statement) {
    var parts = new ArrayList<String>();
    for (var qualifier : statement.qualifiers()) {
      if (!qualifier.name().equals("recorded")) {
        parts.add(
            page.words().name(qualifier.name()) + ": " + page.words().value(qualifier.value()));
      }
    }
    if (statement.specimen() != null) {
      parts.add(page.say("outside.specimen", Details.NONE.text("id", statement.specimen())));
    }
    return Words.capital(String.join("; ", parts));
  }

  private String by(Statement statement) {
    var author = statement.author() == null ? "" : statement.author();
    var recorded = statement.qualifier("recorded");
    return recorded == null ? author : author + ", " + page.words().value(recorded.value());
  }

  private String where(Statement statement) {
    var profile = page.account().profile();
    var row = statement.rows().getFirst();
    return profile.file(row).name() + ":" + profile.locator(row).text();
  }
}
