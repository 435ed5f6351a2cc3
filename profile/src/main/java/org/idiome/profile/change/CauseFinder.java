package org.idiome.profile.change;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.finding.Finding;
import org.idiome.core.run.Software;
import org.jspecify.annotations.Nullable;

/// Names the cause of each change between two runs by replaying with one factor swapped. For one
/// thread; a replay is made when it is first needed, and once.
public final class CauseFinder {
  private final Factors factors;
  private final Replay replay;
  private final Map<Side, Map<Side, Map<String, Finding>>> made = new EnumMap<>(Side.class);

  /// From which of two runs something is taken.
  public enum Side {
    /// The older.
    BEFORE,
    /// The newer.
    AFTER
  }

  /// Interprets with the code and knowledge at hand.
  @FunctionalInterface
  public interface Replay {
    /// The findings of some data under some settings.
    List<Finding> run(Side data, Side settings);
  }

  /// In what two runs differ.
  ///
  /// @param isDataOther whether the older knew other data
  /// @param areSettingsOther whether it was asked otherwise
  /// @param isKnowledgeOther whether it had another snapshot
  /// @param isOutsideOther whether something changed outside of the person that no replay undoes
  /// @param isAfterHere whether the newer was made with the code and knowledge at hand
  public record Factors(
      boolean isDataOther,
      boolean areSettingsOther,
      boolean isKnowledgeOther,
      boolean isOutsideOther,
      Software before,
      Software after,
      boolean isAfterHere) {}

  /// Finds causes by replays.
  public CauseFinder(Factors factors, Replay replay) {
    this.factors = factors;
    this.replay = replay;
  }

  /// The cause of a change.
  public Cause of(Change change) {
    if (!factors.isAfterHere && !gives(Side.AFTER, Side.AFTER, change, change.after())) {
      return Cause.NOT_DETERMINED;
    }
    boolean isData = factors.isDataOther && gives(Side.BEFORE, Side.AFTER, change, change.before());
    boolean isSettings =
        factors.areSettingsOther && gives(Side.AFTER, Side.BEFORE, change, change.before());
    if (isData || isSettings) {
      return isData && isSettings ? Cause.DATA_OR_SETTINGS : isData ? Cause.DATA : Cause.SETTINGS;
    }
    if (gives(Side.BEFORE, Side.BEFORE, change, change.before())) {
      return factors.isDataOther && factors.areSettingsOther
          ? Cause.DATA_WITH_SETTINGS
          : Cause.NOT_DETERMINED;
    }
    return ofTheHouse(change);
  }

  /// The old inputs already give another answer: code or knowledge, where only one of them differs.
  private Cause ofTheHouse(Change change) {
    boolean isCodeOther = isCodeOther(change.shown().key().interpreter());
    if (factors.isOutsideOther) {
      return isCodeOther || factors.isKnowledgeOther ? Cause.NOT_DETERMINED : Cause.OUTSIDE;
    }
    if (isCodeOther == factors.isKnowledgeOther) {
      return Cause.NOT_DETERMINED;
    }
    return isCodeOther ? Cause.SOFTWARE : Cause.KNOWLEDGE;
  }

  private boolean isCodeOther(String interpreter) {
    return !Objects.equals(
            factors.before.interpreters().get(interpreter),
            factors.after.interpreters().get(interpreter))
        || !tables(factors.before, interpreter).equals(tables(factors.after, interpreter));
  }

  /// Digests of the rule tables that an interpreter's findings rest on: its own and those of all.
  private static Map<String, String> tables(Software software, String interpreter) {
    var tables = new HashMap<String, String>();
    software
        .ruleTables()
        .forEach((name, digest) -> {
          if (name.indexOf('/') < 0 || name.startsWith(interpreter + "/")) {
            tables.put(name, digest.hex());
          }
        });
    return tables;
  }

  private boolean gives(Side data, Side settings, Change change, @Nullable Finding wanted) {
    var found =
        made.computeIfAbsent(data, _ -> new EnumMap<>(Side.class))
            .computeIfAbsent(settings, _ -> byKey(replay.run(data, settings)));
    var key = wanted == null ? change.key() : wanted.key().text();
    var given = found.get(key);
    return Change.isSame(given == null ? found.get(change.key()) : given, wanted);
  }

  private static Map<String, Finding> byKey(List<Finding> findings) {
    var byKey = new HashMap<String, Finding>();
    findings.forEach(one -> byKey.put(one.key().text(), one));
    return byKey;
  }
}
