package org.idiome.knowledge.diff;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;

/// Compares two sets of releases.
public final class SnapshotDiff {
  private final Replacements earlier;
  private final Replacements later;
  private final List<Change> changes = new ArrayList<>();

  private SnapshotDiff(Replacements earlier, Replacements later) {
    this.earlier = earlier;
    this.later = later;
  }

  /// What the later releases say otherwise than the earlier, sorted by [Change#ORDER]. A source
  /// that only one of the two has is all added or all removed.
  public static List<Change> compare(Collection<Release> before, Collection<Release> after)
      throws IOException {
    var opened = new ArrayList<PackedRelease>();
    try {
      var first = open(before, opened);
      int count = opened.size();
      var second = open(after, opened);
      var diff =
          new SnapshotDiff(
              Replacements.of(opened.subList(0, count)),
              Replacements.of(opened.subList(count, opened.size())));
      diff.compare(first, second);
      diff.changes.sort(Change.ORDER);
      return List.copyOf(diff.changes);
    } finally {
      opened.forEach(PackedRelease::close);
    }
  }

  private static Map<String, ReleasePair.Side> open(
      Collection<Release> releases, List<PackedRelease> opened) throws IOException {
    var sides = new TreeMap<String, ReleasePair.Side>();
    for (var release : releases) {
      var packed = release.open();
      opened.add(packed);
      sides.put(release.card().source(), new ReleasePair.Side(release.card(), packed));
    }
    return sides;
  }

  private void compare(Map<String, ReleasePair.Side> before, Map<String, ReleasePair.Side> after) {
    before.forEach((source, side) -> {
      var other = after.get(source);
      if (other == null) {
        for (int claim = 0; claim < side.packed().claims(); claim++) {
          changes.add(removed(side, claim));
        }
      } else if (!side.card().equals(other.card())) {
        compare(new ReleasePair(side, other));
      }
    });
    after.forEach((source, side) -> {
      if (!before.containsKey(source)) {
        for (int claim = 0; claim < side.packed().claims(); claim++) {
          changes.add(added(side, claim));
        }
      }
    });
  }

  private void compare(ReleasePair pair) {
    changes.addAll(pair.changes());
    var byKey = new HashMap<Key, Deque<Integer>>();
    var matched = new HashSet<Integer>();
    if (!earlier.isEmpty() || !later.isEmpty()) {
      for (int claim : pair.added()) {
        var key = Key.of(pair.after().packed().claim(claim), later, later);
        byKey.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(claim);
      }
    }
    for (int claim : pair.removed()) {
      var was = pair.before().packed().claim(claim);
      var twins = byKey.get(Key.of(was, earlier, later));
      if (twins == null || twins.isEmpty()) {
        changes.add(removed(pair.before(), claim));
      } else {
        int twin = twins.removeFirst();
        matched.add(twin);
        changes.add(identifier(pair, claim, twin));
        changes.addAll(pair.changedBehind(claim, twin));
      }
    }
    for (int claim : pair.added()) {
      if (!matched.contains(claim)) {
        changes.add(added(pair.after(), claim));
      }
    }
  }

  /// A claim by what its identifiers lead to: those of the earlier snapshot first in it, and then,
  /// as those of the later one, in the later.
  private record Key(String subject, String predicate, String object, Attributes qualifiers) {
    static Key of(Claim claim, Replacements first, Replacements second) {
      return new Key(
          second.follow(first.follow(claim.subject())),
          claim.predicate(),
          second.follow(first.follow(claim.object())),
          claim.qualifiers());
    }
  }

  private static Change removed(ReleasePair.Side side, int claim) {
    var was = side.packed().claim(claim);
    return new Change(
        Change.Kind.REMOVED,
        side.card().source(),
        was.subject(),
        was.predicate(),
        was.object(),
        was.qualifiers(),
        ReleasePair.all(side, claim),
        Attributes.NONE,
        side.rows(claim),
        "");
  }

  private static Change added(ReleasePair.Side side, int claim) {
    var is = side.packed().claim(claim);
    return new Change(
        Change.Kind.ADDED,
        side.card().source(),
        is.subject(),
        is.predicate(),
        is.object(),
        is.qualifiers(),
        Attributes.NONE,
        ReleasePair.all(side, claim),
        "",
        side.rows(claim));
  }

  private static Change identifier(ReleasePair pair, int before, int after) {
    var was = pair.before().packed().claim(before);
    var is = pair.after().packed().claim(after);
    var first = new TreeMap<String, String>();
    var second = new TreeMap<String, String>();
    if (!was.subject().equals(is.subject())) {
      first.put("subject", was.subject());
      second.put("subject", is.subject());
    }
    if (!was.object().equals(is.object())) {
      first.put("object", was.object());
      second.put("object", is.object());
    }
    return new Change(
        Change.Kind.IDENTIFIER,
        pair.after().card().source(),
        is.subject(),
        is.predicate(),
        is.object(),
        is.qualifiers(),
        Attributes.of(first),
        Attributes.of(second),
        pair.before().rows(before),
        pair.after().rows(after));
  }
}
