package org.idiome.genomics.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of a FORMAT column, read once for all records that have the same text.
final class FormatLayout {
  static final int ABSENT = -1;

  /// Before the first record.
  static final FormatLayout NONE = new FormatLayout(List.of(), null);

  private final List<FieldDefinition> fields;
  private final @Nullable String fault;

  /// By the slot of the key: asked several times for each record.
  private final int[] places = new int[FormatKey.values().length];

  private FormatLayout(List<FieldDefinition> fields, @Nullable String fault) {
    this.fields = List.copyOf(fields);
    this.fault = fault;
    Arrays.fill(places, ABSENT);
    for (var key : FormatKey.values()) {
      for (int i = fields.size() - 1; i >= 0; i--) {
        if (fields.get(i).key().equals(key.name())) {
          places[slot(key)] = i;
        }
      }
    }
  }

  static FormatLayout read(String text, VcfHeader header) {
    if (text.equals(".")) {
      return NONE;
    }
    var fields = new ArrayList<FieldDefinition>();
    var known = new HashSet<String>();
    String fault = null;
    for (var key : text.split(":", -1)) {
      var definition = header.definition("FORMAT", key);
      if (key.isEmpty()) {
        fault = "empty key";
      } else if (!known.add(key)) {
        fault = "key twice";
      } else if (key.equals(FormatKey.GT.name()) && !fields.isEmpty()) {
        fault = "GT is not first";
      }
      fields.add(definition == null ? FieldDefinition.unknown(key) : definition);
    }
    return new FormatLayout(fields, fault);
  }

  /// Definitions in the order of the keys.
  List<FieldDefinition> fields() {
    return fields;
  }

  int size() {
    return fields.size();
  }

  /// What makes every genotype under it unreadable; null where nothing does.
  @Nullable String fault() {
    return fault;
  }

  /// Place of a key, or [#ABSENT].
  int place(FormatKey key) {
    return places[slot(key)];
  }

  /// Within one process; kept nowhere.
  @SuppressWarnings("EnumOrdinal")
  private static int slot(FormatKey key) {
    return key.ordinal();
  }
}
