package org.idiome.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.knowledge.Knowledge;
import org.idiome.record.kept.KeptPerson;
import org.jspecify.annotations.Nullable;

/// Identifiers of a record that a snapshot does not know. They are kept as given and asked anew of
/// every snapshot: nothing is dropped because nobody knows it yet.
///
/// @param kind what it stands for: `drug`, `feature`, `unit`, or the kind of the statement
/// @param count observations that have it
/// @param first where it stands first
public record Unresolved(
    Layer layer, String kind, Coded identifier, Why why, long count, SourceRow first) {
  private static final Comparator<Unresolved> ORDER =
      Comparator.comparing(Unresolved::layer)
          .thenComparing(Unresolved::kind)
          .thenComparing(one -> one.identifier().id());

  /// What our own readers write as a concept: no identifier of anybody's.
  private static final Set<String> OWN_WORDS =
      Set.of("sex", "vital_status", "encounter", "row_not_read");

  private static final Set<Layer> MEASURED = Set.of(Layer.LABORATORY, Layer.PHYSIOLOGY);

  /// Why it is not resolved.
  public enum Why {
    /// The snapshot knows things of this kind, and not this one.
    NOT_IN_SNAPSHOT("not_in_snapshot"),
    /// The snapshot has no source of this kind.
    NO_SOURCE("no_source"),
    /// It is no code: a word of the source.
    NO_CODE("no_code"),
    /// A unit that is no UCUM code.
    NOT_A_UNIT("not_a_unit");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /// As tables have it.
    public String code() {
      return code;
    }
  }

  /// How many identifiers there are, and those that are not resolved, by layer, kind and code.
  public record Found(long identifiers, List<Unresolved> unresolved) {
    /// Copies the list.
    public Found {
      unresolved = List.copyOf(unresolved);
    }
  }

  /// Asks a snapshot for every identifier of a person.
  public static Found of(KeptPerson person, Knowledge knowledge) {
    var asked = new Asked(knowledge);
    for (var statement : person.statements()) {
      if (!OWN_WORDS.contains(statement.kind())) {
        asked.see(
            statement.layer(), statement.kind(), statement.concept(), statement.rows().getFirst());
      }
    }
    for (var columns : person.quantities().values()) {
      asked.see(columns);
    }
    return asked.found();
  }

  private static final class Asked {
    private final Knowledge knowledge;
    private final Map<String, Unresolved> seen = new TreeMap<>();
    private final Map<String, Boolean> known = new TreeMap<>();

    Asked(Knowledge knowledge) {
      this.knowledge = knowledge;
    }

    void see(Layer layer, String kind, Coded identifier, SourceRow at) {
      see(layer, kind, identifier, 1, at);
    }

    /// Features lie together, and a layer has few units: each is asked for once.
    void see(QuantityColumns columns) {
      var units = new HashMap<Unit, Integer>();
      var firsts = new LinkedHashMap<Unit, Integer>();
      for (int feature = 0, row = 0; feature < columns.features().size(); feature++) {
        int end = columns.endRow(feature);
        see(
            columns.layer(),
            "feature",
            columns.features().get(feature),
            end - row,
            columns.row(row));
        for (; row < end; row++) {
          units.merge(columns.unit(row), 1, Integer::sum);
          firsts.putIfAbsent(columns.unit(row), row);
        }
      }
      firsts.forEach((unit, row) -> {
        var at = columns.row(row);
        int rows = Objects.requireNonNull(units.get(unit));
        if (unit instanceof Unit.NotUnderstood(var words)) {
          count(columns.layer(), "unit", new Coded(words, null), Why.NOT_A_UNIT, rows, at);
        } else if (unit instanceof Unit.Ucum(var code)) {
          count(columns.layer(), "unit", new Coded(code, null), null, rows, at);
        }
      });
    }

    private void see(Layer layer, String kind, Coded identifier, long rows, SourceRow at) {
      var key = key(layer, kind, identifier);
      var before = seen.get(key);
      if (before != null) {
        seen.put(key, before.again(rows));
      } else if (!known.containsKey(key)) {
        count(layer, kind, identifier, why(layer, kind, identifier), rows, at);
      }
    }

    private void count(
        Layer layer, String kind, Coded identifier, @Nullable Why why, long rows, SourceRow at) {
      var key = key(layer, kind, identifier);
      var before = seen.get(key);
      if (why == null) {
        known.put(key, true);
      } else if (before == null) {
        seen.put(key, new Unresolved(layer, kind, identifier, why, rows, at));
      } else {
        seen.put(key, before.again(rows));
      }
    }

    private static String key(Layer layer, String kind, Coded identifier) {
      return layer.code() + "\u0000" + kind + "\u0000" + identifier.key();
    }

    private @Nullable Why why(Layer layer, String kind, Coded identifier) {
      boolean isFeature =
          MEASURED.contains(layer)
              && (kind.equals("feature") || kind.equals("result") || kind.equals("result_text"));
      if (isFeature
          ? knowledge.laboratory().analyte(identifier) != null
          : isDrug(kind, identifier)) {
        return null;
      }
      if (identifier.curie() == null) {
        return Why.NO_CODE;
      }
      return isFeature || kind.equals("drug") ? Why.NOT_IN_SNAPSHOT : Why.NO_SOURCE;
    }

    private boolean isDrug(String kind, Coded identifier) {
      return kind.equals("drug") && knowledge.pharmacogenes().drugs().resolve(identifier) != null;
    }

    Found found() {
      var all = new ArrayList<>(seen.values());
      all.sort(ORDER);
      return new Found((long) seen.size() + known.size(), all);
    }
  }

  private Unresolved again(long rows) {
    return new Unresolved(layer, kind, identifier, why, count + rows, first);
  }
}
