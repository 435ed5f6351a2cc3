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
/// Shown are findings with advice and what was found; of a small area everything. Within an area:
/// advice by priority, then found, not assessed, excluded, graded before ungraded, then key.
public final class Areas {
  private static final int SMALL = 14;
  private static final int MOST_SHOWN = 14;
  private static final int MOST_FOLDED = 30;
  private static final int MOST_LINES = 60;

  /// What is counted of every layer; its place is the table of what is known.
  private static final String INVENTORY = "inventory";

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
          .thenComparingInt(Areas::place)
          .thenComparing(finding -> finding.strength() == null)
          .thenComparing(Finding::key);

  private Areas() {}

  private static int place(Finding finding) {
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

  /// What is known of the layers comes last: it is the ground of the other areas.
  private static int rank(Area area) {
    return switch (area.interpreter()) {
      case "pharmacogenes" -> 0;
      case "laboratory" -> 1;
      case INVENTORY -> 3;
      default -> 2;
    };
  }

  private static Area area(String interpreter, List<Finding> findings) {
    var sorted = new ArrayList<>(findings);
    sorted.sort(ORDER);
    int needed =
        sorted.size() <= SMALL
            ? sorted.size()
            : (int) sorted.stream().filter(Areas::isNeeded).count();
    int shown = interpreter.equals(INVENTORY) ? 0 : Math.min(MOST_SHOWN, needed);
    int folded = Math.min(shown + MOST_FOLDED, sorted.size());
    int lines = Math.min(folded + MOST_LINES, sorted.size());
    return new Area(
        interpreter,
        sorted.subList(0, shown),
        sorted.subList(shown, folded),
        sorted.subList(folded, lines),
        sorted.size() - lines);
  }

  private static boolean isNeeded(Finding finding) {
    return finding.advice() != null || finding.state() instanceof State.Found;
  }
}
