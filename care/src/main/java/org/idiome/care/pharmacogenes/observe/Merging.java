package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins records of one sample at one position, as long as one genotype fits them all.
///
/// Records that split a multi-allelic site list different alternates: `0/1` of one and `0/1` of
/// another are one copy of each. Records that list the same alternate must count it alike.
final class Merging {
  private Merging() {}

  /// The strands that fit every record.
  ///
  /// @param strands one for each copy
  /// @param phased the record whose order of strands holds, or null where none does
  record Merged(List<Site.Strand> strands, Reading.@Nullable Bases phased) {}

  /// One genotype for all records, or null where they contradict each other.
  static @Nullable Merged merge(List<Reading.Bases> records) {
    var first = records.getFirst();
    if (records.size() == 1) {
      return new Merged(first.strands(), first);
    }
    if (records.stream().anyMatch(one -> one.strands().size() != first.strands().size())) {
      return null;
    }
    var same = records.stream().filter(one -> counts(one).equals(counts(first))).toList();
    if (same.size() == records.size()) {
      for (var one : records) {
        if (one.call().genotype().isPhased()) {
          return new Merged(one.strands(), one);
        }
      }
      return new Merged(first.strands(), first);
    }
    boolean isHalf = records.stream().anyMatch(one -> one.strands().contains(Site.Strand.UNKNOWN));
    return isHalf || !agree(records) ? null : joined(records);
  }

  private static List<String> counts(Reading.Bases record) {
    return record.strands().stream().map(Site.Strand::toString).sorted().toList();
  }

  /// Whether records that list one alternate count it alike.
  private static boolean agree(List<Reading.Bases> records) {
    for (var one : records) {
      for (var two : records) {
        for (var alternate : one.listed()) {
          if (two.listed().contains(alternate) && one.count(alternate) != two.count(alternate)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static @Nullable Merged joined(List<Reading.Bases> records) {
    var first = records.getFirst();
    int copies = first.strands().size();
    boolean inOrder = records.stream().allMatch(one -> isInOrderWith(one, first));
    if (inOrder) {
      var strands = new ArrayList<Site.Strand>();
      for (int copy = 0; copy < copies; copy++) {
        var alternates = alternatesAt(records, copy);
        if (alternates.size() > 1) {
          return null;
        }
        strands.add(alternates.isEmpty() ? Site.Strand.REFERENCE : alternates.iterator().next());
      }
      return new Merged(List.copyOf(strands), first);
    }
    var strands = new ArrayList<Site.Strand>();
    for (var alternate : alternates(records)) {
      long most = records.stream().mapToLong(one -> one.count(alternate)).max().orElse(0);
      for (long i = 0; i < most; i++) {
        strands.add(alternate);
      }
    }
    if (strands.size() > copies) {
      return null;
    }
    while (strands.size() < copies) {
      strands.addFirst(Site.Strand.REFERENCE);
    }
    return new Merged(List.copyOf(strands), null);
  }

  private static boolean isInOrderWith(Reading.Bases one, Reading.Bases other) {
    var genotype = one.call().genotype();
    var set = genotype.phaseSet();
    var otherSet = other.call().genotype().phaseSet();
    return genotype.isHomozygous()
        || (genotype.isPhased() && (set == null ? otherSet == null : set.equals(otherSet)));
  }

  private static Set<Site.Strand> alternatesAt(List<Reading.Bases> records, int copy) {
    var alternates = new LinkedHashSet<Site.Strand>();
    for (var record : records) {
      var strand = record.strands().get(copy);
      if (strand.isAlternate()) {
        alternates.add(strand);
      }
    }
    return alternates;
  }

  private static Set<Site.Strand> alternates(List<Reading.Bases> records) {
    var alternates = new LinkedHashSet<Site.Strand>();
    for (var record : records) {
      record.strands().stream().filter(Site.Strand::isAlternate).forEach(alternates::add);
    }
    return alternates;
  }
}
