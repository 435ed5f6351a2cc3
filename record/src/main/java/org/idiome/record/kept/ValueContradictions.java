package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.SpelledFeature;
import org.idiome.core.observation.ValueConflict;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;

/// Values of the newest input of a person that contradict what another input says of the same thing
/// at the same time: a corrected file under another name stands beside the one it corrects, and
/// nobody could tell later which of the two counts.
final class ValueContradictions {
  /// Layers whose values are judged one by one.
  static final Set<Layer> LAYERS = Set.of(Layer.LABORATORY, Layer.PHYSIOLOGY);

  /// Contradictions that are named.
  private static final int NAMED = 5;

  private final String person;
  private final Sources sources;
  private final List<Input> inputs;
  private final List<Problem> found = new ArrayList<>();
  private long values;
  private long known;
  private long contradicted;

  /// An input in force.
  ///
  /// @param firstFile the first of its files in the sources
  /// @param isBare whether it is a file that came alone
  record Input(int firstFile, String source, boolean isBare) {}

  /// @param person id in the store
  /// @param inputs in the order of their files; the last one is new
  ValueContradictions(String person, Sources sources, List<Input> inputs) {
    this.person = person;
    this.sources = sources;
    this.inputs = inputs;
  }

  /// The first of them; the first one says how many there are, and how much was there already.
  ///
  /// @param quantities in which what inputs say alike stands once
  List<Problem> of(Map<Layer, QuantityColumns> quantities) {
    for (var columns : quantities.values()) {
      for (var feature : SpelledFeature.of(columns)) {
        for (int at = 0; at < feature.size(); at++) {
          count(columns, feature, at);
        }
      }
      for (var conflict : ValueConflict.of(columns)) {
        boolean isRowNew = isNew(columns, conflict.row());
        if (isRowNew != isNew(columns, conflict.other())) {
          contradicted++;
          if (found.size() < NAMED) {
            int here = isRowNew ? conflict.row() : conflict.other();
            int there = isRowNew ? conflict.other() : conflict.row();
            found.add(problem(columns, here, there));
          }
        }
      }
    }
    if (!found.isEmpty()) {
      found.set(0, counted(found.getFirst()));
    }
    return found;
  }

  private void count(QuantityColumns columns, SpelledFeature feature, int at) {
    if (isNew(columns, feature.row(at))) {
      values++;
      known += isKnown(columns, feature, at) ? 1 : 0;
    }
  }

  /// Whether another input says it, too, be it with another spelling of the code.
  private boolean isKnown(QuantityColumns columns, SpelledFeature feature, int at) {
    int row = feature.row(at);
    if (inputs(columns, row).size() > 1 || !feature.isSeveral()) {
      return inputs(columns, row).size() > 1;
    }
    for (int step : new int[] {-1, 1}) {
      for (int next = at + step; next >= 0 && next < feature.size(); next += step) {
        int other = feature.row(next);
        if (!columns.when(other).equals(columns.when(row))) {
          break;
        }
        if (!isNew(columns, other)
            && columns.magnitude(other).equals(columns.magnitude(row))
            && columns.unit(other).equals(columns.unit(row))
            && Objects.equals(columns.specimen(other), columns.specimen(row))
            && Objects.equals(columns.method(other), columns.method(row))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNew(QuantityColumns columns, int row) {
    return inputs(columns, row).contains(inputs.size() - 1);
  }

  private Set<Integer> inputs(QuantityColumns columns, int row) {
    return columns.rows(row).stream().map(this::input).collect(Collectors.toSet());
  }

  private int input(SourceRow row) {
    int input = 0;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).firstFile() <= row.file()) {
        input = i;
      }
    }
    return input;
  }

  /// @param here row that the new input says
  /// @param there row that it does not say
  private Problem problem(QuantityColumns columns, int here, int there) {
    var place = place(rowOfNew(columns, here));
    var input = inputs.get(input(columns.row(there)));
    var said = new TreeMap<String, String>();
    said.put("feature", columns.feature(here).label());
    said.put("when", columns.when(here).text());
    said.put("found", text(columns.quantity(here).amount()));
    said.put("other", text(columns.quantity(there).amount()));
    said.put("place", place(columns.row(there)).text());
    said.put("person", person);
    said.put("new_source", inputs.getLast().source());
    said.put("old_source", input.source());
    if (input.isBare() && inputs.getLast().isBare()) {
      said.put("corrects", input.source());
      said.put("file", place.file());
    }
    var code = ProblemCode.RECORD_VALUES_CONTRADICTORY;
    return new Problem(code, code.reach(), place, said);
  }

  private SourceRow rowOfNew(QuantityColumns columns, int row) {
    return columns.rows(row).stream()
        .filter(one -> input(one) == inputs.size() - 1)
        .findFirst()
        .orElse(columns.row(row));
  }

  private Problem counted(Problem first) {
    var said = new TreeMap<>(first.values());
    said.put("known", Long.toString(known));
    said.put("values", Long.toString(values));
    said.put("contradicted", Long.toString(contradicted));
    return new Problem(first.code(), first.reach(), first.place(), said);
  }

  private Place place(SourceRow row) {
    var name = sources.name(row.file());
    return switch (sources.locator(row)) {
      case Locator.Line line -> Place.line(name, line.number());
      case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
    };
  }

  private static String text(Amount amount) {
    var number =
        switch (amount.magnitude()) {
          case Magnitude.Exact exact -> Numbers.text(exact.value());
          case Magnitude.Below below -> "<" + Numbers.text(below.limit());
          case Magnitude.Above above -> ">" + Numbers.text(above.limit());
          case Magnitude.Missing missing -> missing.why().code();
        };
    return amount.unit() instanceof Unit.NotStated ? number : number + " " + amount.unit().text();
  }
}
