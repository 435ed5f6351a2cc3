package org.idiome.report.text;

import java.util.ArrayList;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Strength;
import org.idiome.core.time.When;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.report.Account;
import org.idiome.report.Cards;
import org.idiome.report.Refusals;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A run on one screen: who, the bottom line, the tally, what matters now.
public final class TextSummary {
  private static final int INDENT = 2;
  private static final int VERB = 8;
  private static final int BAR = 48;
  private static final int MOST_LOOKS = 8;

  /// A command that is cut cannot be repeated.
  private static final int LONGEST_NAME = 4096;

  private final Account account;
  private final Ink ink;
  private final Words words = Words.english();
  private final Lines lines = new Lines();

  private final String who;

  private TextSummary(Account account, String who, Ink ink) {
    this.account = account;
    this.who = who;
    this.ink = ink;
  }

  /// The summary, ending with a line end.
  ///
  /// @param who as a command calls the person: an id of a store, or a folder
  public static String of(Interpreted interpreted, String who, Ink ink) {
    return new TextSummary(Account.of(interpreted), who, ink).text();
  }

  private String text() {
    var id = Lines.safe(account.run().individual().id());
    lines.line(ink.bold(id) + "  " + ink.faint(asOf()) + notices());
    lines.wrapped(INDENT, account.who()).gap();
    for (var line : Lines.wrap(Lines.safe(account.bottomLine()), Lines.WIDTH - INDENT)) {
      lines.line(" ".repeat(INDENT) + ink.bold(line));
    }
    lines.gap();
    tally();
    refused();
    for (var card : account.cards().cards()) {
      card(card);
    }
    looks();
    whereMoreStands();
    long remarks = account.run().problemCount() - account.refusals().files().size();
    if (remarks > 0) {
      var count = Details.NONE.count("count", remarks);
      lines.gap().wrapped(INDENT, words.say("text.problems", count));
    }
    return lines.end();
  }

  private String notices() {
    var out = new StringBuilder();
    for (var notice : account.notices()) {
      out.append("  ").append(ink.act(words.say(notice.code())));
    }
    return out.toString();
  }

  private String asOf() {
    var at = account.profile().at();
    return at instanceof When.NotStated
        ? words.say("fact.no_date")
        : words.say("text.as_of", Details.NONE.text("at", words.when(at)));
  }

  private void tally() {
    var tally = account.tally();
    int found = share(tally.found());
    int open = share(tally.notAssessed());
    int excluded = Math.max(0, BAR - found - open);
    if (tally.all() > 0) {
      lines.line(
          " ".repeat(INDENT)
              + ink.found("█".repeat(found))
              + ink.excluded("▒".repeat(tally.excluded() == 0 ? 0 : excluded))
              + ink.faint("░".repeat(open)));
    }
    lines.line(
        " ".repeat(INDENT)
            + ink.found("● " + part("tally.found", tally.found()))
            + "   "
            + ink.excluded("⊖ " + part("tally.excluded", tally.excluded()))
            + "   "
            + ink.faint("◌ " + part("tally.not_assessed", tally.notAssessed()))
            + "   "
            + words.say("tally.asked", account.counts()));
  }

  private int share(int count) {
    return count == 0
        ? 0
        : Math.max(1, (int) Math.round((double) BAR * count / account.tally().all()));
  }

  private String part(String code, int count) {
    return Figures.count(count) + " " + words.say(code);
  }

  /// Why files could not be read, and what mends it.
  private void refused() {
    for (var file : account.refusals().files()) {
      var verb = words.say("verb.settle");
      var padded = verb + " ".repeat(Math.max(1, VERB - verb.length()));
      lines.gap();
      lines.labelled(INDENT, ink.bold(padded), VERB, Refusals.question(file));
      lines.wrapped(INDENT + VERB, Refusals.reason(file) + ".");
      lines.wrapped(INDENT + VERB, Refusals.remedy(file) + ".");
    }
  }

  private void card(Cards.Card card) {
    lines.gap();
    var verb = words.say("verb." + card.advice().verb().code());
    var padded = verb + " ".repeat(Math.max(1, VERB - verb.length()));
    var coloured = card.advice().verb() == Advice.Verb.SETTLE ? ink.bold(padded) : ink.act(padded);
    lines.labelled(INDENT, coloured, VERB, card.title());
    if (!card.why().isEmpty()) {
      lines.wrapped(INDENT + VERB, card.why());
    }
    if (!card.next().isEmpty()) {
      lines.wrapped(INDENT + VERB, card.next());
    }
    var parts = new ArrayList<String>();
    var strength = strength(card.strength());
    if (!strength.isEmpty()) {
      parts.add(strength);
    }
    parts.add(Lines.safe(key(card.main())));
    lines.line(" ".repeat(INDENT + VERB) + ink.faint(String.join(" · ", parts)));
  }

  /// What was found and asks for nothing: a decision about something else takes nothing from it.
  private void looks() {
    var looks = account.looks();
    if (account.cards().cards().isEmpty() && !account.isMoreThanNamed()) {
      return;
    }
    if (looks.isEmpty()) {
      return;
    }
    lines.gap().line(" ".repeat(INDENT) + ink.bold(words.say("text.look")));
    for (var look : looks.subList(0, Math.min(MOST_LOOKS, looks.size()))) {
      lines.wrapped(INDENT + VERB, look.line());
      lines.line(" ".repeat(INDENT + VERB) + ink.faint(Lines.safe(key(look.finding()))));
    }
    int rest = looks.size() - MOST_LOOKS;
    if (rest > 0) {
      lines.wrapped(INDENT + VERB, words.say("text.look.more", Details.NONE.count("count", rest)));
    }
  }

  private void whereMoreStands() {
    var named = Details.NONE.text("who", Quoted.text(who, LONGEST_NAME));
    if (!account.cards().cards().isEmpty()) {
      lines.gap();
      faint(words.say("text.explain", named));
      return;
    }
    boolean isOpen = account.tally().notAssessed() > 0;
    if (isOpen || !account.looks().isEmpty()) {
      lines.gap();
      faint(words.say("text.explain.all", named));
    }
    if (isOpen) {
      faint(words.say("text.explain.open"));
    }
  }

  private void faint(String text) {
    lines.line(" ".repeat(INDENT) + ink.faint(text));
  }

  private String strength(@Nullable Strength strength) {
    if (strength == null) {
      return "";
    }
    var word = words.say("strength." + strength.level().code());
    return strength.grade() == null ? word : word + ", " + Lines.safe(strength.grade());
  }

  /// The key by which `explain` finds it.
  private static String key(Finding finding) {
    return finding.key().text();
  }
}
