package org.idiome.knowledge.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.home.ReleaseCard;
import org.idiome.knowledge.packed.JointNames;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.Attributes;

/// Two releases of one source, claim by claim.
final class ReleasePair {
  private static final String NEGATED = "negated";

  /// A release with its card.
  record Side(ReleaseCard card, PackedRelease packed) {
    String rows(int claim) {
      var rows = new ArrayList<String>();
      for (int line : packed.lines(claim)) {
        rows.add(card.fileName() + ":" + line);
      }
      return String.join(";", rows);
    }
  }

  private final Side before;
  private final Side after;
  private final JointNames names;
  private final List<Integer> removed = new ArrayList<>();
  private final List<Integer> added = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  /// Names of values that both releases have: of others it cannot be said that they changed.
  private final Set<String> shared;

  private int sameBefore = -1;
  private int sameAfter = -1;

  ReleasePair(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.names = JointNames.of(before.packed(), after.packed());
    this.shared = valueNames(before.packed());
    shared.retainAll(valueNames(after.packed()));
    shared.add(NEGATED);
  }

  private static Set<String> valueNames(PackedRelease release) {
    var found = new TreeSet<String>();
    var seen = new java.util.BitSet();
    for (int claim = 0; claim < release.claims(); claim++) {
      int values = release.values(claim);
      if (!seen.get(values)) {
        seen.set(values);
        found.addAll(release.valuesOf(values).values().keySet());
      }
    }
    return found;
  }

  /// Claims of the earlier release that the later one does not make.
  List<Integer> removed() {
    return removed;
  }

  /// Claims of the later release that the earlier one does not make.
  List<Integer> added() {
    return added;
  }

  Side before() {
    return before;
  }

  Side after() {
    return after;
  }

  /// Walks both lists; what is left over on a side stands in [#removed] and [#added].
  List<Change> changes() {
    int i = 0;
    int j = 0;
    while (i < before.packed().claims() || j < after.packed().claims()) {
      int order =
          i == before.packed().claims() ? 1 : j == after.packed().claims() ? -1 : compareKeys(i, j);
      if (order < 0) {
        removed.add(i++);
      } else if (order > 0) {
        added.add(j++);
      } else {
        int toI = endOfKey(before.packed(), i);
        int toJ = endOfKey(after.packed(), j);
        compareValues(i, toI, j, toJ);
        i = toI;
        j = toJ;
      }
    }
    return changes;
  }

  private int compareKeys(int one, int two) {
    var first = before.packed();
    var second = after.packed();
    int order = names.compare(first.subject(one), second.subject(two));
    if (order == 0) {
      order = names.compare(first.predicate(one), second.predicate(two));
    }
    if (order == 0) {
      order = names.compare(first.object(one), second.object(two));
    }
    return order != 0 ? order : names.compare(first.qualifiers(one), second.qualifiers(two));
  }

  private static int endOfKey(PackedRelease release, int from) {
    int to = from + 1;
    while (to < release.claims()
        && release.subject(to) == release.subject(from)
        && release.predicate(to) == release.predicate(from)
        && release.object(to) == release.object(from)
        && release.qualifiers(to) == release.qualifiers(from)) {
      to++;
    }
    return to;
  }

  private void compareValues(int fromI, int toI, int fromJ, int toJ) {
    if (toI - fromI == 1 && toJ - fromJ == 1 && isSame(fromI, fromJ)) {
      return;
    }
    var first = new ArrayList<Integer>();
    for (int i = fromI; i < toI; i++) {
      first.add(i);
    }
    var second = new ArrayList<Integer>();
    for (int j = fromJ; j < toJ; j++) {
      int at = j;
      int twin = indexOf(first, i -> isSame(i, at));
      if (twin >= 0) {
        first.subList(twin, twin + 1).clear();
      } else {
        second.add(j);
      }
    }
    int pairs = Math.min(first.size(), second.size());
    for (int i = 0; i < pairs; i++) {
      changes.add(changed(first.get(i), second.get(i)));
    }
    removed.addAll(first.subList(pairs, first.size()));
    added.addAll(second.subList(pairs, second.size()));
  }

  private static int indexOf(List<Integer> claims, java.util.function.IntPredicate is) {
    for (int i = 0; i < claims.size(); i++) {
      if (is.test(claims.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isSame(int one, int two) {
    int first = before.packed().values(one);
    int second = after.packed().values(two);
    boolean isSameSign = before.packed().isNegated(one) == after.packed().isNegated(two);
    if (isSameSign && first == sameBefore && second == sameAfter) {
      return true;
    }
    if (!isSameSign || !shared(before, one).equals(shared(after, two))) {
      return false;
    }
    sameBefore = first;
    sameAfter = second;
    return true;
  }

  private Map<String, String> shared(Side side, int claim) {
    var values = said(side, claim);
    values.keySet().retainAll(shared);
    return values;
  }

  private static Map<String, String> said(Side side, int claim) {
    var values = new TreeMap<>(side.packed().valuesOf(side.packed().values(claim)).values());
    if (side.packed().isNegated(claim)) {
      values.put(NEGATED, "true");
    }
    return values;
  }

  /// All that a claim says, its polarity among it.
  static Attributes all(Side side, int claim) {
    return Attributes.of(said(side, claim));
  }

  /// The change of a claim that both make; only what differs is said.
  private Change changed(int one, int two) {
    var first = shared(before, one);
    var second = shared(after, two);
    var differing = new HashSet<String>();
    for (var name : shared) {
      if (!java.util.Objects.equals(first.get(name), second.get(name))) {
        differing.add(name);
      }
    }
    first.keySet().retainAll(differing);
    second.keySet().retainAll(differing);
    var claim = after.packed().claim(two);
    return new Change(
        Change.Kind.CHANGED,
        after.card().source(),
        claim.subject(),
        claim.predicate(),
        claim.object(),
        claim.qualifiers(),
        Attributes.of(first),
        Attributes.of(second),
        before.rows(one),
        after.rows(two));
  }

  /// The changes of the values of a claim whose identifiers were replaced; none where they are the
  /// same.
  List<Change> changedBehind(int one, int two) {
    return isSame(one, two) ? List.of() : List.of(changed(one, two));
  }
}
