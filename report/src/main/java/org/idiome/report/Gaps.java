package org.idiome.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.report.words.Words;

/// What was not assessed: the question, why not, the test that settles it, what it could change.
///
/// Sorted by what it could change: findings with advice first, then those whose explanation says
/// what it matters for, then the others. Findings of one claim, reason and remedy are one row that
/// names their subjects.
///
/// @param rows at most 40
/// @param leftOut findings that no row tells
public record Gaps(List<Gap> rows, int leftOut) {
  private static final int MOST = 40;

  /// Copies the rows.
  public Gaps {
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param subjects what it is about, where it stands for several findings; else empty
  /// @param findings at least one
  public record Gap(
      String question,
      List<String> subjects,
      String reason,
      String settles,
      String matters,
      List<Finding> findings) {
    /// Copies the lists.
    public Gap {
      subjects = List.copyOf(subjects);
      findings = List.copyOf(findings);
    }
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(
              Finding::advice,
              Comparator.nullsLast(Comparator.comparing(advice -> advice.priority())))
          .thenComparing(finding -> FindingWords.matters(finding).isEmpty())
          .thenComparing(Finding::key);

  static Gaps of(List<Finding> findings) {
    var groups = new LinkedHashMap<String, List<Finding>>();
    findings.stream()
        .filter(finding -> finding.state() instanceof State.NotAssessed)
        .sorted(ORDER)
        .forEach(
            finding -> groups.computeIfAbsent(group(finding), _ -> new ArrayList<>()).add(finding));
    var rows = new ArrayList<Gap>();
    int told = 0;
    int all = 0;
    for (var group : groups.values()) {
      all += group.size();
      if (rows.size() < MOST) {
        rows.add(gap(group));
        told += group.size();
      }
    }
    return new Gaps(rows, all - told);
  }

  private static String group(Finding finding) {
    return String.join(
        "|",
        finding.key().interpreter(),
        finding.why().code(),
        FindingWords.reason(finding),
        FindingWords.settles(finding),
        FindingWords.matters(finding));
  }

  private static Gap gap(List<Finding> group) {
    var first = group.getFirst();
    var subjects = new LinkedHashSet<String>();
    group.forEach(finding -> subjects.add(finding.subject().label()));
    boolean isOne = subjects.size() == 1;
    return new Gap(
        isOne ? FindingWords.question(first) : many(first, group.size()),
        isOne ? List.of() : List.copyOf(subjects),
        FindingWords.reason(first),
        FindingWords.settles(first),
        FindingWords.matters(first),
        group);
  }

  private static String many(Finding first, int count) {
    var code = first.key().interpreter() + ".claim." + first.why().code() + ".question.many";
    var values = Details.NONE.count("count", count);
    var words = Words.english();
    return words.has(code)
        ? words.say(code, values)
        : words.say("gaps.many", values.text("kind", words.word(first.key().kind())));
  }
}
