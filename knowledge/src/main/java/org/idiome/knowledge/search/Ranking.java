package org.idiome.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// The best way in which each concept was met, and their order. For one thread.
final class Ranking {
  /// A way in which a concept was met.
  ///
  /// @param step within the match; less is better
  private record Way(Concept concept, Match match, int step, MatchedOn on, String text) {
    /// What is met by words of its own stands before what is obsolete, and an obsolete name typed
    /// in full before what is met by the words of a mapped identifier or inside words alone.
    int tier() {
      if (match == Match.FUZZY) {
        return 4;
      }
      if (concept.isObsolete()) {
        return match.compareTo(Match.EXACT_NAME) <= 0 ? 1 : 3;
      }
      return on == MatchedOn.MAPPED_NAME || match.compareTo(Match.INSIDE) >= 0 ? 2 : 0;
    }

    int length() {
      var name = concept.name();
      return name.codePointCount(0, name.length());
    }
  }

  private static final Comparator<Way> BETTER =
      Comparator.comparingInt(Way::tier)
          .thenComparing(Way::match)
          .thenComparingInt(Way::step)
          .thenComparing(Way::on);

  private final Map<Concept, Way> ways = new HashMap<>();
  private final Map<Concept, Long> annotations = new HashMap<>();
  private final ToLongFunction<String> counting;
  private int live;

  /// @param counting how much is said of an identifier; asked only where names are of one length
  Ranking(ToLongFunction<String> counting) {
    this.counting = counting;
  }

  void add(Concept concept, Match match, int step, MatchedOn on, String text) {
    var way = new Way(concept, match, step, on, text);
    var known = ways.get(concept);
    if (known == null) {
      live += concept.isObsolete() ? 0 : 1;
    }
    if (known == null || BETTER.compare(way, known) < 0) {
      ways.put(concept, way);
    }
  }

  /// How many concepts were met.
  int size() {
    return ways.size();
  }

  /// How many of them are not obsolete.
  int live() {
    return live;
  }

  /// The first hits.
  List<Hit> first(int limit) {
    var sorted = new ArrayList<>(ways.values());
    sorted.sort(
        BETTER
            .thenComparingInt(Way::length)
            .thenComparing(Comparator.comparingLong(this::annotations).reversed())
            .thenComparing(way -> way.concept().id()));
    return sorted.stream()
        .limit(limit)
        .map(way -> way.concept().hit(way.match(), way.on(), way.text()))
        .toList();
  }

  private long annotations(Way way) {
    return annotations.computeIfAbsent(
        way.concept(), concept -> counting.applyAsLong(concept.id()));
  }
}
