package org.idiome.record.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.When;
import org.idiome.record.kept.KeptPerson;
import org.jspecify.annotations.Nullable;

/// A person as a phenopacket of version 2: sex, gender, signs, diseases, specimens and files. What
/// it has no place for is in the tables beside it.
final class PacketWriter {
  private static final String HUMAN = "Homo sapiens";

  private final KeptPerson person;

  PacketWriter(KeptPerson person) {
    this.person = person;
  }

  /// @param files as `files[]` of the packet
  String text(List<Json> files) {
    return Json.object()
        .put("id", person.id())
        .put("subject", subject())
        .put("phenotypicFeatures", all("sign"))
        .put("diseases", all("disease"))
        .put("biosamples", specimens())
        .put("files", new Json.Arr(files))
        .put("metaData", metaData())
        .end()
        .pretty();
  }

  private Json subject() {
    var individual = person.individual();
    var taxonomy = Json.object().put("id", "NCBITaxon:9606").put("label", HUMAN).end();
    var born = individual.born() instanceof When.Day ? stamp(individual.born()) : null;
    var sex = only("sex");
    var gender = only("gender");
    return Json.object()
        .put("id", individual.id())
        .putStrings("alternateIds", individual.otherIds())
        .put("dateOfBirth", born)
        .put("sex", sex == null ? null : sex.concept().id().toUpperCase(Locale.ROOT))
        .put("gender", gender == null ? null : coded(gender.concept()))
        .put("taxonomy", taxonomy)
        .end();
  }

  /// What is said once; of a contradiction neither side goes into the one field that there is.
  private @Nullable Statement only(String kind) {
    var said = person.statements().stream().filter(one -> one.kind().equals(kind)).toList();
    return said.size() == 1 && isPlain(said.getFirst()) ? said.getFirst() : null;
  }

  /// Without a time of writing in the record there is none in the packet.
  private Json metaData() {
    return Json.object()
        .put("created", stamp(person.written()))
        .put("createdBy", "Idiome export")
        .put("phenopacketSchemaVersion", "2.0")
        .end();
  }

  private Json all(String kind) {
    var items = new ArrayList<Json>();
    for (var statement : person.statements()) {
      if (isHeld(statement) && statement.kind().equals(kind)) {
        items.add(kind.equals("sign") ? sign(statement) : disease(statement));
      }
    }
    return new Json.Arr(items);
  }

  /// Whether the packet has a place for a statement.
  boolean isHeld(Statement statement) {
    return switch (statement.kind()) {
      case "sign", "disease" -> isPlain(statement);
      case "sex", "gender" -> statement.equals(only(statement.kind()));
      default -> false;
    };
  }

  private static boolean isPlain(Statement statement) {
    return statement.specimen() == null
        && statement.author() == null
        && statement.presence() instanceof Presence.Looked;
  }

  private static Json sign(Statement statement) {
    return begun(statement, "type")
        .put("severity", thing(statement, "severity"))
        .put("modifiers", things(statement, "modifier"))
        .put("description", text(statement, "description"))
        .end();
  }

  private static Json disease(Statement statement) {
    return begun(statement, "term")
        .put("diseaseStage", things(statement, "stage"))
        .put("clinicalTnmFinding", things(statement, "tnm"))
        .put("primarySite", thing(statement, "primary_site"))
        .put("laterality", thing(statement, "laterality"))
        .end();
  }

  private static Json.Builder begun(Statement statement, String term) {
    var out = Json.object().put(term, coded(statement.concept()));
    if (statement.presence() == Presence.Looked.EXCLUDED) {
      out.put("excluded", true);
    }
    return out.put("onset", time(statement, "onset"))
        .put("resolution", time(statement, "resolution"));
  }

  private Json specimens() {
    return new Json.Arr(person.specimens().stream().map(this::specimen).toList());
  }

  private Json specimen(Specimen specimen) {
    var tissue = specimen.tissue();
    return Json.object()
        .put("id", specimen.id())
        .put("individualId", person.individual().id())
        .put("sampledTissue", tissue == null ? null : coded(tissue))
        .put("sampleType", named(specimen, "sample_type"))
        .put("materialSample", named(specimen, "material"))
        .put("histologicalDiagnosis", named(specimen, "histology"))
        .put("tumorProgression", named(specimen, "progression"))
        .put("tumorGrade", named(specimen, "grade"))
        .put("pathologicalStage", named(specimen, "stage"))
        .put("timeOfCollection", element(specimen.collected()))
        .end();
  }

  private static @Nullable Json named(Specimen specimen, String name) {
    for (var qualifier : specimen.qualifiers()) {
      if (qualifier.name().equals(name) && qualifier.value() instanceof Value.Thing(var thing)) {
        return coded(thing);
      }
    }
    return null;
  }

  private static Json coded(Coded coded) {
    return Json.object().put("id", coded.id()).put("label", coded.label()).end();
  }

  private static @Nullable Json thing(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier != null && qualifier.value() instanceof Value.Thing(var thing)
        ? coded(thing)
        : null;
  }

  private static @Nullable Json things(Statement statement, String name) {
    var items = new ArrayList<Json>();
    for (var qualifier : statement.qualifiers()) {
      if (qualifier.name().equals(name) && qualifier.value() instanceof Value.Thing(var thing)) {
        items.add(coded(thing));
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }

  private static @Nullable String text(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier != null && qualifier.value() instanceof Value.Text(var text) ? text : null;
  }

  private static @Nullable Json time(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier != null && qualifier.value() instanceof Value.Time(var when)
        ? element(when)
        : null;
  }

  /// A time of the schema, or null where it has none of that precision.
  private static @Nullable Json element(@Nullable When when) {
    return switch (when) {
      case null -> null;
      case When.Moment _, When.Day _ -> Json.object().put("timestamp", stamp(when)).end();
      case When.Age _ -> Json.object().put("age", age(when)).end();
      case When.GestationalAge(var weeks, var days) -> {
        var age = Json.object().put("weeks", (long) weeks);
        var whole = days == null ? age : age.put("days", (long) days);
        yield Json.object().put("gestationalAge", whole.end()).end();
      }
      case When.OnsetClass(var onset) -> Json.object().put("ontologyClass", coded(onset)).end();
      case When.Interval(When.Age from, When.Age to) ->
          Json.object()
              .put("ageRange", Json.object().put("start", age(from)).put("end", age(to)).end())
              .end();
      case When.Interval(When.Day from, When.Day to) ->
          Json.object()
              .put("interval", Json.object().put("start", stamp(from)).put("end", stamp(to)).end())
              .end();
      case When.Interval _,
          When.LocalMoment _,
          When.Month _,
          When.Year _,
          When.StudyDay _,
          When.NotStated _ ->
          null;
    };
  }

  private static Json age(When age) {
    return Json.object().put("iso8601duration", age.text()).end();
  }

  private static @Nullable String stamp(When when) {
    if (when instanceof When.Day(var day)) {
      return day + "T00:00:00Z";
    }
    return when instanceof When.Moment(var at, var _) ? at.toInstant().toString() : null;
  }
}
