package org.idiome.care.pharmacogenes.observe;

import org.idiome.core.genome.Allele;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.genomics.normal.Spelling;

/// What one alternate of a record means for one position.
sealed interface Change {
  /// The alternate that the definition has.
  ///
  /// @param bit of the alternate among the bases of the position
  record Documented(int bit) implements Change {}

  /// Something else at the position.
  ///
  /// @param text as `REF>ALT` of the record
  record Undocumented(String text) implements Change {}

  /// The base of the position is not there: deleted or replaced by other bases than one for one.
  ///
  /// @param text `*` where nothing stands in its place, else `REF>ALT` of the record
  record Deleted(String text) implements Change {
    /// Nothing stands in its place.
    static final String NOTHING = "*";
  }

  /// Nothing about the position.
  record Silent() implements Change {}

  /// A symbolic or breakend allele over the position.
  record Structural() implements Change {}

  /// `<*>` or `<NON_REF>`: any base that was not named.
  record AnyOther() implements Change {}

  /// Perhaps the documented alternate, in an alignment that cannot be compared here.
  record Undecided() implements Change {}

  /// What an alternate of a record means for a position.
  static Change of(Call call, String alternate, Target target) {
    if (alternate.equals("*")) {
      return covers(call, target) ? new Deleted(Deleted.NOTHING) : new Silent();
    }
    if (alternate.equals("<*>") || alternate.equals("<NON_REF>")) {
      return new AnyOther();
    }
    if (!alternate.chars().allMatch(c -> "ACGTN".indexOf(c) >= 0)) {
      return event(call).overlaps(target.locus()) ? new Structural() : new Silent();
    }
    if (alternate.equals(call.reference())) {
      return new Silent();
    }
    return target.isSubstitution()
        ? ofBase(call, alternate, target)
        : ofIndel(call, alternate, target);
  }

  private static Allele trimmed(Call call, String alternate, Target target) {
    return Allele.of(
        target.build(), target.contig(), call.locus().position1(), call.reference(), alternate);
  }

  /// A symbolic event begins behind the base that its record stands on; a breakend has only that.
  private static Locus event(Call call) {
    var whole = call.locus();
    return whole.end0() <= whole.start0() + 1
        ? whole
        : new Locus(whole.build(), whole.contig(), whole.start0() + 1, whole.end0());
  }

  private static boolean covers(Call call, Target target) {
    int start = call.locus().start0();
    int end = start + call.reference().length();
    return start < Math.max(target.end0(), target.first0() + 1) && target.first0() < end;
  }

  private static Change ofBase(Call call, String alternate, Target target) {
    var change = trimmed(call, alternate, target);
    if (!target.isTouchedBy(change)) {
      return new Silent();
    }
    if (change.alternate().isEmpty()) {
      return new Deleted(Deleted.NOTHING);
    }
    if (change.alternate().length() != change.reference().length()) {
      return new Deleted(call.reference() + ">" + alternate);
    }
    int at = target.first0() - change.start0();
    char base = change.alternate().charAt(at);
    if (base == 'N') {
      return new Undecided();
    }
    if (base == change.reference().charAt(at)) {
      return new Silent();
    }
    for (int i = 0; i < target.changes().size(); i++) {
      if (target.changes().get(i).alternate().charAt(0) == base) {
        return new Documented(1 << (i + 1));
      }
    }
    return new Undocumented(call.reference() + ">" + alternate);
  }

  private static Change ofIndel(Call call, String alternate, Target target) {
    var spelling = new Spelling(call.locus().start0(), call.reference(), alternate);
    boolean isUndecided = alternate.contains("N");
    for (int i = 0; i < target.alternates().size(); i++) {
      var documented =
          new Spelling(target.locus().start0(), target.reference(), target.alternates().get(i));
      switch (spelling.compare(documented)) {
        case SAME -> {
          return new Documented(1 << (i + 1));
        }
        case CANNOT_TELL -> isUndecided = true;
        case DIFFERENT -> {}
      }
    }
    if (isUndecided) {
      return new Undecided();
    }
    var change = trimmed(call, alternate, target);
    if (!target.isTouchedBy(change)) {
      return new Silent();
    }
    var text = call.reference() + ">" + alternate;
    boolean isShorter = change.alternate().length() < change.reference().length();
    return isShorter && target.loses(change) ? new Deleted(text) : new Undocumented(text);
  }
}
