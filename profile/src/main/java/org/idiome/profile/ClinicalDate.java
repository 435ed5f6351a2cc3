package org.idiome.profile;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.time.When;

/// The date that decides what has happened, how old the person is and which drugs are taken now.
///
/// Given by the setting `at`; otherwise the latest beginning of anything recorded ([LatestTime]).
final class ClinicalDate {
  private ClinicalDate() {}

  /// Reads the setting.
  ///
  /// @throws DateTimeException unless it is a calendar day or `day N`
  static When parse(String text) {
    if (text.startsWith("day ")) {
      try {
        return new When.StudyDay(Integer.parseInt(text.substring("day ".length())));
      } catch (NumberFormatException e) {
        throw new DateTimeException("not a study day: " + text, e);
      }
    }
    if (When.parse(text) instanceof When.Day day) {
      return day;
    }
    throw new DateTimeException("not a calendar day: " + text);
  }

  /// The person without what surely began after the date.
  static Person cut(Person person, When at) {
    Predicate<When> kept = when -> !beginsAfter(when, at, person.individual().born());
    var quantities = new TreeMap<>(person.quantities());
    quantities.replaceAll((_, columns) -> cut(columns, kept));
    var statements = new ArrayList<>(person.statements());
    statements.removeIf(statement -> !kept.test(statement.when()));
    var images = new ArrayList<>(person.images());
    images.removeIf(image -> !kept.test(image.when()));
    var specimens = new ArrayList<>(person.specimens());
    specimens.removeIf(specimen -> !kept.test(specimen.collected()));
    return new Person(
        person.individual(),
        person.references(),
        person.written(),
        specimens,
        statements,
        images,
        quantities,
        person.genomes(),
        person.sources(),
        person.problems(),
        person.problemCount(),
        person.rowText(),
        person.settlements(),
        person.elsewhere());
  }

  private static QuantityColumns cut(QuantityColumns columns, Predicate<When> kept) {
    var builder = QuantityColumns.of(columns.layer());
    for (int row = 0; row < columns.size(); row++) {
      if (kept.test(columns.when(row))) {
        builder.add(columns.quantity(row));
      }
    }
    return builder.size() == columns.size() ? columns : builder.build();
  }

  /// Whether something surely began after the date; what cannot be said is kept.
  static boolean beginsAfter(When when, When at, When born) {
    var begins = when instanceof When.Interval interval ? interval.start() : when;
    if (begins == null) {
      return false;
    }
    if (at instanceof When.StudyDay day) {
      return begins instanceof When.StudyDay other && other.day() > day.day();
    }
    if (!(at instanceof When.Day day)) {
      return false;
    }
    var first =
        begins instanceof When.Age age && born instanceof When.Day birth
            ? age.span().reachedBy(birth.date())
            : begins.firstDay();
    return first != null && first.isAfter(day.date());
  }
}
