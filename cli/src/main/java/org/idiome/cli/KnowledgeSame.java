package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import org.idiome.knowledge.equivalence.Conflict;
import org.idiome.knowledge.equivalence.Equivalence;

/// Which identifiers mean the same as one, and where that is in doubt, in lines for eyes.
final class KnowledgeSame {
  private KnowledgeSame() {}

  static List<String> lines(String id, Equivalence same) {
    var hub = same.resolve(id);
    var lines = new ArrayList<String>();
    if (!hub.equals(id)) {
      lines.add("the same as: " + hub);
    }
    var others = new ArrayList<>(same.members(hub));
    others.remove(id);
    if (!others.isEmpty()) {
      lines.add("also: " + String.join(", ", others));
    }
    same.conflicts(id).forEach(conflict -> lines.add(line(conflict)));
    if (!hub.equals(id)) {
      same.conflicts(hub).forEach(conflict -> lines.add(line(conflict)));
    }
    return lines;
  }

  private static String line(Conflict conflict) {
    var members = String.join(", ", conflict.members());
    var rows =
        String.join(";", conflict.said().stream().map(said -> said.rows()).sorted().toList());
    return switch (conflict.kind()) {
          case TWO_OF_ONE_VOCABULARY ->
              "conflict: two identifiers of one vocabulary lead to "
                  + conflict.about()
                  + ": "
                  + members;
          case TWO_HUBS ->
              "conflict, nothing merged: " + conflict.about() + " is mapped to " + members;
          case KINDS_DIFFER ->
              "conflict, nothing merged: "
                  + conflict.about()
                  + " and "
                  + members
                  + " are of different kinds";
          case DENIED -> conflict.about() + " is explicitly not " + members;
          case NO_CHAIN ->
              conflict.about()
                  + " is mapped to "
                  + members
                  + " only, which is not followed farther";
        }
        + "  ["
        + rows
        + "]";
  }
}
