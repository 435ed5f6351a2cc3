package org.idiome.genomics.liftover;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What became of the records of a file. For one thread.
public final class LiftoverTally {
  private final Map<Unlifted, Long> refused = new EnumMap<>(Unlifted.class);
  private long read;
  private long lifted;
  private long reversed;
  private long exchanged;
  private long unphased;
  private long parts;
  private long lostBases;

  LiftoverTally() {}

  void read() {
    read++;
  }

  void refused(Unlifted reason) {
    refused.merge(reason, 1L, Long::sum);
  }

  void lifted(Told.Written first) {
    lifted++;
    reversed += first.isReversed() ? 1 : 0;
    exchanged += first.exchanged() >= 0 ? 1 : 0;
    unphased += first.isHome() ? 0 : 1;
  }

  /// @param lost bases of a block that are in none of its parts
  void parts(int more, long lost) {
    parts += more;
    lostBases += lost;
  }

  /// Records that could be read.
  public long records() {
    return read;
  }

  /// Records that have a place on the target.
  public long lifted() {
    return lifted;
  }

  /// Of these, those on the other strand.
  public long reversed() {
    return reversed;
  }

  /// Of these, those whose reference and an alternate have changed places.
  public long exchanged() {
    return exchanged;
  }

  /// Of these, those that come to lie on another molecule and lost their phase.
  public long unphased() {
    return unphased;
  }

  /// Parts in which blocks of reference were written.
  public long parts() {
    return parts;
  }

  /// Bases of these blocks that are in no part.
  public long lostBases() {
    return lostBases;
  }

  /// Records without a place, by reason.
  public Map<Unlifted, Long> refused() {
    return Collections.unmodifiableMap(refused);
  }

  /// How many have none.
  public long refusedCount() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many have none for a reason.
  public long count(Unlifted reason) {
    return refused.getOrDefault(reason, 0L);
  }
}
