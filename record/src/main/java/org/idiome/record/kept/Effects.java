package org.idiome.record.kept;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// On which kind of input what is said beside it has an effect: what has none is refused, so that
/// nobody takes silence for consent.
final class Effects {
  private static final String SHAPE = "shape";

  /// Of tables alone.
  private static final Set<String> OF_TABLES =
      Set.of("detectionLimit", "feature", "samples", SHAPE, "time", "timeUnit", "unit", "value");

  /// Of variant files alone.
  private static final Set<String> OF_VARIANTS = Set.of("genomeAssembly", "sampleName");

  /// Of both.
  private static final Set<String> OF_BOTH = Set.of("fileFormat", "layer", "specimen");

  private Effects() {}

  /// @param attributes what is said beside the input
  /// @throws BadInputException where something of it has no effect on such an input
  static void require(InputKind kind, String name, Map<String, String> attributes) {
    var said = new TreeMap<>(attributes);
    if (said.containsKey("value") || said.containsKey("samples")) {
      // Follows from them.
      said.remove(SHAPE);
    }
    var idle =
        switch (kind) {
          case PERSON, LINES -> List.copyOf(said.keySet());
          case VARIANTS -> said.keySet().stream().filter(OF_TABLES::contains).toList();
          case TABLE -> said.keySet().stream().filter(OF_VARIANTS::contains).toList();
        };
    if (!idle.isEmpty()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_OPTIONS_WITHOUT_EFFECT,
              Place.file(name),
              idle.size() == 1 ? "option" : "options",
              idle.stream().map(Effects::option).collect(Collectors.joining(", "))));
    }
  }

  private static String option(String attribute) {
    return switch (attribute) {
      case "sampleName" -> "--sample";
      case "genomeAssembly" -> "--build";
      default ->
          OF_TABLES.contains(attribute) || OF_BOTH.contains(attribute)
              ? "--" + attribute
              : "--attribute " + attribute;
    };
  }
}
