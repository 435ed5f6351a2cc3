package org.idiome.genomics.vcf;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;
import org.idiome.genomics.vcf.FieldDefinition.Constraint;
import org.jspecify.annotations.Nullable;

/// The keys that the specification reserves, from `reserved-keys.tsv`.
///
/// A header's own definition wins over these, except for the number of values of GT, AD, PL, GQ, DP
/// and PS in FORMAT, on which the reading of genotypes rests.
final class ReservedKeys {
  private static final Set<String> FIXED = Set.of("GT", "AD", "PL", "GQ", "DP", "PS");
  private static final Map<String, Row> ROWS = read();

  private record Row(FieldDefinition definition, int since) {}

  private ReservedKeys() {}

  private static Map<String, Row> read() {
    var rows = new HashMap<String, Row>();
    for (var row : RuleTable.beside(ReservedKeys.class, "reserved-keys.tsv").rows()) {
      var key = row.get("key");
      var number = FieldNumber.parse(row.get("number"));
      var type = FieldType.parse(row.get("type"));
      if (number == null || type == null) {
        throw new RuleTableException("reserved-keys.tsv", 0, key);
      }
      var constraint = Constraint.of(row.get("constraint"));
      int since = Integer.parseInt(row.get("since").substring(2));
      rows.put(
          row.get("column") + " " + key,
          new Row(new FieldDefinition(key, number, type, constraint), since));
    }
    return rows;
  }

  /// The reserved meaning of a key in a version; null where it has none.
  ///
  /// @param column `INFO` or `FORMAT`
  static @Nullable FieldDefinition find(String column, String key, VcfVersion version) {
    var row = ROWS.get(column + " " + key);
    return row != null && version.isSince(row.since()) ? row.definition() : null;
  }

  /// Whether the number of values is that of the specification, whatever a header says.
  static boolean isFixed(String column, String key) {
    return column.equals("FORMAT") && FIXED.contains(key);
  }
}
