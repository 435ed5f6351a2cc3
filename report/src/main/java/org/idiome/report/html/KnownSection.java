package org.idiome.report.html;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.idiome.core.finding.Details;
import org.idiome.report.course.KnownTable;
import org.idiome.report.words.Figures;

/// What is known: layers by time, so that what is empty is seen to be empty.
final class KnownSection implements HtmlReport.Section {
  /// It reads every layer, to count it.
  private static final String INVENTORY = "inventory";

  private static final long[] STEPS = {1, 4, 20, 100};

  /// So many columns have room for a whole year on a phone.
  private static final int FEW = 7;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private final Page page;
  private final KnownTable table;

  KnownSection(Page page) {
    this.page = page;
    this.table = KnownTable.of(page.account().profile());
  }

  @Override
  public String id() {
    return "known";
  }

  @Override
  public String title() {
    return "known.title";
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
    return true;
  }

  @Override
  public void write() {
    long filled = table.layers().stream().filter(row -> row.total() > 0).count();
    long empty = table.layers().size() - filled;
    page.openSection(
        id(),
        title(),
        page.say(
            empty == 0 ? "known.lead.all" : "known.lead",
            Details.NONE
                .count("filled", filled)
                .count("empty", empty)
                .count("layers", table.layers().size())));
    heat();
    page.html().element("p", page.say("known.note"), "class", "note");
    page.closeSection();
  }

  private void heat() {
    var html = page.html();
    html.open(
        "div",
        "class",
        "wrap",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        page.say("known.caption"));
    html.open("table", "class", "heat");
    html.element("caption", page.say("known.caption"), "class", "sr");
    html.open("thead").open("tr").element("th", page.say("known.layer"), "scope", "col");
    table.columns().forEach(this::head);
    html.element("th", page.say("known.all"), "scope", "col", "class", "sum");
    html.element("th", page.say("known.read_by"), "scope", "col", "class", "use");
    html.close("tr").close("thead").open("tbody");
    table.layers().forEach(this::row);
    html.close("tbody").close("table").close("div");
  }

  /// A column's name; of a year its last two digits where room is short: on a second line, or on a
  /// phone beside many others.
  private void head(String label) {
    var html = page.html();
    int lineEnd = label.indexOf('\n');
    if (table.columns().size() > FEW && YEAR.matcher(label).matches()) {
      html.open("th", "scope", "col", "aria-label", label);
      html.element("span", label, "class", "lg");
      html.element("span", "’" + label.substring(2), "class", "sm").close("th");
      return;
    }
    html.open("th", "scope", "col");
    if (label.equals(page.say("known.before"))) {
      html.element("span", label, "class", "lg");
      html.element("span", page.say("known.before.short"), "class", "sm");
    } else if (lineEnd < 0) {
      html.text(label);
    } else {
      html.text(label.substring(0, lineEnd)).open("br");
      html.text(label.substring(lineEnd + 3));
    }
    html.close("th");
  }

  private void row(KnownTable.LayerRow row) {
    var html = page.html();
    html.open("tr");
    html.element("th", page.say("layer." + row.layer().code()), "scope", "row");
    row.cells().forEach(this::cell);
    var total = row.total() == 0 ? page.say("known.nothing") : Figures.compact(row.total());
    html.element("td", total, "class", "sum");
    var readers =
        row.total() == 0
            ? page.say("known.nothing_concluded")
            : row.readers().stream()
                .filter(name -> !name.equals(INVENTORY))
                .map(name -> FindingsSection.name(page, name).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    html.element(
        "td", readers.isEmpty() ? page.say("known.read_by_none") : readers, "class", "use");
    html.close("tr");
  }

  private void cell(KnownTable.Cell cell) {
    var html = page.html();
    if (cell.count() == 0 && cell.failed() == 0) {
      html.open("td", "class", "c h0").text("·");
      html.element("span", page.say("known.none"), "class", "sr").close("td");
    } else if (cell.count() == 0) {
      html.open("td", "class", "c hf");
      html.element("b", page.say("known.failed")).close("td");
    } else {
      int shade = 1;
      for (int step = 1; step < STEPS.length; step++) {
        if (cell.count() >= STEPS[step]) {
          shade = step + 1;
        }
      }
      var style = "c h" + shade + (cell.failed() > 0 ? " hs" : "");
      html.open("td", "class", style).text(Figures.compact(cell.count()));
      if (cell.failed() > 0) {
        var failed = Details.NONE.count("count", cell.failed());
        html.element("small", page.say("known.some_failed", failed));
      }
      html.close("td");
    }
  }
}
