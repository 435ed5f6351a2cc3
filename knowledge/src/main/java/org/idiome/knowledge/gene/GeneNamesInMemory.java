package org.idiome.knowledge.gene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.gene.Bearer.Level;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;

/// Names of genes, gathered from what releases tell.
///
/// Where a gene has an equivalent with names of an authority of nomenclature (HGNC), the names that
/// another source gives it are not asked: that source may call previous symbols aliases. So the
/// claims of equivalence and the terms of all releases come first, and then [#names].
public final class GeneNamesInMemory {
  /// Identifiers of the authority of nomenclature for the genes of humans.
  private static final String AUTHORITY = "HGNC:";

  private record Named(String gene, Level level) {}

  private final Map<String, List<Named>> byName = new HashMap<>();
  private final Map<String, String> approved = new HashMap<>();
  private final Map<String, String> entry = new HashMap<>();
  private final Map<String, String> hubs = new HashMap<>();
  private final Map<String, List<String>> equivalents = new HashMap<>();
  private final Map<String, List<String>> successors = new HashMap<>();

  /// Takes what a release says of a gene; what is no name is passed over.
  public void add(Term term) {
    switch (term.property()) {
      case APPROVED_SYMBOL -> {
        approved.put(term.id(), term.value());
        name(term, Level.APPROVED);
      }
      case ENTRY_SYMBOL -> {
        entry.put(term.id(), term.value());
        name(term, Level.ENTRY);
      }
      case PREVIOUS_SYMBOL -> name(term, Level.PREVIOUS);
      case ALIAS_SYMBOL -> name(term, Level.ALIAS);
      case REPLACED_BY, CONSIDER ->
          successors.computeIfAbsent(term.id(), _ -> new ArrayList<>()).add(term.value());
      case CATEGORY,
          NAME,
          DEFINITION,
          EXACT_SYNONYM,
          BROAD_SYNONYM,
          NARROW_SYNONYM,
          RELATED_SYNONYM,
          ALTERNATIVE_ID,
          OBSOLETE,
          VERSION,
          IN_TAXON,
          COLUMNS -> {
        // no symbol
      }
    }
  }

  /// Takes a claim; one that is no exact equivalence of two genes is passed over.
  public void add(Claim claim) {
    if (claim.isNegated() || !claim.predicate().equals("skos:exactMatch")) {
      return;
    }
    join(claim.subject(), claim.object());
    join(claim.object(), claim.subject());
  }

  private void join(String one, String other) {
    equivalents.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
    if (other.startsWith(AUTHORITY)) {
      hubs.put(one, other);
    }
  }

  private void name(Term term, Level level) {
    byName.computeIfAbsent(term.value(), _ -> new ArrayList<>()).add(new Named(term.id(), level));
  }

  /// All that was added.
  public GeneNames names() {
    var folded = new HashMap<String, List<Named>>();
    byName.forEach(
        (name, named) -> folded.computeIfAbsent(fold(name), _ -> new ArrayList<>()).addAll(named));
    return new GeneNames() {
      @Override
      public List<Bearer> bearers(String name) {
        var identified = identified(name);
        return identified.isEmpty() ? told(byName.getOrDefault(name, List.of())) : identified;
      }

      @Override
      public List<Bearer> bearersInAnyCase(String name) {
        return told(folded.getOrDefault(fold(name), List.of()));
      }
    };
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private List<Bearer> told(List<Named> named) {
    var told = new ArrayList<Bearer>();
    for (var one : named) {
      var hub = hubs.get(one.gene());
      if (hub != null && approved.containsKey(hub)) {
        continue;
      }
      for (var bearer : bearers(one.gene(), one.level())) {
        if (!told.contains(bearer)) {
          told.add(bearer);
        }
      }
    }
    return told;
  }

  /// A withdrawn gene leads to all that took its place; without any it is no gene any more.
  private List<Bearer> bearers(String gene, Level level) {
    var followed = successors.getOrDefault(gene, List.of());
    var told = new ArrayList<Bearer>();
    for (var now : followed.isEmpty() ? List.of(gene) : followed) {
      var symbol = approved.getOrDefault(now, entry.get(now));
      if (symbol != null) {
        told.add(new Bearer(now, symbol, level));
      }
    }
    return told;
  }

  private List<Bearer> identified(String text) {
    if (!(Identifier.of(text) instanceof Identifier.Understood understood)) {
      return List.of();
    }
    var curie = understood.curie();
    var asked = new ArrayList<String>();
    asked.add(hubs.getOrDefault(curie, curie));
    asked.add(curie);
    asked.addAll(equivalents.getOrDefault(curie, List.of()));
    for (var gene : asked.subList(0, 2)) {
      var own = bearers(gene, Level.IDENTIFIER);
      if (!own.isEmpty()) {
        return own;
      }
    }
    var told = new LinkedHashSet<Bearer>();
    asked.forEach(gene -> told.addAll(bearers(gene, Level.IDENTIFIER)));
    return List.copyOf(told);
  }
}
