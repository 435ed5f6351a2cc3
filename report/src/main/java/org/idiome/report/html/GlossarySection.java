package org.idiome.report.html;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /// Where a word of the page begins as a term does, whatever the case, the page uses it.
  private List<String> terms() {
    var unseen = all();
    var initials = initials(unseen.values());
    var found = new TreeMap<String, String>();
    for (int i = 0; i < written.length() && !unseen.isEmpty(); i++) {
      if (initials.get(written.charAt(i)) && begins(i)) {
        int at = i;
        unseen.forEach((code, term) -> {
          if (written.regionMatches(true, at, term, 0, term.length())) {
            found.put(code, term);
          }
        });
        unseen.keySet().removeAll(found.keySet());
      }
    }
    return List.copyOf(found.keySet());
  }

  private boolean begins(int i) {
    return i == 0 || !Character.isLetterOrDigit(written.charAt(i - 1));
  }

  private Map<String, String> all() {
    var terms = new TreeMap<String, String>();
    for (var code : page.words().codes()) {
      if (code.startsWith(PREFIX) && !code.endsWith(".text")) {
        terms.put(code, page.say(code));
      }
    }
    return terms;
  }

  private static BitSet initials(Iterable<String> terms) {
    var initials = new BitSet();
    for (var term : terms) {
      initials.set(Character.toLowerCase(term.charAt(0)));
      initials.set(Character.toUpperCase(term.charAt(0)));
    }
    return initials;
  }
}
