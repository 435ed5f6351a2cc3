package org.idiome.knowledge.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.knowledge.gene.GeneNames;
import org.idiome.knowledge.gene.GeneNamesInMemory;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.home.ReleaseCard;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;

/// The releases of a snapshot, mapped. Safe for several threads until it is closed.
public final class Network implements Closeable {
  private record Opened(ReleaseCard card, PackedRelease packed) {}

  private static final List<String> MAPPINGS =
      List.of("owl:equivalentClass", "owl:sameAs", "skos:exactMatch");

  private static final int STEPS = 3;

  private static final Set<TermProperty> OF_GENES =
      Set.of(
          TermProperty.APPROVED_SYMBOL,
          TermProperty.ENTRY_SYMBOL,
          TermProperty.PREVIOUS_SYMBOL,
          TermProperty.ALIAS_SYMBOL,
          TermProperty.REPLACED_BY,
          TermProperty.CONSIDER);

  private final List<Opened> releases = new ArrayList<>();

  private Network() {}

  /// Maps releases; answers come in their order.
  public static Network open(Collection<Release> releases) throws IOException {
    var network = new Network();
    try {
      for (var release : releases) {
        network.releases.add(new Opened(release.card(), release.open()));
      }
      return network;
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /// What is said of a concept alone.
  ///
  /// @param id a CURIE as [org.idiome.core.concept.Prefixes] spells it
  public List<Said<Term>> terms(String id) {
    var said = new ArrayList<Said<Term>>();
    for (var release : releases) {
      var packed = release.packed();
      int name = packed.name(id);
      if (name != PackedRelease.ABSENT) {
        for (int i = packed.termsFrom(name); i < packed.terms(); i++) {
          if (packed.termId(i) != name) {
            break;
          }
          said.add(new Said<>(release.card(), packed.term(i), List.of(packed.termLine(i))));
        }
      }
    }
    return said;
  }

  /// What is said of a concept and another: first the claims whose subject it is, then those whose
  /// object, release by release.
  public List<Said<Claim>> claims(String id) {
    var said = new ArrayList<Said<Claim>>();
    for (var release : releases) {
      var packed = release.packed();
      int name = packed.name(id);
      if (name != PackedRelease.ABSENT) {
        for (int i = packed.claimsFrom(name); i < packed.claims(); i++) {
          if (packed.subject(i) != name) {
            break;
          }
          said.add(said(release, i));
        }
        for (int i : packed.claimsAbout(name)) {
          if (packed.subject(i) != name) {
            said.add(said(release, i));
          }
        }
      }
    }
    return said;
  }

  /// The mappings of a concept and of all that is mapped to it, two steps farther: what
  /// [org.idiome.knowledge.equivalence.Equivalence] needs to say where it leads, and what leads
  /// there.
  public List<Said<Claim>> mappingsAround(String id) {
    var asked = new HashSet<String>();
    var said = new LinkedHashSet<Said<Claim>>();
    var next = Set.of(id);
    for (int step = 0; step < STEPS; step++) {
      var found = new HashSet<String>();
      for (var one : next) {
        if (asked.add(one)) {
          for (var mapping : claims(one)) {
            if (MAPPINGS.contains(mapping.what().predicate())) {
              said.add(mapping);
              found.add(mapping.what().subject());
              found.add(mapping.what().object());
            }
          }
        }
      }
      next = found;
    }
    return List.copyOf(said);
  }

  /// Who bears which symbol.
  public GeneNames geneNames() {
    var names = new GeneNamesInMemory();
    for (var release : releases) {
      var packed = release.packed();
      boolean hasSymbols = false;
      for (int i = 0; i < packed.terms(); i++) {
        if (OF_GENES.contains(packed.property(i))) {
          names.add(packed.term(i));
          hasSymbols |=
              packed.property(i) == TermProperty.APPROVED_SYMBOL
                  || packed.property(i) == TermProperty.ENTRY_SYMBOL;
        }
      }
      int exact = packed.name("skos:exactMatch");
      for (int i = 0; hasSymbols && exact != PackedRelease.ABSENT && i < packed.claims(); i++) {
        if (packed.predicate(i) == exact) {
          names.add(packed.claim(i));
        }
      }
    }
    return names.names();
  }

  /// The claims that map identifiers to each other, release by release.
  public List<Said<Claim>> mappings() {
    var said = new ArrayList<Said<Claim>>();
    for (var release : releases) {
      var packed = release.packed();
      var isMapping = new boolean[packed.names()];
      boolean hasAny = false;
      for (var predicate : MAPPINGS) {
        int name = packed.name(predicate);
        if (name != PackedRelease.ABSENT) {
          isMapping[name] = true;
          hasAny = true;
        }
      }
      for (int i = 0; hasAny && i < packed.claims(); i++) {
        if (isMapping[packed.predicate(i)]) {
          said.add(said(release, i));
        }
      }
    }
    return said;
  }

  private static Said<Claim> said(Opened release, int claim) {
    var lines = Arrays.stream(release.packed().lines(claim)).boxed().toList();
    return new Said<>(release.card(), release.packed().claim(claim), lines);
  }

  @Override
  public void close() {
    releases.forEach(release -> release.packed().close());
  }
}
