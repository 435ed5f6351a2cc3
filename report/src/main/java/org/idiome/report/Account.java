package org.idiome.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Run run;
  private final Profile profile;
  private final Tally tally;
  private final Refusals refusals;
  private final Builds builds;
  private final Cards cards;
  private final List<Medicines.Medicine> medicines;
  private final Map<String, Finding> byKey = new HashMap<>();

  private Account(Run run, Profile profile) {
    this.run = run;
    this.profile = profile;
    this.tally = Tally.of(run.findings());
    this.refusals = Refusals.of(run);
    this.builds = Builds.of(profile);
    this.cards = Cards.of(Who.hasDied(profile) ? List.of() : run.findings());
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

  /// The files that could not be read.
  public Refusals refusals() {
    return refusals;
  }

  /// The genome builds of the variant files.
  public Builds builds() {
    return builds;
  }

  /// The bottom line, at most 40 words, by rule.
  public String bottomLine() {
    return BottomLine.of(this);
  }

  /// Whether more questions stayed open than were answered.
  public boolean isMostlyOpen() {
    return 2 * tally.notAssessed() > tally.all();
  }

  /// Findings that were found, graded, and ask for nothing: worth a look all the same, what lies
  /// farthest outside of its interval first.
  public List<Finding> worthALook() {
    return Farthest.sorted(
        run.findings().stream()
            .filter(finding -> finding.state() instanceof State.Found)
            .filter(finding -> finding.strength() != null && finding.advice() == null)
            .filter(Areas::isOfKindThatIsShown)
            .toList());
  }

  /// What is worth a look, each thing once, with the first value that was found of it.
  public List<Look> looks() {
    var looks = new LinkedHashMap<String, Look>();
    for (var finding : worthALook()) {
      var name = Words.middle(finding.subject().label());
      looks.putIfAbsent(name, new Look(name, FindingWords.value(finding), finding));
    }
    return List.copyOf(looks.values());
  }

  /// Whether more is worth a look than the bottom line names where nothing needs a decision.
  public boolean isMoreThanNamed() {
    return looks().size() > BottomLine.MOST_NAMED;
  }

  /// A thing that is worth a look.
  ///
  /// @param value empty where the finding has none
  public record Look(String name, String value, Finding finding) {
    /// Both in a few words.
    public String text() {
      return value.isEmpty() ? name : name + " (" + value + ")";
    }

    /// What is claimed of it, and its value.
    public String line() {
      var title = Words.capital(FindingWords.title(finding));
      return value.isEmpty() ? title : title + ": " + value;
    }
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
