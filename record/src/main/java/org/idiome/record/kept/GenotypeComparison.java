package org.idiome.record.kept;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Json;
import org.idiome.store.StoreReader;
import org.idiome.store.dense.DenseDifference;
import org.jspecify.annotations.Nullable;

/// Compares all that two variant files of one person say of the same places.
///
/// Records of the same bases, and a variant of one file with bases that the other calls reference.
/// Records that describe a change in another way, or that cannot be used, are not compared.
final class GenotypeComparison {
  /// Places that are kept to be named.
  static final int NAMED = 5;

  /// Records that are compared at a time: a bound of memory.
  private static final long AT_ONCE = 600_000;

  private final StoreReader store;
  private final long one;
  private final long two;
  private final List<Json> places = new ArrayList<>();
  private long compared;
  private long different;

  private record Bases(String contig, int start0, String reference) {
    static Bases of(DenseDifference.Row row) {
      return new Bases(row.contig(), row.start0(), row.reference());
    }
  }

  /// A place at which both say something else.
  private record Found(DenseDifference.Row one, DenseDifference.Row two) {
    int start0() {
      return Math.max(one.start0(), two.start0());
    }
  }

  private final List<Found> found = new ArrayList<>();

  GenotypeComparison(StoreReader store, long one, long two) {
    this.store = store;
    this.one = one;
    this.two = two;
  }

  /// Compares them.
  GenotypeComparison run() {
    var theirs = store.contigs(two);
    var some = new ArrayList<String>();
    long rows = 0;
    for (var contig : store.contigs(one).entrySet()) {
      var others = theirs.get(contig.getKey());
      if (others == null) {
        continue;
      }
      long more = contig.getValue() + others;
      if (rows + more > AT_ONCE && !some.isEmpty()) {
        compare(some);
        some.clear();
        rows = 0;
      }
      some.add(contig.getKey());
      rows += more;
    }
    if (!some.isEmpty()) {
      compare(some);
    }
    return this;
  }

  /// At how many places both say a genotype that can be used.
  long compared() {
    return compared;
  }

  /// At how many of them it is another.
  long different() {
    return different;
  }

  /// The first of these.
  Json places() {
    return new Json.Arr(List.copyOf(places));
  }

  private void compare(Collection<String> contigs) {
    var difference = store.differences(one, two, contigs);
    compared += difference.alike();
    found.clear();
    var ours = byBases(difference.one());
    var theirs = byBases(difference.two());
    ours.forEach((bases, records) -> {
      var others = theirs.get(bases);
      if (others != null) {
        compare(records, others);
      }
    });
    new Alone(difference.two(), difference.twoReference())
        .compare(ours, theirs, (record, other) -> note(record, other));
    new Alone(difference.one(), difference.oneReference())
        .compare(theirs, ours, (record, other) -> note(other, record));
    different += found.size();
    found.sort(
        Comparator.comparing((Found place) -> place.one().contig())
            .thenComparingInt(Found::start0)
            .thenComparingLong(place -> place.one().line()));
    for (var place : found.subList(0, Math.min(found.size(), NAMED - places.size()))) {
      places.add(json(place));
    }
  }

  private static Map<Bases, List<DenseDifference.Row>> byBases(List<DenseDifference.Row> rows) {
    var by = new LinkedHashMap<Bases, List<DenseDifference.Row>>();
    rows.forEach(row -> by.computeIfAbsent(Bases.of(row), _ -> new ArrayList<>(1)).add(row));
    return by;
  }

  private void compare(List<DenseDifference.Row> ours, List<DenseDifference.Row> theirs) {
    var one = SaidGenotype.of(ours);
    var two = SaidGenotype.of(theirs);
    if (one == null || two == null) {
      return;
    }
    compared++;
    if (!one.fits(two)) {
      found.add(new Found(ours.getFirst(), theirs.getFirst()));
    }
  }

  private void note(DenseDifference.Row ours, DenseDifference.Row theirs) {
    compared++;
    found.add(new Found(ours, theirs));
  }

  private static Json json(Found place) {
    return Json.object()
        .put("contig", place.one().contig())
        .put("start0", place.start0())
        .put("one_line", place.one().line())
        .put("one", said(place.one()))
        .put("two_line", place.two().line())
        .put("two", said(place.two()))
        .end();
  }

  /// As the record writes it: `A>G 0/1`.
  private static String said(DenseDifference.Row row) {
    return row.alternates().isEmpty()
        ? "reference"
        : row.reference() + ">" + row.alternates() + " " + row.genotype();
  }

  /// Is told of a variant, and of the row by which the other file calls its bases reference.
  @FunctionalInterface
  private interface Taker {
    void take(DenseDifference.Row variant, DenseDifference.Row reference);
  }

  /// Variants of one file of which another has no record.
  ///
  /// @param records of the other file
  /// @param blocks that the other file calls reference
  private record Alone(List<DenseDifference.Row> records, List<DenseDifference.Row> blocks) {

    void compare(
        Map<Bases, List<DenseDifference.Row>> ours,
        Map<Bases, List<DenseDifference.Row>> theirs,
        Taker to) {
      var reference = new ArrayList<>(blocks);
      var variants = new ArrayList<DenseDifference.Row>();
      for (var record : records) {
        (isReference(record) ? reference : variants).add(record);
      }
      reference.sort(
          Comparator.comparing(DenseDifference.Row::contig)
              .thenComparingInt(DenseDifference.Row::start0));
      reference.removeIf(row -> !SaidGenotype.isUsable(row));
      var seen = new Sweep(reference);
      var against = new Sweep(variants);
      ours.forEach((bases, own) -> {
        var said = theirs.containsKey(bases) ? null : SaidGenotype.of(own);
        if (said != null && said.isVariant()) {
          var row = own.getFirst();
          if (against.at(row).isEmpty()) {
            var by = covering(row, seen.at(row));
            if (by != null) {
              to.take(row, by);
            }
          }
        }
      });
    }

    private static boolean isReference(DenseDifference.Row row) {
      return row.genotype().chars().allMatch(one -> one == '0' || one == '/');
    }

    /// The first of the rows that leave no base of a record open; null where one is.
    private static DenseDifference.@Nullable Row covering(
        DenseDifference.Row record, Collection<DenseDifference.Row> rows) {
      int at = record.start0();
      DenseDifference.@Nullable Row first = null;
      for (var row : rows) {
        if (row.start0() <= at && row.end0() > at) {
          first = first == null ? row : first;
          at = row.end0();
        }
      }
      return at >= record.end0() ? first : null;
    }
  }

  /// Rows that touch others, both in the order of contig and place.
  private static final class Sweep {
    private final List<DenseDifference.Row> rows;
    private final ArrayDeque<DenseDifference.Row> open = new ArrayDeque<>();
    private int next;

    Sweep(List<DenseDifference.Row> rows) {
      this.rows = rows;
    }

    /// Those that touch a row, which lies behind all that were asked before.
    Collection<DenseDifference.Row> at(DenseDifference.Row row) {
      open.removeIf(one -> !one.contig().equals(row.contig()) || one.end0() <= row.start0());
      while (next < rows.size() && isBefore(rows.get(next), row)) {
        var one = rows.get(next++);
        if (one.contig().equals(row.contig()) && one.end0() > row.start0()) {
          open.add(one);
        }
      }
      return open.stream().filter(one -> one.start0() < row.end0()).toList();
    }

    private static boolean isBefore(DenseDifference.Row one, DenseDifference.Row row) {
      int order = one.contig().compareTo(row.contig());
      return order < 0 || (order == 0 && one.start0() < row.end0());
    }
  }
}
