package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Decides by which version of the schema a packet is read: as stated, else by its members.
///
/// Members of both versions, or of neither, tell nothing, and the packet is refused: version 1
/// writes an absent sign in a member that version 2 would pass over.
final class SchemaVersion {
  /// What is reported where the members told the version.
  private static final String INFERRED = "2";

  private static final List<String> OF_VERSION_1 =
      List.of("genes", "variants", "htsFiles", "hts_files", "resolutionStatus");
  private static final List<String> OF_VERSION_2 =
      List.of("measurements", "interpretations", "medicalActions", "medical_actions", "files");
  private static final List<String> ITEMS_OF_VERSION_1 =
      List.of(
          "negated",
          "ageOfOnset",
          "age_of_onset",
          "ageRangeOfOnset",
          "age_range_of_onset",
          "classOfOnset",
          "class_of_onset",
          "tnmFinding",
          "tnm_finding",
          "ageAtCollection",
          "age_at_collection");
  private static final List<String> ITEMS_OF_VERSION_2 =
      List.of(
          "excluded",
          "onset",
          "resolution",
          "vitalStatus",
          "vital_status",
          "timeAtLastEncounter",
          "time_at_last_encounter",
          "timeOfCollection",
          "time_of_collection");

  private SchemaVersion() {}

  /// Refuses a packet that is not of version 2, as stated or told by its members.
  static void require(Message message, @Nullable Message meta, Reading reading) {
    var packet = message.value();
    var stated = meta == null ? null : meta.text("phenopacketSchemaVersion");
    if (meta != null && stated != null && !stated.isBlank()) {
      if (stated.strip().equals("2") || stated.strip().startsWith("2.")) {
        return;
      }
      throw bad(ProblemCode.PHENOPACKET_VERSION_NOT_READ, meta.value(), reading, stated);
    }
    boolean isFirst = !occurring(packet, OF_VERSION_1, ITEMS_OF_VERSION_1).isEmpty();
    boolean isSecond = !occurring(packet, OF_VERSION_2, ITEMS_OF_VERSION_2).isEmpty();
    if (isFirst && isSecond) {
      throw bad(ProblemCode.PHENOPACKET_VERSION_CONTRADICTORY, packet, reading, "1 and 2");
    }
    if (isFirst) {
      throw bad(ProblemCode.PHENOPACKET_VERSION_NOT_READ, packet, reading, "1");
    }
    if (!isSecond) {
      throw bad(ProblemCode.PHENOPACKET_VERSION_NOT_STATED, packet, reading, null);
    }
    reading.note(
        ProblemCode.PHENOPACKET_VERSION_INFERRED,
        packet,
        "version",
        INFERRED,
        "members",
        String.join(", ", occurring(packet, OF_VERSION_2, ITEMS_OF_VERSION_2)));
  }

  private static BadInputException bad(
      ProblemCode code, JsonValue packet, Reading reading, @Nullable String version) {
    var place = reading.place(packet);
    return new BadInputException(
        version == null
            ? Problem.of(code, place)
            : Problem.of(code, place, "version", Reading.quoted(version)));
  }

  private static List<String> occurring(
      JsonValue value, List<String> members, List<String> itemMembers) {
    var found = new ArrayList<String>();
    if (!(value instanceof JsonValue.Obj packet)) {
      return found;
    }
    for (var member : members) {
      if (packet.members().containsKey(member)) {
        found.add(member);
      }
    }
    for (var block : packet.members().values()) {
      var items = block instanceof JsonValue.Arr array ? array.items() : List.of(block);
      for (var item : items) {
        if (item instanceof JsonValue.Obj object) {
          itemMembers.stream()
              .filter(object.members()::containsKey)
              .filter(member -> !found.contains(member))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
