package org.idiome.record.folder;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.concept.LoincCode;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;

/// Says which codes of a record are no codes, by their own check digit, which have the form of a
/// LOINC code and do not say that they are one, and which procedures have one of no vocabulary that
/// is known; each once, where it stands first. They are kept as they are, and nothing resolves
/// them.
final class MistypedCodes {
  /// By its code alone it is told whether one brought cells of somebody else.
  private static final String PROCEDURE = "procedure";

  private final Sources sources;
  private final Problems problems;
  private final Set<String> seen = new HashSet<>();

  private MistypedCodes(Sources sources, Problems problems) {
    this.sources = sources;
    this.problems = problems;
  }

  static void report(
      List<Statement> statements,
      Collection<QuantityColumns> quantities,
      Sources sources,
      Problems problems) {
    var codes = new MistypedCodes(sources, problems);
    for (var statement : statements) {
      var id = statement.concept().id();
      var row = statement.rows().getFirst();
      codes.look(id, row);
      if (statement.kind().equals(PROCEDURE) && !Prefixes.isKnown(id)) {
        codes.say(ProblemCode.CODE_PREFIX_NOT_KNOWN, id, row);
      }
    }
    for (var columns : quantities) {
      var before = "";
      for (int row = 0; row < columns.size(); row++) {
        var id = columns.feature(row).id();
        if (!id.equals(before)) {
          codes.look(id, columns.row(row));
          before = id;
        }
      }
    }
  }

  private void look(String id, SourceRow row) {
    if (LoincCode.isMistyped(id)) {
      say(ProblemCode.CODE_CHECK_DIGIT, id, row);
    } else if (LoincCode.isBare(id)) {
      say(ProblemCode.CODE_WITHOUT_SYSTEM, id, row);
    }
  }

  private void say(ProblemCode code, String id, SourceRow row) {
    if (seen.add(code + " " + id)) {
      var name = sources.name(row.file());
      var place =
          switch (sources.locator(row)) {
            case Locator.Line line -> Place.line(name, line.number());
            case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
          };
      problems.add(Problem.of(code, place, "code", id));
    }
  }
}
