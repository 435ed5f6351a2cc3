package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.quantity.Amount;
import org.idiome.core.source.SourceRow;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.VariantFile;
import org.idiome.record.phenopacket.Origin;
import org.idiome.record.phenopacket.PedigreePerson;
import org.idiome.store.form.TimeText;
import org.jspecify.annotations.Nullable;

/// What is kept of an input as JSON, whole: displays, reasons of absence, source rows.
final class ContentWriter {
  private ContentWriter() {}

  static Json coded(Coded coded) {
    return Json.object().put("id", coded.id()).put("label", coded.display()).end();
  }

  static Json value(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Json.object().put("text", text).end();
      case Value.Word(var code) -> Json.object().put("word", code).end();
      case Value.Count(var count) -> Json.object().put("count", Long.toString(count)).end();
      case Value.Measured(var amount) -> Json.object().put("amount", amount(amount)).end();
      case Value.Time(var when) -> Json.object().put("time", TimeText.of(when)).end();
      case Value.Thing(var coded) -> Json.object().put("concept", coded(coded)).end();
      case Value.Place(var locus) -> Json.object().put("locus", locus(locus)).end();
      case Value.Several(var values) -> Json.object().put("list", all(values, v -> value(v))).end();
    };
  }

  private static Json amount(Amount amount) {
    return Json.object()
        .put("magnitude", amount.magnitude().toJson())
        .put("unit", amount.unit().toJson())
        .end();
  }

  private static Json locus(Locus locus) {
    return Json.object()
        .put("build", locus.build().code())
        .put("contig", locus.contig().name())
        .put("start0", (long) locus.start0())
        .put("end0", (long) locus.end0())
        .end();
  }

  private static Json qualifier(Qualifier qualifier) {
    return Json.object().put("name", qualifier.name()).put("value", value(qualifier.value())).end();
  }

  /// A statement without layer and source rows, which have columns of their own.
  static Json statement(Statement statement) {
    return Json.object()
        .put("kind", statement.kind())
        .put("concept", coded(statement.concept()))
        .put("presence", statement.presence().code())
        .put("time", TimeText.of(statement.when()))
        .put("qualifiers", all(statement.qualifiers(), ContentWriter::qualifier))
        .put("specimen", statement.specimen())
        .put("author", statement.author())
        .end();
  }

  static Json specimen(Specimen specimen) {
    var purity = specimen.purity();
    var tissue = specimen.tissue();
    return Json.object()
        .put("id", specimen.id())
        .put("tissue", tissue == null ? null : coded(tissue))
        .put("state", specimen.state().code())
        .put("collected", TimeText.of(specimen.collected()))
        .put("purity", purity == null ? null : Json.of(purity))
        .put("qualifiers", all(specimen.qualifiers(), ContentWriter::qualifier))
        .put("rows", all(specimen.rows(), ContentWriter::row))
        .end();
  }

  static Json row(SourceRow row) {
    return new Json.Arr(List.of(Json.of((long) row.file()), Json.of(row.locator())));
  }

  static Json problem(Problem problem) {
    var place = problem.place();
    return Json.object()
        .put("code", problem.code().code())
        .put("reach", problem.reach().code())
        .put("file", place.file())
        .put("line", place.line() == null ? null : Json.of(place.line()))
        .put("column", place.column() == null ? null : Json.of((long) place.column()))
        .put("pointer", place.pointer())
        .put("values", texts(problem.values()))
        .end();
  }

  private static Json texts(Map<String, String> texts) {
    var object = Json.object();
    texts.forEach(object::put);
    return object.end();
  }

  private static Json origin(Origin origin) {
    return Json.object()
        .put("id", origin.id())
        .put("author", origin.author())
        .put("created", TimeText.of(origin.created()))
        .put("references", all(origin.references(), ContentWriter::coded))
        .end();
  }

  private static Json relative(PedigreePerson person) {
    return Json.object()
        .put("family", person.family())
        .put("id", person.id())
        .put("father", person.father())
        .put("mother", person.mother())
        .put("sex", person.sex())
        .put("affected", person.affected())
        .put("row", row(person.row()))
        .end();
  }

  private static Json variantFile(VariantFile file, @Nullable Problem failed) {
    return Json.object()
        .put("name", file.name())
        .put("layer", file.layer().code())
        .put("specimen", file.specimen())
        .put("sample", file.sample())
        .put("assembly", file.assembly())
        .put("identifiers", texts(file.identifiers()))
        .put("row", row(file.row()))
        .put("failed", failed == null ? null : problem(failed))
        .end();
  }

  /// Everything of a record but statements and quantities.
  ///
  /// @param failed why nothing of a variant file could be kept, or null, one for each of them
  /// @param isBare whether it says nothing of who the person is
  static Json record(PersonRecord record, List<@Nullable Problem> failed, boolean isBare) {
    var files = new ArrayList<Json>();
    for (int i = 0; i < failed.size(); i++) {
      files.add(variantFile(record.variantFiles().get(i), failed.get(i)));
    }
    var counts = Json.object();
    record.problemCounts().forEach((code, count) -> counts.put(code.code(), count));
    var individual = record.individual();
    return Json.object()
        .put("bare", isBare ? new Json.Bool(true) : null)
        .put("id", individual.id())
        .put("other_ids", Json.strings(individual.otherIds()))
        .put("born", TimeText.of(individual.born()))
        .put("origin", origin(record.origin()))
        .put("specimens", all(record.specimens(), ContentWriter::specimen))
        .put("variant_files", new Json.Arr(files))
        .put("pedigree", all(record.pedigree(), ContentWriter::relative))
        .put("problems", all(record.problems(), ContentWriter::problem))
        .put("problem_counts", counts.end())
        .end();
  }

  private static <T> @Nullable Json all(Collection<T> values, Function<T, Json> each) {
    if (values.isEmpty()) {
      return null;
    }
    var items = new ArrayList<Json>(values.size());
    for (var value : values) {
      items.add(each.apply(value));
    }
    return new Json.Arr(items);
  }
}
