package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.match.Matching;
import org.idiome.care.pharmacogenes.match.Pair;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.ReasonCode;
import org.idiome.knowledge.pharmacogene.NaturalOrder;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// Calls genes that are read as two named alleles.
final class DiplotypeCaller {
  private final Pharmacogene gene;
  private final GeneSites sites;
  private final Observation seen;
  private final Phenotypes phenotypes;

  private DiplotypeCaller(Pharmacogene gene, GeneSites sites, Observation seen) {
    this.gene = gene;
    this.sites = sites;
    this.seen = seen;
    this.phenotypes = new Phenotypes(gene);
  }

  static GeneAnswer call(Pharmacogene gene, GeneSites sites, Observation seen) {
    return new DiplotypeCaller(gene, sites, seen).call();
  }

  private GeneAnswer call() {
    var matching =
        Matching.of(
            seen.definition(),
            seen.observed(),
            seen.bases().stream().mapToInt(Integer::intValue).toArray());
    if (matching.best().isEmpty()) {
      return new GeneAnswer.NotCalled(
          gene,
          sites,
          ReasonCode.NO_KNOWLEDGE,
          "no_named_pair",
          Details.NONE,
          List.copyOf(seen.notes(gene)));
    }
    var best = named(matching.best());
    var further = new ArrayList<>(named(matching.others()));
    var names = best.stream().map(Possibility::diplotype).toList();
    further.removeIf(one -> names.contains(one.diplotype()));
    var cannotExclude = new TreeSet<>(NaturalOrder.NAMES);
    matching.notExcluded().forEach(allele -> cannotExclude.add(name(allele)));
    for (var one : best) {
      one.alleles().forEach(allele -> cannotExclude.remove(name(allele)));
    }
    return new GeneAnswer.Called(
        gene,
        sites,
        best,
        best,
        open(matching),
        further,
        telling(matching),
        List.copyOf(cannotExclude),
        seen.notes(gene));
  }

  /// Suballeles of one core allele are one answer, at the best of their scores.
  private List<Possibility> named(List<Pair> pairs) {
    var byName = new TreeMap<String, Possibility>(NaturalOrder.NAMES);
    for (var pair : pairs) {
      var alleles = new ArrayList<Integer>(List.of(pair.first()));
      if (pair.second() != Pair.NONE && pair.second() != pair.first()) {
        alleles.add(pair.second());
      }
      var name = name(pair);
      var before = byName.get(name);
      if (before == null || before.score() < pair.score()) {
        byName.put(name, new Possibility(name, alleles, pair.score(), calls(pair)));
      }
    }
    return List.copyOf(byName.values());
  }

  private String name(int allele) {
    return Names.core(gene.called().get(allele).name());
  }

  private String name(Pair pair) {
    return pair.second() == Pair.NONE
        ? name(pair.first())
        : Names.pair(name(pair.first()), name(pair.second()));
  }

  private SortedMap<String, SourceCall> calls(Pair pair) {
    return phenotypes.of(
        name(pair.first()), pair.second() == Pair.NONE ? null : name(pair.second()));
  }

  private SortedSet<Integer> telling(Matching matching) {
    var positions = new TreeSet<Integer>();
    for (var one : matching.best()) {
      for (var other : matching.best()) {
        if (!conclusion(one).equals(conclusion(other))) {
          matching.between(one, other).stream().forEach(positions::add);
        }
      }
    }
    return positions;
  }

  private String conclusion(Pair pair) {
    return String.join(" ", calls(pair).values().stream().map(SourceCall::conclusion).toList());
  }

  private List<OpenGroup> open(Matching matching) {
    var groups = new LinkedHashMap<String, Gathering>();
    for (var pair : matching.others()) {
      var settling = matching.settling(pair);
      var cause = settling.isEmpty() ? OpenGroup.Cause.PHASE : OpenGroup.Cause.MISSING;
      var calls = calls(pair);
      var key = new StringBuilder(cause.code());
      calls.values().forEach(call -> key.append('|').append(call.conclusion()));
      groups
          .computeIfAbsent(key.toString(), _ -> new Gathering(cause, calls))
          .add(name(pair), settling.stream().boxed().toList());
    }
    var open = new ArrayList<OpenGroup>();
    groups.values().forEach(group -> open.add(group.end()));
    open.sort(
        Comparator.comparing(OpenGroup::cause)
            .thenComparing(group -> group.names().getFirst(), NaturalOrder.NAMES));
    if (!seen.undocumented().isEmpty()) {
      open.add(undocumented(phenotypes, seen));
    }
    return open;
  }

  /// What a base means that no allele documents: anything.
  static OpenGroup undocumented(Phenotypes phenotypes, Observation seen) {
    return new OpenGroup(
        OpenGroup.Cause.UNDOCUMENTED,
        phenotypes.none(Phenotypes.UNDOCUMENTED_BASE, seen.undocumented().getFirst()),
        seen.undocumented(),
        new TreeSet<>());
  }

  /// Open pairs of one conclusion.
  private static final class Gathering {
    private final OpenGroup.Cause cause;
    private final SortedMap<String, SourceCall> calls;
    private final TreeSet<String> names = new TreeSet<>(NaturalOrder.NAMES);
    private final TreeSet<Integer> settling = new TreeSet<>();

    Gathering(OpenGroup.Cause cause, SortedMap<String, SourceCall> calls) {
      this.cause = cause;
      this.calls = calls;
    }

    void add(String name, List<Integer> positions) {
      names.add(name);
      settling.addAll(positions);
    }

    OpenGroup end() {
      return new OpenGroup(cause, calls, List.copyOf(names), settling);
    }
  }
}
