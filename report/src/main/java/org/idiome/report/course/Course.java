package org.idiome.report.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Everything of a profile that has a time, on one axis.
public final class Course {
  /// Statements that tell who the person is, not what happened.
  private static final Set<String> NOT_EVENTS =
      Set.of("sex", "gender", "karyotypic_sex", "row_not_read");

  private static final int MOST_ROWS = 240;

  private final TimeAxis axis;
  private final @Nullable Placed at;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Panel> panels = new ArrayList<>();
  private final List<CourseRow> rows = new ArrayList<>();
  private final SortedMap<String, Long> undated = new TreeMap<>();
  private final List<Unplaced> unplaced = new ArrayList<>();
  private final List<When> ends = new ArrayList<>();
  private long rowsLeftOut;
  private int followed;

  private Course(TimeAxis axis, @Nullable Placed at) {
    this.axis = axis;
    this.at = at;
  }

  /// Reads a profile.
  ///
  /// @param first ids of features whose panels come first, in their order
  public static Course of(Profile profile, List<String> first) {
    var times = times(profile);
    var axis = TimeAxis.of(times, profile.individual().born());
    var course = new Course(axis, axis.place(profile.at()));
    course.gatherEnds(times);
    var places = new Places(axis);
    var words = Words.english();
    var lanes = new LaneReader(profile, places, words);
    lanes.read();
    var series = new SeriesReader(profile, places, words, first);
    series.read();
    course.lanes.addAll(lanes.lanes());
    course.lanes.addAll(series.densities());
    course.panels.addAll(series.panels());
    course.followed = series.followed();
    course.gatherRows(lanes.rows(), series.rows());
    course.countUndated(profile, places);
    course.unplaced.addAll(Unplaced.of(profile, places));
    return course;
  }

  private void countUndated(Profile profile, Places places) {
    for (var layer : Layer.values()) {
      var code = "layer." + layer.code();
      profile.images(layer).forEach(image -> count("layer.imaging", places.place(image.when())));
      var columns = profile.quantities(layer);
      for (int row = 0; row < columns.size(); row++) {
        count(code, places.place(columns.when(row)));
      }
    }
    profile
        .specimens()
        .forEach(one -> count("course.group.specimens", places.place(one.collected())));
  }

  private void count(String code, @Nullable Placed placed) {
    if (placed == null) {
      undated.merge(code, 1L, Long::sum);
    }
  }

  /// Whether a statement is an event of its layer.
  static boolean isEvent(Statement statement) {
    return !NOT_EVENTS.contains(statement.kind());
  }

  private static List<When> times(Profile profile) {
    var times = new ArrayList<When>();
    for (var layer : Layer.values()) {
      profile.statements(layer).stream()
          .filter(Course::isEvent)
          .forEach(statement -> times.add(statement.when()));
      profile.images(layer).forEach(image -> times.add(image.when()));
      times.addAll(distinct(profile.quantities(layer)));
    }
    profile.specimens().forEach(specimen -> times.add(specimen.collected()));
    return times;
  }

  private static Set<When> distinct(QuantityColumns columns) {
    var times = new LinkedHashSet<When>();
    for (int row = 0; row < columns.size(); row++) {
      times.add(columns.when(row));
    }
    return times;
  }

  private void gatherRows(List<Timed> events, List<Timed> readings) {
    var all = new ArrayList<>(events);
    all.addAll(readings);
    rowsLeftOut = Math.max(0, all.size() - MOST_ROWS);
    all.stream()
        .limit(MOST_ROWS)
        .sorted((one, other) -> Double.compare(one.day(), other.day()))
        .forEach(one -> rows.add(one.row()));
  }

  /// A row of the table and the day by which it is sorted.
  record Timed(double day, CourseRow row) {}

  /// Where times lie, each looked up once.
  static final class Places {
    private final TimeAxis axis;
    private final Map<When, @Nullable Placed> known = new HashMap<>();

    Places(TimeAxis axis) {
      this.axis = axis;
    }

    /// Where a time lies; null where it has no place.
    @Nullable Placed place(When when) {
      if (!known.containsKey(when)) {
        known.put(when, axis.place(when));
      }
      return known.get(when);
    }
  }

  TimeAxis axis() {
    return axis;
  }

  @Nullable Placed at() {
    return at;
  }

  List<Lane> lanes() {
    return Collections.unmodifiableList(lanes);
  }

  List<Panel> panels() {
    return Collections.unmodifiableList(panels);
  }

  /// Whether nothing has a place on the axis.
  public boolean hasNoPlaces() {
    return lanes.isEmpty() && panels.isEmpty();
  }

  /// Whether there is nothing to show at all.
  public boolean isEmpty() {
    return hasNoPlaces() && unplaced.isEmpty();
  }

  /// The same as a table, sorted by time; at most 240 rows.
  public List<CourseRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  /// How many rows the table leaves out.
  public long rowsLeftOut() {
    return rowsLeftOut;
  }

  /// How many quantities were measured more than once.
  public int followed() {
    return followed;
  }

  /// How many of them have a panel.
  public int shown() {
    return panels.size();
  }

  /// Whether a panel shows the person's own baseline.
  public boolean hasBaseline() {
    return panels.stream().anyMatch(panel -> panel.baseline() != null);
  }

  /// Whether a panel shows a reference interval.
  public boolean hasReference() {
    return panels.stream().anyMatch(panel -> panel.reference() != null);
  }

  /// What was stated and has no place on the axis.
  public List<Unplaced> unplaced() {
    return Collections.unmodifiableList(unplaced);
  }

  /// How many values, images and specimens have no place on the axis, by the code of the words for
  /// what they are.
  public SortedMap<String, Long> undated() {
    return Collections.unmodifiableSortedMap(undated);
  }

  /// The marks that the chart uses.
  public Set<Mark> marks() {
    var marks = new TreeSet<Mark>();
    for (var lane : lanes) {
      if (lane instanceof Lane.Events events) {
        events.events().forEach(event -> marks.add(event.mark()));
      }
    }
    for (var panel : panels) {
      for (var reading : panel.readings()) {
        var mark = SeriesReader.mark(reading.magnitude());
        if (mark != Mark.FOUND) {
          marks.add(mark);
        }
      }
    }
    return marks;
  }

  /// Keeps the first and the last time as they were recorded: the days of an age are a range, and
  /// turned back into years they would be another age.
  private void gatherEnds(List<When> times) {
    for (var time : times) {
      if (time instanceof When.Interval(When start, When end)) {
        addEnd(start);
        addEnd(end);
      } else {
        addEnd(time);
      }
    }
    ends.sort(Comparator.comparingDouble(time -> Objects.requireNonNull(axis.place(time)).from()));
  }

  private void addEnd(@Nullable When time) {
    var placed = time == null ? null : axis.place(time);
    if (time != null && placed != null && (at == null || placed.from() <= at.to())) {
      ends.add(time);
    }
  }

  /// The first and the last day on the axis, in words, or null where nothing has a place.
  public @Nullable String span() {
    var domain = domain();
    if (domain == null) {
      return null;
    }
    boolean isOfAges = axis.scale() == TimeAxis.Scale.AGE && !ends.isEmpty();
    var words = Words.english();
    var first = isOfAges ? words.when(ends.getFirst()) : dayWords(domain.from());
    var until = at == null ? domain.to() : Math.min(domain.to(), at.to());
    var last = isOfAges ? words.when(ends.getLast()) : dayWords(until);
    return first.equals(last) ? first : first + " to " + last;
  }

  /// A day of the axis in words.
  String dayWords(double day) {
    var words = Words.english();
    return switch (axis.scale()) {
      case CALENDAR -> words.day(LocalDate.ofEpochDay((long) day));
      case STUDY -> words.when(new When.StudyDay((int) day));
      case AGE -> AxisTicks.ageWords(words, day);
    };
  }

  /// From the first to the last day that anything was seen on, or null.
  @Nullable Placed domain() {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (double day : days()) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    return first > last ? null : Placed.days(first, last);
  }

  /// Every day that something begins or ends on, in no order.
  List<Double> days() {
    var days = new ArrayList<Double>();
    for (var lane : lanes) {
      switch (lane) {
        case Lane.Events events -> events.events().forEach(event -> add(days, event.at()));
        case Lane.Bars bars -> bars.bars().forEach(bar -> add(days, bar.at()));
        case Lane.Density density -> density.counts().forEach(count -> days.add(count.day()));
      }
    }
    panels.forEach(panel -> panel.readings().forEach(reading -> add(days, reading.at())));
    if (at != null && !days.isEmpty()) {
      days.add(at.from());
    }
    return days;
  }

  private void add(List<Double> days, Placed placed) {
    days.add(placed.from());
    boolean isPlanned = at != null && placed.to() > at.to();
    if (!placed.isOpenEnd() && !isPlanned) {
      days.add(placed.to());
    }
  }
}
