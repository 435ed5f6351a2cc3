package org.idiome.knowledge.diff;

import java.util.Comparator;
import org.idiome.knowledge.release.Attributes;

/// A claim that two snapshots make otherwise.
///
/// @param subject as the later snapshot has it, of a claim that it does not make as the earlier
/// @param before what it said, or none where it is new
/// @param after what it says, or none where it is gone
/// @param rowsBefore `file:line` of the earlier release, several separated by semicolons
/// @param rowsAfter of the later one
public record Change(
    Kind kind,
    String source,
    String subject,
    String predicate,
    String object,
    Attributes qualifiers,
    Attributes before,
    Attributes after,
    String rowsBefore,
    String rowsAfter) {

  /// By kind, subject, predicate, object and qualifiers in code-point order; then by source.
  public static final Comparator<Change> ORDER =
      Comparator.comparing(Change::kind)
          .thenComparing(Change::subject, CodePoints.ORDER)
          .thenComparing(Change::predicate, CodePoints.ORDER)
          .thenComparing(Change::object, CodePoints.ORDER)
          .thenComparing(change -> change.qualifiers().toString(), CodePoints.ORDER)
          .thenComparing(Change::source, CodePoints.ORDER)
          .thenComparing(Change::rowsBefore)
          .thenComparing(Change::rowsAfter);

  /// How it is otherwise; in the order of their names.
  public enum Kind {
    /// The later snapshot makes it.
    ADDED,
    /// Both make it, with another level, polarity, value or set of citations.
    CHANGED,
    /// Both make it; an identifier was replaced.
    IDENTIFIER,
    /// The earlier snapshot made it.
    REMOVED
  }

  /// Whether either end of the claim is this concept.
  public boolean isAbout(String concept) {
    return subject.equals(concept) || object.equals(concept);
  }
}
