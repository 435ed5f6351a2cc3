package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.jspecify.annotations.Nullable;

/// What one guideline looks up for a person: a key for each gene.
///
/// @param isBest whether it follows from the answers that decide; otherwise from one that is not
///   excluded
/// @param keys one for each gene; empty where the source has no answer for one of them
/// @param openings the open answers that lead here; none where it is the best
record Lookup(boolean isBest, List<LookupKey> keys, List<Opening> openings) {
  private static final int MOST = 64;

  /// Answers of a gene that are not excluded.
  record Opening(GeneAnswer.Called gene, OpenGroup group) {}

  Lookup {
    keys = List.copyOf(keys);
    openings = List.copyOf(openings);
  }

  /// The keys as text, or null where the source has no answer.
  @Nullable String text() {
    return keys.isEmpty() ? null : String.join(" + ", keys.stream().map(LookupKey::value).toList());
  }

  /// Whether an answer is open for a cause.
  boolean isOpenFor(OpenGroup.Cause cause) {
    return openings.stream().anyMatch(one -> one.group().cause() == cause);
  }

  /// Every lookup that the answers to some genes allow, the best first; at most a bounded number.
  static List<Lookup> of(String source, List<GeneAnswer.Called> genes) {
    var lookups = List.of(new Lookup(true, List.of(), List.of()));
    boolean isFirst = true;
    for (var gene : genes) {
      var own = of(source, gene);
      var more = new LinkedHashMap<String, Lookup>();
      for (var before : lookups) {
        for (var one : own) {
          boolean isAnswered = !one.keys.isEmpty() && (isFirst || !before.keys.isEmpty());
          var keys = isAnswered ? joined(before.keys, one.keys) : List.<LookupKey>of();
          var openings = joined(before.openings, one.openings);
          put(more, new Lookup(before.isBest && one.isBest, keys, openings));
        }
      }
      isFirst = false;
      lookups = more.values().stream().limit(MOST).toList();
    }
    return lookups;
  }

  private static List<Lookup> of(String source, GeneAnswer.Called gene) {
    var lookups = new LinkedHashMap<String, Lookup>();
    for (var best : gene.deciding()) {
      put(lookups, best.calls().get(source), List.of());
    }
    for (var group : gene.unsettled()) {
      if (group.changes(source, gene.deciding())) {
        put(lookups, group.calls().get(source), List.of(new Opening(gene, group)));
      }
    }
    return List.copyOf(lookups.values());
  }

  private static void put(
      Map<String, Lookup> lookups, @Nullable SourceCall call, List<Opening> openings) {
    if (call != null) {
      var key = call instanceof SourceCall.Concluded concluded ? concluded.key() : null;
      var keys = key == null ? List.<LookupKey>of() : List.of(key);
      put(lookups, new Lookup(openings.isEmpty(), keys, openings));
    }
  }

  /// Open answers that lead to one key are told together, and not where a best one leads there.
  private static void put(Map<String, Lookup> lookups, Lookup one) {
    var text = one.text();
    if (one.isBest) {
      lookups.putIfAbsent("best " + text, one);
    } else if (text == null || !lookups.containsKey("best " + text)) {
      lookups.merge("open " + text, one, Lookup::and);
    }
  }

  private Lookup and(Lookup other) {
    return new Lookup(isBest, keys, joined(openings, other.openings));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    var joined = new ArrayList<>(some);
    joined.addAll(more);
    return joined.stream().distinct().toList();
  }
}
