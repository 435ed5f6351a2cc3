package org.idiome.report.text;

import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.source.CitedRow;
import org.idiome.report.FindingWords;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Words;

/// A finding and why, down to file, line and row.
public final class ExplainText {
  private static final int STEP = 2;
  private static final int LABEL = 9;
  private static final int LONGEST_ROW = 400;

  private final FindingWords speaker;
  private final Ink ink;
  private final Words words = Words.english();
  private final Lines lines = new Lines();

  private ExplainText(Finding finding, Ink ink) {
    this.speaker = FindingWords.of(finding);
    this.ink = ink;
  }

  /// The explanation of one finding, ending with a line end.
  public static String of(Finding finding, Ink ink) {
    var text = new ExplainText(finding, ink);
    text.write(finding);
    return text.lines.end();
  }

  /// All findings, a line each: state, claim, value, and the key to ask for.
  public static String list(List<Finding> findings, Ink ink) {
    var words = Words.english();
    var lines = new Lines();
    for (var finding : findings) {
      var state = words.say("state." + finding.state().code());
      var padded =
          mark(finding.state()) + " " + state + " ".repeat(Math.max(1, 13 - state.length()));
      var value = FindingWords.value(finding);
      var claim = Words.capital(FindingWords.title(finding));
      lines.line(
          coloured(ink, finding.state(), padded)
              + Lines.safe(value.isEmpty() ? claim : claim + ": " + value));
      lines.line(" ".repeat(15) + ink.faint(Lines.safe(finding.key().text())));
    }
    return lines.end();
  }

  private static String mark(State state) {
    return switch (state) {
      case State.Found _ -> "●";
      case State.Excluded _ -> "⊖";
      case State.NotAssessed _ -> "◌";
    };
  }

  private static String coloured(Ink ink, State state, String text) {
    return switch (state) {
      case State.Found _ -> ink.found(text);
      case State.Excluded _ -> ink.excluded(text);
      case State.NotAssessed _ -> ink.faint(text);
    };
  }

  private void write(Finding finding) {
    var state = mark(finding.state()) + " " + words.say("state." + finding.state().code());
    var strength = FindingWords.strength(finding);
    lines.line(
        coloured(ink, finding.state(), state)
            + (strength == null ? "" : "  " + ink.faint(strength + grade(finding)))
            + "  "
            + ink.faint(Lines.safe(finding.key().text())));
    lines.line(ink.bold(Lines.safe(Words.capital(FindingWords.title(finding)))));
    said("", FindingWords.value(finding));
    said("", FindingWords.sub(finding));
    if (finding.state() instanceof State.Found found && found.isAmbiguous()) {
      for (var possibility : found.possibilities()) {
        said(words.say("node.possible"), words.list(possibility));
      }
    }
    children(finding.why().children(), 0);
    var advice = finding.advice();
    if (advice != null) {
      lines.gap();
      said(words.say("verb." + advice.verb().code()), FindingWords.advice(finding, advice, ""));
      said("", FindingWords.advice(finding, advice, ".do"));
    }
  }

  private static String grade(Finding finding) {
    var strength = finding.strength();
    return strength == null || strength.grade() == null ? "" : ", " + Lines.safe(strength.grade());
  }

  private void said(String label, String text) {
    if (!text.isEmpty()) {
      node(0, label, Words.capital(text));
    }
  }

  private void children(List<Explanation> nodes, int depth) {
    nodes.stream().distinct().forEach(node -> explain(node, depth));
  }

  private void explain(Explanation node, int depth) {
    switch (node) {
      case Explanation.Claim claim -> {
        var said = speaker.claim(claim.code(), claim.details());
        node(depth, words.say("node.claim"), Words.capital(said));
        children(claim.children(), depth + 1);
      }
      case Explanation.Rule rule -> {
        node(depth, words.say("node.rule"), Words.capital(speaker.rule(rule)));
        var source = rule.code() + " " + rule.version() + "; ";
        node(depth, "", source + FindingWords.citation(rule.citation()));
        if (rule.row() != null) {
          row(rule.row(), depth + 1);
        }
        children(rule.children(), depth + 1);
      }
      case Explanation.Used used -> {
        var value = speaker.used(used.code()) + " " + words.value(used.value());
        node(depth, words.say("node.value"), Words.capital(value));
        children(used.children(), depth + 1);
      }
      case Explanation.Note note ->
          node(depth, words.say("node." + note.kind().code()), Words.capital(speaker.note(note)));
      case Explanation.Row row -> row(row.row(), depth);
    }
  }

  private void node(int depth, String label, String text) {
    var padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
    lines.labelled(STEP * (depth + 1), ink.faint(padded), padded.length(), text);
  }

  private void row(CitedRow row, int depth) {
    var indent = " ".repeat(STEP * (depth + 1) + LABEL);
    var place = row.file().name() + ":" + row.at().text();
    var hash = words.say("tree.hash", Details.NONE.text("hash", row.file().hash().shortHex()));
    lines.line(indent + ink.found(Lines.safe(place)) + "  " + ink.faint(hash));
    if (row.header() != null) {
      lines.line(indent + ink.faint(Quoted.text(untabbed(row.header()), LONGEST_ROW)));
    }
    lines.line(indent + marked(row));
  }

  private String marked(CitedRow row) {
    var text = untabbed(row.text());
    var mark = row.mark() == null ? "" : untabbed(row.mark());
    int at = mark.isEmpty() ? -1 : text.indexOf(mark);
    if (at < 0 || text.length() > LONGEST_ROW) {
      return Quoted.text(text, LONGEST_ROW);
    }
    return Lines.safe(text.substring(0, at))
        + ink.marked(Lines.safe(mark))
        + Lines.safe(text.substring(at + mark.length()));
  }

  private static String untabbed(String text) {
    return text.replace("\t", "  ").replace("\n", " ");
  }
}
