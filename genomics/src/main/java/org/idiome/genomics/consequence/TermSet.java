package org.idiome.genomics.consequence;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Some terms, the most severe first; one object for each choice of them. Immutable; for any number
/// of threads.
public final class TermSet extends AbstractSet<Term> {
  private static final Map<Long, TermSet> KNOWN = new ConcurrentHashMap<>();

  private final long bits;
  private final List<Term> terms;
  private final String text;

  private TermSet(long bits) {
    this.bits = bits;
    this.terms = Arrays.stream(Term.values()).filter(term -> (bits & bit(term)) != 0).toList();
    this.text = terms.stream().map(Term::code).collect(Collectors.joining("&"));
  }

  /// Within one process; kept nowhere.
  @SuppressWarnings("EnumOrdinal")
  private static long bit(Term term) {
    return 1L << term.ordinal();
  }

  /// The set of some terms.
  public static TermSet of(Set<Term> some) {
    if (some instanceof TermSet known) {
      return known;
    }
    long bits = 0;
    for (var term : some) {
      bits |= bit(term);
    }
    var known = KNOWN.get(bits);
    return known == null ? KNOWN.computeIfAbsent(bits, TermSet::new) : known;
  }

  /// The names of the terms with `&` between.
  public String text() {
    return text;
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof Term term && (bits & bit(term)) != 0;
  }

  @Override
  public Iterator<Term> iterator() {
    return terms.iterator();
  }

  @Override
  public int size() {
    return terms.size();
  }
}
