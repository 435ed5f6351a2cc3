package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.code.SchemaMembers;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// By which version of the schema a packet is read: as stated, else as its members tell.
///
/// Members of both versions, or of neither, tell nothing, and the packet is refused: version 1
/// writes an absent sign in a member that version 2 would pass over.
enum SchemaVersion {
  ONE("1"),
  TWO("2");

  private static final List<String> BLOCKS =
      List.of("subject", "phenotypicFeatures", "diseases", "biosamples", "files");

  private final String number;

  /// As in `2`, `2.0.2` and `1.0.0-RC3`.
  private final Pattern stated;

  SchemaVersion(String number) {
    this.number = number;
    this.stated = Pattern.compile(number + "(\\.\\d+)*([-+][0-9A-Za-z.+-]+)?");
  }

  /// The version of a part of a document; what is stated nearest to the packet counts.
  ///
  /// @throws ItemRefused where it is none that is read, or nothing tells it
  static SchemaVersion of(Part part, Reading reading) {
    for (var around : part.outwards()) {
      var meta = Part.member(around, "metaData");
      if (meta instanceof JsonValue.Obj) {
        var stated = Message.of(meta, reading, "metaData").text("phenopacketSchemaVersion");
        if (stated != null && !stated.isBlank()) {
          return stated(stated.strip(), meta, reading);
        }
      }
    }
    return told(part, reading);
  }

  private static SchemaVersion stated(String stated, JsonValue meta, Reading reading) {
    for (var version : values()) {
      if (version.stated.matcher(stated).matches()) {
        return version;
      }
    }
    throw reading.refuse(
        ProblemCode.PHENOPACKET_VERSION_NOT_READ, meta, "version", Reading.quoted(stated));
  }

  private static SchemaVersion told(Part part, Reading reading) {
    var packet = part.packet();
    var first = members(part, 1);
    var second = members(part, 2);
    if (!first.isEmpty() && !second.isEmpty()) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_VERSION_CONTRADICTORY, packet, "version", "1 and 2");
    }
    if (first.isEmpty() && second.isEmpty()) {
      throw reading.refuse(ProblemCode.PHENOPACKET_VERSION_NOT_STATED, packet);
    }
    var told = first.isEmpty() ? TWO : ONE;
    reading.note(
        ProblemCode.PHENOPACKET_VERSION_INFERRED,
        packet,
        "version",
        told.number,
        "members",
        String.join(", ", first.isEmpty() ? second : first));
    return told;
  }

  /// The names in a part that only one version has.
  private static Set<String> members(Part part, int version) {
    var found = new LinkedHashSet<String>();
    gather("packet", part.packet(), version, found);
    for (var name : BLOCKS) {
      for (var item : items(part.packet(), name)) {
        gather(name, item, version, found);
        for (var sign : items(item, "phenotypicFeatures")) {
          gather("phenotypicFeatures", sign, version, found);
        }
      }
    }
    if (version == 1 && part.interpretation() != null) {
      found.add("diagnosis");
    }
    return found;
  }

  private static void gather(String message, JsonValue value, int version, Set<String> into) {
    if (value instanceof JsonValue.Obj object) {
      object
          .members()
          .forEach((name, member) -> {
            boolean isOnly = SchemaMembers.only(message, Shapes.camel(name), version) != null;
            if (isOnly && !(member instanceof JsonValue.Null)) {
              into.add(name);
            }
          });
    }
  }

  private static List<JsonValue> items(@Nullable JsonValue parent, String name) {
    var block = Part.member(parent, name);
    return switch (block) {
      case null -> List.of();
      case JsonValue.Arr array -> new ArrayList<>(array.items());
      case JsonValue other -> List.of(other);
    };
  }
}
