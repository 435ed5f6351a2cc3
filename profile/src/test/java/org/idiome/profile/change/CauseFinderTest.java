package org.idiome.profile.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.run.Software;
import org.idiome.profile.change.CauseFinder.Side;
import org.junit.jupiter.api.Test;

/// The rule of a cause, on replays that are stated row by row.
class CauseFinderTest {
  private static final Software ONE = software("1");
  private static final Software TWO = software("2");

  private static Software software(String version) {
    return new Software("r", new TreeMap<>(Map.of("lab", version)), new TreeMap<>());
  }

  private static Finding finding(String value) {
    return new Finding(
        new FindingKey("lab", "interval", "K", "."),
        List.of(),
        new Coded("K", null),
        State.found(Details.NONE.text("value", value)),
        null,
        null,
        new Explanation.Claim("c", Details.NONE, List.of()),
        "1");
  }

  private static Change change() {
    return Change.between(List.of(finding("old")), List.of(finding("new"))).getFirst();
  }

  /// @param answers of old data with new settings, new data with old settings, all old
  private static Cause cause(
      boolean isDataOther,
      boolean areSettingsOther,
      boolean isKnowledgeOther,
      Software before,
      String... answers) {
    var factors =
        new CauseFinder.Factors(
            isDataOther, areSettingsOther, isKnowledgeOther, false, before, TWO, true);
    return new CauseFinder(factors, (data, settings) -> replay(data, settings, answers))
        .of(change());
  }

  private static List<Finding> replay(Side data, Side settings, String... answers) {
    boolean isOldData = data == Side.BEFORE;
    boolean areOldSettings = settings == Side.BEFORE;
    if (!isOldData && !areOldSettings) {
      return List.of(finding("new"));
    }
    return List.of(finding(answers[!areOldSettings ? 0 : isOldData ? 2 : 1]));
  }

  @Test
  void oldDataThatUndoItAreTheCause() {
    assertThat(cause(true, true, false, TWO, "old", "new", "old")).isEqualTo(Cause.DATA);
    assertThat(cause(true, false, false, TWO, "old", "new", "old")).isEqualTo(Cause.DATA);
  }

  @Test
  void oldSettingsThatUndoItAreTheCause() {
    assertThat(cause(true, true, false, TWO, "new", "old", "old")).isEqualTo(Cause.SETTINGS);
    assertThat(cause(true, true, false, TWO, "old", "old", "old"))
        .isEqualTo(Cause.DATA_OR_SETTINGS);
  }

  @Test
  void onlyTogetherIsAnAnswer() {
    assertThat(cause(true, true, false, TWO, "new", "new", "old"))
        .isEqualTo(Cause.DATA_WITH_SETTINGS);
  }

  /// DESIGN section 3: only where a version differs and the old inputs already differ.
  @Test
  void softwareIsNamedOnlyWhereAVersionDiffers() {
    assertThat(cause(true, false, false, ONE, "new", "new", "new")).isEqualTo(Cause.SOFTWARE);
    assertThat(cause(true, false, false, TWO, "new", "new", "new")).isEqualTo(Cause.NOT_DETERMINED);
    assertThat(cause(true, false, false, ONE, "old", "new", "old")).isEqualTo(Cause.DATA);
  }

  @Test
  void knowledgeAndSoftwareTogetherAreNotTakenApart() {
    assertThat(cause(false, false, true, TWO, "new", "new", "new")).isEqualTo(Cause.KNOWLEDGE);
    assertThat(cause(false, false, true, ONE, "new", "new", "new")).isEqualTo(Cause.NOT_DETERMINED);
  }

  @Test
  void whatCannotBeMadeAgainIsNotDetermined() {
    var factors = new CauseFinder.Factors(true, false, false, false, TWO, TWO, false);
    assertThat(new CauseFinder(factors, (_, _) -> List.of(finding("other"))).of(change()))
        .isEqualTo(Cause.NOT_DETERMINED);
  }

  @Test
  void eachReplayIsMadeOnce() {
    var made = new ArrayList<String>();
    var finder =
        new CauseFinder(
            new CauseFinder.Factors(true, true, false, false, TWO, TWO, true),
            (data, settings) -> {
              made.add(data + " " + settings);
              return List.of(finding("new"));
            });
    for (int i = 0; i < 2; i++) {
      assertThat(finder.of(change())).isEqualTo(Cause.NOT_DETERMINED);
    }
    assertThat(made).containsExactly("BEFORE AFTER", "AFTER BEFORE", "BEFORE BEFORE");
  }

  @Test
  void joinsFindingsByKeyAndAlias() {
    var old = finding("old");
    var renamed =
        new Finding(
            new FindingKey("lab", "interval", "K2", "."),
            List.of(old.key().text()),
            old.subject(),
            old.state(),
            new Strength(Strength.Level.WEAK, null),
            null,
            old.why(),
            "1");
    assertThat(Change.between(List.of(old), List.of(renamed)))
        .singleElement()
        .isEqualTo(new Change(Change.Kind.STRENGTH, old, renamed));
    assertThat(Change.between(List.of(old), List.of(finding("old")))).isEmpty();
    assertThat(Change.between(List.of(), List.of(old)))
        .containsExactly(new Change(Change.Kind.NEW, null, old));
    assertThat(Change.between(List.of(old), List.of()))
        .containsExactly(new Change(Change.Kind.GONE, old, null));
  }
}
