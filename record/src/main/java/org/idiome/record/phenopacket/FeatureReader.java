package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.jspecify.annotations.Nullable;

/// Reads `PhenotypicFeature` and `Disease`: present unless `excluded`.
///
/// `when` runs from the onset to the resolution; the onset as it was given stands as a qualifier
/// beside it.
final class FeatureReader {
  private final Times times;

  FeatureReader(Times times) {
    this.times = times;
  }

  /// A sign of the person, or of a specimen.
  Statement sign(Message feature, @Nullable String specimen) {
    var type = feature.requiredTerm("type");
    var onset = times.lenient(feature, "onset");
    var resolution = times.lenient(feature, "resolution");
    var qualifiers =
        new Qualifiers()
            .time("onset", onset)
            .time("resolution", resolution)
            .thing("severity", feature.term("severity"))
            .things("modifier", feature.terms("modifiers"))
            .text("description", feature.text("description"));
    for (var evidence : feature.messages("evidence")) {
      addEvidence(evidence, qualifiers);
    }
    return new Statement(
        Layer.PHENOTYPE,
        "sign",
        type,
        presence(feature),
        times.span(feature, onset, resolution),
        qualifiers.list(),
        specimen,
        null,
        List.of(feature.row()));
  }

  /// A disease that was diagnosed, or ruled out.
  Statement disease(Message disease) {
    var term = disease.requiredTerm("term");
    var onset = times.lenient(disease, "onset");
    var resolution = times.lenient(disease, "resolution");
    var qualifiers =
        new Qualifiers()
            .time("onset", onset)
            .time("resolution", resolution)
            .things("stage", disease.terms("diseaseStage"))
            .things("tnm", disease.terms("clinicalTnmFinding"))
            .thing("primary_site", disease.term("primarySite"))
            .thing("laterality", disease.term("laterality"));
    return new Statement(
        Layer.DIAGNOSIS,
        "disease",
        term,
        presence(disease),
        times.span(disease, onset, resolution),
        qualifiers.list(),
        null,
        null,
        List.of(disease.row()));
  }

  private static Presence presence(Message item) {
    return item.flag("excluded") ? Presence.Looked.EXCLUDED : Presence.Looked.PRESENT;
  }

  private static void addEvidence(Message evidence, Qualifiers into) {
    var parts = new ArrayList<Value>();
    var code = evidence.term("evidenceCode");
    if (code != null) {
      parts.add(new Value.Thing(code));
    }
    var reference = evidence.message("reference");
    if (reference != null) {
      parts.addAll(referenceParts(reference));
    }
    if (!parts.isEmpty()) {
      into.add("evidence", new Value.Several(parts));
    }
  }

  private static List<Value> referenceParts(Message reference) {
    var parts = new ArrayList<Value>();
    var id = reference.text("id");
    var description = reference.text("description");
    if (id != null && !id.isBlank()) {
      parts.add(new Value.Thing(reference.coded(id, description)));
    } else if (description != null) {
      parts.add(new Value.Text(description));
    }
    var link = reference.text("reference");
    if (link != null) {
      parts.add(new Value.Text(link));
    }
    return parts;
  }
}
