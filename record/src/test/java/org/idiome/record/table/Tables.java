package org.idiome.record.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Limits;
import org.jspecify.annotations.Nullable;

/// A table read in a test, with what was said about it.
///
/// @param refusal why it was refused whole, or null
record Tables(
    QuantityColumns columns,
    List<Statement> statements,
    Problems problems,
    Sources sources,
    @Nullable TableCount count,
    @Nullable Problem refusal) {
  private static final int COLUMNS = 1000;

  /// Names and values of attributes in turn.
  static Map<String, String> attributes(String... named) {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < named.length; i += 2) {
      attributes.put(named[i], named[i + 1]);
    }
    return attributes;
  }

  /// A long laboratory table with the columns `date analyte value unit`, and more attributes.
  static Map<String, String> laboratory(String... more) {
    var attributes =
        attributes(
            "layer", "laboratory",
            "shape", "long",
            "feature", "analyte",
            "value", "value",
            "unit", "unit",
            "time", "date",
            "timeUnit", "date");
    attributes.putAll(attributes(more));
    return attributes;
  }

  /// A wide table of a transcriptome in `gene`, by study day, and more attributes.
  static Map<String, String> wide(String samples, String... more) {
    var attributes =
        attributes(
            "layer", "transcriptome",
            "shape", "wide",
            "feature", "gene",
            "unit", "={TPM}",
            "samples", samples,
            "timeUnit", "study_day",
            "fileFormat", "TSV");
    attributes.putAll(attributes(more));
    return attributes;
  }

  static Tables of(Path folder, String text, Map<String, String> attributes) throws IOException {
    return of(folder, text.getBytes(StandardCharsets.UTF_8), attributes);
  }

  static Tables of(Path folder, byte[] bytes, Map<String, String> attributes) throws IOException {
    return of(Files.write(folder.resolve("t.tsv"), bytes), attributes);
  }

  static Tables of(Path file, Map<String, String> attributes) throws IOException {
    var sources = new Sources();
    var problems = new Problems();
    var statements = new ArrayList<Statement>();
    var specimens = Map.of("T1", When.parse("2024-02-03"), "G1", When.notStated());
    var reader = new TableReader(sources, problems, specimens, Limits.DEFAULT, COLUMNS);
    @Nullable TableCount count = null;
    @Nullable Problem refusal = null;
    var layer = Layer.LABORATORY;
    var builder = QuantityColumns.of(layer);
    try {
      var description = TableDescription.of(attributes, Place.file("phenopacket.json"), problems);
      builder = QuantityColumns.of(description.layer());
      count = reader.read(file, "t.tsv", description, null, builder, statements).count();
    } catch (BadInputException e) {
      refusal = e.problem();
    }
    return new Tables(builder.build(), statements, problems, sources, count, refusal);
  }

  /// The rows as `feature value unit @time`.
  List<String> rows() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      var quantity = columns.quantity(i);
      rows.add(
          quantity.feature().id()
              + " "
              + new String(quantity.amount().magnitude().canonicalBytes(), StandardCharsets.UTF_8)
              + " "
              + quantity.amount().unit().text()
              + " @"
              + quantity.when().text());
    }
    return rows;
  }

  /// The value of a qualifier, or null.
  static @Nullable Value qualifier(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier == null ? null : qualifier.value();
  }

  Quantity only() {
    if (columns.size() != 1) {
      throw new AssertionError(columns.size() + " rows: " + problems.kept());
    }
    return columns.quantity(0);
  }

  /// The only problem of a code.
  Problem problem(ProblemCode code) {
    var found = problems.kept().stream().filter(problem -> problem.code() == code).toList();
    if (found.size() != 1) {
      throw new AssertionError(code + ": " + problems.kept());
    }
    return found.getFirst();
  }
}
