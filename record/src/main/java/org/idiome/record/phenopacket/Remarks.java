package org.idiome.record.phenopacket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.AgeSpan;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What cannot be so when the items of a packet are taken together; all are kept as they are.
final class Remarks {
  private static final Set<String> WITH_ONSET = Set.of("sign", "disease");
  private static final int MONTHS_IN_YEAR = 12;

  private Remarks() {}

  static void make(Found found, Reading reading) {
    circles(found.specimens, reading);
    var seen = lastEncounter(found.statements);
    if (seen != null) {
      found.statements.forEach(statement -> onset(statement, seen, reading));
    }
  }

  /// Each specimen from which a walk along `derivedFromId` comes back to it.
  private static void circles(List<Specimen> specimens, Reading reading) {
    Map<String, String> origins = new HashMap<>();
    for (var specimen : specimens) {
      for (var qualifier : specimen.qualifiers()) {
        if (qualifier.name().equals("derived_from")
            && qualifier.value() instanceof Value.Text origin) {
          origins.put(specimen.id(), origin.text());
        }
      }
    }
    Set<String> said = new HashSet<>();
    for (var specimen : specimens) {
      Set<String> passed = new HashSet<>();
      var at = origins.get(specimen.id());
      while (at != null && !at.equals(specimen.id()) && passed.add(at)) {
        at = origins.get(at);
      }
      if (specimen.id().equals(at) && said.add(specimen.id())) {
        said.addAll(passed);
        reading.note(
            ProblemCode.PHENOPACKET_SPECIMEN_CIRCLE,
            specimen.rows().getFirst(),
            "specimen",
            Reading.quoted(specimen.id()));
      }
    }
  }

  private static @Nullable When lastEncounter(List<Statement> statements) {
    for (var statement : statements) {
      if (statement.kind().equals("encounter")) {
        return statement.when();
      }
    }
    return null;
  }

  private static void onset(Statement statement, When seen, Reading reading) {
    var onset = statement.qualifier("onset");
    if (WITH_ONSET.contains(statement.kind())
        && onset != null
        && onset.value() instanceof Value.Time began
        && isAfter(began.when(), seen)) {
      reading.note(
          ProblemCode.PHENOPACKET_ONSET_AFTER_ENCOUNTER,
          statement.rows().getFirst(),
          "code",
          Reading.quoted(statement.concept().id()),
          "found",
          began.when().text(),
          "encounter",
          seen.text());
    }
  }

  /// Ages in whole years and months are told apart as such: of one birth, P5Y begins where P4Y
  /// ends.
  private static boolean isAfter(When began, When seen) {
    if (began instanceof When.Age(AgeSpan onset)
        && seen instanceof When.Age(AgeSpan last)
        && onset.days() == 0
        && last.days() == 0) {
      return months(onset) >= months(last) + (last.text().contains("M") ? 1 : MONTHS_IN_YEAR);
    }
    return began.order(seen) == Order.AFTER;
  }

  private static int months(AgeSpan span) {
    return span.years() * MONTHS_IN_YEAR + span.months();
  }
}
