package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// What a document says of one of its persons.
///
/// @param packet the person's phenopacket
/// @param around the family or cohort that it stands in, or null
/// @param interpretation the interpretation (version 1) around it, or null
public record Part(
    JsonValue packet, @Nullable JsonValue around, Role role, @Nullable JsonValue interpretation) {

  /// What a person is in the document.
  public enum Role {
    /// The only one.
    ALONE,
    /// The one whom a family is about.
    PROBAND,
    /// Another person of a family: a separate person.
    RELATIVE,
    /// One of a cohort.
    MEMBER
  }

  /// The persons of a document, in their order; a proband comes before the relatives.
  public static List<Part> of(JsonValue root) {
    var family = member(root, "family");
    var inner = family == null ? member(root, "phenopacket") : family;
    boolean isInterpreted = inner != null && member(root, "proband") == null;
    return isInterpreted && inner != null ? of(inner, root) : of(root, null);
  }

  private static List<Part> of(JsonValue document, @Nullable JsonValue interpretation) {
    var parts = new ArrayList<Part>();
    var proband = member(document, "proband");
    var members = member(document, "members");
    if (members instanceof JsonValue.Arr array) {
      array.items().forEach(one -> parts.add(new Part(one, document, Role.MEMBER, null)));
    } else if (proband != null) {
      parts.add(new Part(proband, document, Role.PROBAND, interpretation));
      if (member(document, "relatives") instanceof JsonValue.Arr array) {
        array.items().forEach(one -> parts.add(new Part(one, document, Role.RELATIVE, null)));
      }
    } else {
      parts.add(new Part(document, null, Role.ALONE, interpretation));
    }
    return parts;
  }

  /// The id of the person, or null where the packet gives none.
  public @Nullable String subject() {
    return switch (member(member(packet, "subject"), "id")) {
      case JsonValue.Text text -> text.text();
      case JsonValue.Num(_, _, String plain) when plain != null -> plain;
      case null, default -> null;
    };
  }

  /// All that the document says of this person, as one text: of what stands around, without the
  /// packets of others.
  public String said() {
    var out = new StringBuilder(packet.compact());
    if (around != null) {
      out.append('\n').append(role == Role.PROBAND ? around.compact() : withoutOthers().compact());
    }
    if (interpretation != null) {
      out.append('\n').append(interpretation.compact());
    }
    return out.toString();
  }

  private JsonValue withoutOthers() {
    if (!(around instanceof JsonValue.Obj object)) {
      return packet;
    }
    var members = new LinkedHashMap<>(object.members());
    members.keySet().removeAll(List.of("members", "relatives", "proband"));
    return new JsonValue.Obj(object.at(), members, object.repeated());
  }

  /// The packet and what stands around it, from within.
  List<JsonValue> outwards() {
    var all = new ArrayList<JsonValue>();
    all.add(packet);
    if (around != null) {
      all.add(around);
    }
    if (interpretation != null) {
      all.add(interpretation);
    }
    var proband = role == Role.RELATIVE ? member(around, "proband") : null;
    if (proband != null) {
      all.add(proband);
    }
    return all;
  }

  /// A member under either spelling, or null where it is absent or null.
  static @Nullable JsonValue member(@Nullable JsonValue parent, String name) {
    if (!(parent instanceof JsonValue.Obj object)) {
      return null;
    }
    var value = object.members().get(name);
    if (value == null) {
      value = object.members().get(Message.snake(name));
    }
    return value instanceof JsonValue.Null ? null : value;
  }
}
