package org.idiome.report.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.observation.Layer;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;

/// Statements of one layer and one mark that have no place on the axis, by name.
///
/// What others concluded is not among them: it has a part of the page of its own.
///
/// @param layerCode code of the words for the layer
/// @param markCode code of the words for what they say
/// @param names in the order of the record, each once
/// @param leftOut how many names are not among them
public record Unplaced(String layerCode, String markCode, List<String> names, int leftOut) {
  private static final int MOST_NAMES = 60;

  /// Copies the names.
  public Unplaced {
    names = List.copyOf(names);
  }

  /// By layer, what is there before what was looked for and is not.
  static List<Unplaced> of(Profile profile, Course.Places places) {
    var all = new ArrayList<Unplaced>();
    for (var layer : Layer.values()) {
      var byMark = new TreeMap<Mark, Set<String>>();
      for (var statement : profile.statements(layer)) {
        boolean isOwn = statement.author() == null && Course.isEvent(statement);
        if (isOwn && places.place(statement.when()) == null) {
          byMark
              .computeIfAbsent(LaneReader.mark(statement), _ -> new LinkedHashSet<>())
              .add(Words.capital(Words.english().statement(statement)));
        }
      }
      for (Map.Entry<Mark, Set<String>> entry : byMark.entrySet()) {
        var names = List.copyOf(entry.getValue());
        int shown = Math.min(MOST_NAMES, names.size());
        all.add(
            new Unplaced(
                "layer." + layer.code(),
                entry.getKey().code(),
                names.subList(0, shown),
                names.size() - shown));
      }
    }
    return all;
  }
}
