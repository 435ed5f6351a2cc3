package org.idiome.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The latest beginning of anything recorded, or the latest end of what had ended when the record
/// was written: the clinical date where none was given.
///
/// Other ends do not count, since a planned end lies in the future. Without any calendar date it is
/// the latest study day. One mistyped year moves it, and with it every age and what counts as taken
/// now; no clock says so, but the record may: by the person's death, and by all its other dates and
/// the day on which it was written.
final class LatestTime {
  /// A course is seldom silent for so long before its last entry, and a mistyped decade or century
  /// lies beyond it.
  private static final int FAR_YEARS = 5;

  private static final int FAR_DAYS = FAR_YEARS * 366;

  private final Person person;
  private @Nullable LocalDate date;
  private @Nullable LocalDate dateBefore;
  private @Nullable LocalDate earliest;
  private @Nullable SourceRow dateRow;
  private @Nullable Integer studyDay;
  private @Nullable Integer studyDayBefore;
  private @Nullable SourceRow studyDayRow;

  private LatestTime(Person person) {
    this.person = person;
  }

  /// Looks through a person.
  static LatestTime of(Person person) {
    var latest = new LatestTime(person);
    person
        .statements()
        .forEach(one -> {
          latest.see(one.when(), one.rows());
          latest.seeEnd(one.when(), one.rows());
        });
    person.images().forEach(one -> latest.see(one.when(), one.rows()));
    person.specimens().forEach(one -> latest.see(one.collected(), one.rows()));
    for (var columns : person.quantities().values()) {
      for (int row = 0; row < columns.size(); row++) {
        if (latest.isLatest(columns.when(row))) {
          latest.stands(columns.when(row), columns.row(row));
        }
      }
    }
    return latest;
  }

  private void see(When when, List<SourceRow> rows) {
    if (isLatest(when)) {
      stands(when, rows.isEmpty() ? null : rows.getFirst());
    }
  }

  /// An end that is no plan: the record was written on its day or later.
  private void seeEnd(When when, List<SourceRow> rows) {
    var end = when instanceof When.Interval interval ? interval.end() : null;
    var last = end == null ? null : end.lastDay();
    var written = person.written().lastDay();
    if (end != null && last != null && written != null && !last.isAfter(written)) {
      see(end, rows);
    }
  }

  /// Takes note of a time, and says whether it is later than all before it.
  private boolean isLatest(When when) {
    var begins = begin(when);
    if (begins instanceof When.StudyDay day) {
      return isLatest(day.day());
    }
    var first = begins == null ? null : begins.firstDay();
    if (first == null || first.equals(date)) {
      return false;
    }
    earliest = earliest == null || first.isBefore(earliest) ? first : earliest;
    if (date != null && first.isBefore(date)) {
      dateBefore = dateBefore == null || first.isAfter(dateBefore) ? first : dateBefore;
      return false;
    }
    dateBefore = date;
    date = first;
    return true;
  }

  private boolean isLatest(int day) {
    if (studyDay != null && day <= studyDay) {
      if (day < studyDay) {
        studyDayBefore = studyDayBefore == null ? day : Math.max(day, studyDayBefore);
      }
      return false;
    }
    studyDayBefore = studyDay;
    studyDay = day;
    return true;
  }

  private void stands(When when, @Nullable SourceRow row) {
    if (begin(when) instanceof When.StudyDay) {
      studyDayRow = row;
    } else {
      dateRow = row;
    }
  }

  private static @Nullable When begin(When when) {
    return when instanceof When.Interval interval ? interval.start() : when;
  }

  /// The latest day, else the latest study day, else *not stated*.
  When when() {
    if (date != null) {
      return new When.Day(date);
    }
    return studyDay == null ? When.notStated() : new When.StudyDay(studyDay);
  }

  /// Where it stands; null where there is none.
  @Nullable SourceRow row() {
    return date == null ? studyDayRow : dateRow;
  }

  /// What in the record speaks against it, each with the place of the date.
  List<Problem> doubts() {
    var row = row();
    var doubts = new ArrayList<Problem>();
    if (row == null) {
      return doubts;
    }
    if (date == null) {
      if (studyDay != null
          && studyDayBefore != null
          && (long) studyDay - studyDayBefore > FAR_DAYS) {
        doubts.add(doubt(ProblemCode.CLINICAL_DATE_FAR, row, new When.StudyDay(studyDayBefore)));
      }
      return doubts;
    }
    var died = died();
    if (died != null && date.isAfter(died)) {
      doubts.add(doubt(ProblemCode.CLINICAL_DATE_AFTER_DEATH, row, new When.Day(died)));
    }
    var other = later(dateBefore, person.written().lastDay());
    if (other != null && date.isAfter(other.plusYears(FAR_YEARS))) {
      doubts.add(doubt(ProblemCode.CLINICAL_DATE_FAR, row, new When.Day(other)));
    }
    return doubts;
  }

  /// What speaks against a date that was given: that the person was not born, or that nothing on
  /// record is of that time.
  List<Problem> doubts(When given) {
    if (!(given instanceof When.Day at)) {
      return List.of();
    }
    var born = person.individual().born();
    var birth = born.firstDay();
    var place = Place.file("--" + Interpretation.AT);
    if (birth != null && at.date().isBefore(birth)) {
      return List.of(
          Problem.of(ProblemCode.CLINICAL_DATE_EARLY, place, "at", at.text(), "born", born.text()));
    }
    var first = earliest;
    return date == null || first == null || !at.date().isBefore(first)
        ? List.of()
        : List.of(
            Problem.of(
                ProblemCode.CLINICAL_DATE_EARLY,
                place,
                "at",
                at.text(),
                "latest",
                date.toString()));
  }

  private @Nullable LocalDate died() {
    LocalDate died = null;
    for (var statement : person.statements()) {
      if (statement.layer() == Layer.OUTCOME
          && statement.kind().equals("vital_status")
          && statement.concept().id().equals("deceased")
          && statement.presence() == Presence.Looked.PRESENT) {
        died = later(died, statement.when().lastDay());
      }
    }
    return died;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private Problem doubt(ProblemCode code, SourceRow row, When other) {
    var name = person.sources().name(row.file());
    var place =
        switch (person.sources().locator(row)) {
          case Locator.Line line -> Place.line(name, line.number());
          case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
        };
    return Problem.of(code, place, "at", when().text(), "other", other.text());
  }
}
