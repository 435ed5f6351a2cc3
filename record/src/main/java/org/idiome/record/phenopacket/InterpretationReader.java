package org.idiome.record.phenopacket;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Reads `Interpretation`: what somebody else concluded, kept as an outside finding.
///
/// A gene alone says nothing of a variant: the two are kinds of their own.
final class InterpretationReader {
  private static final List<String> PROGRESS =
      List.of("UNKNOWN_PROGRESS", "IN_PROGRESS", "COMPLETED", "SOLVED", "UNSOLVED");
  private static final List<String> STATUS =
      List.of("UNKNOWN_STATUS", "REJECTED", "CANDIDATE", "CONTRIBUTORY", "CAUSATIVE");

  private final Reading reading;
  private final VariantReader variants;

  InterpretationReader(Reading reading) {
    this.reading = reading;
    this.variants = new VariantReader(reading);
  }

  void read(Message interpretation, Scope scope, Found into) {
    var diagnosis = interpretation.message("diagnosis");
    var shared =
        new Qualifiers()
            .word("progress", interpretation.lowerWord("progressStatus", PROGRESS))
            .text("interpretation", interpretation.text("id"))
            .text("summary", interpretation.text("summary"))
            .time("recorded", scope.recorded());
    if (diagnosis == null) {
      throw interpretation.missing("diagnosis");
    }
    var disease = diagnosis.term("disease");
    int before = into.statements.size();
    var genomic = diagnosis.list("genomicInterpretations");
    reading.items(
        "genomicInterpretations",
        genomic,
        into,
        (item, found) -> found.statements.add(genomic(item, disease, shared, scope)));
    if (disease != null && genomic.isEmpty() && into.statements.size() == before) {
      into.statements.add(
          new Statement(
              Layer.DIAGNOSIS,
              "interpreted_disease",
              disease,
              Presence.Looked.PRESENT,
              When.notStated(),
              shared.list(),
              null,
              scope.author(),
              List.of(interpretation.row())));
    }
  }

  private Statement genomic(Message item, @Nullable Coded disease, Qualifiers shared, Scope scope) {
    item.atMostOne("gene", "variantInterpretation");
    var qualifiers =
        new Qualifiers()
            .word("interpretation_status", item.lowerWord("interpretationStatus", STATUS))
            .thing("disease", disease);
    var variant = item.message("variantInterpretation");
    var gene = item.message("gene");
    Coded concept;
    if (variant != null) {
      concept = variants.read(variant, qualifiers);
    } else if (gene != null) {
      concept = VariantReader.gene(gene);
    } else {
      throw item.missing("variantInterpretation");
    }
    var about = item.requiredText("subjectOrBiosampleId");
    var state = scope.state(about);
    if (state != null) {
      qualifiers.word("origin", state.code());
    } else if (!about.equals(scope.subject())) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_REFERENCE_NOT_FOUND, item.value(), "id", Reading.quoted(about));
    }
    return new Statement(
        layer(state),
        variant == null ? "gene_interpretation" : "variant_interpretation",
        concept,
        Presence.Looked.PRESENT,
        When.notStated(),
        qualifiers.addAll(shared).list(),
        state == null ? null : about,
        scope.author(),
        List.of(item.row()));
  }

  private static Layer layer(Specimen.@Nullable State state) {
    return state == Specimen.State.TUMOUR || state == Specimen.State.PLASMA
        ? Layer.TUMOUR
        : Layer.GENOME;
  }
}
