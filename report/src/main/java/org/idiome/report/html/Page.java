package org.idiome.report.html;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.report.Account;
import org.idiome.report.markup.Html;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What the sections of one page share: the account, the words, the writer and its small forms.
final class Page {
  private static final int ID_DIGITS = 12;

  private final Account account;
  private final ReportOptions options;
  private final Words words = Words.english();
  private final Html html = new Html();
  private final Set<String> shown = new HashSet<>();

  Page(Account account, ReportOptions options) {
    this.account = account;
    this.options = options;
    for (var area : account.areas()) {
      area.shown().forEach(finding -> shown.add(finding.key().text()));
      area.folded().forEach(finding -> shown.add(finding.key().text()));
    }
  }

  Account account() {
    return account;
  }

  ReportOptions options() {
    return options;
  }

  Words words() {
    return words;
  }

  Html html() {
    return html;
  }

  String say(String code) {
    return words.say(code);
  }

  String say(String code, Details values) {
    return words.say(code, values);
  }

  /// Whether a finding stands on the page with its explanation.
  boolean isShown(Finding finding) {
    return shown.contains(finding.key().text());
  }

  /// The id of a finding's place on the page: the same in every run.
  static String id(Finding finding) {
    var key = finding.key().text().getBytes(StandardCharsets.UTF_8);
    return "f-" + Sha256.of(key).hex().substring(0, ID_DIGITS);
  }

  /// Where a link to a finding leads: into its explanation, or to all findings where it has none on
  /// the page.
  String href(Finding finding) {
    return "#" + (isShown(finding) ? inside(finding) : "findings");
  }

  /// The place inside a finding that a link opens.
  static String inside(Finding finding) {
    return "w" + id(finding).substring(1);
  }

  /// The mark and the word of a state.
  void state(State state) {
    state(style(state), words.say("state." + state.code()));
  }

  /// Class and symbol of a state.
  static String style(State state) {
    return switch (state) {
      case State.Found _ -> "found";
      case State.Excluded _ -> "excl";
      case State.NotAssessed _ -> "na";
    };
  }

  /// A mark and words beside it.
  void state(String style, String text) {
    html.open("span", "class", "st " + style);
    symbol("s-" + style);
    html.element("span", text).close("span");
  }

  /// A symbol of the page.
  void symbol(String id) {
    html.open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true")
        .open("use", "href", "#" + id)
        .close("use")
        .close("svg");
  }

  /// A strength: steps, word, and the source's own grade; nothing where nothing is graded.
  void strength(@Nullable Strength strength) {
    html.open("span", "class", "str");
    if (strength != null) {
      int level = level(strength.level());
      html.open("svg", "viewBox", "0 0 25 13", "aria-hidden", "true");
      for (int step = 0; step < 4; step++) {
        int height = 4 + 3 * step;
        html.open(
                "rect",
                "class",
                step <= level ? "on" : "off",
                "x",
                Integer.toString(step * 6 + (step > 0 ? 1 : 0)),
                "y",
                Integer.toString(13 - height),
                "width",
                "5",
                "height",
                Integer.toString(height))
            .close("rect");
      }
      html.close("svg").open("span").text(words.say("strength." + strength.level().code()));
      if (strength.grade() != null) {
        html.text(" ").element("span", strength.grade(), "class", "own");
      }
      html.close("span");
    }
    html.close("span");
  }

  private static int level(Strength.Level level) {
    return switch (level) {
      case WEAK -> 0;
      case MODERATE -> 1;
      case STRONG -> 2;
      case ESTABLISHED -> 3;
    };
  }

  /// Opens a section with its heading and its leading sentence.
  void openSection(String id, String titleCode, String lead) {
    html.line().open("section", "id", id, "aria-labelledby", id + "-h");
    html.element("h2", say(titleCode), "id", id + "-h");
    html.element("p", lead, "class", "lead");
  }

  void closeSection() {
    html.close("section");
  }

  /// Opens a table that may be scrolled sideways on its own.
  void openTable(String style, String caption, boolean isCaptionSeen, String... heads) {
    var region = say("table.region", Details.NONE.text("caption", caption));
    html.open("div", "class", "wrap", "tabindex", "0", "role", "region", "aria-label", region);
    html.open("table", "class", style);
    html.element("caption", caption, "class", isCaptionSeen ? "" : "sr");
    html.open("thead").open("tr");
    for (var head : heads) {
      boolean isNumber = head.startsWith("#");
      html.element(
          "th",
          isNumber ? head.substring(1) : head,
          "scope",
          "col",
          "class",
          isNumber ? "num" : "");
    }
    html.close("tr").close("thead").open("tbody");
  }

  void closeTable() {
    html.close("tbody").close("table").close("div").line();
  }

  /// A cell with its label for narrow screens.
  void cell(String label, String text) {
    html.element("td", text, "data-l", label);
  }

  /// A cell of a number.
  void number(String label, String text) {
    html.element("td", text, "class", "num", "data-l", label);
  }
}
