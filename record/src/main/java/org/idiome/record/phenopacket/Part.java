package org.idiome.record.phenopacket;

import java.util.ArrayList;
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
