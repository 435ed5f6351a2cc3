package org.idiome.genomics.contig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;
import org.jspecify.annotations.Nullable;

/// The sequences of the three builds, by every name in use.
///
/// The tables and their sources stand beside this class (`SOURCE.md`). Names of primary contigs are
/// the same in all builds, so that a name resolves before the build is known.
public final class Contigs {
  /// Length of the `chrM` of UCSC hg19, NC_001807; that of the builds has 16,569 bases.
  public static final int HG19_MITOCHONDRION_BASES = 16_571;

  /// The name under which that sequence is kept apart.
  public static final Contig HG19_MITOCHONDRION = new Contig("NC_001807");

  private static final Map<String, List<KnownContig>> BY_NAME = new HashMap<>();
  private static final Map<GenomeBuild, Map<Contig, KnownContig>> BY_BUILD = new HashMap<>();

  static {
    read("primary-contigs.tsv", true);
    read("other-contigs.tsv", false);
  }

  private Contigs() {}

  private static void read(String table, boolean isPrimary) {
    for (var row : RuleTable.beside(Contigs.class, table).rows()) {
      var build = build(row.get("build"));
      var known =
          new KnownContig(
              build,
              new Contig(row.get("name")),
              known(row.get("ucsc")),
              known(row.get("refseq")),
              known(row.get("genbank")),
              row.number("length"),
              isPrimary ? known(row.get("refget")) : null,
              isPrimary ? known(row.get("md5")) : null,
              isPrimary);
      BY_BUILD.computeIfAbsent(build, _ -> new HashMap<>()).put(known.contig(), known);
      name(known.contig().name(), known);
      name(known.ucsc(), known);
      name(known.refseq(), known);
      name(known.genbank(), known);
      if (known.contig().name().equals("MT")) {
        name("M", known);
        name("chrMT", known);
      }
    }
  }

  private static @Nullable String known(String cell) {
    return cell.equals(".") ? null : cell;
  }

  private static void name(@Nullable String name, KnownContig known) {
    if (name != null) {
      BY_NAME.computeIfAbsent(name, _ -> new ArrayList<>()).add(known);
    }
  }

  static GenomeBuild build(String code) {
    for (var build : GenomeBuild.values()) {
      if (build.code().equals(code)) {
        return build;
      }
    }
    throw new RuleTableException("primary-contigs.tsv", 0, "build " + code);
  }

  /// The sequences that a name stands for, one for each build that has it; empty where none has.
  public static List<KnownContig> named(String name) {
    var known = BY_NAME.get(name);
    if (known == null && name.length() > 3 && name.regionMatches(true, 0, "chr", 0, 3)) {
      // `Chr1`, `CHRX`: seen in practice, and nothing else is called so.
      known = BY_NAME.get("chr" + name.substring(3));
    }
    return known == null ? List.of() : List.copyOf(known);
  }

  /// The contig that a name in a file stands for, in any build; the name itself where none is
  /// known, or where builds differ in what they call it.
  public static Contig resolve(String name) {
    if (name.equals("NC_001807.4")) {
      return HG19_MITOCHONDRION;
    }
    var known = named(name);
    if (known.isEmpty()) {
      return new Contig(name);
    }
    var first = known.getFirst().contig();
    boolean agree = known.stream().allMatch(other -> other.contig().equals(first));
    return agree ? first : new Contig(name);
  }

  /// The primary contigs of all builds, sorted by build and name.
  public static List<KnownContig> primary() {
    return BY_BUILD.values().stream()
        .flatMap(contigs -> contigs.values().stream())
        .filter(KnownContig::isPrimary)
        .sorted(
            Comparator.comparing(KnownContig::build)
                .thenComparing(contig -> contig.contig().name()))
        .toList();
  }

  /// What is known of a contig in a build; null where it has none of that name.
  public static @Nullable KnownContig of(GenomeBuild build, Contig contig) {
    return BY_BUILD.getOrDefault(build, Map.of()).get(contig);
  }
}
