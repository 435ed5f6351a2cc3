package org.idiome.profile.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.idiome.core.finding.Finding;
import org.jspecify.annotations.Nullable;

/// A finding that is not what it was.
///
/// @param before null where it is new
/// @param after null where it is gone
public record Change(Kind kind, @Nullable Finding before, @Nullable Finding after) {

  /// What is different; of several the first.
  public enum Kind {
    /// It was not there.
    NEW,
    /// It is no longer there.
    GONE,
    /// Found, excluded or not assessed.
    STATE,
    /// The same state with another value, limit or reason.
    VALUE,
    /// Only how well it is supported.
    STRENGTH,
    /// Only what to do about it.
    ADVICE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What changed between the findings of two runs, sorted by key. A finding that is known under
  /// the key of before as an alias is the same finding.
  public static List<Change> between(List<Finding> before, List<Finding> after) {
    var old = new HashMap<String, Finding>();
    before.forEach(one -> old.put(one.key().text(), one));
    var met = new HashSet<String>();
    var changes = new ArrayList<Change>();
    for (var one : after) {
      var was = find(one, old);
      if (was != null) {
        met.add(was.key().text());
      }
      var kind = kind(was, one);
      if (kind != null) {
        changes.add(new Change(kind, was, one));
      }
    }
    for (var one : before) {
      if (!met.contains(one.key().text())) {
        changes.add(new Change(Kind.GONE, one, null));
      }
    }
    changes.sort(java.util.Comparator.comparing(Change::key));
    return changes;
  }

  private static @Nullable Finding find(Finding one, HashMap<String, Finding> old) {
    var was = old.get(one.key().text());
    for (var alias : one.aliases()) {
      was = was == null ? old.get(alias) : was;
    }
    return was;
  }

  private static @Nullable Kind kind(@Nullable Finding was, Finding is) {
    if (was == null) {
      return Kind.NEW;
    }
    if (!was.state().code().equals(is.state().code())) {
      return Kind.STATE;
    }
    if (!was.state().equals(is.state())) {
      return Kind.VALUE;
    }
    if (!Objects.equals(was.strength(), is.strength())) {
      return Kind.STRENGTH;
    }
    return Objects.equals(was.advice(), is.advice()) ? null : Kind.ADVICE;
  }

  /// Whether two runs say the same of a key; also where neither says anything.
  public static boolean isSame(@Nullable Finding one, @Nullable Finding other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return kind(one, other) == null;
  }

  /// The finding as it is, or as it was where it is gone.
  public Finding shown() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /// Its key.
  public String key() {
    return shown().key().text();
  }
}
