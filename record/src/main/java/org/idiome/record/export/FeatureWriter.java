package org.idiome.record.export;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.jspecify.annotations.Nullable;

/// Signs, diseases and specimens as messages of the schema.
final class FeatureWriter {
  private FeatureWriter() {}

  /// Null where it was neither seen nor excluded: the schema has no third.
  static @Nullable Json sign(Statement statement) {
    var said = statement.qualifiers();
    var out = begun(statement, "type");
    return out == null
        ? null
        : out.put("severity", PacketValues.thing(said, "severity"))
            .put("modifiers", PacketValues.things(said, "modifier"))
            .put("description", PacketValues.text(said, "description"))
            .put("evidence", evidence(said))
            .end();
  }

  static @Nullable Json disease(Statement statement) {
    var said = statement.qualifiers();
    var out = begun(statement, "term");
    return out == null
        ? null
        : out.put("diseaseStage", PacketValues.things(said, "stage"))
            .put("clinicalTnmFinding", PacketValues.things(said, "tnm"))
            .put("primarySite", PacketValues.thing(said, "primary_site"))
            .put("laterality", PacketValues.thing(said, "laterality"))
            .end();
  }

  private static Json.@Nullable Builder begun(Statement statement, String term) {
    if (!(statement.presence() instanceof Presence.Looked looked)) {
      return null;
    }
    var said = statement.qualifiers();
    var out = Json.object().put(term, PacketValues.coded(statement.concept()));
    if (looked == Presence.Looked.EXCLUDED) {
      out.put("excluded", true);
    }
    return out.put("onset", PacketValues.time(said, "onset"))
        .put("resolution", PacketValues.time(said, "resolution"));
  }

  private static @Nullable Json evidence(List<Qualifier> said) {
    var items = new ArrayList<Json>();
    for (var qualifier : said) {
      if (qualifier.name().equals("evidence")
          && qualifier.value() instanceof Value.Several(var parts)) {
        items.add(evidenceOf(parts));
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }

  /// A code of the evidence ontology, then the reference: its id, or what describes it, and a link.
  private static Json evidenceOf(List<Value> parts) {
    @Nullable Coded code = null;
    @Nullable Coded reference = null;
    var texts = new ArrayList<String>();
    for (var part : parts) {
      if (part instanceof Value.Text(var text)) {
        texts.add(text);
      } else if (part instanceof Value.Thing(var thing)) {
        boolean isCode = code == null && thing.id().startsWith("ECO:");
        code = isCode ? thing : code;
        reference = isCode ? reference : thing;
      }
    }
    var out = Json.object().put("evidenceCode", code == null ? null : PacketValues.coded(code));
    boolean isDescribed = reference == null && texts.size() == 2;
    if (reference != null || !texts.isEmpty()) {
      out.put(
          "reference",
          Json.object()
              .put("id", reference == null ? null : reference.id())
              .put("description", reference == null ? texts.getFirst() : reference.display())
              .put("reference", reference != null || isDescribed ? last(texts) : null)
              .end());
    }
    return out.end();
  }

  private static @Nullable String last(List<String> texts) {
    return texts.isEmpty() ? null : texts.getLast();
  }

  /// A specimen without what was seen and measured in it.
  static Json.Builder specimen(Specimen specimen, String subject) {
    var tissue = specimen.tissue();
    var said = specimen.qualifiers();
    return Json.object()
        .put("id", specimen.id())
        .put("individualId", subject)
        .put("sampledTissue", tissue == null ? null : PacketValues.coded(tissue))
        .put("sampleType", PacketValues.thing(said, "sample_type"))
        .put("materialSample", PacketValues.thing(said, "material"))
        .put("histologicalDiagnosis", PacketValues.thing(said, "histology"))
        .put("tumorProgression", PacketValues.thing(said, "progression"))
        .put("tumorGrade", PacketValues.thing(said, "grade"))
        .put("pathologicalStage", PacketValues.thing(said, "stage"))
        .put("pathologicalTnmFinding", PacketValues.things(said, "tnm"))
        .put("diagnosticMarkers", PacketValues.things(said, "marker"))
        .put("derivedFromId", PacketValues.text(said, "derived_from"))
        .put("procedure", procedure(said))
        .put("sampleProcessing", PacketValues.thing(said, "processing"))
        .put("sampleStorage", PacketValues.thing(said, "storage"))
        .put("description", PacketValues.text(said, "description"))
        .put("timeOfCollection", PacketValues.element(specimen.collected()));
  }

  private static @Nullable Json procedure(List<Qualifier> said) {
    var procedure =
        Json.object()
            .put("code", PacketValues.thing(said, "procedure"))
            .put("bodySite", PacketValues.thing(said, "procedure_site"))
            .put("performed", PacketValues.time(said, "procedure_time"))
            .end();
    return procedure.members().isEmpty() ? null : procedure;
  }
}
