package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.genomics.contig.Contigs;
import org.jspecify.annotations.Nullable;

/// What a chain file says: for every base of its source the place on its target. Immutable, for any
/// number of threads.
public final class Chains {
  private final SortedMap<String, ChainContig> sources;
  private final SortedMap<String, Integer> targets;
  private final Map<String, String> homes = new HashMap<>();

  /// @param targets lengths of the contigs that are led to
  Chains(SortedMap<String, ChainContig> sources, SortedMap<String, Integer> targets) {
    this.sources = new TreeMap<>(sources);
    this.targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    findHomes();
  }

  private void findHomes() {
    var most = new HashMap<String, Long>();
    for (var source : sources.values()) {
      var covered = new HashMap<String, Long>();
      for (int block = 0; block < source.size(); block++) {
        long bases = (long) source.end0(block) - source.start0(block);
        covered.merge(source.chain(block).target(), bases, Long::sum);
      }
      covered.forEach((target, bases) -> {
        if (bases > most.getOrDefault(target, 0L)) {
          most.put(target, bases);
          homes.put(target, source.name());
        }
      });
    }
  }

  /// A contig of the source by its name, or by another name of the same sequence where its length
  /// is that of a build; null where there is none.
  @Nullable ChainContig source(String name) {
    var own = sources.get(name);
    if (own != null) {
      return own;
    }
    var known = Contigs.named(name);
    for (var other : sources.values()) {
      var same = new ArrayList<>(Contigs.named(other.name()));
      same.retainAll(known);
      if (same.stream().anyMatch(one -> one.lengthBases() == other.lengthBases())) {
        return other;
      }
    }
    return null;
  }

  /// All contigs of the source, by name.
  Collection<ChainContig> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }

  /// The lengths of the contigs of the target, by name.
  SortedMap<String, Integer> targets() {
    return targets;
  }

  /// Whether most of a target contig comes of a source contig: what comes of others lies on another
  /// molecule.
  boolean isHome(ChainContig source, Chain chain) {
    return source.name().equals(homes.get(chain.target()));
  }
}
