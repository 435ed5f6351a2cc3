package org.idiome.genomics.simulated;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.contig.KnownContig;
import org.idiome.genomics.contig.PseudoautosomalRegions;

/// A synthetic genome as a VCF of variant sites: one sample, GRCh38, sorted, unphased.
///
/// Allele frequencies are drawn and written (`INFO/AF`), genotypes follow them by Hardy and
/// Weinberg among carriers; the bases of the reference are made up. The karyotype follows from the
/// seed: of an XY genome, X and Y are homozygous outside of the pseudoautosomal regions, as common
/// callers write them. It resembles a genome in size and form and is nobody's.
///
/// @param records how many, at least 1; at most one every four bases
/// @param seed another seed, another genome
public record SimulatedGenome(long records, long seed) {
  /// Records of a genome of today's size.
  public static final long DEFAULT_RECORDS = 4_500_000;

  /// Most of them: one every four bases.
  public static final long MOST_RECORDS = 700_000_000;

  private static final int AUTOSOMES = 22;
  private static final int BUFFER = 1 << 16;

  /// Checks the bounds.
  public SimulatedGenome {
    if (records < 1 || records > MOST_RECORDS) {
      throw new IllegalArgumentException("records from 1 to " + MOST_RECORDS + ": " + records);
    }
  }

  /// Whether the made-up person has a Y chromosome.
  public boolean hasY() {
    return (new Draws(seed).bits(-1, -1) & 1) == 0;
  }

  /// Writes the file; `to` stays open.
  public void writeTo(OutputStream to) throws IOException {
    var contigs = contigs();
    to.write(header(contigs).getBytes(StandardCharsets.UTF_8));
    long bases = contigs.stream().mapToLong(KnownContig::lengthBases).sum();
    long basesBefore = 0;
    var lines = new SimulatedLines(new Draws(seed));
    for (int i = 0; i < contigs.size(); i++) {
      var contig = contigs.get(i);
      long first = records * basesBefore / bases;
      basesBefore += contig.lengthBases();
      long end = records * basesBefore / bases;
      boolean isSingle = isSex(contig) && hasY();
      for (long record = first; record < end; record++) {
        int start = place(record - first, end - first, contig);
        boolean isHaploid = isSingle && !isPseudoautosomal(contig, start);
        lines.add(String.valueOf(contig.ucsc()), start, record, isHaploid);
        if (lines.size() > BUFFER) {
          lines.drainTo(to);
        }
      }
    }
    lines.drainTo(to);
  }

  private List<KnownContig> contigs() {
    var contigs = new ArrayList<KnownContig>();
    for (int number = 1; number <= AUTOSOMES; number++) {
      contigs.add(known(Integer.toString(number)));
    }
    contigs.add(known("X"));
    if (hasY()) {
      contigs.add(known("Y"));
    }
    return contigs;
  }

  private static KnownContig known(String name) {
    var known = Contigs.of(GenomeBuild.GRCH38, new Contig(name));
    if (known == null) {
      throw new IllegalStateException("GRCh38 has no " + name);
    }
    return known;
  }

  private static boolean isSex(KnownContig contig) {
    return contig.contig().name().equals("X") || contig.contig().name().equals("Y");
  }

  private static boolean isPseudoautosomal(KnownContig contig, int start) {
    return PseudoautosomalRegions.touches(
        new Locus(GenomeBuild.GRCH38, contig.contig(), start, start + 1));
  }

  /// One place in each of as many equal stretches: sorted, and no two the same.
  private int place(long record, long records, KnownContig contig) {
    long first = contig.lengthBases() * record / records;
    long end = contig.lengthBases() * (record + 1) / records;
    var draws = new Draws(seed ^ contig.lengthBases());
    return (int) (first + (long) (draws.unit(record, 0) * Math.max(1, end - first)));
  }

  private String header(List<KnownContig> contigs) {
    var header =
        new StringBuilder(
            """
            ##fileformat=VCFv4.3
            ##source=Idiome, simulated genome: made up, nobody's
            """);
    header.append("##simulated=<Seed=").append(seed).append(",Records=").append(records);
    header.append(",Karyotype=").append(hasY() ? "XY" : "XX").append(">\n");
    header.append(
        """
        ##FILTER=<ID=PASS,Description="All filters passed">
        ##FILTER=<ID=LowQual,Description="Low quality">
        ##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency, made up">
        ##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">
        ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">
        ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality of the genotype">
        """);
    for (var contig : contigs) {
      header.append("##contig=<ID=").append(contig.ucsc());
      header.append(",length=").append(contig.lengthBases()).append(",assembly=GRCh38>\n");
    }
    header.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tSIMULATED\n");
    return header.toString();
  }
}
