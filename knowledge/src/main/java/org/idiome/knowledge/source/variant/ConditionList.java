package org.idiome.knowledge.source.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.Identifiers;
import org.jspecify.annotations.Nullable;

/// Pairs the conditions of a classification with their identifiers.
///
/// Names and identifiers are parallel lists by `|`; the identifiers of one condition stand apart by
/// `,`. Of those of one condition the first vocabulary of [#PREFERRED] that it has is the object of
/// the claim; all are kept.
final class ConditionList {
  /// Names and identifiers are not as many.
  static final String NOT_PARALLEL = "conditions_not_parallel";

  /// A condition has no identifier that is understood.
  static final String WITHOUT_IDENTIFIER = "condition_without_identifier";

  private static final List<String> PREFERRED =
      List.of("MONDO:", "OMIM:", "OMIMPS:", "ORPHA:", "HP:", "MEDGEN:", "MESH:");

  /// @param id the preferred identifier, or null
  /// @param name empty where it cannot be told
  /// @param ids all that are understood, sorted, joined by `|`
  record Condition(@Nullable String id, String name, String ids) {}

  /// Beyond this number of conditions no more are kept; they are read each time.
  private static final int KEPT = 100_000;

  private final Identifiers identifiers;
  private final ReleaseSink sink;

  /// Conditions without their names, by their identifiers as given, where all are understood.
  private final Map<String, Condition> known = new HashMap<>();

  ConditionList(Identifiers identifiers, ReleaseSink sink) {
    this.identifiers = identifiers;
    this.sink = sink;
  }

  /// @param column as unknown values are told
  List<Condition> read(String column, String names, String ids) {
    var listedNames = split(names, '|');
    var listedIds = split(ids, '|');
    boolean isParallel = listedNames.size() == listedIds.size();
    if (!isParallel) {
      sink.remark(NOT_PARALLEL);
    }
    var conditions = new ArrayList<Condition>();
    for (int i = 0; i < listedIds.size(); i++) {
      conditions.add(condition(column, isParallel ? listedNames.get(i) : "", listedIds.get(i)));
    }
    return conditions;
  }

  private Condition condition(String column, String name, String ids) {
    var before = known.get(ids);
    if (before != null) {
      return new Condition(before.id(), name, before.ids());
    }
    boolean isWhole = true;
    var understood = new ArrayList<String>();
    for (var id : split(ids, ',')) {
      if (identifiers.read(id) instanceof Identifier.Understood one) {
        understood.add(one.curie());
        isWhole &= one.isUsual();
        continue;
      }
      isWhole = false;
      if (!id.equals(".") && !id.isEmpty()) {
        sink.unknownValue(column, id);
      }
    }
    if (understood.isEmpty()) {
      sink.remark(WITHOUT_IDENTIFIER);
    }
    understood.sort(null);
    var condition = new Condition(preferred(understood), name, String.join("|", understood));
    if (isWhole && known.size() < KEPT) {
      known.put(ids, condition);
    }
    return condition;
  }

  private static @Nullable String preferred(List<String> ids) {
    for (var prefix : PREFERRED) {
      for (var id : ids) {
        if (id.startsWith(prefix)) {
          return id;
        }
      }
    }
    return ids.isEmpty() ? null : ids.getFirst();
  }

  static List<String> split(String text, char between) {
    var parts = new ArrayList<String>();
    int start = 0;
    while (true) {
      int end = text.indexOf(between, start);
      if (end < 0) {
        parts.add(text.substring(start));
        return parts;
      }
      parts.add(text.substring(start, end));
      start = end + 1;
    }
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// Whether a text is of the letters of bases alone.
  static boolean isBases(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("ACGTN".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
