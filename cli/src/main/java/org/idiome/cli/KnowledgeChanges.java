package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.knowledge.diff.Change;
import org.idiome.knowledge.release.Attributes;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;

/// What two snapshots say otherwise, in lines for eyes.
final class KnowledgeChanges {
  private KnowledgeChanges() {}

  static String text(List<Change> changes) {
    if (changes.isEmpty()) {
      return "no claim is made otherwise\n";
    }
    var bySource = new TreeMap<String, List<Change>>();
    changes.forEach(
        change -> bySource.computeIfAbsent(change.source(), _ -> new ArrayList<>()).add(change));
    var text = new StringBuilder();
    bySource.forEach((source, those) -> {
      text.append(source).append(": ").append(Figures.count(those.size(), "change")).append('\n');
      those.forEach(change -> text.append("  ").append(line(change)).append('\n'));
    });
    return text.toString();
  }

  private static String line(Change change) {
    var claim =
        change.subject()
            + " "
            + change.predicate()
            + " "
            + change.object()
            + (change.qualifiers().isEmpty() ? "" : " {" + shown(change.qualifiers()) + "}");
    return switch (change.kind()) {
      case ADDED ->
          "new: " + claim + " (" + shown(change.after()) + ")  [" + change.rowsAfter() + "]";
      case REMOVED ->
          "withdrawn: "
              + claim
              + " ("
              + shown(change.before())
              + ")  ["
              + change.rowsBefore()
              + "]";
      case CHANGED ->
          "changed: "
              + claim
              + ": "
              + shown(change.before())
              + " before, "
              + shown(change.after())
              + " now  ["
              + change.rowsBefore()
              + " -> "
              + change.rowsAfter()
              + "]";
      case IDENTIFIER ->
          "replaced: "
              + claim
              + ": "
              + shown(change.before())
              + " before  ["
              + change.rowsBefore()
              + " -> "
              + change.rowsAfter()
              + "]";
    };
  }

  private static String shown(Attributes values) {
    return values.isEmpty() ? "nothing" : Quoted.text(values.toString());
  }
}
