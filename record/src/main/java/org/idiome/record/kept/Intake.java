package org.idiome.record.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.record.folder.ItemCounts;
import org.idiome.record.folder.PersonRecord;
import org.idiome.store.Rows;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// One intake in the making.
final class Intake {
  static final String STATEMENT = "statement";
  static final String QUANTITY = "quantity";

  private final StoreWriter writer;
  private final Given given;
  private final PersonRecord record;
  private final Rows.PersonRow person;
  private final List<VariantSource> variants;
  private final @Nullable Comparison comparison;
  private final List<@Nullable Problem> failed = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private String content = "";
  private long intake;
  private long observations;
  private ItemCounts items;

  /// @param comparison is told what is written; null where nobody compares
  Intake(
      StoreWriter writer,
      Given given,
      Rows.PersonRow person,
      List<VariantSource> variants,
      @Nullable Comparison comparison) {
    this.writer = writer;
    this.given = given;
    this.record = given.record();
    this.items = record.items();
    this.person = person;
    this.variants = variants;
    this.comparison = comparison;
  }

  /// Writes all of it; answers with how many observations that is.
  long keep(Sha256 inputs) {
    intake = writer.intake(person.person(), given.source(), given.subject(), inputs);
    files();
    elements();
    statements();
    quantities();
    variants();
    content = Keeper.text(ContentWriter.record(record, failed, given.isBare()));
    writer.content(intake, content);
    return observations;
  }

  /// Its number in the store.
  long number() {
    return intake;
  }

  /// What became of the items that were read; a variant file that is kept already is not read.
  ItemCounts items() {
    return items;
  }

  /// What reading its variant files met.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// What was kept of it but rows.
  String content() {
    return content;
  }

  private void files() {
    var sources = record.sources();
    for (int file = 0; file < sources.size(); file++) {
      if (!sources.isClosed(file)) {
        writer.file(intake, new Rows.FileRow(file, sources.name(file), null, 0, 0));
        continue;
      }
      var source = sources.file(file);
      long header = record.rowTexts().headerLine(file);
      writer.file(
          intake, new Rows.FileRow(file, source.name(), source.hash(), source.sizeBytes(), header));
      if (header > 0 && !writer.hasLines(person.person(), source.hash())) {
        lines(file, source.hash());
      }
    }
  }

  private void lines(int file, Sha256 hash) {
    var lines = writer.lines(person.person(), hash);
    try {
      record.rowTexts().eachLine(file, lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.end();
  }

  /// The elements of the packet that anything cites, in the order of their locators.
  private void elements() {
    var rows = new TreeSet<SourceRow>();
    record.statements().forEach(one -> rows.addAll(one.rows()));
    record.specimens().forEach(one -> rows.addAll(one.rows()));
    record.variantFiles().forEach(one -> rows.add(one.row()));
    record.pedigree().forEach(one -> rows.add(one.row()));
    for (var columns : record.quantities().values()) {
      for (int row = 0; row < columns.size(); row++) {
        rows.addAll(columns.rows(row));
      }
    }
    for (var row : rows) {
      if (row.file() < record.sources().size()
          && record.sources().locator(row) instanceof Locator.Pointer pointer) {
        var text = record.rowTexts().cite(row).text();
        writer.element(
            intake,
            new Rows.ElementRow(
                row.file(), row.locator(), pointer.line(), pointer.pointer(), text));
      }
    }
  }

  private void statements() {
    var byLayer = new TreeMap<Layer, Map<Integer, List<Statement>>>();
    for (var statement : record.statements()) {
      byLayer
          .computeIfAbsent(statement.layer(), _ -> new TreeMap<>())
          .computeIfAbsent(statement.rows().getFirst().file(), _ -> new ArrayList<>())
          .add(statement);
    }
    byLayer.values().forEach(byFile -> byFile.values().forEach(this::segment));
  }

  private void segment(List<Statement> statements) {
    var layer = statements.getFirst().layer();
    int file = statements.getFirst().rows().getFirst().file();
    var days = new Days();
    var digester = new Digester();
    var rows = new ArrayList<Rows.StatementRow>();
    for (var statement : statements) {
      var content = Keeper.text(ContentWriter.statement(statement));
      days.see(statement.when());
      digester.text(content);
      if (comparison != null) {
        var about = Comparison.about(statement.kind(), statement.concept().id());
        comparison.now().text(layer.code(), about, content);
      }
      rows.add(
          new Rows.StatementRow(
              statement.kind(),
              statement.concept().id(),
              statement.presence().code(),
              content,
              locators(statement.rows())));
    }
    var segment = segment(layer, STATEMENT, file, digester.end(), days);
    writer.link(intake, writer.statements(segment, rows), file);
    observations += rows.size();
  }

  private Rows.NewSegment segment(Layer layer, String shape, int file, Sha256 digest, Days days) {
    return new Rows.NewSegment(
        person.person(),
        layer.code(),
        shape,
        Keeper.hash(record, file),
        digest,
        days.first(),
        days.last());
  }

  private void quantities() {
    for (var columns : record.quantities().values()) {
      byFile(columns).forEach(this::segment);
    }
  }

  private void segment(int file, QuantityColumns columns) {
    var days = new Days();
    for (int row = 0; row < columns.size(); row++) {
      days.see(columns.when(row));
    }
    var segment = segment(columns.layer(), QUANTITY, file, columns.digest(), days);
    boolean isTable = record.rowTexts().headerLine(file) > 0;
    long same = isTable ? writer.sameSegment(segment) : 0;
    long number = same > 0 ? same : writer.quantities(segment, columns);
    if (comparison != null && same > 0) {
      comparison.linked(same, columns.size(), segment.layer(), QUANTITY);
    } else if (comparison != null) {
      Comparison.quantities(segment.layer(), columns, comparison.now());
    }
    writer.link(intake, number, file);
    observations += columns.size();
  }

  private void variants() {
    for (int i = 0; i < variants.size(); i++) {
      int ordinal = record.sources().size() + i;
      var kept = variants.get(i).keep(writer, person.person(), comparison);
      var file = kept.source();
      if (given.isBare() && kept.failed() != null) {
        throw new BadInputException(kept.failed());
      }
      failed.add(kept.failed());
      if (kept.failed() != null) {
        problems.add(kept.failed());
      }
      problems.addAll(kept.problems());
      items = items.plus(kept.items());
      writer.file(
          intake,
          new Rows.FileRow(
              ordinal,
              variants.get(i).file().name(),
              file == null ? null : file.hash(),
              file == null ? 0 : file.sizeBytes(),
              0));
      if (file != null) {
        writer.link(intake, kept.segment(), ordinal);
        observations += kept.observations();
      }
    }
  }

  /// The rows of a layer by the file that they stood in.
  private static Map<Integer, QuantityColumns> byFile(QuantityColumns columns) {
    var builders = new TreeMap<Integer, QuantityColumnsBuilder>();
    for (int row = 0; row < columns.size(); row++) {
      builders
          .computeIfAbsent(columns.row(row).file(), _ -> QuantityColumns.of(columns.layer()))
          .add(columns.quantity(row));
    }
    var built = new TreeMap<Integer, QuantityColumns>();
    builders.forEach((file, builder) -> built.put(file, builder.build()));
    return built;
  }

  private static String locators(List<SourceRow> rows) {
    var out = new StringBuilder();
    for (var row : rows) {
      out.append(out.isEmpty() ? "" : " ").append(row.file()).append(':').append(row.locator());
    }
    return out.toString();
  }
}
