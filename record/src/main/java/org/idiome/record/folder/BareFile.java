package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.record.code.Assemblies;
import org.idiome.record.phenopacket.Origin;
import org.idiome.record.table.TableCount;
import org.idiome.record.table.TableDescription;
import org.idiome.record.table.TableReader;
import org.jspecify.annotations.Nullable;

/// Reads a variant file or a table that comes alone: what a packet would say of it is said beside
/// it, by the same names as `fileAttributes`.
///
/// @param path where it lies
/// @param name how problems and rows call it
/// @param person id of the person whose it is said to be
/// @param attributes what is said of it
/// @param specimens of the person, as far as they are known
public record BareFile(
    Path path,
    String name,
    String person,
    Map<String, String> attributes,
    List<Specimen> specimens,
    ReadingOptions options) {
  private static final String LAYER = "layer";
  private static final String SPECIMEN = "specimen";

  /// Copies the collections.
  public BareFile {
    attributes = Map.copyOf(attributes);
    specimens = List.copyOf(specimens);
  }

  /// What it says as a variant file: the file is named, its records are read by others.
  ///
  /// The layer is what is said, else that of the specimen, else the germline's.
  ///
  /// @throws BadInputException where what is said of it cannot be
  public PersonRecord variants() {
    var problems = new Problems();
    var id = specimenId();
    var specimen = specimen(id);
    var ofSpecimen = specimen == null ? null : layerOf(specimen);
    var said = attributes.get(LAYER);
    var layer = said == null ? ofSpecimen : SaidLayer.of(said);
    if (said != null && layer == null) {
      throw bad(ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD, "attribute", LAYER, "found", said);
    }
    if (layer == null && specimen != null) {
      throw bad(ProblemCode.FOLDER_LAYER_NOT_STATED, "path", name);
    }
    if (layer != null && ofSpecimen != null && layer != ofSpecimen) {
      throw bad(
          ProblemCode.FOLDER_LAYER_CONTRADICTORY,
          "path",
          name,
          LAYER,
          layer.code(),
          SPECIMEN,
          String.valueOf(id));
    }
    if (id != null && specimen == null) {
      problems.add(
          Problem.of(ProblemCode.FOLDER_SPECIMEN_NOT_DECLARED, Place.file(name), SPECIMEN, id));
    }
    var assembly = attributes.get("genomeAssembly");
    if (assembly != null && Assemblies.of(assembly) == GenomeBuild.UNKNOWN) {
      throw bad(
          ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD,
          "attribute",
          "genomeAssembly",
          "found",
          assembly);
    }
    var file =
        new VariantFile(
            path,
            name,
            layer == null ? Layer.GENOME : layer,
            id,
            attributes.get("sampleName"),
            assembly,
            new TreeMap<>(),
            new SourceRow(0, 1));
    var sources = new Sources();
    return record(
        sources,
        problems,
        new RowTexts(sources, options),
        List.of(),
        null,
        List.of(file),
        ItemCounts.NONE);
  }

  private @Nullable String specimenId() {
    var id = attributes.get(SPECIMEN);
    return id == null || id.isBlank() ? null : id.startsWith("=") ? id.substring(1) : id;
  }

  private @Nullable Specimen specimen(@Nullable String id) {
    for (var specimen : specimens) {
      if (specimen.id().equals(id)) {
        return specimen;
      }
    }
    return null;
  }

  private static @Nullable Layer layerOf(Specimen specimen) {
    return switch (specimen.state()) {
      case GERMLINE -> Layer.GENOME;
      case TUMOUR, PLASMA -> Layer.TUMOUR;
      case NOT_STATED -> null;
    };
  }

  /// What it says as a table.
  ///
  /// @throws BadInputException where it is not described, or cannot be read
  public PersonRecord table() throws IOException {
    var problems = new Problems();
    var sources = new Sources();
    var texts = new RowTexts(sources, options);
    var description = TableDescription.of(attributes, Place.file(name), problems);
    var collected = new HashMap<String, When>();
    specimens.forEach(one -> collected.put(one.id(), one.collected()));
    var columns = QuantityColumns.of(description.layer());
    var statements = new ArrayList<Statement>();
    var reader = new TableReader(sources, problems, collected, options.bytes(), options.columns());
    var read = reader.read(path, name, description, null, columns, statements);
    texts.add(read.file(), path, read.headerLine());
    sayRefused(read.count(), problems);
    return record(
        sources,
        problems,
        texts,
        statements,
        columns.size() == 0 ? null : columns.build(),
        List.of(),
        ItemCounts.of(read.count()));
  }

  /// Says how many rows of a table were not taken.
  static void sayRefused(TableCount count, Problems problems) {
    if (count.rowsRefused() > 0) {
      problems.add(
          Problem.of(
              ProblemCode.TABLE_ROWS_REFUSED,
              Place.file(count.name()),
              "refused",
              Long.toString(count.rowsRefused()),
              "read",
              Long.toString(count.rowsRead())));
    }
  }

  private PersonRecord record(
      Sources sources,
      Problems problems,
      RowTexts texts,
      List<Statement> statements,
      @Nullable QuantityColumns columns,
      List<VariantFile> files,
      ItemCounts items) {
    var quantities = new TreeMap<Layer, QuantityColumns>();
    if (columns != null) {
      quantities.put(columns.layer(), columns);
    }
    MistypedCodes.report(statements, quantities.values(), sources, problems);
    return new PersonRecord(
        new Individual(person, List.of(), When.notStated()),
        new Origin(null, null, When.notStated(), List.of()),
        List.of(),
        statements,
        quantities,
        files,
        List.of(),
        sources,
        problems.kept(),
        new TreeMap<>(problems.counts()),
        items,
        texts);
  }

  private BadInputException bad(ProblemCode code, String... values) {
    return new BadInputException(Problem.of(code, Place.file(name), values));
  }
}
