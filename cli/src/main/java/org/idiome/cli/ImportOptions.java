package org.idiome.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.observation.Layer;
import org.idiome.record.table.TableDescription;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What is said of a variant file or a table that comes alone: the names of `fileAttributes`.
final class ImportOptions {
  private static final String LONG = "long";
  private static final String WIDE = "wide";

  private final Map<String, String> given = new TreeMap<>();

  @Option(
      names = {"--sample", "--sampleName"},
      paramLabel = "NAME",
      description = "The person's sample in a variant file of several.")
  void sample(String name) {
    given.put("sampleName", name);
  }

  @Option(
      names = {"--genomeAssembly", "--build"},
      paramLabel = "BUILD",
      description = "The build of a variant file: GRCh38 or GRCh37.")
  void assembly(String name) {
    given.put("genomeAssembly", name);
  }

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description = {
        "Its layer; of a variant file genome (default) or tumour; of a table phenotype,",
        "diagnosis, family, exposure, therapy, laboratory, physiology, imaging,",
        "transcriptome, epigenome, proteome, metabolome, microbiome or outcome."
      })
  void layer(String name) {
    given.put("layer", name);
  }

  @Option(
      names = "--specimen",
      paramLabel = "ID",
      description = "What was sampled; of a table a column, or =ID.")
  void specimen(String id) {
    given.put("specimen", id);
  }

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = "long or wide (default: as --value or --samples say).")
  void shape(String name) {
    given.put("shape", name);
  }

  @Option(names = "--feature", paramLabel = "C", description = "Column of what was measured.")
  void feature(String column) {
    given.put("feature", column);
  }

  @Option(names = "--value", paramLabel = "C", description = "Column of the values.")
  void value(String column) {
    given.put("value", column);
  }

  @Option(names = "--unit", paramLabel = "C", description = "Column of the unit, or =UNIT.")
  void unit(String column) {
    given.put("unit", column);
  }

  @Option(names = "--time", paramLabel = "C", description = "Column of the time.")
  void time(String column) {
    given.put("time", column);
  }

  @Option(names = "--timeUnit", paramLabel = "KIND", description = "date, instant or study_day.")
  void timeUnit(String kind) {
    given.put("timeUnit", kind);
  }

  @Option(
      names = "--samples",
      paramLabel = "LIST",
      description = "Of a wide table: COLUMN=TIME or COLUMN=SPECIMEN@TIME, ';' between.")
  void samples(String list) {
    given.put("samples", list);
  }

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "Any further one: detectionLimit, featureName, referenceLow, method, ….")
  private final Map<String, String> further = new TreeMap<>();

  @Option(names = "--detectionLimit", paramLabel = "C", hidden = true)
  void detectionLimit(String column) {
    given.put("detectionLimit", column);
  }

  @Option(names = "--fileFormat", paramLabel = "NAME", hidden = true)
  void fileFormat(String name) {
    given.put("fileFormat", name);
  }

  /// Refuses what no reader would look at: a slip of the pen would be taken for something said.
  void requireKnown(CommandSpec command) {
    for (var name : further.keySet()) {
      if (!TableDescription.known().contains(name)) {
        throw new ParameterException(
            command.commandLine(),
            "--attribute: there is no attribute '"
                + Quoted.text(name)
                + "'; there are "
                + String.join(", ", TableDescription.known()));
      }
    }
    var layer = given.get("layer");
    if (layer != null && !isLayer(layer.strip().toLowerCase(Locale.ROOT))) {
      throw new ParameterException(
          command.commandLine(),
          "there is no layer '" + Quoted.text(layer) + "'; there are " + Layer.codes());
    }
  }

  /// One of them, also as it is spelled in America.
  private static boolean isLayer(String code) {
    return code.equals("tumor")
        || Arrays.stream(Layer.values()).anyMatch(layer -> layer.code().equals(code));
  }

  /// All of them, with the shape that they imply.
  Map<String, String> attributes() {
    var all = new TreeMap<>(further);
    all.putAll(given);
    @Nullable String shape =
        all.containsKey("samples") ? WIDE : all.containsKey("value") ? LONG : null;
    if (shape != null) {
      all.putIfAbsent("shape", shape);
    }
    return all;
  }
}
