package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.report.FindingWords;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// An explanation as a tree that ends in file, line and row, with the value marked.
final class TreeView {
  private static final int MOST_ROWS = 60;
  private static final int DIGITS = 12;

  private final Page page;
  private final FindingWords words;
  private int rows;
  private int rowsLeftOut;

  private TreeView(Page page, Finding finding) {
    this.page = page;
    this.words = FindingWords.of(finding);
  }

  /// Writes the tree of a finding.
  static void write(Page page, Finding finding) {
    var view = new TreeView(page, finding);
    var html = page.html();
    html.open("ul", "class", "tree").open("li");
    view.said("node.claim", FindingWords.title(finding), true);
    var possibilities = possibilities(finding);
    if (possibilities.size() > 1) {
      html.open("ul");
      for (var possibility : possibilities) {
        html.open("li");
        view.said("node.possible", page.words().list(possibility), false);
        html.close("li");
      }
      html.close("ul");
    }
    view.children(finding.why().children());
    html.close("li").close("ul");
    if (view.rowsLeftOut > 0) {
      var more = page.say("tree.more_rows", Details.NONE.count("count", view.rowsLeftOut));
      html.element("p", more, "class", "note");
    }
  }

  private static List<Details> possibilities(Finding finding) {
    return finding.state() instanceof State.Found found ? found.possibilities() : List.of();
  }

  /// What a node rests on; the same said twice of one node is shown once.
  private void children(List<Explanation> all) {
    if (all.isEmpty()) {
      return;
    }
    var nodes = all.stream().distinct().toList();
    page.html().open("ul");
    int at = 0;
    while (at < nodes.size()) {
      if (nodes.get(at) instanceof Explanation.Row first) {
        var group = together(nodes, at, first.row());
        at += group.size();
        rows(group);
      } else {
        page.html().open("li");
        node(nodes.get(at));
        page.html().close("li");
        at++;
      }
    }
    page.html().close("ul");
  }

  /// Rows of one table that follow each other; a pointer stands alone.
  private static List<CitedRow> together(List<Explanation> nodes, int from, CitedRow first) {
    var group = new ArrayList<>(List.of(first));
    for (int at = from + 1; at < nodes.size(); at++) {
      if (!(nodes.get(at) instanceof Explanation.Row(CitedRow row)) || !isOfOneTable(first, row)) {
        break;
      }
      group.add(row);
    }
    return group;
  }

  private static boolean isOfOneTable(CitedRow one, CitedRow other) {
    return one.at() instanceof Locator.Line
        && other.at() instanceof Locator.Line
        && one.file().equals(other.file())
        && Objects.equals(one.header(), other.header());
  }

  private void node(Explanation node) {
    switch (node) {
      case Explanation.Claim claim -> {
        claim(claim);
        children(claim.children());
      }
      case Explanation.Rule rule -> rule(rule);
      case Explanation.Used used -> used(used);
      case Explanation.Note note ->
          said("node." + note.kind().code(), Words.capital(words.note(note)), false);
      case Explanation.Row row -> rows(List.of(row.row()));
    }
  }

  /// A claim; where it names another finding that has all of it, with a link there.
  private void claim(Explanation.Claim claim) {
    var html = page.html();
    html.open("div").element("span", page.say("node.claim"), "class", "k").open("span");
    html.element("b", Words.capital(words.claim(claim.code(), claim.details())));
    if (claim.details().get("finding") instanceof Value.Text key) {
      var named = page.account().finding(key.text());
      if (named != null && page.isShown(named)) {
        html.text(" ").element("a", page.say("tree.all_of_it"), "href", page.href(named));
      }
    }
    html.close("span").close("div");
  }

  private void said(String kind, String text, boolean isStrong) {
    var html = page.html();
    html.open("div").element("span", page.say(kind), "class", "k");
    html.element(isStrong ? "b" : "span", text).close("div");
  }

  private void rule(Explanation.Rule rule) {
    var html = page.html();
    html.open("div").element("span", page.say("node.rule"), "class", "k").open("span");
    html.text(Words.capital(words.rule(rule)) + " ");
    var source = rule.code() + " " + rule.version() + "; " + FindingWords.citation(rule.citation());
    html.element("span", source, "class", "cite").close("span").close("div");
    var below = new ArrayList<Explanation>();
    var row = rule.row();
    if (row != null) {
      below.add(new Explanation.Row(row));
    }
    below.addAll(rule.children());
    children(below);
  }

  private void used(Explanation.Used used) {
    var html = page.html();
    html.open("div").element("span", page.say("node.value"), "class", "k").open("span");
    html.text(Words.capital(words.used(used.code())) + " ");
    html.element("span", page.words().value(used.value()), "class", "v");
    html.close("span").close("div");
    children(used.children());
  }

  private void rows(List<CitedRow> group) {
    var html = page.html();
    int room = Math.max(0, MOST_ROWS - rows);
    var shown = group.subList(0, Math.min(room, group.size()));
    rowsLeftOut += group.size() - shown.size();
    rows += shown.size();
    if (shown.isEmpty()) {
      return;
    }
    html.open("li").open("span", "class", "row").open("span", "class", "at");
    html.text(place(shown));
    var hash = page.say("tree.hash", hash(shown.getFirst()));
    html.element("span", hash).close("span");
    var lines = RowLines.of(shown);
    html.open("pre", "tabindex", "0");
    if (!lines.header().isEmpty()) {
      html.open("i");
      lines.header().forEach(piece -> html.text(piece.text()));
      html.close("i").text("\n");
    }
    for (int i = 0; i < lines.lines().size(); i++) {
      html.text(i == 0 ? "" : "\n");
      for (var piece : lines.lines().get(i)) {
        if (piece.isMarked()) {
          html.element("mark", piece.text());
        } else {
          html.text(piece.text());
        }
      }
    }
    html.close("pre").close("span").close("li");
  }

  private static Details hash(CitedRow row) {
    return Details.NONE.text("hash", row.file().hash().hex().substring(0, DIGITS));
  }

  /// `file:12`, `file:2–4`, `file:2, 9`, `file:12 /pointer`.
  static String place(List<CitedRow> rows) {
    var first = rows.getFirst();
    var out = new StringBuilder(first.file().name()).append(':');
    if (!(first.at() instanceof Locator.Line)) {
      return out.append(first.at().text()).toString();
    }
    int at = 0;
    while (at < rows.size()) {
      long from = line(rows.get(at));
      long to = from;
      while (at + 1 < rows.size()
          && line(rows.get(at + 1)) - to <= 1
          && line(rows.get(at + 1)) >= to) {
        to = line(rows.get(at + 1));
        at++;
      }
      at++;
      out.append(out.charAt(out.length() - 1) == ':' ? "" : ", ").append(Figures.count(from));
      if (to > from) {
        out.append('–').append(Figures.count(to));
      }
    }
    return out.toString();
  }

  private static long line(CitedRow row) {
    return switch (row.at()) {
      case Locator.Line line -> line.number();
      case Locator.Pointer pointer -> pointer.line();
    };
  }
}
