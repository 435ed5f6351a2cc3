package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.care.pharmacogenes.observe.Unseen;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must hold for any genotypes at the positions of the shipped genes (A8).
class GeneCallerPropertiesTest {
  private static final GeneCaller CALLER = new GeneCaller(EngineRules.shipped());
  private static final Site UNSEEN = new Site.NotSeen(Unseen.NOT_LOOKED_AT, "", List.of());
  private static final Site REFERENCE = seen(Site.Strand.REFERENCE, Site.Strand.REFERENCE, null);

  private static Pharmacogene gene(String symbol) {
    var gene = StarterKnowledge.shipped().pharmacogenes().gene(symbol);
    if (gene == null) {
      throw new AssertionError(symbol);
    }
    return gene;
  }

  private static Site seen(Site.Strand first, Site.Strand second, @Nullable String phaseSet) {
    return new Site.Seen(List.of(first, second), phaseSet, List.of());
  }

  /// Mostly reference; some missing, half missing, heterozygous in any phase, undocumented.
  private static List<Site> sites(Made made, Pharmacogene gene) {
    var sites = new ArrayList<Site>();
    for (int i = 0; i < gene.positions().size(); i++) {
      var alternate = new Site.Strand(2, null);
      sites.add(
          switch (made.between(0, 24)) {
            case 0, 1, 2 -> UNSEEN;
            case 3 -> seen(alternate, alternate, null);
            case 4 -> seen(alternate, Site.Strand.REFERENCE, null);
            case 5 -> seen(alternate, Site.Strand.REFERENCE, "a");
            case 6 -> seen(Site.Strand.REFERENCE, alternate, made.coin() ? "a" : "b");
            case 7 -> seen(alternate, Site.Strand.UNKNOWN, null);
            case 8 -> seen(new Site.Strand(3, null), new Site.Strand(3, null), null);
            case 9 -> seen(new Site.Strand(1, "A>T"), Site.Strand.REFERENCE, null);
            default -> REFERENCE;
          });
    }
    return sites;
  }

  private static GeneAnswer call(Pharmacogene gene, List<Site> sites) {
    return CALLER.call(gene, new GeneSites(sites, 0, List.of()));
  }

  /// Every diplotype that an answer allows.
  private static Set<String> allowed(GeneAnswer answer) {
    var allowed = new TreeSet<String>();
    if (answer instanceof GeneAnswer.Called called) {
      called.best().forEach(one -> allowed.add(one.diplotype()));
      called.open().stream()
          .filter(group -> group.cause() != OpenGroup.Cause.UNDOCUMENTED)
          .forEach(group -> allowed.addAll(group.names()));
    }
    return allowed;
  }

  @Test
  void anyGenotypesAreAnswered() {
    for (var symbol : List.of("CYP2C19", "DPYD")) {
      var gene = gene(symbol);
      Cases.check(
          "any genotypes of " + symbol + " are answered",
          made -> {
            var answer = call(gene, sites(made, gene));
            if (answer instanceof GeneAnswer.Called called) {
              assertThat(called.best()).isNotEmpty();
              for (var one : called.best()) {
                assertThat(one.calls().keySet()).isEqualTo(gene.schemes().keySet());
              }
              var named = new TreeSet<String>();
              called
                  .best()
                  .forEach(one -> named.addAll(Arrays.asList(one.diplotype().split("/", -1))));
              assertThat(called.cannotExclude()).doesNotContainAnyElementsOf(named);
            }
          });
    }
  }

  @Test
  void aReferenceCallNeverEnlargesWhatIsAllowed() {
    var gene = gene("CYP2C19");
    Cases.check(
        "a reference call never enlarges what is allowed",
        made -> {
          var before = sites(made, gene);
          var after = new ArrayList<>(before);
          after.replaceAll(site -> site.equals(UNSEEN) && made.coin() ? REFERENCE : site);
          assertThat(allowed(call(gene, after))).isSubsetOf(allowed(call(gene, before)));
        });
  }

  @Test
  void phaseNeverEnlargesWhatIsAllowed() {
    var gene = gene("CYP2C19");
    Cases.check(
        "phase never enlarges what is allowed",
        made -> {
          var before = sites(made, gene);
          var after = new ArrayList<>(before);
          after.replaceAll(site ->
              site instanceof Site.Seen(var strands, var set, var evidence) && set == null
                  ? new Site.Seen(strands, "a", evidence)
                  : site);
          assertThat(allowed(call(gene, after))).isSubsetOf(allowed(call(gene, before)));
        });
  }
}
