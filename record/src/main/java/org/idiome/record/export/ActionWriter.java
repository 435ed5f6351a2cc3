package org.idiome.record.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Drugs, procedures, radiation, regimens and what came of them, as medical actions.
///
/// Statements that were read from one action become one again; an outcome goes to the action that
/// it was read from, else to one of the same therapy.
final class ActionWriter {
  static final String BLOCK = "medicalActions";
  private static final Set<String> OF_INTERVAL = Set.of("dose", "frequency");

  private final Map<Object, Action> actions = new LinkedHashMap<>();
  private final List<Statement> outcomes = new ArrayList<>();

  /// One action with what is said of its whole course.
  private static final class Action {
    final Statement first;
    final SourceRow row;
    final List<Statement> intervals = new ArrayList<>();
    final List<Json> events = new ArrayList<>();
    @Nullable Json response;

    Action(Statement first) {
      this.first = first;
      this.row = first.rows().getLast();
    }
  }

  /// What makes intervals of drugs one action.
  private record Course(SourceRow row, String agent, String whole) {}

  /// Takes a statement of the layers THERAPY and OUTCOME; false where it is no action.
  boolean take(Statement statement) {
    switch (statement.kind()) {
      case "drug" -> {
        var course =
            new Course(
                statement.rows().getLast(),
                statement.concept().toJson().pretty(),
                Json.array(whole(statement)).pretty());
        actions.computeIfAbsent(course, _ -> new Action(statement)).intervals.add(statement);
      }
      case "procedure", "radiation", "regimen" ->
          actions.put("action " + actions.size(), new Action(statement));
      case "response", "adverse_event" -> outcomes.add(statement);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<Qualifier> whole(Statement statement) {
    return statement.qualifiers().stream()
        .filter(one -> !OF_INTERVAL.contains(one.name()))
        .toList();
  }

  void into(PacketDraft draft) {
    outcomes.forEach(this::attach);
    for (var action : actions.values()) {
      draft.add(BLOCK, action(action));
    }
  }

  private void attach(Statement outcome) {
    if (!(outcome.qualifier("therapy") instanceof Qualifier(var _, Value.Thing(var therapy)))) {
      return;
    }
    boolean isResponse = outcome.kind().equals("response");
    Action chosen = null;
    for (var action : actions.values()) {
      boolean isFree = !isResponse || action.response == null;
      boolean isOwn = outcome.rows().contains(action.row);
      if (isFree && action.first.concept().equals(therapy) && (chosen == null || isOwn)) {
        chosen = action;
        if (isOwn) {
          break;
        }
      }
    }
    if (chosen == null) {
      return;
    }
    if (isResponse) {
      chosen.response = PacketValues.coded(outcome.concept());
    } else {
      chosen.events.add(PacketValues.coded(outcome.concept()));
    }
  }

  private static Json action(Action action) {
    var said = action.first.qualifiers();
    return Json.object()
        .put(member(action.first.kind()), therapy(action))
        .put("treatmentTarget", PacketValues.thing(said, "target"))
        .put("treatmentIntent", PacketValues.thing(said, "intent"))
        .put("treatmentTerminationReason", PacketValues.thing(said, "course_end_reason"))
        .put("responseToTreatment", action.response)
        .put("adverseEvents", action.events.isEmpty() ? null : new Json.Arr(action.events))
        .end();
  }

  private static String member(String kind) {
    return switch (kind) {
      case "drug" -> "treatment";
      case "radiation" -> "radiationTherapy";
      case "regimen" -> "therapeuticRegimen";
      default -> "procedure";
    };
  }

  private static Json therapy(Action action) {
    var first = action.first;
    var said = first.qualifiers();
    return switch (first.kind()) {
      case "drug" ->
          Json.object()
              .put("agent", PacketValues.coded(first.concept()))
              .put("routeOfAdministration", PacketValues.thing(said, "route"))
              .put("drugType", PacketValues.word(said, "drug_type"))
              .put("cumulativeDose", PacketValues.amount(said, "course_cumulative_dose"))
              .put("doseIntervals", intervals(action.intervals))
              .end();
      case "radiation" -> radiation(first);
      case "regimen" -> regimen(first);
      default ->
          Json.object()
              .put("code", PacketValues.coded(first.concept()))
              .put("bodySite", PacketValues.thing(said, "body_site"))
              .put("performed", PacketValues.element(first.when()))
              .end();
    };
  }

  private static @Nullable Json intervals(List<Statement> all) {
    var items = new ArrayList<Json>();
    for (var one : all) {
      items.add(
          Json.object()
              .put("quantity", PacketValues.amount(one.qualifiers(), "dose"))
              .put("scheduleFrequency", PacketValues.thing(one.qualifiers(), "frequency"))
              .put("interval", PacketValues.interval(one.when()))
              .end());
    }
    boolean isEmpty = items.size() == 1 && items.getFirst().equals(Json.object().end());
    return isEmpty ? null : new Json.Arr(items);
  }

  /// The schema has whole Gray only, and no time.
  private static Json radiation(Statement statement) {
    var said = statement.qualifiers();
    var out =
        Json.object()
            .put("modality", PacketValues.coded(statement.concept()))
            .put("bodySite", PacketValues.thing(said, "body_site"));
    if (PacketValues.value(said, "dose")
            instanceof Value.Measured(Amount(Magnitude.Exact(var dose), Unit.Ucum(var unit)))
        && unit.equals("Gy")) {
      out.put("dosage", dose);
    }
    if (PacketValues.value(said, "fractions") instanceof Value.Count(var fractions)) {
      out.put("fractions", fractions);
    }
    return out.end();
  }

  private static Json regimen(Statement statement) {
    var said = statement.qualifiers();
    var reference = PacketValues.text(said, "reference");
    var out = Json.object().put("regimenStatus", PacketValues.word(said, "status"));
    if (reference == null) {
      out.put("ontologyClass", PacketValues.coded(statement.concept()));
    } else {
      out.put("externalReference", external(statement.concept(), reference));
    }
    if (statement.when() instanceof When.Interval(var from, var to)) {
      out.put("startTime", PacketValues.element(from)).put("endTime", PacketValues.element(to));
    }
    return out.end();
  }

  static Json external(Coded concept, @Nullable String reference) {
    return Json.object()
        .put("id", concept.id())
        .put("description", concept.display())
        .put("reference", reference)
        .end();
  }
}
