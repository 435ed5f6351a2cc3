package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Sources;
import org.idiome.store.Comparisons;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;

/// Holds several variant files of one specimen against each other: what of them cannot both be so
/// is a problem from the import on. The genome of a person is one specimen, whatever it was read
/// from.
///
/// Two files are compared once, when the second comes; what came out is kept.
final class Comparing {
  /// Pairs that one batch compares of one person, at most; the rest is said not to be compared.
  private static final int MOST_PAIRS = 300;

  private Comparing() {}

  private record Pair(KeptVariants one, KeptVariants two) {
    /// As they came: their segments are numbered in that order.
    static Pair of(KeptVariants one, KeptVariants two) {
      return one.segment() < two.segment() ? new Pair(one, two) : new Pair(two, one);
    }

    boolean isOfOneBuild() {
      return one.facts().whole().build() == two.facts().whole().build();
    }

    String key() {
      return one.segment() + " " + two.segment();
    }
  }

  /// Compares what was not, and answers with the problems of all that is in force.
  static List<Problem> compare(StoreWriter writer, Rows.PersonRow person) {
    var reading = PersonReading.withoutQuantities(writer.reader(), person);
    if (pairs(reading.variants()).isEmpty()) {
      return List.of();
    }
    writer.layDense();
    var store = writer.reader();
    var known = known(store, person.person());
    int compared = 0;
    for (var pair : pairs(reading.variants())) {
      if (!known.containsKey(pair.key()) && pair.isOfOneBuild() && compared < MOST_PAIRS) {
        compared++;
        var done = new GenotypeComparison(store, pair.one().segment(), pair.two().segment()).run();
        Comparisons.add(
            writer,
            new Comparisons.Row(
                pair.one().segment(),
                pair.two().segment(),
                done.compared(),
                done.different(),
                Keeper.text(done.places())));
      }
    }
    return problems(store, person.person(), reading.variants(), reading.sources());
  }

  /// Files of one specimen, each pair once; one file that came twice is no pair.
  private static List<Pair> pairs(List<KeptVariants> variants) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < variants.size(); i++) {
      for (int j = i + 1; j < variants.size(); j++) {
        var one = variants.get(i);
        var two = variants.get(j);
        if (isOfOneSpecimen(one, two)
            && one.segment() != two.segment()
            && one.sample() != null
            && two.sample() != null) {
          pairs.add(Pair.of(one, two));
        }
      }
    }
    return pairs;
  }

  private static boolean isOfOneSpecimen(KeptVariants one, KeptVariants two) {
    return one.named().layer() == two.named().layer()
        && (one.named().layer() == Layer.GENOME
            || Objects.equals(one.named().specimen(), two.named().specimen()));
  }

  private static Map<String, Comparisons.Row> known(StoreReader store, long person) {
    var known = new HashMap<String, Comparisons.Row>();
    Comparisons.of(store, person).forEach(row -> known.put(row.one() + " " + row.two(), row));
    return known;
  }

  /// What files that are in force contradict each other in.
  static List<Problem> problems(
      StoreReader store, long person, List<KeptVariants> variants, Sources sources) {
    var pairs = pairs(variants);
    if (pairs.isEmpty()) {
      return List.of();
    }
    var known = known(store, person);
    var problems = new ArrayList<Problem>();
    var open = new ArrayList<Pair>();
    for (var pair : pairs) {
      var row = known.get(pair.key());
      if (!pair.isOfOneBuild()) {
        problems.add(builds(pair, sources));
      } else if (row == null) {
        open.add(pair);
      } else if (row.different() > 0) {
        problems.add(differences(pair, row, sources));
      }
    }
    if (!open.isEmpty()) {
      var pair = open.getFirst();
      problems.add(
          Problem.of(
              ProblemCode.RECORD_FILES_NOT_COMPARED,
              Place.file(name(pair.two(), sources)),
              "count",
              Integer.toString(open.size()),
              "other",
              name(pair.one(), sources)));
    }
    return problems;
  }

  private static Problem builds(Pair pair, Sources sources) {
    return Problem.of(
        ProblemCode.RECORD_BUILDS_DIFFERENT,
        Place.file(name(pair.two(), sources)),
        "found",
        pair.two().facts().whole().build().code(),
        "other",
        pair.one().facts().whole().build().code(),
        "place",
        name(pair.one(), sources));
  }

  private static Problem differences(Pair pair, Comparisons.Row row, Sources sources) {
    var one = name(pair.one(), sources);
    var two = name(pair.two(), sources);
    var places = Stored.of(row.places()).items(stored -> stored);
    var first = places.getFirst();
    return Problem.of(
        ProblemCode.RECORD_GENOTYPES_CONTRADICTORY,
        Place.line(two, (long) first.number("two_line")),
        "count",
        Long.toString(row.different()),
        "compared",
        Long.toString(row.compared()),
        "locus",
        locus(first),
        "found",
        first.text("two"),
        "other",
        first.text("one"),
        "place",
        Place.line(one, (long) first.number("one_line")).text(),
        "second",
        places.size() > 1 ? both(places.get(1)) : "",
        "third",
        places.size() > 2 ? both(places.get(2)) : "");
  }

  private static String both(Stored place) {
    return locus(place)
        + ": "
        + place.text("two")
        + " (line "
        + (long) place.number("two_line")
        + "), "
        + place.text("one")
        + " (line "
        + (long) place.number("one_line")
        + ")";
  }

  private static String locus(Stored place) {
    int start0 = (int) place.number("start0");
    var contig = new Contig(place.text("contig"));
    return new Locus(GenomeBuild.UNKNOWN, contig, start0, start0 + 1).display();
  }

  private static String name(KeptVariants file, Sources sources) {
    return sources.name(file.file());
  }
}
