package org.idiome.core.time;

/// How many days lie between two times, as far as they are known.
///
/// From 2024-02-28 to 2024-03-01 it is 2; from January to March 2023 it is 29 to 89.
public sealed interface DaysBetween {

  /// Days from the fewest to the most possible; negative where the second time comes first.
  record Range(long least, long most) implements DaysBetween {
    /// Refuses an inverted range.
    public Range {
      if (most < least) {
        throw new IllegalArgumentException("not a range of days: " + least + " to " + most);
      }
    }

    /// Whether only one number is possible.
    public boolean isCertain() {
      return least == most;
    }
  }

  /// The two stand on scales that nothing joins, or one has an open end.
  record CannotBeSaid() implements DaysBetween {}

  /// Days from one time to another: calendar days each in its own zone, days of a study, days of
  /// age.
  ///
  /// A study may have a day 0 or none (CDISC); across the two signs both are possible.
  static DaysBetween of(When from, When to) {
    var first = DaySpan.of(from);
    var second = DaySpan.of(to);
    if (first == null || second == null || first.scale() != second.scale()) {
      return new CannotBeSaid();
    }
    long least = second.first() - first.last();
    long most = second.last() - first.first();
    boolean isStudy = first.scale() == WhenOrder.Scale.STUDY;
    return new Range(
        isStudy && first.last() < 0 && second.first() > 0 ? least - 1 : least,
        isStudy && first.first() > 0 && second.last() < 0 ? most + 1 : most);
  }
}
