package org.idiome.genomics.simulated;

/// Random numbers that are functions of a seed and counters: no order of asking changes them.
///
/// The mixing function is that of SplitMix64 (Steele, Lea and Flood 2014,
/// doi:10.1145/2660193.2660195).
record Draws(long seed) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  /// 64 random bits.
  long bits(long first, long second) {
    return mix(mix(seed + GOLDEN * (first + 1)) + GOLDEN * (second + 1));
  }

  /// From 0 to below 1.
  double unit(long first, long second) {
    return (bits(first, second) >>> 11) * UNIT;
  }

  /// From 0 to below `end`.
  int below(int end, long first, long second) {
    return (int) (unit(first, second) * end);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
