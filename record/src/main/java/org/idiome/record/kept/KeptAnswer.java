package org.idiome.record.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Finding;
import org.idiome.core.problem.Problem;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// What a run that was kept said.
///
/// @param rows its findings by key
public record KeptAnswer(RunRow run, List<RunRow.FindingRow> rows) {
  /// Copies the list.
  public KeptAnswer {
    rows = List.copyOf(rows);
  }

  /// The keys of its findings, in order.
  public List<String> keys() {
    return rows.stream().map(RunRow.FindingRow::key).toList();
  }

  /// The findings of some keys with their explanations, in order; null where one of them would not
  /// be to the letter what was kept.
  public @Nullable List<Finding> findings(Collection<String> keys) {
    return toTheLetter(keys, FindingReader::readWhole, String::equals);
  }

  /// What the findings of some keys claim, in order, without the trees below their explanations;
  /// null where one of them would not be to the letter what was kept.
  public @Nullable List<Finding> claims(Collection<String> keys) {
    return toTheLetter(keys, FindingReader::read, KeptAnswer::isBut);
  }

  /// Whether a text is another but for one stretch more.
  private static boolean isBut(String text, String other) {
    int same = 0;
    int most = Math.min(text.length(), other.length());
    while (same < most && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    return text.length() >= other.length() && text.endsWith(other.substring(same));
  }

  private @Nullable List<Finding> toTheLetter(
      Collection<String> keys,
      Function<RunRow.FindingRow, Finding> read,
      BiPredicate<String, String> isAsKept) {
    var findings = new ArrayList<Finding>();
    for (var row : rows) {
      if (keys.contains(row.key())) {
        var finding = read.apply(row);
        var again = new String(finding.canonicalBytes(), StandardCharsets.UTF_8);
        if (!isAsKept.test(row.content(), again)) {
          return null;
        }
        findings.add(finding);
      }
    }
    return findings;
  }

  /// Problems in the form in which [#problems] reads them back.
  public static Json stored(List<Problem> problems) {
    return new Json.Arr(problems.stream().map(ContentWriter::problem).toList());
  }

  /// What was met on the way.
  public List<Problem> problems() {
    return Stored.of(run.head().problems()).items(ContentReader::problem);
  }
}
