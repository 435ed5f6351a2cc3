package org.idiome.report.html;

import java.util.ArrayList;
import java.util.Locale;

/// The terms that this page uses, and no other.
final class GlossarySection {
  private static final String PREFIX = "gloss.term.";

  private final Page page;
  private final String written;

  /// @param length how much of the page was written before
  GlossarySection(Page page, int length) {
    this.page = page;
    this.written = page.html().written(length).toLowerCase(Locale.ROOT);
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

  private Iterable<String> terms() {
    var found = new ArrayList<String>();
    for (var code : page.words().codes()) {
      boolean isTerm = code.startsWith(PREFIX) && !code.endsWith(".text");
      if (isTerm && written.contains(page.say(code).toLowerCase(Locale.ROOT))) {
        found.add(code);
      }
    }
    return found;
  }
}
