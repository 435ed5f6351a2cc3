package org.idiome.record.phenopacket;

import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Reads `File`: a name and a description; nothing is opened.
final class FileReader {
  private final Reading reading;

  FileReader(Reading reading) {
    this.reading = reading;
  }

  /// @param specimen id of the biosample that names the file, or null
  PacketFile read(Message file, @Nullable String specimen) {
    var uri = file.requiredText("uri");
    if (reading.version() == SchemaVersion.ONE) {
      file.setAside("description");
    }
    var at = file.value().at();
    return new PacketFile(
        uri,
        texts(file, "individualToFileIdentifiers"),
        texts(file, "fileAttributes"),
        specimen,
        file.row(),
        at.pointer(),
        at.line());
  }

  /// A map of texts; a number or truth value counts as its text.
  private SortedMap<String, String> texts(Message file, String name) {
    var texts = new TreeMap<String, String>();
    var value = file.take(name);
    if (value == null) {
      return texts;
    }
    if (!(value instanceof JsonValue.Obj object)) {
      throw wrongType(value, "object");
    }
    if (!object.repeated().isEmpty()) {
      throw reading.refuse(
          ProblemCode.JSON_NAME_REPEATED, value, "name", String.join(", ", object.repeated()));
    }
    object
        .members()
        .forEach((key, member) -> {
          switch (member) {
            case JsonValue.Text text -> texts.put(key, text.text());
            case JsonValue.Num number -> texts.put(key, orElse(number.plain(), number.text()));
            case JsonValue.Bool bool ->
                texts.put(key, orElse(bool.plain(), Boolean.toString(bool.value())));
            case JsonValue.Null _ -> {}
            case JsonValue.Obj _, JsonValue.Arr _ -> throw wrongType(member, "string");
          }
        });
    return texts;
  }

  private static String orElse(@Nullable String plain, String text) {
    return plain == null ? text : plain;
  }

  private ItemRefused wrongType(JsonValue value, String expected) {
    return reading.refuse(
        ProblemCode.PHENOPACKET_TYPE_NOT_EXPECTED,
        value,
        "expected",
        expected,
        "found",
        value.kind());
  }
}
