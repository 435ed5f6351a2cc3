package org.idiome.record.phenopacket;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Reads `MedicalAction`: drugs, procedures, radiation, regimens, and what came of them.
///
/// Each dose interval is a statement of its own, with the action as its second source row. What is
/// said of the whole course stands on each of them under names that begin with `course_`.
final class ActionReader {
  private static final List<String> DRUG_TYPE =
      List.of(
          "UNKNOWN_DRUG_TYPE",
          "PRESCRIPTION",
          "EHR_MEDICATION_LIST",
          "ADMINISTRATION_RELATED_TO_PROCEDURE");
  private static final List<String> REGIMEN_STATUS =
      List.of("UNKNOWN_STATUS", "STARTED", "COMPLETED", "DISCONTINUED");
  private static final long MOST_GRAY = 10_000;
  private static final long MOST_FRACTIONS = 10_000;

  private final Reading reading;
  private final Times times;
  private final Amounts amounts;

  ActionReader(Reading reading, Times times) {
    this.reading = reading;
    this.times = times;
    this.amounts = new Amounts(reading);
  }

  void read(Message action, Found into) {
    action.atMostOne("procedure", "treatment", "radiationTherapy", "therapeuticRegimen");
    var course =
        new Qualifiers()
            .thing("target", action.term("treatmentTarget"))
            .thing("intent", action.term("treatmentIntent"))
            .thing("course_end_reason", action.term("treatmentTerminationReason"));
    var therapy = therapy(action, course, into);
    outcome(action, "response", action.term("responseToTreatment"), therapy, into);
    for (var event : action.terms("adverseEvents")) {
      outcome(action, "adverse_event", event, therapy, into);
    }
  }

  private Coded therapy(Message action, Qualifiers course, Found into) {
    var treatment = action.message("treatment");
    if (treatment != null) {
      return treatment(action, treatment, course, into);
    }
    var procedure = action.message("procedure");
    if (procedure != null) {
      return procedure(action, procedure, course, into);
    }
    var radiation = action.message("radiationTherapy");
    if (radiation != null) {
      return radiation(action, radiation, course, into);
    }
    var regimen = action.message("therapeuticRegimen");
    if (regimen != null) {
      return regimen(action, regimen, course, into);
    }
    throw action.missing("treatment");
  }

  private static void outcome(
      Message action, String kind, @Nullable Coded concept, Coded therapy, Found into) {
    if (concept != null) {
      into.statements.add(
          new Statement(
              Layer.OUTCOME,
              kind,
              concept,
              Presence.Looked.PRESENT,
              When.notStated(),
              new Qualifiers().thing("therapy", therapy).list(),
              null,
              null,
              List.of(action.row())));
    }
  }

  private static Statement therapy(
      String kind, Coded concept, When when, Qualifiers qualifiers, List<SourceRow> rows) {
    return new Statement(
        Layer.THERAPY,
        kind,
        concept,
        Presence.Looked.PRESENT,
        when,
        qualifiers.list(),
        null,
        null,
        rows);
  }

  private Coded treatment(Message action, Message treatment, Qualifiers course, Found into) {
    var agent = treatment.requiredTerm("agent");
    var whole =
        new Qualifiers()
            .thing("route", treatment.term("routeOfAdministration"))
            .word("drug_type", treatment.lowerWord("drugType", DRUG_TYPE))
            .amount("course_cumulative_dose", dose(treatment.message("cumulativeDose")))
            .addAll(course);
    int before = into.statements.size();
    reading.items(
        "doseIntervals",
        treatment.list("doseIntervals"),
        into,
        (interval, found) -> {
          var qualifiers =
              new Qualifiers()
                  .amount("dose", dose(interval.message("quantity")))
                  .thing("frequency", interval.term("scheduleFrequency"))
                  .addAll(whole);
          var when = times.lenientInterval(interval, "interval");
          found.statements.add(
              therapy("drug", agent, when, qualifiers, List.of(interval.row(), action.row())));
        });
    if (into.statements.size() == before) {
      into.statements.add(therapy("drug", agent, When.notStated(), whole, List.of(action.row())));
    }
    return agent;
  }

  private @Nullable Amount dose(@Nullable Message quantity) {
    if (quantity == null) {
      return null;
    }
    quantity.setAside("referenceRange");
    return amounts.amount(quantity);
  }

  private Coded procedure(Message action, Message procedure, Qualifiers course, Found into) {
    var code = procedure.requiredTerm("code");
    var qualifiers = new Qualifiers().thing("body_site", procedure.term("bodySite")).addAll(course);
    var when = times.lenient(procedure, "performed");
    into.statements.add(therapy("procedure", code, when, qualifiers, List.of(action.row())));
    return code;
  }

  /// The schema has whole Gray only, and no time.
  private static Coded radiation(Message action, Message radiation, Qualifiers course, Found into) {
    var modality = radiation.requiredTerm("modality");
    var dosage = radiation.whole("dosage", MOST_GRAY);
    var qualifiers =
        new Qualifiers()
            .thing("body_site", radiation.term("bodySite"))
            .amount("dose", dosage == null ? null : Amount.of(dosage, "Gy"))
            .count("fractions", radiation.whole("fractions", MOST_FRACTIONS))
            .addAll(course);
    into.statements.add(
        therapy("radiation", modality, When.notStated(), qualifiers, List.of(action.row())));
    return modality;
  }

  private Coded regimen(Message action, Message regimen, Qualifiers course, Found into) {
    regimen.atMostOne("externalReference", "ontologyClass");
    var qualifiers = new Qualifiers();
    var name = regimen.term("ontologyClass");
    var reference = regimen.message("externalReference");
    if (reference != null) {
      var description = reference.text("description");
      name = reference.coded(reference.requiredText("id"), description);
      qualifiers.text("reference", reference.text("reference"));
    }
    if (name == null) {
      throw regimen.missing("ontologyClass");
    }
    qualifiers.word("status", regimen.lowerWord("regimenStatus", REGIMEN_STATUS)).addAll(course);
    var when =
        times.span(regimen, times.lenient(regimen, "startTime"), times.lenient(regimen, "endTime"));
    into.statements.add(therapy("regimen", name, when, qualifiers, List.of(action.row())));
    return name;
  }
}
