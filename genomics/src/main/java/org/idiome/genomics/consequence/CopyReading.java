package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.idiome.genomics.gene.CodingRegion;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normal.NormalForm;
import org.jspecify.annotations.Nullable;

/// Reads one copy of a transcript with all changes that stand on it.
final class CopyReading {
  private final Messenger messenger;
  private final Transcript transcript;
  private final CodingRegion coding;
  private final List<CopyChange> changes;
  private final List<CopyConsequence> told = new ArrayList<>();
  private final List<Placed> cluster = new ArrayList<>();
  private boolean isBehindStop;

  /// Whether a change that is left out overlaps one of those at hand.
  private boolean isOverlapped;

  private record Placed(int id, Edit edit) {}

  /// @param changes all of one copy
  CopyReading(Messenger messenger, List<CopyChange> changes) {
    this.messenger = messenger;
    this.transcript = messenger.transcript();
    this.coding = Objects.requireNonNull(transcript.coding());
    this.changes = changes;
  }

  List<CopyConsequence> consequences() {
    var placed = new ArrayList<Placed>();
    for (var change : changes) {
      var edit = edit(change);
      if (edit != null && edit.touches(coding.start(), coding.end())) {
        placed.add(new Placed(change.id(), edit));
      }
    }
    placed.sort(
        Comparator.<Placed>comparingInt(one -> one.edit().from())
            .thenComparingInt(one -> one.edit().to())
            .thenComparingInt(Placed::id));
    Placed last = null;
    for (var next : placed) {
      if (last != null && isOver(last.edit(), next.edit())) {
        tell(List.of(next), EnumSet.of(Note.OVERLAPS));
        isOverlapped = true;
        continue;
      }
      if (!cluster.isEmpty() && !actsWith(next.edit())) {
        close(next.edit());
      }
      cluster.add(next);
      last = next;
    }
    close(null);
    return told;
  }

  private static boolean isOver(Edit last, Edit next) {
    return next.from() < last.to()
        || (last.isInsertion() && next.isInsertion() && last.from() == next.from());
  }

  /// Where the change lies: last in the direction of the transcript, or first, where it does not
  /// meet another one there. What could only be rolled through bases that another one changes stays
  /// where it was written: at another place of the stretch the copy would be another.
  private @Nullable Edit edit(CopyChange own) {
    var form = own.change();
    var written = Placement.written(own);
    for (var other : changes) {
      if (!other.equals(own) && isInside(Placement.written(other), form)) {
        return Edit.of(written, transcript);
      }
    }
    var last = Placement.last(form, transcript);
    if (meetsNone(last, own)) {
      return Edit.of(last, transcript);
    }
    var first = Placement.first(form, transcript);
    return Edit.of(meetsNone(first, own) ? first : written, transcript);
  }

  private boolean meetsNone(Placement placed, CopyChange own) {
    for (var other : changes) {
      if (!other.equals(own) && meets(placed, Placement.written(other))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a change lies inside the stretch through which another one can be rolled.
  private static boolean isInside(Placement one, NormalForm other) {
    return other.rolls() > 0
        && one.end0() > other.start0()
        && one.start0() < other.start0() + other.rolls() + other.reference().length();
  }

  private static boolean meets(Placement one, Placement other) {
    if (one.isInsertion() && other.isInsertion()) {
      return one.start0() == other.start0();
    }
    return one.start0() < other.end0() && other.start0() < one.end0();
  }

  /// Whether the next change is read otherwise because of those at hand.
  private boolean actsWith(Edit next) {
    var last = cluster.getLast().edit();
    if (lastCodon(last) >= firstCodon(next)) {
      return true;
    }
    return delta() % 3 != 0 && !isStoppedBefore(next);
  }

  private int delta() {
    int delta = 0;
    for (var one : cluster) {
      delta += one.edit().delta();
    }
    return delta;
  }

  private int codon(int inTranscript) {
    return Math.floorDiv(inTranscript - coding.start() - coding.skip(), 3);
  }

  /// What is put in between two bases touches the codons of both.
  private int firstCodon(Edit edit) {
    return codon(edit.isInsertion() ? edit.from() - 1 : edit.from());
  }

  private int lastCodon(Edit edit) {
    return codon(edit.isInsertion() ? edit.from() : edit.to() - 1);
  }

  private ProteinChange change(List<Placed> some) {
    return ProteinReading.of(messenger, edits(some));
  }

  private static List<Edit> edits(List<Placed> some) {
    if (some.size() == 1) {
      return List.of(some.getFirst().edit());
    }
    return some.stream().map(Placed::edit).toList();
  }

  private boolean isStoppedBefore(Edit next) {
    var change = change(cluster);
    return change.isPremature() && change.stopAt() + 3 <= next.from() + delta();
  }

  private void close(@Nullable Edit next) {
    if (cluster.isEmpty()) {
      return;
    }
    var notes = EnumSet.noneOf(Note.class);
    if (isBehindStop) {
      notes.add(Note.BEHIND_STOP);
    }
    if (isOverlapped) {
      notes.add(Note.OVERLAPS);
      isOverlapped = false;
    }
    tell(List.copyOf(cluster), notes);
    isBehindStop |= next != null && isStoppedBefore(next);
    cluster.clear();
  }

  private void tell(List<Placed> some, Set<Note> more) {
    var change = change(some);
    var notes = EnumSet.noneOf(Note.class);
    notes.addAll(change.notes());
    notes.addAll(more);
    told.add(
        new CopyConsequence(
            transcript,
            some.stream().map(Placed::id).toList(),
            change.terms(),
            change.hgvs(),
            change.firstResidue(),
            change.residues(),
            Decay.of(messenger, edits(some), change),
            notes));
  }
}
