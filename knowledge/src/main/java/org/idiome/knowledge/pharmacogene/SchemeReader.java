package org.idiome.knowledge.pharmacogene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.knowledge.table.TableRow;
import org.idiome.knowledge.table.Tables;
import org.jspecify.annotations.Nullable;

/// Builds the schemes of each gene: functions, rules, and what happens to alleles not named.
final class SchemeReader {
  /// A gene and a source.
  private record Owner(String gene, String source) implements Comparable<Owner> {
    static Owner of(TableRow row) {
      return new Owner(row.required("gene"), row.required("source"));
    }

    @Override
    public int compareTo(Owner other) {
      int byGene = gene.compareTo(other.gene);
      return byGene != 0 ? byGene : source.compareTo(other.source);
    }
  }

  /// What happens to an allele that the source does not name.
  private enum Unlisted {
    /// It has no phenotype.
    NO_PHENOTYPE,
    /// It is read as the stand-in where another source judges it to be what the stand-in is.
    NORMAL_AS_STAND_IN
  }

  private final SortedMap<Owner, TableRow> schemes = new TreeMap<>();
  private final SortedMap<Owner, List<TableRow>> functions = new TreeMap<>();
  private final SortedMap<Owner, List<PhenotypeRule>> rules = new TreeMap<>();

  private SchemeReader() {}

  static SchemeReader read(Tables tables) {
    var reader = new SchemeReader();
    for (var table : tables.of("schemes")) {
      table
          .requireColumns(
              List.of(
                  "source",
                  "gene",
                  "key_kind",
                  "unlisted_allele",
                  "stand_in",
                  "judged_by",
                  "citation"))
          .requireUnique(List.of("source", "gene"));
      table.rows().forEach(row -> reader.schemes.put(Owner.of(row), row));
    }
    for (var table : tables.of("allele_functions")) {
      table
          .requireColumns(
              List.of("source", "gene", "allele", "function", "activity_value", "citation"))
          .requireUnique(List.of("source", "gene", "allele"));
      table.rows().forEach(reader::addFunction);
    }
    for (var table : tables.of("phenotype_rules")) {
      table
          .requireColumns(
              List.of(
                  "source",
                  "gene",
                  "by",
                  "function_1",
                  "function_2",
                  "score_from",
                  "score_to",
                  "phenotype",
                  "activity_score",
                  "citation"))
          .requireUnique(
              List.of(
                  "source", "gene", "by", "function_1", "function_2", "score_from", "score_to"));
      table.rows().forEach(reader::addRule);
    }
    return reader;
  }

  private void addFunction(TableRow row) {
    functions.computeIfAbsent(owner(row), _ -> new ArrayList<>()).add(row);
  }

  private void addRule(TableRow row) {
    row.citation();
    rules.computeIfAbsent(owner(row), _ -> new ArrayList<>()).add(rule(row));
  }

  private Owner owner(TableRow row) {
    var owner = Owner.of(row);
    if (!schemes.containsKey(owner)) {
      throw row.wrong(
          owner.source() + " has no scheme for " + owner.gene(), "add it to a table of schemes");
    }
    return owner;
  }

  private static PhenotypeRule rule(TableRow row) {
    var phenotype = row.required("phenotype");
    return switch (row.required("by")) {
      case "functions" ->
          new PhenotypeRule.OfFunctions(
              row.required("function_1"),
              row.required("function_2"),
              phenotype,
              row.optional("activity_score"),
              row.cited());
      case "score" -> {
        var from = row.decimal("score_from");
        if (from == null) {
          throw row.wrong("score_from is missing", "give the least score, included");
        }
        yield new PhenotypeRule.OfScore(from, row.decimal("score_to"), phenotype, row.cited());
      }
      case "no_score" -> new PhenotypeRule.OfNoScore(phenotype, row.cited());
      default ->
          throw row.wrong("by is " + row.required("by"), "write functions, score or no_score");
    };
  }

  /// The schemes of a gene, by source.
  SortedMap<String, PhenotypeScheme> of(String gene, List<NamedAllele> named) {
    var names = new HashSet<String>();
    named.forEach(allele -> names.add(allele.name()));
    var built = new TreeMap<String, PhenotypeScheme>();
    for (var owner : schemes.keySet()) {
      if (owner.gene().equals(gene)) {
        build(owner, names, built);
      }
    }
    return Collections.unmodifiableSortedMap(built);
  }

  private SortedMap<String, AlleleFunction> functions(Owner owner, Set<String> names) {
    var read = new TreeMap<String, AlleleFunction>(NaturalOrder.NAMES);
    for (var row : functions.getOrDefault(owner, List.of())) {
      row.citation();
      var allele = row.required("allele");
      if (!names.contains(allele)) {
        throw row.wrong(owner.gene() + " has no allele " + allele, "add it to a table of alleles");
      }
      var function = row.required("function");
      var activity = activity(row);
      read.put(
          allele,
          new AlleleFunction(
              owner.source(), owner.gene(), allele, function, activity, row.cited()));
    }
    return read;
  }

  private static @Nullable Activity activity(TableRow row) {
    var text = row.optional("activity_value");
    if (text == null) {
      return null;
    }
    var activity = Activity.parse(text);
    if (activity == null) {
      throw row.wrong("activity_value is " + text, "write a number, ≥ and a number, or n/a");
    }
    return activity;
  }

  private PhenotypeScheme build(
      Owner owner, Set<String> names, SortedMap<String, PhenotypeScheme> built) {
    var done = built.get(owner.source());
    if (done != null) {
      return done;
    }
    var row = schemes.get(owner);
    if (row == null) {
      throw new IllegalArgumentException("no scheme of " + owner);
    }
    row.citation();
    var own = functions(owner, names);
    var scheme =
        new PhenotypeScheme(
            owner.source(),
            owner.gene(),
            row.code("key_kind", LookupKey.Kind.values()),
            own,
            rules.getOrDefault(owner, List.of()),
            standIn(owner, row, own.keySet(), names, built),
            row.cited());
    built.put(owner.source(), scheme);
    return scheme;
  }

  private PhenotypeScheme.@Nullable StandIn standIn(
      Owner owner,
      TableRow row,
      Set<String> own,
      Set<String> names,
      SortedMap<String, PhenotypeScheme> built) {
    return switch (row.code("unlisted_allele", Unlisted.values())) {
      case NO_PHENOTYPE -> null;
      case NORMAL_AS_STAND_IN -> {
        var judge = new Owner(owner.gene(), row.required("judged_by"));
        var standIn = row.required("stand_in");
        if (!schemes.containsKey(judge) || judge.equals(owner)) {
          throw row.wrong("no other scheme of " + judge.source(), "name another source's scheme");
        }
        if (!own.contains(standIn)) {
          throw row.wrong(owner.source() + " does not name " + standIn, "name one of its alleles");
        }
        yield new PhenotypeScheme.StandIn(standIn, build(judge, names, built));
      }
    };
  }
}
