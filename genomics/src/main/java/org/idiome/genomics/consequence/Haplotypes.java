package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.gene.Difference;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// The changes of one person in one coding sequence, joined where they stand on one copy.
///
/// Changes act together where they touch one codon, or where one changes the reading frame in which
/// the next is read (Danecek & McCarthy 2017, doi:10.1093/bioinformatics/btx100). They are joined
/// only where phase is known; where it is not and joining would make a difference, both readings
/// are given. Pairs are compared, and three that only together keep the frame. For one thread.
public final class Haplotypes {
  private static final int CODON = 3;

  /// More unphased changes of the frame in one transcript are compared in pairs alone.
  private static final int MOST_SHIFTS = 8;

  private final Consequences consequences;

  /// Works on the models of some consequences.
  public Haplotypes(Consequences consequences) {
    this.consequences = consequences;
  }

  /// Some changes of which nobody knows whether they stand on one copy, and it matters.
  ///
  /// @param together what they do on one copy
  /// @param apart what each does alone
  public record PhaseDecides(CopyConsequence together, List<CopyConsequence> apart) {}

  /// What is told.
  ///
  /// @param known for each copy, each change or group of changes that act together
  /// @param open where phase decides
  public record Told(List<CopyConsequence> known, List<PhaseDecides> open) {}

  /// What the changes do to a transcript. Those that are not inside one of its exons, or touch none
  /// of its coding bases, are left out: they act alone.
  public Told of(Transcript transcript, ReferenceSequence sequence, List<CopyChange> changes) {
    if (transcript.coding() == null
        || transcript.difference() != Difference.NONE
        || !consequences.isWhole(transcript, sequence)) {
      return new Told(List.of(), List.of());
    }
    var messenger = consequences.messenger(transcript, sequence);
    var known = new LinkedHashSet<CopyConsequence>();
    for (var group : groups(changes)) {
      known.addAll(new CopyReading(messenger, group).consequences());
    }
    return new Told(List.copyOf(known), open(messenger, changes));
  }

  /// The sets of changes that surely stand on one copy. What stands on every copy is a set of its
  /// own unless each copy has other changes, too.
  private static List<List<CopyChange>> groups(List<CopyChange> changes) {
    var every = changes.stream().filter(one -> one.copy() instanceof Copy.Every).toList();
    var groups = new ArrayList<List<CopyChange>>();
    if (!every.isEmpty() && !haveBothSides(changes)) {
      groups.add(every);
    }
    var sides = new LinkedHashSet<Copy>();
    for (var change : changes) {
      switch (change.copy()) {
        case Copy.Every _ -> {}
        case Copy.Side side -> sides.add(side);
        case Copy.Unknown _ -> {
          var group = new ArrayList<>(every);
          group.add(change);
          groups.add(group);
        }
      }
    }
    for (var side : sides) {
      var group = new ArrayList<>(every);
      changes.stream().filter(one -> one.copy().equals(side)).forEach(group::add);
      groups.add(group);
    }
    return groups;
  }

  private static boolean haveBothSides(List<CopyChange> changes) {
    var sides = new HashMap<String, Integer>();
    for (var change : changes) {
      if (change.copy() instanceof Copy.Side(var set, var side)) {
        var known = sides.putIfAbsent(set, side);
        if (known != null && known != side) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where a change may stand on a transcript, wherever it is rolled.
  ///
  /// @param isKnown whether it is inside one exon at both ends
  /// @param shift by how many bases it shifts the frame, 0 to 2
  private record Span(int from, int to, boolean isKnown, int shift) {
    static Span of(NormalForm form, Transcript transcript) {
      var one = Edit.of(Placement.first(form, transcript), transcript);
      var other = Edit.of(Placement.last(form, transcript), transcript);
      return one == null || other == null
          ? new Span(0, 0, false, 0)
          : new Span(
              Math.min(one.from(), other.from()),
              Math.max(one.to(), other.to()),
              true,
              Math.floorMod(one.delta(), CODON));
    }

    boolean isInFrame() {
      return shift == 0;
    }

    /// Changes that keep the frame act together only in one codon.
    boolean mayActWith(Span other) {
      boolean isFar = from - other.to > CODON || other.from - to > CODON;
      return !(isKnown && other.isKnown && isInFrame() && other.isInFrame() && isFar);
    }
  }

  private static List<PhaseDecides> open(Messenger messenger, List<CopyChange> changes) {
    var open = new ArrayList<PhaseDecides>();
    var known = new HashSet<List<Integer>>();
    var spans = changes.stream().map(one -> Span.of(one.change(), messenger.transcript())).toList();
    for (int i = 0; i < changes.size(); i++) {
      for (int j = i + 1; j < changes.size(); j++) {
        var one = changes.get(i);
        var other = changes.get(j);
        if (one.isPerhapsWith(other) && spans.get(i).mayActWith(spans.get(j))) {
          add(decided(messenger, List.of(one, other), changes), known, open);
        }
      }
    }
    for (int shift = 1; shift < CODON; shift++) {
      for (var three : threes(shift, spans, changes)) {
        add(decided(messenger, three, changes), known, open);
      }
    }
    return open;
  }

  private static void add(
      @Nullable PhaseDecides told, Set<List<Integer>> known, List<PhaseDecides> open) {
    if (told != null && known.add(told.together().members())) {
      open.add(told);
    }
  }

  /// Three changes that shift the frame alike, of which nobody knows whether any two stand on one
  /// copy: two of them leave it shifted, all keep it.
  private static List<List<CopyChange>> threes(
      int shift, List<Span> spans, List<CopyChange> changes) {
    var alike = new ArrayList<CopyChange>();
    for (int i = 0; i < changes.size(); i++) {
      if (spans.get(i).isKnown() && spans.get(i).shift() == shift) {
        alike.add(changes.get(i));
      }
    }
    var threes = new ArrayList<List<CopyChange>>();
    int count = alike.size() > MOST_SHIFTS ? 0 : alike.size();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        for (int k = j + 1; k < count; k++) {
          var one = alike.get(i);
          var other = alike.get(j);
          var third = alike.get(k);
          if (one.isPerhapsWith(other) && one.isPerhapsWith(third) && other.isPerhapsWith(third)) {
            threes.add(List.of(one, other, third));
          }
        }
      }
    }
    return threes;
  }

  /// Some changes with all that surely stands on the copy of any of them.
  private static List<CopyChange> together(List<CopyChange> some, List<CopyChange> changes) {
    return changes.stream()
        .filter(change -> some.contains(change) || some.stream().anyMatch(change::isSurelyWith))
        .toList();
  }

  /// What they do on one copy, where they act together there; else null.
  private static @Nullable PhaseDecides decided(
      Messenger messenger, List<CopyChange> some, List<CopyChange> changes) {
    var group = together(some, changes);
    var ids = some.stream().map(CopyChange::id).toList();
    for (var told : new CopyReading(messenger, group).consequences()) {
      if (told.members().containsAll(ids)) {
        var apart = new ArrayList<CopyConsequence>();
        for (var change : some) {
          var own = group.stream().filter(each -> each.equals(change) || each.isSurelyWith(change));
          apart.addAll(new CopyReading(messenger, own.toList()).consequences());
        }
        return new PhaseDecides(told, apart);
      }
    }
    return null;
  }
}
