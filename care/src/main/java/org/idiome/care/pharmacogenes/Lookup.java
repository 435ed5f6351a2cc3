package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.jspecify.annotations.Nullable;

/// What one guideline looks up for a person: a key for each gene.
///
/// @param isBest whether it follows from the answers that decide; otherwise from one that is not
///   excluded
/// @param keys one for each gene; empty where the source has no answer for one of them
/// @param calls the calls that the keys come from, in the order of the genes
/// @param causes why the answers are open that are not the best
record Lookup(
    boolean isBest, List<LookupKey> keys, List<SourceCall> calls, List<OpenGroup.Cause> causes) {
  private static final int MOST = 64;

  Lookup {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
    causes = List.copyOf(causes);
  }

  /// The keys as text, or null where the source has no answer.
  @Nullable String text() {
    return keys.isEmpty() ? null : String.join(" + ", keys.stream().map(LookupKey::value).toList());
  }

  /// Every lookup that the answers to some genes allow, the best first; at most a bounded number.
  static List<Lookup> of(String source, List<GeneAnswer.Called> genes) {
    var lookups = List.of(new Lookup(true, List.of(), List.of(), List.of()));
    boolean isFirst = true;
    for (var gene : genes) {
      var more = new LinkedHashMap<String, Lookup>();
      for (var before : lookups) {
        for (var one : of(source, gene)) {
          boolean isAnswered = !one.keys.isEmpty() && (isFirst || !before.keys.isEmpty());
          var keys = new ArrayList<LookupKey>();
          if (isAnswered) {
            keys.addAll(before.keys);
            keys.addAll(one.keys);
          }
          var calls = new ArrayList<>(before.calls);
          calls.addAll(one.calls);
          var causes = new ArrayList<>(before.causes);
          causes.addAll(one.causes);
          var joined = new Lookup(before.isBest && one.isBest, keys, calls, causes);
          more.putIfAbsent(joined.text() + " " + causes, joined);
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
        put(lookups, group.calls().get(source), List.of(group.cause()));
      }
    }
    return List.copyOf(lookups.values());
  }

  private static void put(
      LinkedHashMap<String, Lookup> lookups,
      @Nullable SourceCall call,
      List<OpenGroup.Cause> causes) {
    if (call == null) {
      return;
    }
    var key = call instanceof SourceCall.Concluded concluded ? concluded.key() : null;
    var lookup =
        new Lookup(causes.isEmpty(), key == null ? List.of() : List.of(key), List.of(call), causes);
    lookups.putIfAbsent(key == null ? "-" + call.conclusion() + causes : key.value(), lookup);
  }
}
