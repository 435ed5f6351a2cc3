package org.idiome.report.course;

/// A row of the table that says the same as the chart.
///
/// @param date when, in words
/// @param what what it is about
/// @param value what was said or measured
/// @param stateCode code of the words for what it amounts to
public record CourseRow(String date, String what, String value, String stateCode) {}
