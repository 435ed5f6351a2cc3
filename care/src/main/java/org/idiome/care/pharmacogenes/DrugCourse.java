package org.idiome.care.pharmacogenes;

import org.idiome.core.observation.Statement;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;

/// What the record says of the end of a drug.
public enum DrugCourse {
  /// A stated end lies after the clinical date.
  UNTIL_LATER,
  /// No end is stated: it may be taken, and nobody says so.
  END_NOT_STATED,
  /// It ended by the clinical date, or was stopped.
  OVER;

  /// Why a whole course ended, where the record says so: it was stopped, even if nobody says when.
  private static final String END_REASON = "course_end_reason";

  /// Reads one statement about a drug at the clinical date.
  public static DrugCourse of(Statement statement, When at) {
    var end = statement.when() instanceof When.Interval interval ? interval.end() : null;
    if (end == null) {
      return statement.qualifier(END_REASON) == null ? END_NOT_STATED : OVER;
    }
    var last = end.lastDay();
    var today = at.lastDay();
    boolean isBy = last != null && today != null && !last.isAfter(today);
    return isBy || end.order(at) == Order.BEFORE ? OVER : UNTIL_LATER;
  }
}
