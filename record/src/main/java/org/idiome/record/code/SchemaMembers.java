package org.idiome.record.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the members of a phenopacket's messages are called in the two versions of the schema.
///
/// A message is named as the block that it is an item of, such as `phenotypicFeatures`.
public final class SchemaMembers {
  private static final String NONE = ".";
  private static final Map<String, List<Row>> BY_MESSAGE = load();

  private SchemaMembers() {}

  /// One member.
  ///
  /// @param version1 name in version 1, or null where only version 2 has it
  /// @param version2 way down to it in version 2, or empty where only version 1 has it
  /// @param shape the message whose rows hold for its value, or null where the value is the same
  /// @param refusesItem whether it refuses its item where it is of the wrong version, and not only
  ///   itself
  public record Row(
      @Nullable String version1,
      List<String> version2,
      @Nullable String shape,
      boolean refusesItem) {
    /// Copies the list.
    public Row {
      version2 = List.copyOf(version2);
    }

    /// Name in version 2, or null where only version 1 has it.
    public @Nullable String inVersion2() {
      return version2.isEmpty() ? null : version2.getFirst();
    }
  }

  private static Map<String, List<Row>> load() {
    var rows = new HashMap<String, List<Row>>();
    for (var row : CodeTables.table("members.tsv").rows()) {
      var second = row.get("version2");
      rows.computeIfAbsent(row.get("message"), _ -> new ArrayList<>())
          .add(
              new Row(
                  orNull(row.get("version1")),
                  second.equals(NONE) ? List.of() : List.of(second.split("\\.", -1)),
                  orNull(row.get("shape")),
                  row.get("refuses").equals("item")));
    }
    return rows;
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals(NONE) ? null : cell;
  }

  /// The members of a message that differ; none where all are the same.
  public static List<Row> of(String message) {
    return Collections.unmodifiableList(BY_MESSAGE.getOrDefault(message, List.of()));
  }

  /// The row by which a name of version 1 is known, or null.
  public static @Nullable Row ofVersion1(String message, String name) {
    for (var row : of(message)) {
      if (name.equals(row.version1())) {
        return row;
      }
    }
    return null;
  }

  /// The row of a name that only one version has, or null where both or neither have it.
  ///
  /// @param version 1 or 2: the version that has it
  public static @Nullable Row only(String message, String name, int version) {
    @Nullable Row first = null;
    @Nullable Row second = null;
    for (var row : of(message)) {
      if (name.equals(row.version1())) {
        first = row;
      } else if (name.equals(row.inVersion2())) {
        second = row;
      }
    }
    boolean isInBoth = first != null && (second != null || name.equals(first.inVersion2()));
    return isInBoth ? null : version == 1 ? first : second;
  }
}
