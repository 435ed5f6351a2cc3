package org.idiome.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;

/// What was met in the files of a person, as it is said before an answer: of many alike in one file
/// the first places and how many there are, so that the answer is not lost below them.
final class RemarkGroups {
  private static final int PLACES = 3;

  /// As many of a code are listed at most.
  private static final int LISTED = 20;

  /// Of which code, in which file.
  private record Alike(ProblemCode code, String file) {}

  private final long unlisted;
  private final String where;
  private final SequencedMap<Alike, List<Problem>> groups = new LinkedHashMap<>();
  private final Map<ProblemCode, Integer> listed = new TreeMap<>();
  private final Map<ProblemCode, Long> beyond = new TreeMap<>();

  /// @param unlisted how many more there are than are added
  /// @param where what counts those that are not said
  RemarkGroups(long unlisted, String where) {
    this.unlisted = unlisted;
    this.where = where;
  }

  /// @param unlisted how many more there are of each code than are added
  /// @param where what counts those that are not said
  RemarkGroups(Map<ProblemCode, Long> unlisted, String where) {
    this(0, where);
    this.beyond.putAll(unlisted);
  }

  void add(Problem problem) {
    var alike = new Alike(problem.code(), problem.place().file());
    groups.computeIfAbsent(alike, _ -> new ArrayList<>()).add(problem);
    listed.merge(problem.code(), 1, Integer::sum);
  }

  /// Says them; a file that was refused is said whatever is asked.
  ///
  /// @param isQuiet whether all else is only counted
  void say(boolean isQuiet, Shell shell) {
    long counted = 0;
    boolean isUnlistedSaid = unlisted <= 0;
    for (var group : groups.entrySet()) {
      var alike = group.getValue();
      boolean isRefusal = alike.getFirst().reach() == Reach.FILE;
      if (isQuiet && !isRefusal) {
        counted += alike.size();
        continue;
      }
      alike
          .subList(0, isRefusal ? alike.size() : Math.min(PLACES, alike.size()))
          .forEach(shell::say);
      long rest = isRefusal ? 0 : alike.size() - PLACES;
      if (!isUnlistedSaid && isOnlyCut(group.getKey(), alike.size())) {
        rest += unlisted;
        isUnlistedSaid = true;
      }
      if (!isRefusal) {
        sayRest(group.getKey(), rest, shell);
      }
    }
    counted += isUnlistedSaid ? 0 : unlisted;
    counted += beyond.values().stream().mapToLong(Long::longValue).sum();
    if (counted > 0) {
      shell.say(
          Figures.count(counted, isQuiet ? "remark" : "more remark")
              + " on the files; "
              + (isQuiet ? "without --quiet the first are named" : where + " counts them"));
    }
  }

  /// How many more are like those that were said. In which files those lie that are not listed is
  /// not known.
  private void sayRest(Alike alike, long rest, Shell shell) {
    var more = Objects.requireNonNullElse(beyond.remove(alike.code()), 0L);
    long all = Math.max(0, rest) + more;
    if (all > 0) {
      var file = more > 0 ? "" : " in " + Quoted.text(alike.file());
      var words = Figures.count(all) + " more like " + alike.code().code() + file;
      shell.say("and " + words + "; " + where + " counts them");
    }
  }

  /// Whether all that is not listed is like these: no other code has as many, nor another file.
  private boolean isOnlyCut(Alike alike, int size) {
    return size == LISTED
        && listed.values().stream().filter(count -> count >= LISTED).count() == 1
        && listed.getOrDefault(alike.code(), 0) == LISTED;
  }
}
