package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;

/// The finding about whether several germline samples of one person agree on a gene.
final class AgreementFinding {
  /// Kind of the finding.
  static final String KIND = "agreement";

  private AgreementFinding() {}

  /// @param where files and samples that were compared
  static Finding finding(String version, GeneAnswer answer, Rows rows, Details where) {
    var gene = answer.gene();
    var conflicts = new ArrayList<String>();
    var children = new ArrayList<Explanation>();
    for (int position : answer.sites().conflicts()) {
      var name = gene.positions().get(position).name();
      conflicts.add(name);
      if (answer.sites().sites().get(position) instanceof Site.NotSeen none) {
        var leaves = new ArrayList<Explanation>();
        none.evidence().forEach(one -> leaves.add(rows.record(one)));
        children.add(
            new Explanation.Claim(
                "samples_disagree", Details.of("position", new Value.Text(name)), leaves));
      }
    }
    var details = where.text("gene", gene.symbol());
    int compared = answer.sites().compared();
    var found =
        Details.NONE
            .word("agreement", conflicts.isEmpty() ? "agree" : "conflict")
            .count("positions_compared", compared)
            .with("conflicts", Value.texts(conflicts));
    return new Finding(
        new FindingKey(PharmacogeneInterpreter.NAME, KIND, gene.symbol(), FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of(gene.symbol()),
        compared == 0
            ? new State.NotAssessed(
                ReasonCode.NOT_LOOKED_AT, Details.NONE.word("detail", "no_position_in_common"))
            : State.found(found),
        null,
        conflicts.isEmpty()
            ? null
            : new Advice(
                Advice.Verb.SETTLE,
                Advice.Priority.BLOCKS_DECISION,
                "confirm_sample_identity",
                details),
        new Explanation.Claim(KIND, details, children),
        version);
  }
}
