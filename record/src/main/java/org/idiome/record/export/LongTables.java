package org.idiome.record.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.record.code.CodedUnits;
import org.idiome.record.code.GeneDates;
import org.idiome.record.kept.KeptPerson;
import org.jspecify.annotations.Nullable;

/// What the packet does not hold of values and results in words, as long tables beside it: a table
/// for each layer and kind of time. A row that a reader would take otherwise is not written.
final class LongTables {
  private static final String HEADER =
      "time\tcode\tname\tvalue\tunit\tlow\thigh\tspecimen\tmethod\tgroup\n";
  private static final Set<Layer> OF_GENES =
      Set.of(Layer.TRANSCRIPTOME, Layer.EPIGENOME, Layer.PROTEOME);

  /// Which times one table can hold.
  enum Times {
    /// Days, months and years, and intervals of them.
    DATE,
    /// Moments, and intervals of them.
    INSTANT,
    /// Days of a study.
    STUDY_DAY,
    /// Times that are not stated.
    UNDATED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Times of(When when) {
      return switch (when) {
        case When.Day _, When.Month _, When.Year _ -> DATE;
        case When.Moment _, When.LocalMoment _ -> INSTANT;
        case When.StudyDay _ -> STUDY_DAY;
        case When.NotStated _ -> UNDATED;
        case When.Interval(var start, var end) -> {
          var from = start == null ? null : of(start);
          var to = end == null ? from : of(end);
          boolean isOne = (from == null || from == to) && (to == DATE || to == INSTANT);
          yield isOne ? to : null;
        }
        case When.Age _, When.GestationalAge _, When.OnsetClass _ -> null;
      };
    }
  }

  /// One table: rows of the columns, and results in words.
  private record Table(BitSet rows, List<Statement> results) {}

  private final KeptPerson person;
  private final PacketWriter packet;
  private final Set<Statement> held = Collections.newSetFromMap(new IdentityHashMap<>());
  private final TreeMap<Layer, TreeMap<Times, Table>> tables = new TreeMap<>();
  private final Map<Unit, Boolean> units = new HashMap<>();
  private final TreeMap<Layer, Long> notHeld = new TreeMap<>();

  LongTables(KeptPerson person, PacketWriter packet) {
    this.person = person;
    this.packet = packet;
    for (var layer : Layer.values()) {
      sort(layer);
    }
  }

  private void sort(Layer layer) {
    var columns = person.quantities().get(layer);
    // A count of organisms and its organism are two observations of one cell.
    var counted = new HashSet<SourceRow>();
    for (var statement : person.statements()) {
      if (statement.layer() == layer && !packet.isHeld(statement) && isHeld(statement)) {
        var times = Times.of(statement.when());
        if (times != null) {
          table(layer, times).results.add(statement);
          held.add(statement);
          if (statement.qualifier("organism") != null) {
            counted.add(statement.rows().getFirst());
          }
        }
      }
    }
    if (columns == null) {
      return;
    }
    for (int row = 0; row < columns.size(); row++) {
      if (packet.isHeld(layer, row) || counted.contains(columns.row(row))) {
        continue;
      }
      var times = Times.of(columns.when(row));
      if (times != null && isHeld(columns, row) && !isRestated(columns, row)) {
        table(layer, times).rows.set(row);
      } else {
        notHeld.merge(layer, 1L, Long::sum);
      }
    }
  }

  private Table table(Layer layer, Times times) {
    return tables
        .computeIfAbsent(layer, _ -> new TreeMap<>())
        .computeIfAbsent(times, _ -> new Table(new BitSet(), new ArrayList<>()));
  }

  /// Whether a table holds a statement.
  boolean holds(Statement statement) {
    return held.contains(statement);
  }

  /// How many values neither the packet nor a table holds, by layer.
  SortedMap<Layer, Long> notHeld() {
    return notHeld;
  }

  private boolean isHeld(QuantityColumns columns, int row) {
    var feature = columns.feature(row);
    return isPlain(feature.id())
        && isPlain(feature.display())
        && isPlain(columns.method(row))
        && isTimed(columns.when(row), columns.specimen(row))
        && !(OF_GENES.contains(columns.layer()) && GeneDates.candidates(feature.id()) != null)
        && units.computeIfAbsent(columns.unit(row), LongTables::isReadAgain)
        && isUsable(columns.reference(row), columns.unit(row))
        && (columns.group(row) == null || group(columns, row) != null);
  }

  /// Whether the packet holds the same amount of that time, with which it would be read as one.
  private boolean isRestated(QuantityColumns columns, int row) {
    int first = row;
    while (first > 0 && isOfOneTime(columns, first - 1, row)) {
      first--;
    }
    for (int i = first; i < columns.size() && isOfOneTime(columns, i, row); i++) {
      if (packet.isHeld(columns.layer(), i)
          && columns.magnitude(i).equals(columns.magnitude(row))
          && columns.unit(i).equals(columns.unit(row))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfOneTime(QuantityColumns columns, int one, int two) {
    return columns.feature(one).equals(columns.feature(two))
        && columns.when(one).equals(columns.when(two))
        && Objects.equals(columns.specimen(one), columns.specimen(two));
  }

  /// Empty, blank at an end, or with control characters: another text when read.
  private static boolean isPlain(@Nullable String text) {
    return text == null
        || (!text.isEmpty()
            && text.equals(text.strip())
            && text.chars().noneMatch(Character::isISOControl));
  }

  /// A cell without a time means when the specimen was taken.
  private boolean isTimed(When when, @Nullable String specimen) {
    return isPlain(specimen)
        && (!(when instanceof When.NotStated)
            || specimen == null
            || person.specimens().stream()
                .noneMatch(one ->
                    one.id().equals(specimen) && !(one.collected() instanceof When.NotStated)));
  }

  private static boolean isReadAgain(Unit unit) {
    return CodedUnits.ofText(TableWriter.unit(unit)).equals(unit);
  }

  private static boolean isUsable(@Nullable ReferenceInterval reference, Unit unit) {
    return reference == null || (reference.isUsable() && reference.unit().equals(unit));
  }

  /// The group without the time that reading adds; null where it ends otherwise.
  private static @Nullable String group(QuantityColumns columns, int row) {
    var group = columns.group(row);
    var time = " " + columns.when(row).text();
    if (group == null || !group.endsWith(time)) {
      return null;
    }
    var plain = group.substring(0, group.length() - time.length());
    return plain.isEmpty() || !isPlain(plain) ? null : plain;
  }

  /// Whether a statement is a result in words, as the cell of a table is read.
  private boolean isHeld(Statement statement) {
    boolean isResult = statement.kind().equals("result") || statement.kind().equals("result_text");
    var text = PacketValues.text(statement.qualifiers(), "result");
    return isResult
        && text != null
        && Numbers.parse(text) == null
        && isPlain(text)
        && isPlain(statement.concept().id())
        && isPlain(statement.concept().display())
        && isPlain(PacketValues.text(statement.qualifiers(), "method"))
        && statement.author() == null
        && isTimed(statement.when(), statement.specimen());
  }

  /// Writes every table and describes it for the packet.
  ///
  /// @param writing takes the name of a file and what writes it
  List<Json> write(Taker writing) throws IOException {
    var files = new ArrayList<Json>();
    for (var layer : tables.entrySet()) {
      for (var table : layer.getValue().entrySet()) {
        var name = layer.getKey().code() + "-" + table.getKey().code() + ".tsv";
        writing.file(name, out -> print(layer.getKey(), table.getValue(), out));
        files.add(described(layer.getKey(), table.getKey(), name));
      }
    }
    return files;
  }

  /// Where tables go.
  interface Taker {
    /// Writes one file.
    void file(String name, Manifest.Writing writing) throws IOException;
  }

  private void print(Layer layer, Table table, PrintWriter out) {
    out.print(HEADER);
    var columns = person.quantities().get(layer);
    for (int row = table.rows.nextSetBit(0); row >= 0; row = table.rows.nextSetBit(row + 1)) {
      if (columns != null) {
        value(columns, row, out);
      }
    }
    for (var statement : table.results) {
      line(
          out,
          time(statement.when()),
          statement.concept().id(),
          statement.concept().display(),
          PacketValues.value(statement.qualifiers(), "result") instanceof Value.Text(var text)
              ? text
              : null,
          null,
          null,
          null,
          statement.specimen(),
          PacketValues.text(statement.qualifiers(), "method"),
          null);
    }
  }

  private static void value(QuantityColumns columns, int row, PrintWriter out) {
    var reference = columns.reference(row);
    line(
        out,
        time(columns.when(row)),
        columns.feature(row).id(),
        columns.feature(row).display(),
        cell(columns.magnitude(row)),
        TableWriter.unit(columns.unit(row)),
        reference == null ? null : TableWriter.bound(reference.low()),
        reference == null ? null : TableWriter.bound(reference.high()),
        columns.specimen(row),
        columns.method(row),
        group(columns, row));
  }

  private static String time(When when) {
    return switch (when) {
      case When.StudyDay(var day) -> Integer.toString(day);
      case When.NotStated _ -> "";
      default -> when.text();
    };
  }

  private static String cell(Magnitude magnitude) {
    var number = TableWriter.number(magnitude);
    return switch (magnitude) {
      case Magnitude.Exact _ -> number;
      case Magnitude.Below(var _, var inclusive) -> (inclusive ? "<=" : "<") + number;
      case Magnitude.Above(var _, var inclusive) -> (inclusive ? ">=" : ">") + number;
      case Magnitude.Missing(var why) -> why == Absence.NOT_STATED ? "" : why.code();
    };
  }

  /// Quoted where a reader would otherwise take a quote off.
  private static void line(PrintWriter out, @Nullable String... cells) {
    for (int i = 0; i < cells.length; i++) {
      var cell = cells[i];
      if (cell != null && cell.startsWith("\"")) {
        cells[i] = "\"" + cell.replace("\"", "\"\"") + "\"";
      }
    }
    TableWriter.line(out, cells);
  }

  private static Json described(Layer layer, Times times, String name) {
    var attributes =
        Json.object()
            .put("fileFormat", "TSV")
            .put("layer", layer.code())
            .put("shape", "long")
            .put("feature", "code")
            .put("featureName", "name")
            .put("value", "value")
            .put("unit", "unit")
            .put("time", times == Times.UNDATED ? null : "time")
            .put("timeUnit", times == Times.UNDATED ? null : times.code())
            .put("decimalMark", ".")
            .put("referenceLow", "low")
            .put("referenceHigh", "high")
            .put("specimen", "specimen")
            .put("method", "method")
            .put("group", "group")
            .end();
    return Json.object().put("uri", name).put("fileAttributes", attributes).end();
  }
}
