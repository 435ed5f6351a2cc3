package org.idiome.report;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.report.words.Words;

/// The bottom line of a run, at most 40 words, by rule.
///
/// Files that could not be read come first, and those of unknown build; then what is due now, then
/// what matters before a medicine is used, then gaps; what does not fit is counted.
final class BottomLine {
  private static final int MOST_WORDS = 40;
  static final int MOST_NAMED = 5;

  private final Account account;
  private final Words words = Words.english();
  private final List<Sentence> sentences = new ArrayList<>();

  /// A sentence, and for how many cards it speaks.
  private record Sentence(String text, int cards) {}

  private BottomLine(Account account) {
    this.account = account;
  }

  static String of(Account account) {
    return new BottomLine(account).text();
  }

  private String text() {
    var refused = account.refusals().line();
    if (!refused.isEmpty()) {
      sentences.add(new Sentence(refused, 0));
    }
    var unread = account.builds().line();
    if (!unread.isEmpty()) {
      sentences.add(new Sentence(unread, 0));
    }
    var advised = account.cards().cards();
    if (advised.isEmpty()) {
      sentences.add(new Sentence(nothingNeeded(), 0));
    } else {
      advised(advised);
    }
    return joined(advised.size());
  }

  private void advised(List<Cards.Card> cards) {
    boolean isAnythingDue = false;
    var beforeUse = new ArrayList<String>();
    var gaps = new ArrayList<Sentence>();
    for (var card : cards) {
      switch (card.advice().priority()) {
        case DANGER_NOW, DECISION_DUE, BLOCKS_DECISION -> {
          isAnythingDue = true;
          sentences.add(new Sentence(sentence(line(card)), 1));
        }
        case BEFORE_USE -> beforeUse.add(Words.middle(line(card)));
        case GAP -> gaps.add(new Sentence(sentence(line(card)), 1));
      }
    }
    if (!isAnythingDue) {
      int at = sentences.size();
      sentences.add(at, new Sentence(words.say(partly("bottom.nothing_today")), 0));
    }
    if (!beforeUse.isEmpty()) {
      var list = Details.NONE.text("list", String.join("; ", beforeUse));
      sentences.add(new Sentence(words.say("bottom.before_use", list), beforeUse.size()));
    }
    sentences.addAll(gaps);
  }

  /// The code of what is said where some files were not read.
  private String partly(String code) {
    return account.refusals().isEmpty() ? code : code + ".partly";
  }

  private String joined(int cards) {
    var said = new StringBuilder(sentences.getFirst().text());
    int told = sentences.getFirst().cards();
    for (var sentence : sentences.subList(1, sentences.size())) {
      var rest = rest(cards - told - sentence.cards());
      if (count(said + " " + sentence.text() + rest) > MOST_WORDS) {
        break;
      }
      said.append(' ').append(sentence.text());
      told += sentence.cards();
    }
    return said + rest(cards - told);
  }

  private static String line(Cards.Card card) {
    return card.line().isEmpty() ? card.title() : card.line();
  }

  private String rest(int count) {
    return count <= 0 ? "" : " " + words.say("bottom.rest", Details.NONE.count("count", count));
  }

  private static String sentence(String line) {
    var text = Words.capital(line);
    return text.endsWith(".") ? text : text + ".";
  }

  private static int count(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private String nothingNeeded() {
    var counts = Details.NONE.count("questions", account.tally().all());
    if (account.tally().notAssessed() > 0) {
      counts = counts.count("open", account.tally().notAssessed());
    }
    if (account.worthALook().isEmpty()) {
      return words.say(
          account.isMostlyOpen() ? "bottom.mostly_open" : partly("bottom.nothing"), counts);
    }
    return words.say(partly("bottom.look"), counts.text("list", looks()));
  }

  private String looks() {
    var all = account.looks().stream().map(Account.Look::text).toList();
    var first = String.join("; ", all.subList(0, Math.min(MOST_NAMED, all.size())));
    int rest = all.size() - MOST_NAMED;
    return rest <= 0
        ? first
        : words.say("list.more", Details.NONE.text("first", first).count("rest", rest));
  }
}
