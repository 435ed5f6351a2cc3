package org.idiome.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Finding;
import org.idiome.core.observation.Individual;
import org.idiome.core.problem.Problem;
import org.idiome.core.source.SourceFile;

/// Findings about one individual, with what they were made from.
///
/// @param findings sorted by key; keys are unique
/// @param files the files that were read, in the order opened
/// @param releases the source releases of the snapshot
/// @param problems problems met on the way, in the order found; the first of each kind
/// @param problemCount how many there were at all
public record Run(
    Individual individual,
    RunInputs inputs,
    List<Finding> findings,
    List<SourceFile> files,
    List<SourceRelease> releases,
    List<Problem> problems,
    long problemCount)
    implements Canonical {
  /// Name and version of the JSON form; its schema stands in `report`.
  public static final String FORMAT = "idiome-run/1";

  /// Sorts the findings by key; refuses two of one key.
  public Run {
    var sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::key));
    findings = List.copyOf(sorted);
    var keys = new HashSet<String>();
    for (var finding : findings) {
      if (!keys.add(finding.key().text())) {
        throw new IllegalArgumentException("two findings of one key: " + finding.key().text());
      }
    }
    files = List.copyOf(files);
    releases = List.copyOf(releases);
    problems = List.copyOf(problems);
  }

  /// The run's id.
  public Sha256 id() {
    return inputs.runId();
  }

  /// The files that were refused, in the order met: what they hold is in no finding.
  public List<RefusedFile> refused() {
    return RefusedFile.of(problems);
  }

  /// The digest of what is claimed: equal for every run of this id.
  ///
  /// Like the profile state it does not depend on where a row stood: the same rows in a file of
  /// other bytes give the same digest, though their explanations cite other lines.
  public Sha256 findingsDigest() {
    return Sha256.of(new Json.Arr(findings.stream().map(Finding::claim).toList()).canonicalBytes());
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("format", FORMAT)
        .put("run", id())
        .put("individual", individual)
        .put("inputs", inputs)
        .put("findings_digest", findingsDigest())
        .put("findings", Json.array(findings))
        .put("files", Json.array(files))
        .put("files_refused", Json.array(refused()))
        .put("releases", Json.array(releases))
        .put("problems", Json.array(problems))
        .put("problem_count", problemCount)
        .end();
  }
}
