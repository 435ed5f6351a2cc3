package org.idiome.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order in which interpreters run: those of one step need nothing of each other.
final class Schedule {
  private Schedule() {}

  /// Steps in order; inside a step interpreters are sorted by name.
  ///
  /// An interpreter may name another that is not part of the run: it finds nothing of it.
  ///
  /// @throws IllegalArgumentException on two of one name or a circle
  static List<List<Interpreter>> steps(List<Interpreter> interpreters, Map<String, Reads> reads) {
    var waiting = new ArrayList<>(interpreters);
    waiting.sort(Comparator.comparing(Interpreter::name));
    var names = new HashSet<String>();
    for (var interpreter : waiting) {
      if (!names.add(interpreter.name())) {
        throw new IllegalArgumentException("two interpreters named " + interpreter.name());
      }
    }
    var steps = new ArrayList<List<Interpreter>>();
    while (!waiting.isEmpty()) {
      var ready = waiting.stream().filter(one -> isReady(one, waiting, reads)).toList();
      if (ready.isEmpty()) {
        throw new IllegalArgumentException(
            "interpreters wait for each other: "
                + waiting.stream().map(Interpreter::name).toList());
      }
      steps.add(ready);
      waiting.removeAll(ready);
    }
    return steps;
  }

  private static boolean isReady(
      Interpreter interpreter, List<Interpreter> waiting, Map<String, Reads> reads) {
    var needed = reads.getOrDefault(interpreter.name(), Reads.NOTHING).findingsOf();
    return waiting.stream().map(Interpreter::name).noneMatch(Set.copyOf(needed)::contains);
  }
}
