package org.idiome.record.kept;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    var findings =
        rows.parallelStream()
            .filter(row -> keys.contains(row.key()))
            .map(KeptAnswer::toTheLetter)
            .toList();
    return findings.contains(Optional.<Finding>empty())
        ? null
        : findings.stream().map(Optional::orElseThrow).toList();
  }

  private static Optional<Finding> toTheLetter(RunRow.FindingRow row) {
    var finding = FindingReader.readWhole(row);
    var again = new String(finding.canonicalBytes(), StandardCharsets.UTF_8);
    return again.equals(row.content()) ? Optional.of(finding) : Optional.empty();
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
