package org.idiome.genomics.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.rule.RuleTable;

/// Which columns of a table of scores say where an allele is, and which are kept of it.
///
/// @param build what the name of the column of positions says, or what was known before
/// @param genome place of the column that names the build of each row; -1 where there is none
/// @param kept places of the columns that are kept
/// @param keys what these are called as keys of INFO
record ScoreColumns(
    int contig,
    int position,
    int reference,
    int alternate,
    int genome,
    GenomeBuild build,
    List<Integer> kept,
    List<String> keys) {

  private static final int NONE = -1;
  private static final List<RuleTable.Row> RULES =
      RuleTable.beside(ScoreColumns.class, "score-columns.tsv").rows();

  /// Finds them by their names.
  ///
  /// @param build of the reference, or what was said; unknown where nothing tells
  /// @throws BadInputException where one is not there, or several may be meant
  static ScoreColumns of(ScoreLines lines, String file, TableChoice choice, GenomeBuild build) {
    var found = new Search(lines, choice);
    int position = found.place("pos", build);
    int contig = found.place("chrom", build);
    int reference = found.place("ref", build);
    int alternate = found.place("alt", build);
    int genome = found.every("build", GenomeBuild.UNKNOWN).stream().findFirst().orElse(NONE);
    var places = new HashSet<>(List.of(contig, position, reference, alternate, genome));
    var kept = kept(lines, file, choice, places);
    return new ScoreColumns(
        contig,
        position,
        reference,
        alternate,
        genome,
        build == GenomeBuild.UNKNOWN ? found.saidOf(position) : build,
        kept,
        keys(lines.names(), kept));
  }

  private static List<Integer> kept(
      ScoreLines lines, String file, TableChoice choice, Set<Integer> places) {
    var names = lines.names();
    var kept = new ArrayList<Integer>();
    if (choice.columns().isEmpty()) {
      for (int i = 0; i < names.size(); i++) {
        if (!places.contains(i)) {
          kept.add(i);
        }
      }
      return kept;
    }
    for (var name : new LinkedHashSet<>(choice.columns())) {
      int at = names.indexOf(name);
      if (at < 0) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.ALLELE_TABLE_COLUMN_ABSENT,
                Place.line(file, lines.headerLine()),
                "key",
                name));
      }
      if (names.lastIndexOf(name) != at) {
        throw lines.unclear(name, name + ", " + name);
      }
      kept.add(at);
    }
    return kept;
  }

  /// Names as VCF allows them for keys (VCF 4.3, section 1.6.1.8), `_` for what it does not; no two
  /// are the same.
  private static List<String> keys(List<String> names, List<Integer> kept) {
    var keys = new LinkedHashSet<String>();
    for (int place : kept) {
      var key = names.get(place).replaceAll("[^0-9A-Za-z_.]", "_");
      var plain = key.isEmpty() ? "column" : key;
      var own = plain;
      for (int i = 2; !keys.add(own); i++) {
        own = plain + "_" + i;
      }
    }
    return List.copyOf(keys);
  }

  /// Looks for a column by its role.
  private record Search(ScoreLines lines, TableChoice choice) {
    /// The one column of a role: that of the build where a name says it, else the one of no build.
    int place(String role, GenomeBuild build) {
      var stated = choice.places().get(role);
      if (stated != null) {
        return stated(role, stated);
      }
      var own = build == GenomeBuild.UNKNOWN ? List.<Integer>of() : every(role, build);
      var plain = every(role, GenomeBuild.UNKNOWN);
      var all = new ArrayList<>(own.isEmpty() ? plain : own);
      if (build == GenomeBuild.UNKNOWN) {
        for (var other : GenomeBuild.values()) {
          if (other != GenomeBuild.UNKNOWN && (role.equals("pos") || plain.isEmpty())) {
            all.addAll(every(role, other));
          }
        }
      }
      if (all.size() != 1) {
        var names = lines.names();
        throw lines.unclear(role, String.join(", ", all.stream().map(names::get).toList()));
      }
      return all.getFirst();
    }

    private int stated(String role, String name) {
      int at = lines.names().indexOf(name);
      if (at < 0 || lines.names().lastIndexOf(name) != at) {
        throw lines.unclear(role, at < 0 ? "" : name + ", " + name);
      }
      return at;
    }

    List<Integer> every(String role, GenomeBuild build) {
      var places = new ArrayList<Integer>();
      for (int i = 0; i < lines.names().size(); i++) {
        var name = lines.names().get(i).strip().toLowerCase(Locale.ROOT);
        for (var rule : RULES) {
          if (rule.get("role").equals(role)
              && rule.get("name").equals(name)
              && said(rule) == build) {
            places.add(i);
          }
        }
      }
      return places;
    }

    /// The build that the name of a column says.
    GenomeBuild saidOf(int place) {
      var name = lines.names().get(place).strip().toLowerCase(Locale.ROOT);
      return RULES.stream()
          .filter(rule -> rule.get("name").equals(name))
          .map(Search::said)
          .findFirst()
          .orElse(GenomeBuild.UNKNOWN);
    }

    private static GenomeBuild said(RuleTable.Row rule) {
      for (var build : GenomeBuild.values()) {
        if (build.code().equals(rule.get("build"))) {
          return build;
        }
      }
      return GenomeBuild.UNKNOWN;
    }
  }
}
