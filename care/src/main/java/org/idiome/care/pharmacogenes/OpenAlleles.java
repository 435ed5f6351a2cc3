package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.pharmacogene.NaturalOrder;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// What alleles would mean that positions not seen may hide, beside those that were seen.
///
/// Alleles that every source judges alike stand for each other; one or two of them are put on the
/// strands in every way.
final class OpenAlleles {
  private final Pharmacogene gene;
  private final SortedMap<String, StrandAnswers> answers;
  private final SortedMap<String, StrandAnswers.Lowest> lowest;
  private final Observation seen;

  OpenAlleles(
      Pharmacogene gene,
      SortedMap<String, StrandAnswers> answers,
      SortedMap<String, StrandAnswers.Lowest> lowest,
      Observation seen) {
    this.gene = gene;
    this.answers = answers;
    this.lowest = lowest;
    this.seen = seen;
  }

  /// Groups of answers that hidden alleles would give, by their conclusion. A group names the
  /// alleles that give it by themselves; only where none does, those that give it together.
  List<OpenGroup> groups(Set<Integer> open) {
    var gathered = new LinkedHashMap<String, Gathering>();
    var classes = classes(open);
    for (var one : classes) {
      var allele = List.of(one.getFirst());
      gather(gathered, calls(allele, List.of()), List.of(one));
      gather(gathered, calls(List.of(), allele), List.of(one));
      gather(gathered, calls(allele, allele), List.of(one));
    }
    var alone = Set.copyOf(gathered.keySet());
    for (var one : classes) {
      for (var other : classes) {
        var together = calls(List.of(one.getFirst()), List.of(other.getFirst()));
        if (!alone.contains(key(together))) {
          gather(gathered, together, List.of(one, other));
        }
      }
    }
    return gathered.values().stream().map(Gathering::end).toList();
  }

  private static String key(SortedMap<String, SourceCall> calls) {
    var key = new StringBuilder();
    calls.values().forEach(call -> key.append(call.conclusion()).append('|'));
    return key.toString();
  }

  private void gather(
      Map<String, Gathering> gathered,
      SortedMap<String, SourceCall> calls,
      List<List<Integer>> classes) {
    var group = gathered.computeIfAbsent(key(calls), _ -> new Gathering(calls));
    for (var alleles : classes) {
      for (int allele : alleles) {
        group.names.add(gene.called().get(allele).name());
        group.settling.addAll(hiding(allele));
      }
    }
  }

  private static final class Gathering {
    private final SortedMap<String, SourceCall> calls;
    private final SortedSet<String> names = new TreeSet<>(NaturalOrder.NAMES);
    private final SortedSet<Integer> settling = new TreeSet<>();

    Gathering(SortedMap<String, SourceCall> calls) {
      this.calls = calls;
    }

    OpenGroup end() {
      return new OpenGroup(OpenGroup.Cause.MISSING, calls, List.copyOf(names), settling);
    }
  }

  /// Alleles that no source tells apart, by the function that each gives them.
  private List<List<Integer>> classes(Set<Integer> open) {
    var classes = new TreeMap<String, List<Integer>>();
    for (int allele : open) {
      var key = new StringBuilder();
      gene.schemes()
          .forEach((_, scheme) -> {
            var function = Phenotypes.function(scheme, gene.called().get(allele).name());
            key.append(function == null ? "-" : function.function() + " " + function.activity());
            key.append('|');
          });
      classes.computeIfAbsent(key.toString(), _ -> new ArrayList<>()).add(allele);
    }
    return List.copyOf(classes.values());
  }

  private SortedMap<String, SourceCall> calls(List<Integer> onFirst, List<Integer> onSecond) {
    var calls = new TreeMap<String, SourceCall>();
    answers.forEach((source, own) -> {
      var before = lowest.get(source);
      if (before != null) {
        calls.put(source, own.call(own.with(before, onFirst, onSecond)));
      }
    });
    return calls;
  }

  /// The positions that hide an allele: it differs there, and nothing that could decide was seen.
  private List<Integer> hiding(int allele) {
    var positions = new ArrayList<Integer>();
    for (int position = 0; position < gene.positions().size(); position++) {
      if (seen.definition().isVariant(allele, position) && !seen.observed().isComplete(position)) {
        positions.add(position);
      }
    }
    return positions;
  }
}
