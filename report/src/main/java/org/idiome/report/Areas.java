package org.idiome.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;

/// Findings by area: those that a decision needs, then the others folded away, then a line each.
///
/// Which kinds are shown is a table ([Places]). Within an area: advice by priority, then the kind's
/// place in the table, then found, not assessed, excluded, then key.
public final class Areas {
  private static final int MOST_SHOWN = 14;
  private static final int MOST_FOLDED = 16;
  private static final int MOST_LINES = 60;

  /// An area is what one interpreter found.
  ///
  /// @param interpreter its name
  /// @param shown findings with their explanation
  /// @param folded findings with their explanation, behind one more click
  /// @param lines findings as one line of a table
  /// @param leftOut how many more there are
  public record Area(
      String interpreter,
      List<Finding> shown,
      List<Finding> folded,
      List<Finding> lines,
      int leftOut) {
    /// Copies the lists.
    public Area {
      shown = List.copyOf(shown);
      folded = List.copyOf(folded);
      lines = List.copyOf(lines);
    }

    /// All of its findings.
    public int count() {
      return shown.size() + folded.size() + lines.size() + leftOut;
    }
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(
              Finding::advice,
              Comparator.nullsLast(Comparator.comparing(advice -> advice.priority())))
          .thenComparingInt(finding -> Places.of(finding).rank())
          .thenComparingInt(Areas::state)
          .thenComparing(Finding::key);

  private Areas() {}

  private static int state(Finding finding) {
    return switch (finding.state()) {
      case State.Found _ -> 0;
      case State.NotAssessed _ -> 1;
      case State.Excluded _ -> 2;
    };
  }

  static List<Area> of(List<Finding> findings) {
    var byInterpreter = new TreeMap<String, List<Finding>>();
    for (var finding : findings) {
      byInterpreter
          .computeIfAbsent(finding.key().interpreter(), _ -> new ArrayList<>())
          .add(finding);
    }
    var areas = new ArrayList<Area>();
    for (Map.Entry<String, List<Finding>> entry : byInterpreter.entrySet()) {
      areas.add(area(entry.getKey(), entry.getValue()));
    }
    areas.sort(Comparator.comparingInt(Areas::rank).thenComparing(Area::interpreter));
    return areas;
  }

  /// The first place of its kinds in the table.
  private static int rank(Area area) {
    int rank = Integer.MAX_VALUE;
    for (var finding : area.shown().isEmpty() ? area.folded() : area.shown()) {
      rank = Math.min(rank, Places.of(finding).rank());
    }
    return rank;
  }

  private static Area area(String interpreter, List<Finding> findings) {
    var sorted = new ArrayList<>(findings);
    sorted.sort(ORDER);
    var shown = new ArrayList<Finding>();
    var others = new ArrayList<Finding>();
    for (var finding : sorted) {
      (isShown(finding) && shown.size() < MOST_SHOWN ? shown : others).add(finding);
    }
    int folded = Math.min(MOST_FOLDED, others.size());
    int lines = Math.min(folded + MOST_LINES, others.size());
    return new Area(
        interpreter,
        shown,
        others.subList(0, folded),
        others.subList(folded, lines),
        others.size() - lines);
  }

  private static boolean isShown(Finding finding) {
    return finding.advice() != null
        || switch (Places.of(finding).shown()) {
          case ALWAYS -> true;
          case FOUND -> finding.state() instanceof State.Found;
          case ADVISED -> false;
        };
  }

  /// Whether a finding stands among those that are shown.
  static boolean isOfKindThatIsShown(Finding finding) {
    return Places.of(finding).shown() != Places.When.ADVISED;
  }
}
