package org.idiome.knowledge.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.home.ReleaseCard;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;

/// The releases of a snapshot, mapped. Safe for several threads until it is closed.
public final class Network implements Closeable {
  private record Opened(ReleaseCard card, PackedRelease packed) {}

  private static final List<String> MAPPINGS =
      List.of("owl:equivalentClass", "owl:sameAs", "skos:exactMatch");

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
