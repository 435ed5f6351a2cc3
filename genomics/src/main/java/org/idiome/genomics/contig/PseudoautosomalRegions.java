package org.idiome.genomics.contig;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.rule.RuleTable;

/// The ends of X and Y that recombine with each other: two copies in everybody.
public final class PseudoautosomalRegions {
  private static final List<Locus> REGIONS = read();

  private PseudoautosomalRegions() {}

  private static List<Locus> read() {
    var regions = new ArrayList<Locus>();
    var table = RuleTable.beside(PseudoautosomalRegions.class, "pseudoautosomal-regions.tsv");
    for (var row : table.rows()) {
      var build = Contigs.build(row.get("build"));
      regions.add(
          new Locus(build, new Contig("X"), row.number("x_start") - 1, row.number("x_end")));
      regions.add(
          new Locus(build, new Contig("Y"), row.number("y_start") - 1, row.number("y_end")));
    }
    return List.copyOf(regions);
  }

  /// Whether a stretch touches a pseudoautosomal region.
  public static boolean touches(Locus locus) {
    return REGIONS.stream().anyMatch(region -> region.overlaps(locus));
  }

  /// The regions of all builds, in the order of the table, X before Y.
  public static List<Locus> all() {
    return REGIONS;
  }
}
