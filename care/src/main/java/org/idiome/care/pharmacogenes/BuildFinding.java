package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.jspecify.annotations.Nullable;

/// The finding about germline files that cannot be read with the tables of a genome build: why, and
/// what would make them readable.
final class BuildFinding {
  /// Kind of the finding.
  static final String KIND = "build";

  private BuildFinding() {}

  /// The finding, or null where every file can be read.
  ///
  /// @param genes whose tables are on the build
  /// @param drugs that guidelines look these genes up for
  /// @param taken those of them that the person takes
  static @Nullable Finding finding(
      String version,
      GenomeBuild build,
      BuildCheck check,
      List<String> genes,
      List<String> drugs,
      List<String> taken,
      EngineRules rules) {
    var fault = check.fault();
    if (fault == null) {
      return null;
    }
    var about =
        check
            .about(fault)
            .with("genes", Value.texts(genes))
            .with("drugs_taken", Value.texts(taken));
    var remedy = rules.remedy(fault.code());
    var children = new ArrayList<>(check.because());
    // What would settle the other files is said at once, too.
    for (var any : check.faults()) {
      var other = rules.remedy(any.code());
      if (other != null) {
        children.add(other.note(any == fault ? about : check.about(any)));
      }
    }
    children.add(
        new Explanation.Note(
            Explanation.Note.Kind.MATTERS, "drugs", Details.of("drugs", Value.texts(drugs))));
    return new Finding(
        new FindingKey(PharmacogeneInterpreter.NAME, KIND, Layer.GENOME.code(), build.code()),
        List.of(),
        Coded.of(Layer.GENOME.code()),
        new State.NotAssessed(fault.reason(), Details.NONE.word("detail", fault.code())),
        null,
        remedy == null ? null : remedy.forFiles(about),
        new Explanation.Claim(KIND, about, children),
        version);
  }
}
