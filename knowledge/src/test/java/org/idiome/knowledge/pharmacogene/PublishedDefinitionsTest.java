package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the tables that ship to the files that they were read from.
class PublishedDefinitionsTest {
  private static final Pharmacogenes OURS = StarterKnowledge.shipped().pharmacogenes();

  private static Pharmacogene ours(String gene) {
    return requireNonNull(OURS.gene(gene));
  }

  private static PhenotypeScheme cpic(Pharmacogene gene) {
    return requireNonNull(gene.scheme("CPIC"));
  }

  private static Published.Node definition(String gene) {
    return Published.json("pgx/definitions/" + gene + "_translation.json.gz");
  }

  private static Published.Node phenotypes(String gene) {
    return Published.json("pgx/phenotypes/" + gene + ".json.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void holdsEveryPosition(String gene) {
    var published = new ArrayList<List<String>>();
    for (var variant : definition(gene).at("variants").elements()) {
      published.add(
          List.of(
              variant.at("chromosome").text(),
              variant.at("position").text(),
              variant.at("rsid").text(),
              variant.at("ref").text(),
              variant.at("alts").elements().stream().map(Published.Node::text).toList().toString(),
              variant.at("chromosomeHgvsName").text()));
    }
    var held = new ArrayList<List<String>>();
    for (var position : ours(gene).positions()) {
      held.add(
          List.of(
              position.locus().contig().display(),
              Integer.toString(position.position1()),
              String.valueOf(position.rsid()),
              position.reference(),
              position.alternates().toString(),
              position.hgvs().substring(position.hgvs().indexOf(':') + 1)));
    }
    assertThat(held).isEqualTo(published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void holdsEveryAlleleAndEveryBase(String gene) {
    var published = new TreeMap<String, List<String>>();
    var reference = new TreeSet<String>();
    for (var allele : definition(gene).at("namedAlleles").elements()) {
      var name = allele.at("name").text();
      published.put(
          name,
          allele.at("alleles").elements().stream()
              .map(base -> base.isNull() ? "" : base.text())
              .toList());
      if (allele.at("reference").text().equals("true")) {
        reference.add(name);
      }
    }
    var held = ours(gene);
    var bases = new TreeMap<String, List<String>>();
    for (int allele = 0; allele < held.called().size(); allele++) {
      var own = new ArrayList<String>();
      for (int position = 0; position < held.positions().size(); position++) {
        var row = held.matrix().row(allele, position);
        own.add(row == null ? "" : row.text().split("\t", -1)[3]);
      }
      bases.put(held.called().get(allele).name(), own);
    }
    assertThat(bases).isEqualTo(published);
    assertThat(held.called().get(held.matrix().reference()).name()).isEqualTo(reference.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void holdsEveryFunctionAndActivityValueOfCpic(String gene) {
    var published = new TreeMap<String, String>(NaturalOrder.NAMES);
    for (var allele : phenotypes(gene).at("namedAlleles").elements()) {
      published.put(
          allele.at("name").text(),
          allele.at("functionValue").text() + " " + allele.at("activityValue").text());
    }
    var held = new TreeMap<String, String>(NaturalOrder.NAMES);
    for (var one : cpic(ours(gene)).functions()) {
      var activity = one.activity();
      held.put(one.allele(), one.function() + " " + (activity == null ? null : activity.text()));
    }
    assertThat(held).isEqualTo(published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void givesThePhenotypeOfEveryPublishedDiplotype(String gene) {
    var scheme = cpic(ours(gene));
    int seen = 0;
    for (var diplotype : phenotypes(gene).at("diplotypes").elements()) {
      var alleles = alleles(diplotype);
      var call =
          requireNonNull(
              scheme.phenotype(
                  requireNonNull(scheme.function(alleles.getFirst())),
                  requireNonNull(scheme.function(alleles.getLast()))));
      assertThat(call.phenotype()).isEqualTo(diplotype.at("phenotype").text());
      assertThat(String.valueOf(call.activityScore()))
          .isEqualTo(diplotype.at("activityScore").text());
      assertThat(requireNonNull(scheme.key(call)).value())
          .isEqualTo(diplotype.at("lookupkey").text());
      seen++;
    }
    assertThat(seen).isEqualTo(gene.equals("CYP2C19") ? 666 : 3570);
  }

  /// The two alleles of a published diplotype: names with their number of copies.
  private static List<String> alleles(Published.Node diplotype) {
    var alleles = new ArrayList<String>();
    var copies = diplotype.at("diplotypekey");
    for (var name : copies.names()) {
      for (int i = 0; i < Integer.parseInt(copies.at(name).text()); i++) {
        alleles.add(name);
      }
    }
    assertThat(alleles).hasSize(2);
    return alleles;
  }

  /// What the tables do not say, so that nobody takes it for said.
  @Test
  void knowsWhichAllelesHaveNoFunctionAndWhichNoPositions() {
    var withoutFunction = new TreeMap<String, List<String>>();
    var outside = new TreeMap<String, List<String>>();
    for (var gene : OURS.genes()) {
      var names = gene.alleles().stream().map(NamedAllele::name);
      withoutFunction.put(
          gene.symbol(), names.filter(name -> cpic(gene).function(name) == null).toList());
      outside.put(
          gene.symbol(),
          gene.alleles().stream()
              .filter(one -> one.calledFrom() == NamedAllele.CalledFrom.OUTSIDE)
              .map(NamedAllele::name)
              .toList());
    }
    assertThat(withoutFunction)
        .isEqualTo(Map.of("CYP2C19", List.of("*40", "*41"), "DPYD", List.of()));
    assertThat(outside).isEqualTo(Map.of("CYP2C19", List.of("*36", "*37"), "DPYD", List.of()));
  }
}
