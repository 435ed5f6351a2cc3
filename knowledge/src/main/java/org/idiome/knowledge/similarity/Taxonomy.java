package org.idiome.knowledge.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What lies above what: concepts numbered from 0 in code-point order of their ids, and for each
/// all that lie above it, with itself.
public final class Taxonomy {
  /// What [#number] answers for a concept that is not there.
  public static final int ABSENT = -1;

  private final String[] ids;
  private final Map<String, Integer> numbers;

  /// `int[concept][place]`: numbers of the concept and of all above it, rising.
  private final int[][] ancestors;

  private Taxonomy(String[] ids, Map<String, Integer> numbers, int[][] ancestors) {
    this.ids = ids;
    this.numbers = numbers;
    this.ancestors = ancestors;
  }

  /// Gathers edges.
  public static final class Builder {
    private final Map<String, SortedSet<String>> parents = new TreeMap<>();

    /// Begins with no concept.
    public Builder() {}

    /// A concept is below another; both are concepts then.
    public Builder add(String child, String parent) {
      parents.computeIfAbsent(child, _ -> new TreeSet<>()).add(parent);
      parents.computeIfAbsent(parent, _ -> new TreeSet<>());
      return this;
    }

    /// The hierarchy of all edges so far.
    ///
    /// @throws IllegalArgumentException where some lie below each other in a circle; it names them
    public Taxonomy build() {
      var ids = parents.keySet().toArray(String[]::new);
      var numbers = new HashMap<String, Integer>();
      for (int i = 0; i < ids.length; i++) {
        numbers.put(ids[i], i);
      }
      var above = new int[ids.length][];
      for (int i = 0; i < ids.length; i++) {
        var own = parents.get(ids[i]);
        above[i] =
            own == null
                ? new int[0]
                : own.stream().mapToInt(id -> numbers.getOrDefault(id, ABSENT)).toArray();
      }
      return new Taxonomy(ids, numbers, closed(ids, above));
    }
  }

  /// All above each, parents before children.
  private static int[][] closed(String[] ids, int[][] parents) {
    var children = new ArrayList<List<Integer>>(ids.length);
    var waiting = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      children.add(new ArrayList<>());
      waiting[i] = parents[i].length;
    }
    for (int i = 0; i < ids.length; i++) {
      for (int parent : parents[i]) {
        children.get(parent).add(i);
      }
    }
    var order = new int[ids.length];
    int known = 0;
    for (int i = 0; i < ids.length; i++) {
      if (waiting[i] == 0) {
        order[known++] = i;
      }
    }
    var ancestors = new int[ids.length][];
    for (int at = 0; at < known; at++) {
      int concept = order[at];
      ancestors[concept] = joined(concept, parents[concept], ancestors);
      for (int child : children.get(concept)) {
        if (--waiting[child] == 0) {
          order[known++] = child;
        }
      }
    }
    if (known < ids.length) {
      throw new IllegalArgumentException("a circle in or above " + inCircle(ids, waiting));
    }
    return ancestors;
  }

  private static int[] joined(int concept, int[] parents, int[][] ancestors) {
    var all = new BitSet();
    all.set(concept);
    for (int parent : parents) {
      for (int ancestor : ancestors[parent]) {
        all.set(ancestor);
      }
    }
    return all.stream().toArray();
  }

  private static List<String> inCircle(String[] ids, int[] waiting) {
    var members = new ArrayList<String>();
    for (int i = 0; i < ids.length; i++) {
      if (waiting[i] > 0) {
        members.add(ids[i]);
      }
    }
    return members;
  }

  /// How many concepts there are.
  public int size() {
    return ids.length;
  }

  /// The number of a concept, or [#ABSENT].
  public int number(String id) {
    return numbers.getOrDefault(id, ABSENT);
  }

  /// The id of a number.
  public String id(int concept) {
    return ids[concept];
  }

  /// How many concepts are the concept or lie above it.
  public int ancestorCount(int concept) {
    return ancestors[concept].length;
  }

  /// Whether a concept is another or lies above it.
  public boolean isAtOrAbove(int above, int concept) {
    return Arrays.binarySearch(ancestors[concept], above) >= 0;
  }

  /// The concept and all above it, rising; for reading alone.
  int[] ancestors(int concept) {
    return ancestors[concept];
  }
}
