package org.idiome.record.phenopacket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.code.SpecimenStates;
import org.jspecify.annotations.Nullable;

/// Reads `Biosample`: the specimen, and what was seen and measured in it.
final class SpecimenReader {
  private static final List<String> STATE_MEMBERS =
      List.of("materialSample", "sampleType", "sampledTissue", "tumorProgression");
  private static final String HUMAN = "NCBITaxon:9606";

  private final Reading reading;
  private final Times times;
  private final FeatureReader features;
  private final MeasurementReader measurements;
  private final FileReader files;

  SpecimenReader(
      Reading reading,
      Times times,
      FeatureReader features,
      MeasurementReader measurements,
      FileReader files) {
    this.reading = reading;
    this.times = times;
    this.features = features;
    this.measurements = measurements;
    this.files = files;
  }

  void read(Message sample, Scope scope, Found into) {
    var id = sample.requiredText("id");
    reading.requireWhole(id, sample.value());
    if (scope.state(id) != null) {
      throw reading.refuse(ProblemCode.PHENOPACKET_ID_REPEATED, sample.value(), "id", id);
    }
    requireOwner(sample, scope);
    var specimen = specimen(sample, id);
    into.specimens.add(specimen);
    scope.add(specimen);
    reading.items(
        "biosamples/phenotypicFeatures",
        sample.list("phenotypicFeatures"),
        into,
        (feature, found) -> found.statements.add(features.sign(feature, id)));
    reading.items(
        "biosamples/measurements",
        sample.list("measurements"),
        into,
        measurements.of(id, specimen.collected()));
    reading.items(
        "biosamples/files",
        sample.list("files"),
        into,
        (file, found) -> found.files.add(files.read(file, id)));
    if (reading.version() == SchemaVersion.ONE) {
      var reported = new ReportedReader(reading);
      reading.items(
          "biosamples/variants",
          sample.list("variants"),
          into,
          (variant, found) -> found.statements.add(reported.variant(variant, id, scope)));
    }
  }

  private void requireOwner(Message sample, Scope scope) {
    var owner = sample.text("individualId");
    if (owner != null && !owner.equals(scope.subject())) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_REFERENCE_NOT_FOUND, sample.value(), "id", Reading.quoted(owner));
    }
  }

  private Specimen specimen(Message sample, String id) {
    Map<String, Coded> codes = new HashMap<>();
    for (var member : STATE_MEMBERS) {
      var code = sample.term(member);
      if (code != null) {
        codes.put(member, code);
      }
    }
    if (reading.version() == SchemaVersion.ONE && sample.flag("isControlSample")) {
      codes.put("isControlSample", Coded.of("true"));
    }
    var species = sample.term("taxonomy");
    if (species != null && !species.key().equals(HUMAN)) {
      sample.setAside("taxonomy");
    }
    return new Specimen(
        id,
        codes.get("sampledTissue"),
        state(sample, SpecimenStates.of(codes)),
        times.lenient(sample, "timeOfCollection"),
        null,
        qualifiers(sample, codes).list(),
        List.of(sample.row()));
  }

  /// Plasma says what the sample is, whatever it was drawn for; germline and tumour contradict.
  private Specimen.State state(Message sample, Set<Specimen.State> states) {
    if (states.contains(Specimen.State.PLASMA)) {
      return Specimen.State.PLASMA;
    }
    if (states.size() > 1) {
      reading.note(
          ProblemCode.PHENOPACKET_CONFLICTING_PRESENCE,
          sample.value(),
          "found",
          "germline, tumour");
      return Specimen.State.NOT_STATED;
    }
    return states.isEmpty() ? Specimen.State.NOT_STATED : states.iterator().next();
  }

  private Qualifiers qualifiers(Message sample, Map<String, Coded> codes) {
    return new Qualifiers()
        .thing("sample_type", codes.get("sampleType"))
        .thing("material", codes.get("materialSample"))
        .word("control_sample", codes.containsKey("isControlSample") ? "yes" : null)
        .thing("histology", sample.term("histologicalDiagnosis"))
        .thing("progression", codes.get("tumorProgression"))
        .thing("grade", sample.term("tumorGrade"))
        .thing("stage", sample.term("pathologicalStage"))
        .things("tnm", sample.terms("pathologicalTnmFinding"))
        .things("marker", sample.terms("diagnosticMarkers"))
        .text("derived_from", sample.text("derivedFromId"))
        .addAll(procedure(sample.message("procedure")))
        .thing("processing", sample.term("sampleProcessing"))
        .thing("storage", sample.term("sampleStorage"))
        .text("description", sample.text("description"));
  }

  private Qualifiers procedure(@Nullable Message procedure) {
    var qualifiers = new Qualifiers();
    if (procedure != null) {
      qualifiers
          .thing("procedure", procedure.term("code"))
          .thing("procedure_site", procedure.term("bodySite"))
          .time("procedure_time", times.lenient(procedure, "performed"));
    }
    return qualifiers;
  }
}
