package org.idiome.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Details;
import org.idiome.core.time.When;
import org.idiome.report.Tally;
import org.idiome.report.markup.Drawing;
import org.idiome.report.markup.Html;
import org.idiome.report.words.Figures;

/// Who, the bottom line, how many findings of each state, and what the report rests on.
final class HeaderSection {
  private static final double WIDTH = 1000;
  private static final double GAP = 4;

  private HeaderSection() {}

  static void write(Page page) {
    var html = page.html();
    var account = page.account();
    html.open("header", "id", "top").open("div", "class", "id").open("div");
    html.element("h1", account.run().individual().id());
    html.element("p", account.who(), "class", "who");
    html.element("p", account.bottomLine(), "class", "bottom");
    tally(page, account.tally());
    html.close("div");
    facts(page);
    html.close("div").close("header");
  }

  private static void tally(Page page, Tally tally) {
    var html = page.html();
    html.open("div", "class", "tally");
    var label = page.say("tally.label", page.account().counts());
    html.open(
        "svg",
        "viewBox",
        "0 0 1000 10",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        label);
    double all = Math.max(1, tally.all());
    double x = 0;
    x = bar(html, "f", x, tally.found() / all);
    x = bar(html, "x", x, tally.excluded() / all);
    bar(html, "n", x, tally.notAssessed() / all);
    html.close("svg").open("ul");
    item(page, "found", "tally.found", tally.found());
    item(page, "excl", "tally.excluded", tally.excluded());
    item(page, "na", "tally.not_assessed", tally.notAssessed());
    html.element("li", page.say("tally.asked", page.account().counts()));
    html.close("ul").close("div");
  }

  private static double bar(Html html, String style, double x, double share) {
    double width = share * WIDTH;
    if (share > 0) {
      html.open(
              "rect",
              "class",
              style,
              "x",
              Drawing.px(x + 1),
              "y",
              "1",
              "width",
              Drawing.px(Math.max(2, width - GAP)),
              "height",
              "8")
          .close("rect");
    }
    return x + width;
  }

  private static void item(Page page, String style, String code, int count) {
    var html = page.html();
    html.open("li").open("span", "class", "st " + style);
    page.symbol("s-" + style);
    html.open("span").element("b", Figures.count(count)).text(" " + page.say(code));
    html.close("span").close("span").close("li");
  }

  private static void facts(Page page) {
    var account = page.account();
    var run = account.run();
    page.html().open("dl", "class", "facts");
    var at = account.profile().at();
    fact(
        page,
        "fact.as_of",
        at instanceof When.NotStated ? page.say("fact.no_date") : page.words().when(at),
        "");
    fact(page, "fact.knowledge", knowledge(page), run.inputs().snapshot().shortText());
    fact(page, "fact.run", page.say("fact.release", release(page)), run.id().shortHex());
    fact(page, "fact.status", page.say("fact.draft"), "");
    fact(page, "fact.consent", page.say("fact.not_recorded"), "");
    fact(page, "fact.files", files(page), "");
    page.html().close("dl");
  }

  private static Details release(Page page) {
    return Details.NONE.text("release", page.account().run().inputs().software().release());
  }

  private static String knowledge(Page page) {
    return page.account().run().releases().stream()
        .map(SourceRelease::date)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(date -> page.words().day(date))
        .orElse(page.say("fact.undated"));
  }

  /// How many were read, how many could not be, and how many remarks there are besides.
  private static String files(Page page) {
    var run = page.account().run();
    int refused = page.account().refusals().files().size();
    long remarks = run.problemCount() - refused;
    var parts = new ArrayList<String>();
    parts.add(page.say("fact.files.read", Details.NONE.count("count", run.files().size())));
    if (refused > 0) {
      parts.add(page.say("fact.files.refused", Details.NONE.count("count", refused)));
    }
    if (remarks > 0) {
      parts.add(page.say("fact.files.remarks", Details.NONE.count("count", remarks)));
    }
    var unknown = page.account().builds().unknown();
    if (!unknown.isEmpty()) {
      var list = page.words().join(unknown, "and");
      parts.add(
          page.say(
              "fact.files.build", Details.NONE.count("count", unknown.size()).text("list", list)));
    }
    if (run.problemCount() == 0 && unknown.isEmpty()) {
      parts.add(page.say("fact.files.clean"));
    }
    return page.words().join(parts, "plain");
  }

  private static void fact(Page page, String name, String value, String hash) {
    var html = page.html();
    html.open("div").element("dt", page.say(name)).open("dd").text(value);
    if (!hash.isEmpty()) {
      html.text(" ").open("small").element("code", hash).close("small");
    }
    html.close("dd").close("div");
  }
}
