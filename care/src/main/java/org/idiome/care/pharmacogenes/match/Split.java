package org.idiome.care.pharmacogenes.match;

/// One way in which variants can lie on two strands.
public record Split(StrandCall first, StrandCall second) {
  /// Nothing on either strand.
  static final Split NOTHING = new Split(StrandCall.NOTHING, StrandCall.NOTHING);

  /// Whether exchanging the strands changes nothing.
  boolean isEven() {
    return first.equals(second);
  }

  Split exchanged() {
    return new Split(/* first= */ second, /* second= */ first);
  }

  Split and(Split other) {
    return new Split(first.and(other.first), second.and(other.second));
  }

  /// How much of what was seen this split leaves without a name, and how many names it needs.
  int cost() {
    int nameless =
        first.unexplained().size()
            + second.unexplained().size()
            + first.overruled().size()
            + second.overruled().size();
    int names = first.alleles().size() + second.alleles().size();
    return nameless * 1000 + names;
  }
}
