package org.idiome.knowledge.home;

import java.util.Comparator;

/// Which of two releases of a source is the newer one: by the publisher's date where both have one
/// and they differ, else by when they were imported.
final class ReleaseOrder {
  /// By source, then from old to new; the hash settles what is left.
  static final Comparator<Release> OLD_TO_NEW =
      Comparator.comparing((Release release) -> release.card().source())
          .thenComparing(ReleaseOrder::byAge)
          .thenComparing(release -> release.card().published());

  private ReleaseOrder() {}

  private static int byAge(Release one, Release two) {
    var first = one.card().statement().date();
    var second = two.card().statement().date();
    int byDate = first == null || second == null ? 0 : first.compareTo(second);
    return byDate != 0 ? byDate : one.card().imported().compareTo(two.card().imported());
  }
}
