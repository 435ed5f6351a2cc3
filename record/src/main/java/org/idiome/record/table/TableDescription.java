package org.idiome.record.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.jspecify.annotations.Nullable;

/// What the attributes of a file say of the table in it: the names of `spec/cli.md`, and
/// `featureName`, `referenceLow`, `referenceHigh`, `method`, `group`, `notDetected`, `decimalMark`,
/// `dateOrder`, `firstDay`.
///
/// An attribute's value is the name of a column, or a constant after `=`.
public final class TableDescription {
  /// How a table is laid out.
  enum Shape {
    /// One value a row.
    LONG,
    /// A feature a row, a sample a column.
    WIDE
  }

  /// Where a part of a row comes from.
  sealed interface Part {
    /// A column, by its name in the header.
    record Column(String name) implements Part {}

    /// The same in every row.
    record Constant(String text) implements Part {}
  }

  /// A column of a wide table.
  ///
  /// @param specimen id, or null where the column is of the person
  /// @param time as written; empty where the specimen's own time is meant
  record Sample(String column, @Nullable String specimen, String time) {}

  private static final Set<String> KNOWN =
      Set.of(
          "layer",
          "shape",
          "feature",
          "featureName",
          "value",
          "unit",
          "time",
          "timeUnit",
          "specimen",
          "detectionLimit",
          "samples",
          "referenceLow",
          "referenceHigh",
          "method",
          "group",
          "notDetected",
          "decimalMark",
          "dateOrder",
          "firstDay",
          "fileFormat",
          "description",
          "sampleName",
          "genomeAssembly");

  private final Map<String, String> attributes;
  private final Place place;
  private final Layer layer;
  private final Shape shape;
  private final List<Sample> samples;

  private TableDescription(Map<String, String> attributes, Place place, Problems problems) {
    this.attributes = attributes;
    this.place = place;
    this.layer = layer(required("layer"), problems);
    this.shape = shape(required("shape"));
    required("feature");
    if (shape == Shape.LONG && required("value").startsWith("=")) {
      throw notUnderstood("value", required("value"));
    }
    this.samples = shape == Shape.WIDE ? samples(required("samples")) : List.of();
    if (shape == Shape.WIDE || attributes.containsKey("time")) {
      required("timeUnit");
      timeKind();
    }
    conventions();
    hasDayZero();
    reportUnknown(problems);
  }

  /// The attributes that a description may have.
  public static SortedSet<String> known() {
    return new TreeSet<>(KNOWN);
  }

  /// Reads the attributes of a file.
  ///
  /// @param place where they stand, for problems
  /// @throws BadInputException where they describe no table
  public static TableDescription of(
      Map<String, String> attributes, Place place, Problems problems) {
    return new TableDescription(Map.copyOf(attributes), place, problems);
  }

  private String required(String name) {
    var value = attributes.get(name);
    if (value == null || value.isBlank()) {
      throw new BadInputException(
          Problem.of(ProblemCode.TABLE_ATTRIBUTE_MISSING, place, "attribute", name));
    }
    return value.strip();
  }

  private BadInputException notUnderstood(String name, String value) {
    return new BadInputException(
        Problem.of(
            ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD,
            place,
            "attribute",
            name,
            "found",
            Quoted.of(value)));
  }

  private Layer layer(String word, Problems problems) {
    var upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals("TUMOR")) {
      problems.add(
          Problem.of(
              ProblemCode.TABLE_FORMAT_DETECTED, place, "found", word, "taken_for", "tumour"));
      return Layer.TUMOUR;
    }
    for (var known : Layer.values()) {
      if (known.name().equals(upper)) {
        return known;
      }
    }
    throw notUnderstood("layer", word);
  }

  private Shape shape(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "long" -> Shape.LONG;
      case "wide" -> Shape.WIDE;
      default -> throw notUnderstood("shape", word);
    };
  }

  private List<Sample> samples(String text) {
    var all = new ArrayList<Sample>();
    for (var part : split(text)) {
      int equals = part.lastIndexOf('=');
      if (equals < 1) {
        throw notUnderstood("samples", part);
      }
      var column = part.substring(0, equals).strip();
      var meaning = part.substring(equals + 1).strip();
      int at = meaning.lastIndexOf('@');
      var specimen = at < 1 ? null : meaning.substring(0, at).strip();
      all.add(new Sample(column, specimen, meaning.substring(at + 1).strip()));
    }
    if (all.isEmpty()) {
      throw notUnderstood("samples", text);
    }
    return List.copyOf(all);
  }

  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (from <= text.length()) {
      int semicolon = text.indexOf(';', from);
      int end = semicolon < 0 ? text.length() : semicolon;
      var part = text.substring(from, end).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      from = end + 1;
    }
    return parts;
  }

  private void reportUnknown(Problems problems) {
    for (var name : new TreeSet<>(attributes.keySet())) {
      if (!KNOWN.contains(name)) {
        problems.add(
            Problem.of(
                ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD,
                Reach.WARNING,
                place,
                "attribute",
                Quoted.of(name)));
      }
    }
  }

  /// The layer of the table.
  public Layer layer() {
    return layer;
  }

  Place place() {
    return place;
  }

  boolean isWide() {
    return shape == Shape.WIDE;
  }

  List<Sample> samples() {
    return samples;
  }

  /// Columns whose texts, joined by `@`, name the feature; one as a rule.
  List<Part> features() {
    var text = required("feature");
    if (text.startsWith("=")) {
      return List.of(new Part.Constant(text.substring(1)));
    }
    return split(text).stream().<Part>map(Part.Column::new).toList();
  }

  /// A part by its attribute, or null where the description does not have it.
  @Nullable Part part(String name) {
    var text = attributes.get(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    var plain = text.strip();
    return plain.startsWith("=")
        ? new Part.Constant(plain.substring(1).strip())
        : new Part.Column(plain);
  }

  /// The kind of the times; null where the table has none.
  TimeReader.@Nullable Kind timeKind() {
    var word = attributes.get("timeUnit");
    if (word == null || word.isBlank()) {
      return null;
    }
    for (var kind : TimeReader.Kind.values()) {
      if (kind.code().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw notUnderstood("timeUnit", word);
  }

  /// Whether the source counts the days of its study from 0, not from 1 as CDISC does.
  boolean hasDayZero() {
    return switch (attributes.getOrDefault("firstDay", "1").strip()) {
      case "0" -> true;
      case "1" -> false;
      default -> throw notUnderstood("firstDay", attributes.getOrDefault("firstDay", ""));
    };
  }

  /// Texts that mean *not detected* in this table.
  Set<String> notDetected() {
    return Set.copyOf(new TreeSet<>(split(attributes.getOrDefault("notDetected", ""))));
  }

  /// As far as the description settles them.
  Conventions conventions() {
    var mark = attributes.get("decimalMark");
    var order = attributes.get("dateOrder");
    if (mark != null && !mark.equals(".") && !mark.equals(",")) {
      throw notUnderstood("decimalMark", mark);
    }
    Conventions.@Nullable DateOrder dates = null;
    for (var known : Conventions.DateOrder.values()) {
      if (known.code().equals(order)) {
        dates = known;
      }
    }
    if (order != null && dates == null) {
      throw notUnderstood("dateOrder", order);
    }
    return new Conventions(mark == null ? '.' : mark.charAt(0), dates, mark != null);
  }

  /// The delimiters to try, the likeliest first.
  String delimiters() {
    return switch (attributes.getOrDefault("fileFormat", "").strip().toUpperCase(Locale.ROOT)) {
      case "TSV" -> "\t";
      case "CSV" -> ",;\t";
      default -> "\t,;|";
    };
  }

  /// Whether the first delimiter of the list is stated, so that it need not be said.
  boolean statesDelimiter() {
    return delimiters().length() < 4;
  }

  /// Columns without which no header is this table's.
  Set<String> requiredColumns() {
    var names = new TreeSet<String>();
    for (var part : features()) {
      addColumn(part, names);
    }
    if (isWide()) {
      samples.forEach(sample -> names.add(sample.column()));
    } else {
      addColumn(part("value"), names);
      addColumn(part("time"), names);
    }
    return names;
  }

  private static void addColumn(@Nullable Part part, Set<String> names) {
    if (part instanceof Part.Column column) {
      names.add(column.name());
    }
  }
}
