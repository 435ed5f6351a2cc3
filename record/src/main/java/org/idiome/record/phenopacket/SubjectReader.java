package org.idiome.record.phenopacket;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Reads `Individual`: what is said of the person as a whole.
///
/// Sex, karyotypic sex and gender are three statements; none is made from another.
final class SubjectReader {
  static final List<String> SEX = List.of("UNKNOWN_SEX", "FEMALE", "MALE", "OTHER_SEX");
  private static final List<String> KARYOTYPE =
      List.of(
          "UNKNOWN_KARYOTYPE",
          "XX",
          "XY",
          "XO",
          "XXY",
          "XXX",
          "XXYY",
          "XXXY",
          "XXXX",
          "XYY",
          "OTHER_KARYOTYPE");
  private static final List<String> STATUS = List.of("UNKNOWN_STATUS", "ALIVE", "DECEASED");
  private static final String HUMAN = "NCBITaxon:9606";
  private static final long MOST_DAYS = 200L * 366;

  private final Times times;

  SubjectReader(Times times) {
    this.times = times;
  }

  /// What is said of the person as a whole.
  void read(Message subject, Scope scope, Found into) {
    var sex = subject.lowerWord("sex", SEX);
    if (sex != null) {
      add(into, subject, Layer.PHENOTYPE, "sex", Coded.of(sex), When.notStated());
    }
    var gender = subject.term("gender");
    if (gender != null) {
      add(into, subject, Layer.PHENOTYPE, "gender", gender, When.notStated());
    }
    karyotype(subject, scope, into);
    var seen = times.lenient(subject, "timeAtLastEncounter");
    if (!(seen instanceof When.NotStated)) {
      add(into, subject, Layer.OUTCOME, "encounter", Coded.of("last_encounter"), seen);
    }
    vitalStatus(subject, into);
    var species = subject.term("taxonomy");
    if (species != null && !species.key().equals(HUMAN)) {
      subject.setAside("taxonomy");
    }
  }

  private static void add(
      Found into, Message subject, Layer layer, String kind, Coded concept, When when) {
    into.statements.add(
        new Statement(
            layer,
            kind,
            concept,
            Presence.Looked.PRESENT,
            when,
            List.of(),
            null,
            null,
            List.of(subject.row())));
  }

  /// A karyotype was determined by somebody: an outside finding of the genome.
  private static void karyotype(Message subject, Scope scope, Found into) {
    var karyotype = subject.word("karyotypicSex", KARYOTYPE);
    if (karyotype != null) {
      into.statements.add(
          new Statement(
              Layer.GENOME,
              "karyotypic_sex",
              Coded.of(karyotype),
              Presence.Looked.PRESENT,
              When.notStated(),
              new Qualifiers().time("recorded", scope.recorded()).list(),
              null,
              scope.author(),
              List.of(subject.row())));
    }
  }

  /// A time that is none leaves the status in place.
  private @Nullable Amount survival(Message vital) {
    try {
      var days = vital.whole("survivalTimeInDays", MOST_DAYS);
      return days != null && days > 0 ? Amount.of(days, "d") : null;
    } catch (ItemRefused refused) {
      times.noteField(refused);
      return null;
    }
  }

  /// An unknown status is stated as such: it is not *alive*.
  private void vitalStatus(Message subject, Found into) {
    var vital = subject.message("vitalStatus");
    if (vital == null) {
      return;
    }
    var status = vital.lowerWord("status", STATUS);
    var qualifiers = new Qualifiers().thing("cause", vital.term("causeOfDeath"));
    qualifiers.amount("survival", survival(vital));
    into.statements.add(
        new Statement(
            Layer.OUTCOME,
            "vital_status",
            Coded.of(status == null ? "unknown_status" : status),
            status == null ? Absence.NOT_STATED : Presence.Looked.PRESENT,
            times.lenient(vital, "timeOfDeath"),
            qualifiers.list(),
            null,
            null,
            List.of(vital.row())));
  }
}
