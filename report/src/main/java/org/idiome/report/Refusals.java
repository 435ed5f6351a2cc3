package org.idiome.report;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Details;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.run.RefusedFile;
import org.idiome.core.run.Run;
import org.idiome.core.source.SourceFile;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Words;

/// The files that could not be read: what they hold is in no finding, and every form says so first.
///
/// @param files in the order met
/// @param all how many files there are, read or not
/// @param isAll whether every refused file is among them; a run keeps the first problems of a kind
public record Refusals(List<RefusedFile> files, int all, boolean isAll) {
  private static final int MOST_NAMED = 3;

  /// Copies the files.
  public Refusals {
    files = List.copyOf(files);
  }

  static Refusals of(Run run) {
    var refused = run.refused();
    var names = new HashSet<String>();
    run.files().stream().map(SourceFile::name).forEach(names::add);
    refused.forEach(file -> names.add(file.name()));
    return new Refusals(refused, names.size(), isAll(run));
  }

  /// Of problems that were left out each has a code of which as many were kept as of any.
  private static boolean isAll(Run run) {
    if (run.problemCount() == run.problems().size()) {
      return true;
    }
    Map<ProblemCode, Integer> kept = new EnumMap<>(ProblemCode.class);
    run.problems().forEach(problem -> kept.merge(problem.code(), 1, Integer::sum));
    int most = kept.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return run.refused().stream()
        .noneMatch(file -> kept.getOrDefault(file.why().code(), 0) == most);
  }

  /// Whether every file was read.
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// How many could not be read, and which: a sentence; empty where all were read.
  public String line() {
    if (isEmpty()) {
      return "";
    }
    var words = Words.english();
    var names = files.stream().map(file -> Quoted.text(file.name())).toList();
    int rest = names.size() - MOST_NAMED;
    var named = names.subList(0, Math.min(MOST_NAMED, names.size()));
    var list =
        rest <= 0
            ? words.join(named, "and")
            : words.say(
                "list.more",
                Details.NONE.text("first", String.join(", ", named)).count("rest", rest));
    var counts = Details.NONE.count("count", files.size()).count("all", all);
    return words.say(isAll ? "refused.line" : "refused.line.least", counts.text("list", list));
  }

  /// What is asked of each: what the file holds.
  public static String question(RefusedFile file) {
    return Words.english()
        .say("refused.question", Details.NONE.text("name", Quoted.text(file.name())));
  }

  /// Why it could not be read.
  public static String reason(RefusedFile file) {
    return ProblemText.message(file.why());
  }

  /// What mends it.
  public static String remedy(RefusedFile file) {
    return ProblemText.remedy(file.why());
  }
}
