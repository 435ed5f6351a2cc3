package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/// What several states of a store say of one thing, behind what a backup of it says.
///
/// States that go on from each other agree as far as they go. Where they do not, nobody can say
/// which holds: then whatever was taken back stands, and what was given is in doubt.
///
/// @param <T> what was said, with when
final class Branches<T> {
  private final List<T> base;
  private final BiPredicate<T, T> isSame;
  private final Predicate<T> isTakenBack;
  private final BinaryOperator<T> cleaner;
  private final List<List<T>> ways = new ArrayList<>();
  private final List<T> strays = new ArrayList<>();

  /// @param base what the backup says, in order
  /// @param isSame whether two say the same, be it that words were taken out of one
  /// @param isTakenBack whether it restricts
  /// @param cleaner of two that say the same, that with fewer words
  Branches(
      List<T> base, BiPredicate<T, T> isSame, Predicate<T> isTakenBack, BinaryOperator<T> cleaner) {
    this.base = new ArrayList<>(base);
    this.isSame = isSame;
    this.isTakenBack = isTakenBack;
    this.cleaner = cleaner;
  }

  /// Adds what another state says.
  ///
  /// @param now all of it, in order
  /// @param isEvent whether two are not only the same, but were recorded at one time
  void add(List<T> now, BiPredicate<T, T> isEvent) {
    int common = common(base, now);
    for (int i = 0; i < common; i++) {
      base.set(i, cleaner.apply(base.get(i), now.get(i)));
    }
    var more = now.subList(common, now.size());
    if (common == base.size()) {
      if (!more.isEmpty()) {
        ways.add(List.copyOf(more));
      }
      return;
    }
    // Each row of the backup is one of theirs at most.
    var left = new ArrayList<>(base.subList(common, base.size()));
    for (var said : more) {
      var known = isTakenBack.test(said) ? isEvent : isSame;
      if (!removeFirst(left, said, known)) {
        strays.add(said);
      }
    }
  }

  private static <T> boolean removeFirst(List<T> left, T said, BiPredicate<T, T> known) {
    for (int i = 0; i < left.size(); i++) {
      if (known.test(left.get(i), said)) {
        left.remove(i);
        return true;
      }
    }
    return false;
  }

  /// What the backup says, without the words that another state has taken out.
  List<T> base() {
    return base;
  }

  /// What all say that goes on from it, in order.
  List<T> agreed() {
    var longest = longest();
    if (longest.isEmpty()) {
      return List.of();
    }
    int end = agreed(longest);
    var agreed = new ArrayList<>(longest.getFirst().subList(0, end));
    for (var way : ways) {
      for (int i = 0; i < Math.min(end, way.size()); i++) {
        agreed.set(i, cleaner.apply(agreed.get(i), way.get(i)));
      }
    }
    return agreed;
  }

  /// What only one of several says, each once.
  ///
  /// @param isEvent whether two are one
  List<T> contested(BiPredicate<T, T> isEvent) {
    var longest = longest();
    int end = longest.isEmpty() ? 0 : agreed(longest);
    var all = new ArrayList<T>();
    longest.forEach(way -> all.addAll(way.subList(end, way.size())));
    all.addAll(strays);
    var contested = new ArrayList<T>();
    for (var said : all) {
      if (contested.stream().noneMatch(one -> isEvent.test(one, said))) {
        contested.add(said);
      }
    }
    return contested;
  }

  /// Those that no other goes on from.
  private List<List<T>> longest() {
    var longest = new ArrayList<List<T>>();
    for (var way : ways) {
      if (longest.stream().noneMatch(other -> common(way, other) == way.size())) {
        longest.removeIf(other -> common(way, other) == other.size());
        longest.add(way);
      }
    }
    return longest;
  }

  private int agreed(List<List<T>> longest) {
    var first = longest.getFirst();
    return longest.stream().mapToInt(way -> common(first, way)).min().orElse(0);
  }

  private int common(List<T> one, List<T> other) {
    int end = Math.min(one.size(), other.size());
    for (int i = 0; i < end; i++) {
      if (!isSame.test(one.get(i), other.get(i))) {
        return i;
      }
    }
    return end;
  }
}
