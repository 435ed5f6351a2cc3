package org.idiome.knowledge.packed;

/// The names of two releases in one order.
public final class JointNames {
  private final int[] first;
  private final int[] second;

  private JointNames(int[] first, int[] second) {
    this.first = first;
    this.second = second;
  }

  /// Merges the names of two releases.
  public static JointNames of(PackedRelease one, PackedRelease two) {
    var first = new int[one.names()];
    var second = new int[two.names()];
    int i = 0;
    int j = 0;
    for (int place = 0; i < first.length || j < second.length; place++) {
      int order = i == first.length ? 1 : j == second.length ? -1 : one.compareName(i, two, j);
      if (order <= 0) {
        first[i++] = place;
      }
      if (order >= 0) {
        second[j++] = place;
      }
    }
    return new JointNames(first, second);
  }

  /// Which comes first: a name of the one release, or a name of the other; 0 where they are one.
  public int compare(int ofFirst, int ofSecond) {
    return Integer.compare(first[ofFirst], second[ofSecond]);
  }
}
