package org.idiome.knowledge.pharmacogene;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.genome.Allele;
import org.idiome.core.genome.Locus;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// A place on the genome where the named alleles of a gene differ.
///
/// @param locus the reference bases, as the VCF form of the table has them (an indel with its
///   anchor base)
/// @param reference reference bases in VCF form, left-aligned
/// @param alternates alternate bases in VCF form, in the order of the table
/// @param rsid dbSNP accession, or null where there is none
/// @param hgvs genomic name on the chromosome's RefSeq
public record DefiningPosition(
    Locus locus,
    String reference,
    List<String> alternates,
    @Nullable String rsid,
    String hgvs,
    CitedRow row) {

  /// Copies the list; refuses no alternate, one given twice, and one that equals the reference.
  public DefiningPosition {
    alternates = List.copyOf(alternates);
    if (alternates.isEmpty()
        || alternates.contains(reference)
        || alternates.stream().distinct().count() < alternates.size()) {
      throw new IllegalArgumentException("alternates of " + hgvs + ": " + alternates);
    }
  }

  /// POS of the VCF form.
  public int position1() {
    return locus.position1();
  }

  /// Reference, then alternates: the bases that a cell of the [AlleleMatrix] counts from 0.
  public List<String> bases() {
    var bases = new ArrayList<String>(alternates.size() + 1);
    bases.add(reference);
    bases.addAll(alternates);
    return bases;
  }

  /// The documented changes, trimmed, in the order of the alternates.
  public List<Allele> changes() {
    return alternates.stream()
        .map(bases -> Allele.of(locus.build(), locus.contig(), locus.position1(), reference, bases))
        .toList();
  }

  /// The rsid, or the genomic name where there is none.
  public String name() {
    return rsid == null ? hgvs : rsid;
  }
}
