package org.idiome.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The terms that this page uses, and no other.
final class GlossarySection {
  private static final String PREFIX = "gloss.term.";

  private final Page page;
  private final String written;

  /// @param length how much of the page was written before
  GlossarySection(Page page, int length) {
    this.page = page;
    this.written = page.html().written(length);
  }

  void write() {
    var html = page.html();
    html.line().open("section", "id", "gloss", "aria-labelledby", "gloss-h");
    html.element("h2", page.say("gloss.title"), "id", "gloss-h");
    html.open("dl", "class", "gloss");
    for (var code : terms()) {
      html.open("div").element("dt", page.say(code));
      html.element("dd", page.say(code + ".text")).close("div");
    }
    html.close("dl").close("section");
  }

  /// A term, by the code of its words.
  private record Term(String code, String text) {}

  /// Where a word of the page begins as a term does, whatever the case, the page uses it.
  private List<String> terms() {
    var unseen = byInitial();
    var seen = new TreeSet<String>();
    boolean begins = true;
    for (int i = 0; i < written.length(); i++) {
      char at = written.charAt(i);
      if (begins) {
        see(i, unseen.get(Character.toLowerCase(at)), seen);
      }
      begins = !Character.isLetterOrDigit(at);
    }
    return List.copyOf(seen);
  }

  private void see(int at, @Nullable List<Term> terms, Set<String> seen) {
    if (terms != null) {
      terms.removeIf(term -> isAt(at, term.text) && seen.add(term.code));
    }
  }

  private boolean isAt(int at, String term) {
    return written.regionMatches(true, at, term, 0, term.length());
  }

  private Map<Character, List<Term>> byInitial() {
    var terms = new HashMap<Character, List<Term>>();
    for (var code : page.words().codes()) {
      if (code.startsWith(PREFIX) && !code.endsWith(".text")) {
        var text = page.say(code);
        terms
            .computeIfAbsent(Character.toLowerCase(text.charAt(0)), _ -> new ArrayList<>())
            .add(new Term(code, text));
      }
    }
    return terms;
  }
}
