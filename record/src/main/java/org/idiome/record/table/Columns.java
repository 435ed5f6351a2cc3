package org.idiome.record.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.quantity.Unit;
import org.idiome.genomics.row.RowSplitter;
import org.idiome.record.code.CodedUnits;
import org.jspecify.annotations.Nullable;

/// The description of a table joined to its header: where each part of a row stands.
final class Columns {
  /// A part that a table does not have.
  private static final Part NONE = new Part(-1, null);

  /// Where a part of a row stands.
  ///
  /// @param column from 0; -1 where it is a constant or absent
  /// @param constant the same in every row, or null
  record Part(int column, @Nullable String constant) {
    boolean isAbsent() {
      return column < 0 && constant == null;
    }

    boolean isColumn() {
      return column >= 0;
    }

    String text(RowSplitter row) {
      return column >= 0 ? row.text(column) : constant == null ? "" : constant;
    }
  }

  private final TableDescription description;
  private final List<String> header;
  private final Place place;
  private final Problems problems;
  private final Map<String, Integer> byName = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();

  final List<Part> features = new ArrayList<>();
  final Part featureName;
  final Part value;
  final Part unit;
  final Part time;
  final Part specimen;
  final Part detectionLimit;
  final Part referenceLow;
  final Part referenceHigh;
  final Part method;
  final Part group;
  final int[] samples;
  private final int[] usedColumns;

  /// @param place of the header line
  /// @param specimens ids that the packet has
  Columns(
      TableDescription description,
      List<String> header,
      Place place,
      Set<String> specimens,
      Problems problems) {
    this.description = description;
    this.header = header;
    this.place = place;
    this.problems = problems;
    indexNames();
    Predicate<String> never = _ -> false;
    Predicate<String> number = text -> Numbers.parse(text) != null;
    for (var feature : description.features()) {
      features.add(part("feature", feature, never));
    }
    featureName = part("featureName", never);
    value = part("value", never);
    requireApart();
    unit = part("unit", text -> CodedUnits.ofText(text) instanceof Unit.Ucum);
    time = part("time", never);
    specimen = part("specimen", specimens::contains);
    detectionLimit = part("detectionLimit", number);
    referenceLow = part("referenceLow", number);
    referenceHigh = part("referenceHigh", number);
    method = part("method", never);
    group = part("group", never);
    samples = description.samples().stream().mapToInt(this::sample).toArray();
    usedColumns = used.stream().mapToInt(Integer::intValue).sorted().toArray();
    reportUnused();
  }

  private void indexNames() {
    var repeated = new TreeSet<String>();
    for (int i = 0; i < header.size(); i++) {
      var name = header.get(i);
      if (!name.isEmpty() && byName.putIfAbsent(name, i) != null) {
        repeated.add(name);
      }
    }
    if (repeated.isEmpty()) {
      return;
    }
    var first = repeated.first();
    var places = new ArrayList<String>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(first)) {
        places.add(Integer.toString(i + 1));
      }
    }
    throw new BadInputException(
        Problem.of(
            ProblemCode.TABLE_COLUMN_REPEATED,
            place,
            "column",
            Quoted.of(first),
            "columns",
            String.join(", ", places)));
  }

  /// No number is the name of what was measured.
  private void requireApart() {
    if (value.isColumn() && features.stream().anyMatch(one -> one.column() == value.column())) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_COLUMN_OF_TWO_PARTS,
              place,
              "column",
              Quoted.of(header.get(value.column()))));
    }
  }

  private Part part(String attribute, Predicate<String> isConstant) {
    var named = description.part(attribute);
    return named == null ? NONE : part(attribute, named, isConstant);
  }

  private Part part(String attribute, TableDescription.Part named, Predicate<String> isConstant) {
    return switch (named) {
      case TableDescription.Part.Constant constant -> new Part(-1, constant.text());
      case TableDescription.Part.Column column -> {
        var index = byName.get(column.name());
        if (index != null) {
          used.add(index);
          yield new Part(index, null);
        }
        if (!isConstant.test(column.name())) {
          throw notFound(attribute, column.name());
        }
        problems.add(
            Problem.of(
                ProblemCode.TABLE_CONSTANT_ASSUMED,
                description.place(),
                "attribute",
                attribute,
                "found",
                Quoted.of(column.name())));
        yield new Part(-1, column.name());
      }
    };
  }

  private BadInputException notFound(String attribute, String column) {
    return new BadInputException(
        Problem.of(
            ProblemCode.TABLE_COLUMN_NOT_FOUND,
            place,
            "attribute",
            attribute,
            "column",
            Quoted.of(column),
            "header",
            Quoted.of(String.join(" | ", header))));
  }

  private int sample(TableDescription.Sample sample) {
    var index = byName.get(sample.column());
    if (index == null) {
      throw notFound("samples", sample.column());
    }
    if (!used.add(index)) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD,
              description.place(),
              "attribute",
              "samples",
              "found",
              Quoted.of(sample.column())));
    }
    return index;
  }

  private void reportUnused() {
    var unused = new ArrayList<String>();
    for (int i = 0; i < header.size(); i++) {
      if (!used.contains(i) && !header.get(i).isEmpty()) {
        unused.add(header.get(i));
      }
    }
    if (!unused.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.TABLE_COLUMN_NOT_USED,
              place,
              "count",
              Integer.toString(unused.size()),
              "columns",
              Quoted.of(String.join(", ", unused))));
    }
  }

  /// The columns that some part of the description names, sorted.
  int[] used() {
    return usedColumns;
  }

  /// How many fields a row must have.
  int width() {
    return header.size();
  }

  /// Shows a row to a survey.
  void survey(RowSplitter row, Survey survey) {
    survey.line(row.line());
    if (value.isColumn()) {
      survey.value(row.text(value.column()));
    }
    for (int sample : samples) {
      survey.value(row.text(sample));
    }
    for (var part : List.of(detectionLimit, referenceLow, referenceHigh)) {
      if (part.isColumn()) {
        survey.limit(row.text(part.column()));
      }
    }
    if (time.isColumn()) {
      survey.date(row.text(time.column()));
    }
  }
}
