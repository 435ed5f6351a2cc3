package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.pharmacogenes.match.Observed;
import org.jspecify.annotations.Nullable;

/// What is known of one position of one person.
public sealed interface Site {
  /// The rows that say so.
  List<Evidence> evidence();

  /// Bases were seen on at least one strand.
  ///
  /// @param strands one for each copy, in the order of the phase set where there is one
  /// @param phaseSet set within which the order holds, apart for each sample; null: not known
  record Seen(List<Strand> strands, @Nullable String phaseSet, List<Evidence> evidence)
      implements Site {
    /// Copies the lists; refuses other than one or two strands.
    public Seen {
      strands = List.copyOf(strands);
      evidence = List.copyOf(evidence);
      if (strands.isEmpty() || strands.size() > 2) {
        throw new IllegalArgumentException(strands.size() + " strands");
      }
    }

    /// Whether both strands show the reference and nothing undocumented.
    public boolean isReference() {
      return strands.stream().allMatch(Strand.REFERENCE::equals);
    }

    /// Whether a base was seen on a strand, and none is known to be deleted: then it was matched.
    public boolean isMatched() {
      return strands.stream().noneMatch(Strand::isDeleted)
          && strands.stream().anyMatch(one -> Integer.bitCount(one.bases()) == 1);
    }

    /// Whether something was seen on one strand, and nothing on the other.
    public boolean isHalf() {
      return strands.contains(Strand.UNKNOWN) && strands.stream().anyMatch(Strand::isKnown);
    }

    /// Texts of the bases that the definition does not have.
    public List<String> undocumented() {
      var texts = new ArrayList<String>();
      for (var strand : strands) {
        var text = strand.undocumented();
        if (text != null && !texts.contains(text)) {
          texts.add(text);
        }
      }
      return texts;
    }

    /// Whether the strands agree, so that phase has nothing to say.
    boolean isHomozygous() {
      return strands.getFirst().equals(strands.getLast());
    }
  }

  /// Nothing that could decide was seen.
  ///
  /// @param detail as found in the file: a filter's name, `GQ 12`
  record NotSeen(Unseen why, String detail, List<Evidence> evidence) implements Site {
    /// Copies the list.
    public NotSeen {
      evidence = List.copyOf(evidence);
    }
  }

  /// What one strand shows.
  ///
  /// @param bases as bits; all bits where the strand was not seen
  /// @param undocumented the change that the definition does not have, or null; another base is
  ///   read as reference, a base that is not there as none that was seen
  record Strand(int bases, @Nullable String undocumented) {
    /// Any base.
    public static final Strand UNKNOWN = new Strand(Observed.ANY, null);

    /// The genome's reference base.
    public static final Strand REFERENCE = new Strand(1, null);

    /// The base is not there: neither the reference nor any that is documented.
    static Strand without(String change) {
      return new Strand(Observed.ANY, change);
    }

    /// Whether the base is not there.
    public boolean isDeleted() {
      return bases == Observed.ANY && undocumented != null;
    }

    /// Whether anything was seen.
    boolean isKnown() {
      return !equals(UNKNOWN);
    }

    /// Whether something else than the reference was seen.
    boolean isAlternate() {
      return isKnown() && !equals(REFERENCE);
    }
  }
}
