package org.idiome.report;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.profile.Profile;

/// What laboratories and others concluded: shown apart, never mixed with own findings.
public final class Outside {
  private Outside() {}

  /// Statements that name an author, by layer, in the order of the record.
  static List<Statement> of(Profile profile) {
    var found = new ArrayList<Statement>();
    for (var layer : Layer.values()) {
      for (var statement : profile.statements(layer)) {
        if (statement.author() != null) {
          found.add(statement);
        }
      }
    }
    return List.copyOf(found);
  }
}
