package org.idiome.knowledge.source.ontology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.release.ReleaseSink;

/// What is below what in one ontology, to find circles and parents that the file does not have.
public final class Hierarchy {
  private static final int NAMED_MEMBERS = 20;

  private record Edge(String parent, long line) {}

  private final Map<String, List<Edge>> above = new HashMap<>();

  /// Takes a concept of the file; false where it was there before.
  public boolean add(String id) {
    return above.putIfAbsent(id, new ArrayList<>(2)) == null;
  }

  /// Takes that a concept is below another.
  public void add(String child, String parent, long line) {
    above.computeIfAbsent(child, _ -> new ArrayList<>(2)).add(new Edge(parent, line));
  }

  /// Says which parents are not in the file, once for each.
  public void remarkDangling(ReleaseSink sink) {
    var missing = new TreeSet<String>();
    above
        .values()
        .forEach(edges ->
            edges.forEach(edge -> {
              if (!above.containsKey(edge.parent())) {
                missing.add(edge.parent());
              }
            }));
    missing.forEach(_ -> sink.remark("parent_not_in_file"));
  }

  /// Refuses a circle.
  ///
  /// @throws BadInputException of the first circle, its members named in order
  public void requireNoCircle(String file) {
    var done = new HashMap<String, Boolean>();
    for (var id : new TreeSet<>(above.keySet())) {
      if (!done.containsKey(id)) {
        walk(id, done, file);
      }
    }
  }

  /// One step of the way up: a concept, and which of its parents comes next.
  private static final class Step {
    private final String id;
    private int next;

    Step(String id) {
      this.id = id;
    }
  }

  /// @param done those seen: false while they are on the way
  private void walk(String from, Map<String, Boolean> done, String file) {
    var way = new ArrayDeque<Step>();
    way.addLast(new Step(from));
    done.put(from, false);
    while (!way.isEmpty()) {
      var step = way.getLast();
      var edges = above.getOrDefault(step.id, List.of());
      if (step.next == edges.size()) {
        done.put(step.id, true);
        way.removeLast();
        continue;
      }
      var edge = edges.get(step.next++);
      var state = done.get(edge.parent());
      if (state == null) {
        done.put(edge.parent(), false);
        way.addLast(new Step(edge.parent()));
      } else if (!state) {
        throw circle(way, edge, file);
      }
    }
  }

  private static BadInputException circle(ArrayDeque<Step> way, Edge closing, String file) {
    var members = new ArrayList<String>();
    boolean isIn = false;
    for (var step : way) {
      isIn |= step.id.equals(closing.parent());
      if (isIn) {
        members.add(step.id);
      }
    }
    var named = members.subList(0, Math.min(NAMED_MEMBERS, members.size()));
    return new BadInputException(
        Problem.of(
            ProblemCode.KNOWLEDGE_CYCLE,
            Place.line(file, closing.line()),
            "members",
            String.join(", ", named),
            "count",
            Integer.toString(members.size())));
  }
}
