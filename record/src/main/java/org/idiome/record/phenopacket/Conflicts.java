package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.Order;

/// Marks statements that say of one thing, at no different time, that it is and that it is not.
///
/// Both are kept, each with the qualifier `conflict`: what rests on them is not assessed.
final class Conflicts {
  /// Name of the qualifier.
  static final String NAME = "conflict";

  private static final Qualifier MARK = new Qualifier(NAME, new Value.Word("present_and_excluded"));

  /// A packet that excludes one thing more often is not read for every pair.
  private static final int MOST_COMPARED = 100;

  private Conflicts() {}

  static void mark(List<Statement> statements, Reading reading) {
    Map<String, List<Integer>> excluded = new HashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).presence() == Presence.Looked.EXCLUDED) {
        excluded.computeIfAbsent(key(statements.get(i)), _ -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < statements.size(); i++) {
      var statement = statements.get(i);
      if (statement.presence() != Presence.Looked.PRESENT) {
        continue;
      }
      var others = excluded.getOrDefault(key(statement), List.of());
      for (int other : others.subList(0, Math.min(others.size(), MOST_COMPARED))) {
        if (statement.when().order(statements.get(other).when()) == Order.CANNOT_BE_SAID) {
          reading.note(
              ProblemCode.PHENOPACKET_CONFLICTING_PRESENCE,
              statements.get(other).rows().getFirst(),
              "code",
              Reading.quoted(statement.concept().id()));
          statements.set(i, marked(statements.get(i)));
          statements.set(other, marked(statements.get(other)));
        }
      }
    }
  }

  private static String key(Statement statement) {
    return String.join(
        "\u0000",
        statement.layer().code(),
        statement.kind(),
        statement.concept().key(),
        statement.specimen() == null ? "" : statement.specimen());
  }

  private static Statement marked(Statement statement) {
    if (statement.qualifier(NAME) != null) {
      return statement;
    }
    var qualifiers = new ArrayList<>(statement.qualifiers());
    qualifiers.add(MARK);
    return new Statement(
        statement.layer(),
        statement.kind(),
        statement.concept(),
        statement.presence(),
        statement.when(),
        qualifiers,
        statement.specimen(),
        statement.author(),
        statement.rows());
  }
}
