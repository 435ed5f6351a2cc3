package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Genotype;
import org.idiome.core.observation.Call;
import org.jspecify.annotations.Nullable;

/// What one record says of one position.
sealed interface Reading {
  /// Nothing: it speaks of something else.
  record Silent() implements Reading {}

  /// Something, but not which bases are there.
  record Refused(Call call, Unseen why, String detail) implements Reading {}

  /// The bases of each strand.
  ///
  /// @param strands alternates that the record lists, or the reference
  /// @param listed every alternate that the record lists for this position
  /// @param isOpenEnded whether the record also speaks of alternates that it does not list
  record Bases(Call call, List<Site.Strand> strands, Set<Site.Strand> listed, boolean isOpenEnded)
      implements Reading {

    long count(Site.Strand strand) {
      return strands.stream().filter(strand::equals).count();
    }
  }

  /// Reads a record.
  static Reading of(Call call, Target target, Quality least) {
    var changes = new ArrayList<Change>();
    for (var alternate : call.alternates()) {
      changes.add(Change.of(call, alternate, target));
    }
    if (!speaks(changes, call.genotype())) {
      return new Silent();
    }
    if (!call.genotype().isComplete() && hasStructural(changes)) {
      return new Refused(call, Unseen.STRUCTURAL, String.join(",", call.alternates()));
    }
    var refusal = refusal(call, target, least);
    return refusal == null ? bases(call, changes, target) : refusal;
  }

  private static boolean hasStructural(List<Change> changes) {
    return changes.stream().anyMatch(change -> change instanceof Change.Structural);
  }

  /// A structural change, and a deletion over the position, speak unless the genotype says plainly
  /// that they are not there: then nothing is said of the bases inside. Callers of copy numbers
  /// write `./.` beside the number.
  private static boolean speaks(List<Change> changes, Genotype genotype) {
    for (int i = 0; i < changes.size(); i++) {
      boolean isCalled = genotype.count(i + 1) > 0;
      boolean speaks =
          switch (changes.get(i)) {
            case Change.Documented _, Change.Undocumented _ -> true;
            case Change.Structural _, Change.Deleted _ -> isCalled || !genotype.isComplete();
            case Change.Undecided _ -> isCalled;
            case Change.Silent _, Change.AnyOther _ -> false;
          };
      if (speaks) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Refused refusal(Call call, Target target, Quality least) {
    var genotype = call.genotype();
    if (!genotype.isCalled()) {
      return new Refused(call, Unseen.NO_CALL, detail(call, "genotype missing"));
    }
    if (isOfOtherPloidy(genotype, target)) {
      return new Refused(call, Unseen.PLOIDY, genotype.text());
    }
    if (call.state() == Callability.FILTERED) {
      return new Refused(call, Unseen.FILTERED, detail(call, "filter"));
    }
    var lack = least.lack(call.quality());
    if (lack != null) {
      return new Refused(call, lack, Quality.text(lack, call.quality()));
    }
    boolean isHalf = !genotype.isComplete();
    boolean isCall =
        call.state() == Callability.CALLED_VARIANT
            || call.state() == Callability.CALLED_REFERENCE
            || (isHalf && call.state() == Callability.NO_CALL);
    return isCall ? null : new Refused(call, Unseen.NO_CALL, detail(call, call.state().code()));
  }

  /// Whether a genotype has another number of alleles than the contig has copies.
  static boolean isOfOtherPloidy(Genotype genotype, Target target) {
    var name = target.contig().name();
    boolean isAutosome = name.length() <= 2 && name.chars().allMatch(Character::isDigit);
    return genotype.ploidy() > 2 || (isAutosome && genotype.ploidy() != 2);
  }

  private static String detail(Call call, String otherwise) {
    var reason = call.reason();
    return reason == null ? otherwise : reason;
  }

  private static Reading bases(Call call, List<Change> changes, Target target) {
    var listed = new HashSet<Site.Strand>();
    boolean isOpenEnded = false;
    for (var change : changes) {
      isOpenEnded |= change instanceof Change.AnyOther;
      var strand = strand(change, target);
      if (strand != null && strand.isAlternate()) {
        listed.add(strand);
      }
    }
    var strands = new ArrayList<Site.Strand>();
    for (int i = 0; i < call.genotype().ploidy(); i++) {
      if (call.genotype().isMissing(i)) {
        strands.add(Site.Strand.UNKNOWN);
        continue;
      }
      int allele = call.genotype().allele(i);
      var change = allele == 0 ? new Change.Silent() : changes.get(allele - 1);
      var strand = strand(change, target);
      if (strand == null) {
        return refused(call, change);
      }
      strands.add(strand);
    }
    return new Bases(call, List.copyOf(strands), Set.copyOf(listed), isOpenEnded);
  }

  /// What a strand shows that carries a change, or null where that cannot be told.
  private static Site.@Nullable Strand strand(Change change, Target target) {
    return switch (change) {
      case Change.Documented documented -> new Site.Strand(documented.bit(), null);
      case Change.Undocumented other -> new Site.Strand(1, other.text());
      case Change.Deleted deleted ->
          target.isCovered() && deleted.text().equals(Change.Deleted.NOTHING)
              ? Site.Strand.UNKNOWN
              : Site.Strand.without(deleted.text());
      case Change.Silent _ -> Site.Strand.REFERENCE;
      case Change.Structural _, Change.AnyOther _, Change.Undecided _ -> null;
    };
  }

  private static Refused refused(Call call, Change change) {
    return switch (change) {
      case Change.Structural _ ->
          new Refused(call, Unseen.STRUCTURAL, String.join(",", call.alternates()));
      case Change.Undecided _ ->
          new Refused(
              call,
              Unseen.NOT_ALIGNED,
              call.reference() + ">" + String.join(",", call.alternates()));
      default -> new Refused(call, Unseen.NO_CALL, "allele not named");
    };
  }
}
