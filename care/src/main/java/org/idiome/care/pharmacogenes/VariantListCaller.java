package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.match.Proxy;
import org.idiome.care.pharmacogenes.match.Split;
import org.idiome.care.pharmacogenes.match.StrandCall;
import org.idiome.care.pharmacogenes.match.VariantSplits;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.NaturalOrder;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// Calls genes that are read as variants on two strands, of which the lowest on each counts.
final class VariantListCaller {
  private final Pharmacogene gene;
  private final GeneSites sites;
  private final Observation seen;
  private final Phenotypes phenotypes;
  private final VariantSplits splits;
  private final SortedMap<String, StrandAnswers> answers = new TreeMap<>();
  private final SortedMap<String, StrandAnswers.Lowest> lowest = new TreeMap<>();
  private final List<Split> arrangements;

  private VariantListCaller(
      Pharmacogene gene, GeneSites sites, Observation seen, EngineRules rules) {
    this.gene = gene;
    this.sites = sites;
    this.seen = seen;
    this.phenotypes = new Phenotypes(gene);
    this.splits = VariantSplits.of(seen.definition(), seen.observed(), proxies(gene));
    this.arrangements = splits.arrangements();
    gene.schemes()
        .forEach((source, scheme) -> {
          var own = new StrandAnswers(gene, scheme, rules);
          answers.put(source, own);
          lowest.put(source, own.lowestOf(own.reachable(splits.groups()), arrangements.isEmpty()));
        });
  }

  static GeneAnswer call(Pharmacogene gene, GeneSites sites, Observation seen, EngineRules rules) {
    if (seen.observed().isHaploid()) {
      return GeneAnswer.NotCalled.of(gene, sites, ReasonCode.NO_KNOWLEDGE, Phenotypes.ONE_COPY);
    }
    var caller = new VariantListCaller(gene, sites, seen, rules);
    return caller.splits.isBounded()
        ? caller.call()
        : GeneAnswer.NotCalled.of(gene, sites, ReasonCode.NOT_CALLABLE, "too_many_arrangements");
  }

  private static List<Proxy> proxies(Pharmacogene gene) {
    var proxies = new ArrayList<Proxy>();
    for (var proxy : gene.proxies()) {
      for (int allele = 0; allele < gene.called().size(); allele++) {
        if (gene.called().get(allele).name().equals(proxy.allele())) {
          proxies.add(new Proxy(allele, proxy.deciding(), proxy.proxy()));
        }
      }
    }
    return proxies;
  }

  private GeneAnswer call() {
    var best = arrangements.isEmpty() ? List.of(list()) : arranged();
    var cannotExclude = new TreeSet<>(NaturalOrder.NAMES);
    splits.open().forEach(allele -> cannotExclude.add(gene.called().get(allele).name()));
    for (var one : best) {
      one.alleles().forEach(allele -> cannotExclude.remove(gene.called().get(allele).name()));
    }
    return new GeneAnswer.Called(
        gene,
        sites,
        best,
        deciding(best),
        open(),
        List.of(),
        new TreeSet<>(),
        List.copyOf(cannotExclude),
        notes());
  }

  /// Every arrangement that phase leaves, each with what it would mean.
  private List<Possibility> arranged() {
    var arranged = new ArrayList<Possibility>();
    var order = new ArrayList<>(arrangements);
    order.sort(Comparator.comparing(this::name, NaturalOrder.NAMES));
    for (var split : order) {
      arranged.add(new Possibility(name(split), alleles(split), score(split), calls(split)));
    }
    arranged.sort(Comparator.comparingInt(one -> -one.score()));
    return arranged;
  }

  private String name(Split split) {
    var reference = gene.called().get(gene.matrix().reference()).name();
    return Names.strands(
        StrandAnswers.names(gene, split.first()),
        StrandAnswers.names(gene, split.second()),
        reference);
  }

  private static List<Integer> alleles(Split split) {
    var alleles = new TreeSet<>(split.first().alleles());
    alleles.addAll(split.second().alleles());
    return List.copyOf(alleles);
  }

  /// A strand of the reference confirms each position, another one those of its variants.
  private int score(Split split) {
    return score(split.first()) + score(split.second());
  }

  private int score(StrandCall strand) {
    if (strand.isReference()) {
      return seen.observed().observedCount();
    }
    int score = strand.unexplained().size();
    for (int allele : strand.alleles()) {
      for (int position = 0; position < gene.positions().size(); position++) {
        boolean counts = seen.observed().isObserved(position);
        score += counts && !gene.matrix().isBlank(allele, position) ? 1 : 0;
      }
    }
    return score;
  }

  private SortedMap<String, SourceCall> calls(Split split) {
    var unexplained = new TreeSet<>(split.first().unexplained());
    unexplained.addAll(split.second().unexplained());
    if (!unexplained.isEmpty()) {
      return phenotypes.none(
          Phenotypes.ALLELE_NOT_JUDGED, gene.positions().get(unexplained.first()).hgvs());
    }
    var calls = new TreeMap<String, SourceCall>();
    answers.forEach((source, own) -> calls.put(source, own.call(own.lowest(split))));
    return calls;
  }

  /// The variants that were seen, each once, twice where both strands have it.
  private Possibility list() {
    var names = new ArrayList<String>();
    var alleles = new TreeSet<Integer>();
    int score = 0;
    for (var split : splits.plainest()) {
      names.addAll(StrandAnswers.names(gene, split.first()));
      names.addAll(StrandAnswers.names(gene, split.second()));
      alleles.addAll(alleles(split));
      score += split.first().isReference() ? 0 : score(split.first());
      score += split.second().isReference() ? 0 : score(split.second());
    }
    var text = String.join("; ", Names.sorted(names));
    return new Possibility(
        text,
        List.copyOf(alleles),
        score,
        isExplained() ? lowestCalls() : phenotypes.none(Phenotypes.ALLELE_NOT_JUDGED, text));
  }

  /// Whether every variant seen belongs to an allele, however the variants are arranged.
  private boolean isExplained() {
    return splits.groups().stream()
        .flatMap(List::stream)
        .allMatch(split ->
            split.first().unexplained().isEmpty() && split.second().unexplained().isEmpty());
  }

  private SortedMap<String, SourceCall> lowestCalls() {
    var calls = new TreeMap<String, SourceCall>();
    answers.forEach((source, own) -> calls.put(source, own.call(lowest(source))));
    return calls;
  }

  private StrandAnswers.Lowest lowest(String source) {
    var found = lowest.get(source);
    if (found == null) {
      throw new IllegalStateException("no answer of " + source);
    }
    return found;
  }

  /// Of several arrangements recommendations rest on the one of lowest activity.
  private List<Possibility> deciding(List<Possibility> best) {
    if (best.size() == 1) {
      return best;
    }
    var names = best.stream().map(Possibility::diplotype).toList();
    var first = best.getFirst();
    return List.of(
        new Possibility(
            String.join(" OR ", names),
            first.alleles(),
            first.score(),
            isExplained() ? lowestCalls() : first.calls()));
  }

  private List<OpenGroup> open() {
    var open = new ArrayList<OpenGroup>();
    if (arrangements.isEmpty()) {
      open.addAll(otherPhase());
    }
    open.addAll(new OpenAlleles(gene, answers, lowest, seen).groups(splits.open()));
    if (!seen.undocumented().isEmpty()) {
      open.add(DiplotypeCaller.undocumented(phenotypes, seen));
    }
    return open;
  }

  /// What the list would mean if more of it lay on one strand.
  private List<OpenGroup> otherPhase() {
    var groups = new ArrayList<OpenGroup>();
    answers.forEach((source, own) -> {
      var seenBefore = new TreeSet<String>(List.of(own.call(lowest(source)).conclusion()));
      for (var pair : own.reachable(splits.groups())) {
        var call = own.call(pair);
        if (seenBefore.add(call.conclusion())) {
          var calls = lowestCalls();
          calls.put(source, call);
          groups.add(
              new OpenGroup(
                  OpenGroup.Cause.PHASE, calls, List.of(own.text(pair)), new TreeSet<>()));
        }
      }
    });
    return groups;
  }

  private List<Explanation.Note> notes() {
    var notes = new ArrayList<>(seen.notes(gene));
    boolean hasVariants = !splits.groups().isEmpty();
    if (arrangements.isEmpty()) {
      notes.add(
          new Explanation.Note(
              Kind.LIMIT,
              "presumed_on_different_strands",
              Details.of("gene", text(gene.symbol()))));
    } else if (arrangements.size() > 1) {
      notes.add(
          new Explanation.Note(
              Kind.LIMIT,
              "lowest_of_arrangements",
              Details.NONE.count("arrangements", arrangements.size())));
    }
    if (hasVariants) {
      addProxies(notes);
    }
    return notes;
  }

  private void addProxies(List<Explanation.Note> notes) {
    var byProxy = new TreeSet<Integer>();
    var overruled = new TreeSet<Integer>();
    for (var group : arrangements.isEmpty() ? List.of(splits.plainest()) : splits.groups()) {
      for (var split : group) {
        for (var strand : List.of(split.first(), split.second())) {
          byProxy.addAll(strand.byProxy());
          overruled.addAll(strand.overruled());
        }
      }
    }
    for (var proxy : gene.proxies()) {
      var told =
          Details.of("allele", text(proxy.allele()))
              .with("deciding", text(gene.positions().get(proxy.deciding()).name()))
              .with("proxy", text(gene.positions().get(proxy.proxy()).name()));
      boolean isUsed =
          byProxy.stream().anyMatch(one -> gene.called().get(one).name().equals(proxy.allele()));
      if (isUsed) {
        notes.add(new Explanation.Note(Kind.LIMIT, "proxy_used", told));
      }
      if (overruled.contains(proxy.proxy())) {
        notes.add(new Explanation.Note(Kind.LIMIT, "proxy_overruled", told));
      }
    }
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
