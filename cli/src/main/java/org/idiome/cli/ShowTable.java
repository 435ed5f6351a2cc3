package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.record.kept.FirstSaid;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.KeptVariants;
import org.idiome.store.StoreReader;
import org.idiome.store.form.CallFields;
import org.jspecify.annotations.Nullable;

/// The rows of `show`: one for each observation.
final class ShowTable {
  static final List<String> COLUMNS =
      List.of(
          "person",
          "layer",
          "concept",
          "label",
          "state",
          "value",
          "unit",
          "start",
          "end",
          "specimen",
          "file",
          "place",
          "batch");

  private final KeptPerson person;
  private final StoreReader store;
  private final FirstSaid first;

  ShowTable(KeptPerson person, StoreReader store) {
    this.person = person;
    this.store = store;
    this.first = FirstSaid.of(store, person);
  }

  /// Statements and quantities, by layer.
  List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (var layer : Layer.values()) {
      for (var statement : person.statements()) {
        if (statement.layer() == layer) {
          rows.add(row(statement));
        }
      }
      var columns = person.quantities().get(layer);
      for (int row = 0; columns != null && row < columns.size(); row++) {
        rows.add(row(columns, row));
      }
    }
    return rows;
  }

  /// How many records the variant files of a layer have.
  long countCalls(Layer layer) {
    long count = 0;
    for (var variants : person.variants()) {
      if (variants.named().layer() == layer) {
        count += store.observations(variants.segment());
      }
    }
    return count;
  }

  /// Gives out the records of the variant files of a layer, in the order of each file.
  void calls(Layer layer, Consumer<List<String>> to) {
    for (var variants : person.variants()) {
      if (variants.named().layer() == layer) {
        store.calls(variants.segment(), call -> to.accept(row(variants, call)));
      }
    }
  }

  private List<String> row(Statement statement) {
    var result = statement.qualifier("result");
    return row(
        statement.layer(),
        statement.concept().id(),
        statement.concept().display(),
        statement.presence().code(),
        result == null ? details(statement) : text(result.value()),
        "",
        statement.when(),
        statement.specimen(),
        statement.rows().getFirst(),
        first.batch(statement));
  }

  /// What is said of a statement beside that it is so: severity, modifiers and the like.
  private static String details(Statement statement) {
    return String.join(
        "; ",
        statement.qualifiers().stream().map(one -> one.name() + ": " + text(one.value())).toList());
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Word(var code) -> code;
      case Value.Thing(var coded) -> coded.label();
      case Value.Count(var count) -> Long.toString(count);
      case Value.Time(var when) -> when.text();
      case Value.Place(var locus) -> locus.display();
      case Value.Measured(var amount) -> measured(amount);
      case Value.Several(var values) ->
          String.join("; ", values.stream().map(ShowTable::text).toList());
    };
  }

  /// A limit keeps its sign, and an absence is said.
  private static String measured(Amount amount) {
    var number = number(amount.magnitude());
    var said =
        switch (amount.magnitude()) {
          case Magnitude.Exact _ -> number;
          case Magnitude.Below below -> (below.inclusive() ? "<=" : "<") + number;
          case Magnitude.Above above -> (above.inclusive() ? ">=" : ">") + number;
          case Magnitude.Missing(Absence why) -> why.code();
        };
    return amount.unit() instanceof Unit.NotStated ? said : said + " " + amount.unit().text();
  }

  private List<String> row(QuantityColumns columns, int row) {
    var magnitude = columns.magnitude(row);
    var unit = columns.unit(row);
    return row(
        columns.layer(),
        columns.feature(row).id(),
        columns.feature(row).display(),
        state(magnitude),
        number(magnitude),
        unit instanceof Unit.NotStated ? "" : unit.text(),
        columns.when(row),
        columns.specimen(row),
        columns.row(row),
        first.batch(columns, row));
  }

  private static String state(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _ -> "measured";
      case Magnitude.Below _ -> "below_limit";
      case Magnitude.Above _ -> "above_limit";
      case Magnitude.Missing(Absence why) -> why.code();
    };
  }

  private static String number(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact(var value) -> Numbers.text(value);
      case Magnitude.Below(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Above(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Missing _ -> "";
    };
  }

  private List<String> row(KeptVariants variants, CallFields call) {
    var alternates = call.alternates() == null ? "." : call.alternates();
    var change = call.reference() == null ? "" : " " + call.reference() + ">" + alternates;
    return row(
        variants.named().layer(),
        call.contig() + ":" + (call.start0() + 1) + change,
        null,
        call.isReadable() ? "measured" : "failed",
        call.genotype() == null ? "" : call.genotype(),
        "",
        variants.when(),
        variants.named().specimen(),
        new SourceRow(variants.file(), call.line()),
        variants.batch());
  }

  private List<String> row(
      Layer layer,
      String concept,
      @Nullable String label,
      String state,
      String value,
      String unit,
      When when,
      @Nullable String specimen,
      SourceRow row,
      long batch) {
    var start = when instanceof When.Interval(var from, var _) ? from : when;
    var end = when instanceof When.Interval(var _, var to) ? to : null;
    return List.of(
        person.id(),
        layer.code(),
        concept,
        text(label),
        state,
        value,
        unit,
        text(start),
        text(end),
        text(specimen),
        person.sources().name(row.file()),
        person.sources().locator(row).text(),
        Long.toString(batch));
  }

  private static String text(@Nullable When when) {
    return when == null || when instanceof When.NotStated ? "" : when.text();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
