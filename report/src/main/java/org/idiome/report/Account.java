package org.idiome.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Statement;
import org.idiome.core.run.Run;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A run and its profile, ordered for a reader.
public final class Account {
  private static final int MOST_WORDS = 40;
  private static final int MOST_NAMED = 5;

  private final Run run;
  private final Profile profile;
  private final Words words = Words.english();
  private final Tally tally;
  private final Cards cards;
  private final List<Medicines.Medicine> medicines;
  private final Map<String, Finding> byKey = new HashMap<>();

  private Account(Run run, Profile profile) {
    this.run = run;
    this.profile = profile;
    this.tally = Tally.of(run.findings());
    this.cards = Cards.of(run.findings());
    this.medicines = Medicines.of(profile, run.findings());
    run.findings().forEach(finding -> byKey.put(finding.key().text(), finding));
  }

  /// Orders what a run holds.
  public static Account of(Interpreted interpreted) {
    return new Account(interpreted.run(), interpreted.profile());
  }

  /// The run.
  public Run run() {
    return run;
  }

  /// The profile, with everything that a report may show.
  public Profile profile() {
    return profile;
  }

  /// How many findings of each state.
  public Tally tally() {
    return tally;
  }

  /// What matters now.
  public Cards cards() {
    return cards;
  }

  /// Findings by area.
  public List<Areas.Area> areas() {
    return Areas.of(run.findings());
  }

  /// Medicines taken, ended and not recorded.
  public List<Medicines.Medicine> medicines() {
    return medicines;
  }

  /// How many more drugs guidelines speak about.
  public int otherDrugs() {
    return Medicines.others(medicines, run.findings()).size();
  }

  /// What others concluded.
  public List<Statement> outside() {
    return Outside.of(profile);
  }

  /// What was not assessed.
  public Gaps gaps() {
    return Gaps.of(run.findings());
  }

  /// What must be said wherever the report is seen.
  public List<Notice> notices() {
    return Notice.of(profile);
  }

  /// Who it is about, in one line: sex, age, diagnoses, medicines taken now.
  public String who() {
    return Who.line(this);
  }

  /// The bottom line, at most 40 words, by rule: what is due now, then what matters before a
  /// medicine is used, then the gaps; what does not fit is counted.
  public String bottomLine() {
    var advised = cards.cards();
    if (advised.isEmpty()) {
      return nothingNeeded();
    }
    var sentences = new ArrayList<Sentence>();
    boolean isAnythingDue = false;
    var beforeUse = new ArrayList<String>();
    for (var card : advised) {
      switch (card.advice().priority()) {
        case DANGER_NOW, DECISION_DUE, BLOCKS_DECISION -> {
          isAnythingDue = true;
          sentences.add(new Sentence(sentence(line(card)), 1));
        }
        case BEFORE_USE -> beforeUse.add(Words.middle(line(card)));
        case GAP -> {}
      }
    }
    if (!isAnythingDue) {
      sentences.addFirst(new Sentence(words.say("bottom.nothing_today"), 0));
    }
    if (!beforeUse.isEmpty()) {
      var list = Details.NONE.text("list", String.join("; ", beforeUse));
      sentences.add(new Sentence(words.say("bottom.before_use", list), beforeUse.size()));
    }
    for (var card : advised) {
      if (card.advice().priority() == Advice.Priority.GAP) {
        sentences.add(new Sentence(sentence(line(card)), 1));
      }
    }
    return joined(sentences, advised.size());
  }

  /// A sentence, and for how many cards it speaks.
  private record Sentence(String text, int cards) {}

  private String joined(List<Sentence> sentences, int cards) {
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
    var worth = worthALook();
    if (worth.isEmpty()) {
      return words.say(isMostlyOpen() ? "bottom.mostly_open" : "bottom.nothing", counts());
    }
    var names = worth.stream().map(finding -> Words.middle(finding.subject().label())).distinct();
    var list = String.join("; ", names.limit(MOST_NAMED).toList());
    return words.say("bottom.look", counts().count("look", worth.size()).text("list", list));
  }

  /// Whether more questions stayed open than were answered.
  public boolean isMostlyOpen() {
    return 2 * tally.notAssessed() > tally.all();
  }

  /// Findings that were found, graded, and ask for nothing: worth a look where nothing needs one.
  public List<Finding> worthALook() {
    return run.findings().stream()
        .filter(finding -> finding.state() instanceof State.Found)
        .filter(finding -> finding.strength() != null && finding.advice() == null)
        .filter(Areas::isOfKindThatIsShown)
        .toList();
  }

  /// The counts of the tally, for sentences: `questions`, `found`, `excluded`, `open`, `files`.
  public Details counts() {
    return Details.NONE
        .count("questions", tally.all())
        .count("found", tally.found())
        .count("excluded", tally.excluded())
        .count("open", tally.notAssessed())
        .count("files", run.files().size());
  }

  /// A finding by its key, or null.
  public @Nullable Finding finding(String key) {
    return byKey.get(key);
  }
}
