package org.idiome.report.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.idiome.profile.Genome;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What is known: how many observations each layer has in each stretch of time.
///
/// A row that holds no answer and no failed try (not stated, not tested, withheld) is none.
///
/// @param columns names of the stretches, oldest first; two lines where there is a line end
/// @param isDated whether the last column is for what has no date
/// @param layers every layer, in their order
public record KnownTable(
    String scaleCode, List<String> columns, boolean isDated, List<LayerRow> layers) {

  /// Copies the lists.
  public KnownTable {
    columns = List.copyOf(columns);
    layers = List.copyOf(layers);
  }

  /// A layer.
  ///
  /// @param cells one for each column
  /// @param readers names of the interpreters that read it
  public record LayerRow(Layer layer, List<Cell> cells, long total, Set<String> readers) {
    /// Copies the cells.
    public LayerRow {
      cells = List.copyOf(cells);
    }
  }

  /// How much there is, and how much of it was tried and failed.
  public record Cell(long count, long failed) {}

  /// Counts a profile.
  public static KnownTable of(Profile profile) {
    var all = new ArrayList<Seen>();
    for (var layer : Layer.values()) {
      gather(profile, layer, all);
    }
    var axis = TimeAxis.of(all.stream().map(Seen::when).toList(), profile.individual().born());
    var words = Words.english();
    var days = new ArrayList<Double>();
    for (var seen : all) {
      var placed = axis.place(seen.when());
      if (placed != null) {
        days.add(placed.from());
      }
    }
    var bins = days.isEmpty() ? List.<Bins.Bin>of() : Bins.of(axis.scale(), days, words);
    boolean hasUndated = all.stream().anyMatch(seen -> axis.place(seen.when()) == null);
    var columns = new ArrayList<>(bins.stream().map(Bins.Bin::label).toList());
    if (hasUndated) {
      columns.add(words.say("known.undated"));
    }
    var rows = new ArrayList<LayerRow>();
    for (var layer : Layer.values()) {
      rows.add(row(layer, all, axis, bins, columns.size(), profile.readersOf(layer)));
    }
    var scale =
        switch (axis.scale()) {
          case CALENDAR -> "known.scale.calendar";
          case STUDY -> "known.scale.study";
          case AGE -> "known.scale.age";
        };
    return new KnownTable(scale, columns, hasUndated, rows);
  }

  /// So many observations of a layer at a time.
  private record Seen(Layer layer, When when, long count, boolean isFailed) {}

  private static void gather(Profile profile, Layer layer, List<Seen> into) {
    for (var statement : profile.statements(layer)) {
      if (LaneReader.mark(statement) != Mark.TEXT && isUntold(statement.presence())) {
        continue;
      }
      into.add(new Seen(layer, begin(statement.when()), 1, isFailed(statement.presence())));
    }
    for (var image : profile.images(layer)) {
      into.add(new Seen(layer, begin(image.when()), 1, false));
    }
    var columns = profile.quantities(layer);
    for (int row = 0; row < columns.size(); row++) {
      if (isUntold(columns.magnitude(row))) {
        continue;
      }
      into.add(new Seen(layer, begin(columns.when(row)), 1, isFailed(columns.magnitude(row))));
    }
    if (layer == Layer.GENOME) {
      profile.germline().forEach(genome -> into.add(seen(profile, layer, genome)));
    }
    if (layer == Layer.TUMOUR) {
      profile.tumour().forEach(genome -> into.add(seen(profile, layer, genome)));
    }
  }

  private static Seen seen(Profile profile, Layer layer, Genome genome) {
    var id = genome.specimen();
    var specimen = id == null ? null : profile.specimen(id);
    var when = specimen == null ? When.notStated() : begin(specimen.collected());
    return new Seen(layer, when, genome.recordsRead(), false);
  }

  private static When begin(When when) {
    return when instanceof When.Interval interval && interval.start() != null
        ? interval.start()
        : when;
  }

  /// Whether a row of a table has neither a value nor a word on what came of looking.
  static boolean isUntold(Magnitude magnitude) {
    return magnitude instanceof Magnitude.Missing(Absence why) && isUntold(why);
  }

  private static boolean isUntold(Presence presence) {
    return presence == Absence.NOT_STATED
        || presence == Absence.NOT_TESTED
        || presence == Absence.WITHHELD;
  }

  private static boolean isFailed(Presence presence) {
    return presence == Absence.FAILED;
  }

  private static boolean isFailed(Magnitude magnitude) {
    return magnitude instanceof Magnitude.Missing missing && missing.why() == Absence.FAILED;
  }

  private static LayerRow row(
      Layer layer,
      List<Seen> all,
      TimeAxis axis,
      List<Bins.Bin> bins,
      int columns,
      Set<String> readers) {
    var counts = new long[columns];
    var failed = new long[columns];
    long total = 0;
    for (var seen : all) {
      if (seen.layer() == layer) {
        int column = column(axis.place(seen.when()), bins, columns);
        (seen.isFailed() ? failed : counts)[column] += seen.count();
        total += seen.count();
      }
    }
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < columns; i++) {
      cells.add(new Cell(counts[i], failed[i]));
    }
    return new LayerRow(layer, cells, total, readers);
  }

  private static int column(@Nullable Placed placed, List<Bins.Bin> bins, int columns) {
    if (placed != null) {
      for (int i = 0; i < bins.size(); i++) {
        if (placed.from() >= bins.get(i).from() && placed.from() < bins.get(i).until()) {
          return i;
        }
      }
    }
    return columns - 1;
  }
}
