package org.idiome.report.course;

import java.util.List;

/// One line of the chart.
sealed interface Lane {
  /// What the lane belongs to; lanes of one group stand together.
  Group group();

  /// What it shows.
  String name();

  /// What stands at its right end.
  String aside();

  /// The groups, in the order drawn.
  enum Group {
    /// Diagnoses, signs, exposures, outcomes.
    CLINICAL,
    /// Images.
    IMAGING,
    /// What was sampled.
    SPECIMENS,
    /// Drugs, procedures, radiation, regimens.
    THERAPY,
    /// Layers of many values.
    LAYERS;

    /// Code of its words.
    String code() {
      return switch (this) {
        case CLINICAL -> "course.group.clinical";
        case IMAGING -> "course.group.imaging";
        case SPECIMENS -> "course.group.specimens";
        case THERAPY -> "course.group.therapy";
        case LAYERS -> "course.group.layers";
      };
    }
  }

  /// Marks in time, sorted by beginning.
  record Events(Group group, String name, List<Event> events, String aside) implements Lane {
    /// Copies the events.
    public Events {
      events = List.copyOf(events);
    }
  }

  /// A mark with its label; drawn from `at.from` on, with a line where it lasted.
  record Event(Placed at, Mark mark, String label) {}

  /// Bars in time, sorted by beginning.
  record Bars(Group group, String name, List<Bar> bars, String aside) implements Lane {
    /// Copies the bars.
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /// A bar.
  ///
  /// @param height dose as a share of the largest dose of the lane, from 0 to 1
  /// @param isMain whether it treats what the person is treated for
  record Bar(Placed at, double height, boolean isMain) {}

  /// How many values there are at each time.
  record Density(Group group, String name, List<Count> counts, String aside) implements Lane {
    /// Copies the counts.
    public Density {
      counts = List.copyOf(counts);
    }
  }

  /// How many values on a day.
  record Count(double day, long values) {}
}
