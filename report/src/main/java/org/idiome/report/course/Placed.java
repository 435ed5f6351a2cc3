package org.idiome.report.course;

/// Days on an axis, from the first to the last that a time can touch.
///
/// @param from first day
/// @param to last day; equal to `from` for a day
/// @param isOpenStart the beginning was not stated
/// @param isOpenEnd the end was not stated, which is not the same as ongoing
record Placed(double from, double to, boolean isOpenStart, boolean isOpenEnd) {

  static Placed day(double day) {
    return new Placed(day, day, false, false);
  }

  static Placed days(double from, double to) {
    return new Placed(from, to, false, false);
  }

  double middle() {
    return (from + to) / 2;
  }
}
