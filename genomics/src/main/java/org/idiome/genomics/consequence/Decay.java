package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether decay of the messenger is predicted, by the place of its new stop.
///
/// By Nagy & Maquat 1998 (doi:10.1016/S0968-0004(98)01208-0) and Lindeboom 2016
/// (doi:10.1038/ng.3664), with the limits of aenmd. Junctions of all exons count.
///
/// @param rules by which it is predicted to escape, all of those that hold; none where it decays
public record Decay(State state, Set<Rule> rules) {
  /// What is predicted.
  public enum State {
    /// Decay.
    DECAY,
    /// Escape from it.
    ESCAPE,
    /// No new stop before the end of the messenger is known.
    NOT_ASSESSED;

    /// The word used in tables.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why a messenger escapes.
  public enum Rule {
    /// The stop is in the last exon.
    LAST_EXON,
    /// It ends close before the last junction.
    LAST_JUNCTION,
    /// It is among the first bases of the coding sequence.
    FIRST_BASES,
    /// It is in a long exon.
    LONG_EXON,
    /// There is one exon.
    ONE_EXON;

    /// The word used in tables.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Nothing is predicted.
  static final Decay NOT_ASSESSED = new Decay(State.NOT_ASSESSED, Set.of());

  /// Copies the rules.
  public Decay {
    var copy = EnumSet.noneOf(Rule.class);
    copy.addAll(rules);
    rules = copy;
  }

  /// The prediction for a new stop.
  ///
  /// @param stopAt first base of the stop in the altered messenger
  /// @param codingStart first base of the coding sequence in the altered messenger
  /// @param junctions behind the last base of each exon but the last, in the altered messenger
  /// @param length bases of the altered messenger
  static Decay of(int stopAt, int codingStart, List<Integer> junctions, int length) {
    int stopEnd = stopAt + 3;
    var rules = EnumSet.noneOf(Rule.class);
    if (stopEnd - codingStart <= Limit.FIRST_BASES) {
      rules.add(Rule.FIRST_BASES);
    }
    if (junctions.isEmpty()) {
      rules.add(Rule.ONE_EXON);
    } else {
      int last = junctions.getLast();
      if (stopEnd > last) {
        rules.add(Rule.LAST_EXON);
      } else if (last - stopEnd <= Limit.LAST_JUNCTION) {
        rules.add(Rule.LAST_JUNCTION);
      }
    }
    int from = 0;
    int to = length;
    for (int junction : junctions) {
      if (junction < stopEnd) {
        from = junction;
      } else {
        to = junction;
        break;
      }
    }
    if (to - from > Limit.LONG_EXON) {
      rules.add(Rule.LONG_EXON);
    }
    return new Decay(rules.isEmpty() ? State.DECAY : State.ESCAPE, rules);
  }

  /// The prediction for what changes of one copy do.
  static Decay of(Messenger messenger, List<Edit> edits, ProteinChange change) {
    var transcript = messenger.transcript();
    var coding = transcript.coding();
    if (coding == null || !change.isPremature() || change.stopAt() < 0) {
      return NOT_ASSESSED;
    }
    var junctions = new ArrayList<Integer>();
    for (int exon = 0; exon + 1 < transcript.exons(); exon++) {
      junctions.add(moved(transcript.exonEnd(exon), edits));
    }
    return of(
        change.stopAt(),
        moved(coding.start(), edits),
        junctions,
        moved(transcript.lengthBases(), edits));
  }

  private static int moved(int at, List<Edit> edits) {
    int moved = at;
    for (var edit : edits) {
      moved += edit.to() <= at ? edit.delta() : 0;
    }
    return moved;
  }
}
