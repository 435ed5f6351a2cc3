package org.idiome.genomics.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Ascii;

/// Makes one row of all that a source says of an allele, and writes it. For one thread.
final class RowMerger implements RowOrder.Taker {
  private static final int PLACES_NAMED = 5;

  private final TableWriter out;
  private final Several several;
  private final int column;
  private final IntFunction<String> contigs;
  private final ColumnTypes types = new ColumnTypes();
  private final SequencedMap<List<String>, AlleleRow> same = new LinkedHashMap<>();
  private final List<String> places = new ArrayList<>();
  private long different;
  private long chosen;

  /// @param column place of the column by which a row is chosen; -1 where none is
  /// @param contigs names of the contigs by their numbers, those of the assembly
  RowMerger(TableWriter out, Several several, int column, IntFunction<String> contigs) {
    this.out = out;
    this.several = several;
    this.column = column;
    this.contigs = contigs;
  }

  @Override
  public void take(AlleleRow row) throws IOException {
    if (!same.isEmpty() && !first().isSame(row)) {
      write();
    }
    same.putIfAbsent(row.values(), row);
  }

  private AlleleRow first() {
    return same.firstEntry().getValue();
  }

  private void write() throws IOException {
    var first = first();
    var values = same.size() == 1 ? first.values() : merged(first);
    for (int i = 0; i < values.size(); i++) {
      types.see(i, values.get(i));
    }
    out.add(
        contigs.apply(first.contig()),
        first.position1(),
        first.reference(),
        first.alternate(),
        values);
    same.clear();
  }

  private List<String> merged(AlleleRow first) {
    return switch (several.choice()) {
      case FIRST -> {
        different += same.size() - 1;
        if (places.size() < PLACES_NAMED) {
          places.add(contigs.apply(first.contig()) + ":" + first.position1());
        }
        yield first.values();
      }
      case LIST -> {
        chosen++;
        yield listed(first.values().size());
      }
      case MAX -> {
        chosen++;
        yield extreme(1);
      }
      case MIN -> {
        chosen++;
        yield extreme(-1);
      }
    };
  }

  private List<String> listed(int columns) {
    var values = new ArrayList<String>(columns);
    for (int i = 0; i < columns; i++) {
      int at = i;
      var all = same.keySet().stream().map(row -> row.get(at)).toList();
      if (all.stream().distinct().count() == 1) {
        values.add(all.getFirst());
      } else {
        types.list(i);
        values.add(String.join("&", all.stream().map(one -> one.isEmpty() ? "." : one).toList()));
      }
    }
    return values;
  }

  /// The values of the row with the greatest number, times a sign; rows without one are last.
  private List<String> extreme(int sign) {
    var best = first().values();
    double most = Double.NEGATIVE_INFINITY;
    for (var row : same.keySet()) {
      double number = sign * number(row.get(column));
      if (number > most) {
        most = number;
        best = row;
      }
    }
    return best;
  }

  private static double number(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    return Ascii.isFloat(bytes, 0, bytes.length)
        ? Ascii.decimal(bytes, 0, bytes.length)
        : Double.NaN;
  }

  /// Writes what is left, and says what was left out.
  ///
  /// @param file how problems call the source
  void end(String file, Problems problems) throws IOException {
    if (!same.isEmpty()) {
      write();
    }
    if (different > 0) {
      problems.add(
          Problem.of(
              ProblemCode.ALLELE_TABLE_REPEATED,
              Place.file(file),
              "count",
              Long.toString(different),
              "places",
              String.join(", ", places)));
    }
  }

  /// How many alleles had several rows of which one was made by a rule that was asked for.
  long chosen() {
    return chosen;
  }

  ColumnTypes types() {
    return types;
  }
}
