package org.idiome.report.html;

import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.ReasonCode;
import org.idiome.report.Cards;
import org.idiome.report.FindingWords;
import org.idiome.report.Refusals;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Words;

/// What matters now: cards in the order in which they block each other, or why there is none.
final class NowSection implements HtmlReport.Section {
  private static final int MOST_LOOKS = 8;

  private final Page page;
  private final Cards cards;

  NowSection(Page page) {
    this.page = page;
    this.cards = page.account().cards();
  }

  @Override
  public String id() {
    return "now";
  }

  @Override
  public String title() {
    return "now.title";
  }

  @Override
  public String count() {
    return cards.cards().isEmpty() ? "" : Integer.toString(cards.cards().size());
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public boolean startsGroup() {
    return false;
  }

  @Override
  public void write() {
    var html = page.html();
    int count = cards.cards().size();
    var lead = count == 0 ? none() : lead(count);
    page.openSection(id(), title(), lead);
    refused();
    if (count == 0) {
      nothing();
    } else {
      html.open("div", "class", "cards");
      for (int i = 0; i < count; i++) {
        card(cards.cards().get(i), size(i, count));
      }
      html.close("div");
    }
    if (count > 0) {
      also();
      notRun();
    }
    if (cards.leftOut() > 0) {
      var more = page.say("now.more", Details.NONE.count("count", cards.leftOut()));
      html.element("p", more, "class", "note");
    }
    page.closeSection();
  }

  /// The files that could not be read, before all else: what they hold may change what follows.
  private void refused() {
    var refusals = page.account().refusals();
    var html = page.html();
    var unread = page.account().builds().line();
    if (!unread.isEmpty()) {
      html.open("div", "class", "refused").element("p", unread);
      var remedy = page.say("reason." + ReasonCode.BUILD_NOT_KNOWN.code() + ".remedy");
      html.open("ul").element("li", remedy + ".").close("ul").close("div");
    }
    if (refusals.isEmpty()) {
      return;
    }
    html.open("div", "class", "refused").element("p", refusals.line()).open("ul");
    for (var file : refusals.files().subList(0, Math.min(MOST_LOOKS, refusals.files().size()))) {
      html.open("li").element("code", ProblemText.place(file.why().place()));
      html.text(" " + Refusals.reason(file) + ". " + Refusals.remedy(file) + ".").close("li");
    }
    html.close("ul").close("div");
  }

  private String lead(int count) {
    return page.say("now.lead", Details.NONE.count("count", count));
  }

  private String none() {
    int look = page.account().worthALook().size();
    if (look > 0) {
      return page.say("now.none.look", Details.NONE.count("look", look));
    }
    if (page.account().isMostlyOpen()) {
      return page.say("now.none.mostly_open");
    }
    return page.say(page.account().refusals().isEmpty() ? "now.none" : "now.none.partly");
  }

  /// Why nothing needs a decision, and what is worth a look all the same.
  private void nothing() {
    var html = page.html();
    html.open("div", "class", "quiet");
    html.element("p", page.say("now.none.why", page.account().counts()));
    looks();
    html.close("div");
  }

  /// What was found besides, with its values: a decision about something else takes nothing from
  /// it.
  private void also() {
    if (page.account().worthALook().isEmpty()) {
      return;
    }
    var html = page.html();
    html.open("div", "class", "quiet").element("p", page.say("now.also"));
    looks();
    html.close("div");
  }

  /// What is worth a look, the first of it.
  private void looks() {
    var worth = page.account().worthALook();
    if (worth.isEmpty()) {
      return;
    }
    var html = page.html();
    html.open("ul");
    for (var finding : worth.subList(0, Math.min(MOST_LOOKS, worth.size()))) {
      html.open("li").open("a", "href", page.href(finding));
      html.text(Words.capital(FindingWords.title(finding))).close("a");
      html.element("span", FindingWords.value(finding)).close("li");
    }
    int rest = worth.size() - MOST_LOOKS;
    if (rest > 0) {
      html.element("li", page.say("now.also.more", Details.NONE.count("count", rest)));
    }
    html.close("ul");
  }

  /// What no card speaks of, because nothing of this release reads it.
  private void notRun() {
    var parts =
        GapsSection.NOT_READ.stream()
            .map(part -> Words.middle(page.say("not_run." + part)))
            .toList();
    var list = page.words().join(parts, "and");
    var html = page.html();
    html.open("p", "class", "note").text(page.say("now.not_run", Details.NONE.text("list", list)));
    html.text(" ").element("a", page.say("gaps.title"), "href", "#gaps").close("p");
  }

  /// The first card is large; the others fill rows of three, or of two where that fills them.
  private static String size(int at, int count) {
    if (at == 0) {
      return "big";
    }
    int others = count - 1;
    boolean isPair = others == 2 || others == 4 || (others == 5 && at > 3);
    if (others == 1) {
      return "big";
    }
    return isPair ? "half" : "";
  }

  private void card(Cards.Card card, String size) {
    var html = page.html();
    var verb = card.advice().verb();
    var tone = verb == Advice.Verb.SETTLE ? "q" : "a";
    html.line().open("article", "class", ("card " + tone + " " + size).strip());
    html.open("div", "class", "verb").open("span");
    html.element("b", page.say("verb." + verb.code())).close("span");
    html.element("span", page.say("priority." + card.advice().priority().code())).close("div");
    html.element("h3", card.title());
    if (!card.why().isEmpty()) {
      html.element("p", card.why());
    }
    if (!card.next().isEmpty()) {
      html.element("p", card.next(), "class", "do");
    }
    html.open("div", "class", "foot");
    page.strength(card.strength());
    html.element(
        "a",
        page.say("now.why"),
        "href",
        page.href(card.main()),
        "aria-label",
        page.say("now.why_of", Details.NONE.text("title", card.title())));
    html.close("div").close("article");
  }
}
