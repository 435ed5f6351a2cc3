package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.idiome.core.finding.Details;
import org.idiome.core.observation.Statement;
import org.idiome.core.source.Locator;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// What laboratories and others concluded, kept apart from own findings.
final class OutsideSection implements HtmlReport.Section {
  private static final int MOST = 60;

  /// Names of the details that say what was concluded.
  private static final Set<String> GIST =
      Set.of(
          "acmg_class",
          "actionability",
          "allelic_state",
          "disease",
          "interpretation_status",
          "result");

  /// Names of the details by which the record keeps its books, or that HGVS says again.
  private static final Set<String> KEPT_IN_THE_ROW =
      Set.of(
          "alternate",
          "gene",
          "interpretation",
          "molecule",
          "place",
          "progress",
          "recorded",
          "reference");

  private static final String HGVS = "hgvs_";

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
      html.element("small", kind(statement)).close("th");
      said(statement);
      page.cell(page.say("outside.by"), by(statement));
      html.open("td", "data-l", page.say("outside.where"));
      where(statement);
      html.close("td").close("tr");
    }
    page.closeTable();
    if (outside.size() > MOST) {
      var more = Details.NONE.count("count", outside.size() - MOST);
      html.element("p", page.say("outside.more", more), "class", "note");
    }
    page.closeSection();
  }

  private String kind(Statement statement) {
    var kind = page.words().kind(statement.kind());
    return statement.specimen() == null
        ? kind
        : kind + ", " + page.say("outside.specimen", Details.NONE.text("id", statement.specimen()));
  }

  /// The conclusion first, then how it is written, in small.
  private void said(Statement statement) {
    var html = page.html();
    var gist = new ArrayList<String>();
    var rest = new ArrayList<String>();
    boolean hasHgvs = statement.qualifiers().stream().anyMatch(one -> one.name().startsWith(HGVS));
    for (var qualifier : statement.qualifiers()) {
      var value = page.words().value(qualifier.value());
      boolean isKept = KEPT_IN_THE_ROW.contains(qualifier.name());
      if (GIST.contains(qualifier.name())) {
        gist.add(value.replace('_', ' '));
      } else if (qualifier.name().startsWith(HGVS)) {
        rest.addFirst(value);
      } else if (qualifier.name().equals("summary")) {
        rest.add(value);
      } else if (!isKept || (!hasHgvs && qualifier.name().equals("place"))) {
        rest.add(page.words().name(qualifier.name()) + " " + value);
      }
    }
    html.open("td", "data-l", page.say("outside.said")).open("span");
    html.text(gist.isEmpty() ? page.say("outside.stated") : Words.capital(String.join(", ", gist)));
    if (!rest.isEmpty()) {
      html.element("small", Words.capital(String.join("; ", rest)));
    }
    html.close("span").close("td");
  }

  private String by(Statement statement) {
    var author = statement.author() == null ? "" : statement.author();
    var recorded = statement.qualifier("recorded");
    return recorded == null ? author : author + ", " + page.words().value(recorded.value());
  }

  private void where(Statement statement) {
    var profile = page.account().profile();
    var row = statement.rows().getFirst();
    var file = profile.file(row).name();
    switch (profile.locator(row)) {
      case Locator.Line line -> page.html().element("code", file + ":" + line.number());
      case Locator.Pointer pointer -> {
        page.html().element("code", file + ":" + pointer.line());
        page.html().open("small").element("code", pointer.pointer()).close("small");
      }
    }
  }
}
