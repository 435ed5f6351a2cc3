package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.pharmacogenes.match.Definition;
import org.idiome.care.pharmacogenes.match.Observed;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// The table of a gene and what was seen of a person, as the matching kernel takes them.
///
/// @param bases number of documented bases at each position, the reference's among them
/// @param half names of positions of which one strand was not seen
/// @param undocumented name of position and base, for each base that the definition does not have
record Observation(
    Definition definition,
    Observed observed,
    List<Integer> bases,
    List<String> half,
    List<String> undocumented) {
  Observation {
    bases = List.copyOf(bases);
    half = List.copyOf(half);
    undocumented = List.copyOf(undocumented);
  }

  static Observation of(Pharmacogene gene, GeneSites sites) {
    var half = new ArrayList<String>();
    var undocumented = new ArrayList<String>();
    int positions = gene.positions().size();
    var observed = isHaploid(sites) ? Observed.haploid(positions) : Observed.diploid(positions);
    var bases = new ArrayList<Integer>();
    for (int position = 0; position < positions; position++) {
      var place = gene.positions().get(position);
      bases.add(place.bases().size());
      if (sites.sites().get(position) instanceof Site.Seen seen) {
        observed.site(
            position,
            bases(seen.strands().getFirst(), seen),
            bases(seen.strands().getLast(), seen),
            seen.phaseSet());
        if (seen.isHalf()) {
          half.add(place.name());
        }
        seen.undocumented().forEach(base -> undocumented.add(place.name() + " " + base));
      }
    }
    return new Observation(definition(gene), observed.build(), bases, half, undocumented);
  }

  /// What a strand may carry. One without the base is read as reference beside another that has it:
  /// the best case, as of any change that no allele documents. Where neither has it nothing was
  /// seen.
  private static int bases(Site.Strand strand, Site.Seen of) {
    boolean isBestCase =
        strand.isDeleted() && !of.strands().stream().allMatch(Site.Strand::isDeleted);
    return isBestCase ? Site.Strand.REFERENCE.bases() : strand.bases();
  }

  /// The table of a gene.
  static Definition definition(Pharmacogene gene) {
    var matrix = gene.matrix();
    var stated = new int[matrix.alleles() * matrix.positions()];
    for (int allele = 0; allele < matrix.alleles(); allele++) {
      for (int position = 0; position < matrix.positions(); position++) {
        stated[allele * matrix.positions() + position] = matrix.stated(allele, position);
      }
    }
    return new Definition(matrix.alleles(), matrix.positions(), matrix.reference(), stated);
  }

  /// What stays open about single genotypes.
  List<Explanation.Note> notes(Pharmacogene gene) {
    var unlisted = new ArrayList<String>();
    for (int position = 0; position < observed.positions(); position++) {
      int first = observed.first(position);
      boolean isOneOfSeveral = first != Observed.ANY && Integer.bitCount(first) > 1;
      if (isOneOfSeveral && !observed.isHalf(position)) {
        unlisted.add(gene.positions().get(position).name());
      }
    }
    var notes = new ArrayList<Explanation.Note>();
    add(notes, "genotype_half_missing", half);
    add(notes, "alternates_not_listed", unlisted);
    add(notes, "undocumented_base", undocumented);
    return notes;
  }

  private static void add(List<Explanation.Note> notes, String code, List<String> positions) {
    if (!positions.isEmpty()) {
      notes.add(
          new Explanation.Note(Kind.OPEN, code, Details.of("positions", Value.texts(positions))));
    }
  }

  /// Whether every record with alleles writes one: reference by stretch says nothing of copies.
  private static boolean isHaploid(GeneSites sites) {
    boolean isOne = false;
    for (var site : sites.sites()) {
      if (site instanceof Site.Seen seen) {
        if (seen.strands().size() == 1) {
          isOne = true;
        } else if (!seen.strands().getFirst().equals(seen.strands().getLast())) {
          return false;
        }
      }
    }
    return isOne;
  }
}
