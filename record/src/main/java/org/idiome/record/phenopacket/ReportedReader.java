package org.idiome.record.phenopacket;

import java.util.List;
import java.util.Objects;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Reads what only version 1 has: genes and variants without an interpretation, and the
/// `Interpretation` around a packet. All of it are outside findings.
final class ReportedReader {
  private static final List<String> RESOLUTION =
      List.of("UNKNOWN", "SOLVED", "UNSOLVED", "IN_PROGRESS");

  /// Not the order of version 2, which has CONTRIBUTORY between the last two.
  private static final List<String> STATUS =
      List.of("UNKNOWN", "REJECTED", "CANDIDATE", "CAUSATIVE");

  private final Reading reading;
  private final VariantReader variants;

  ReportedReader(Reading reading) {
    this.reading = reading;
    this.variants = new VariantReader(reading);
  }

  /// A gene of the person.
  Statement gene(Message gene, Scope scope) {
    return finding(
        Layer.GENOME,
        "reported_gene",
        VariantReader.gene(gene),
        recorded(scope),
        null,
        gene,
        scope);
  }

  /// A variant of the person, or of a specimen.
  Statement variant(Message variant, @Nullable String specimen, Scope scope) {
    var qualifiers = new Qualifiers();
    var name = variants.readVersion1(variant, qualifiers);
    var state = specimen == null ? null : scope.state(specimen);
    if (state != null) {
      qualifiers.word("origin", state.code());
    }
    var layer =
        state == Specimen.State.TUMOUR || state == Specimen.State.PLASMA
            ? Layer.TUMOUR
            : Layer.GENOME;
    qualifiers.addAll(recorded(scope));
    return finding(layer, "reported_variant", name, qualifiers, specimen, variant, scope);
  }

  /// The diagnoses of the interpretation around a packet.
  void interpretation(Message interpretation, Scope scope, Found into) {
    interpretation.passOver("phenopacket", "family", "metaData");
    var id = interpretation.text("id");
    var shared =
        new Qualifiers()
            .word("progress", interpretation.lowerWord("resolutionStatus", RESOLUTION))
            .text("interpretation", id)
            .addAll(recorded(scope));
    reading.items(
        "diagnosis",
        interpretation.list("diagnosis"),
        into,
        (item, found) -> diagnosis(item, shared, scope, found));
  }

  private void diagnosis(Message diagnosis, Qualifiers shared, Scope scope, Found into) {
    var disease = diagnosis.message("disease");
    var term = disease == null ? null : disease.requiredTerm("term");
    if (disease != null) {
      disease.setAside(
          "ageOfOnset", "ageRangeOfOnset", "classOfOnset", "diseaseStage", "tnmFinding");
    }
    var genomic = diagnosis.list("genomicInterpretations");
    reading.items(
        "genomicInterpretations",
        genomic,
        into,
        (item, found) -> found.statements.add(genomic(item, term, shared, scope)));
    if (term != null && genomic.isEmpty()) {
      into.statements.add(
          finding(Layer.DIAGNOSIS, "interpreted_disease", term, shared, null, diagnosis, scope));
    }
    if (term == null && genomic.isEmpty()) {
      throw diagnosis.missing("disease");
    }
  }

  private Statement genomic(Message item, @Nullable Coded disease, Qualifiers shared, Scope scope) {
    item.atMostOne("gene", "variant");
    var qualifiers =
        new Qualifiers()
            .word("interpretation_status", item.lowerWord("status", STATUS))
            .thing("disease", disease);
    var variant = item.message("variant");
    var gene = item.message("gene");
    if (variant == null && gene == null) {
      throw item.missing("variant");
    }
    var concept =
        variant != null
            ? variants.readVersion1(variant, qualifiers)
            : VariantReader.gene(Objects.requireNonNull(gene));
    var kind = variant == null ? "gene_interpretation" : "variant_interpretation";
    return finding(Layer.GENOME, kind, concept, qualifiers.addAll(shared), null, item, scope);
  }

  private static Qualifiers recorded(Scope scope) {
    return new Qualifiers().time("recorded", scope.recorded());
  }

  private static Statement finding(
      Layer layer,
      String kind,
      Coded concept,
      Qualifiers qualifiers,
      @Nullable String specimen,
      Message at,
      Scope scope) {
    return new Statement(
        layer,
        kind,
        concept,
        Presence.Looked.PRESENT,
        When.notStated(),
        qualifiers.list(),
        specimen,
        scope.author(),
        List.of(at.row()));
  }

  /// Refuses an interpretation around a packet of version 2, which has none there.
  void refuse(Message interpretation) {
    for (var name : List.of("diagnosis", "resolutionStatus")) {
      var value = interpretation.take(name);
      if (value != null) {
        reading.refused(
            name,
            reading.refuse(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_1, value, "member", name));
      }
    }
  }
}
