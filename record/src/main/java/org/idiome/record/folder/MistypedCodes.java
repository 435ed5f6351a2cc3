package org.idiome.record.folder;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.record.code.LoincCode;

/// Says which codes of a record are no codes, by their own check digit; each once, where it stands
/// first. They are kept as they are, and nothing resolves them.
final class MistypedCodes {
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
      codes.look(statement.concept().id(), statement.rows().getFirst());
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
    if (LoincCode.isMistyped(id) && seen.add(id)) {
      var name = sources.name(row.file());
      var place =
          switch (sources.locator(row)) {
            case Locator.Line line -> Place.line(name, line.number());
            case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
          };
      problems.add(Problem.of(ProblemCode.CODE_CHECK_DIGIT, place, "code", id));
    }
  }
}
