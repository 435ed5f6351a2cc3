package org.idiome.genomics.vcf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteDictionary;

/// Texts of FILTER and FT, each looked at once.
///
/// `PASS` passed, `.` means that no filter was applied: neither passed nor failed. Anything else
/// failed, also what is not written well.
final class Filters {
  /// `.`: no filter was applied.
  static final Verdict NOT_APPLIED = new Verdict(".", false, false, List.of(), false);

  private static final int MOST_TEXTS = 100_000;

  private final ByteDictionary texts = new ByteDictionary();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<String> reported = new LinkedHashSet<>();
  private final Set<String> defined;
  private final Diagnostics diagnostics;

  /// The text that was read before: most are the same.
  private int last = ByteDictionary.ABSENT;

  /// What a text says.
  ///
  /// @param names the filters that failed; empty where it passed or none was applied
  record Verdict(
      String text, boolean isPass, boolean isApplied, List<String> names, boolean isOdd) {
    boolean isFailed() {
      return !names.isEmpty();
    }
  }

  Filters(Set<String> defined, Diagnostics diagnostics) {
    this.defined = defined;
    this.diagnostics = diagnostics;
  }

  /// Reads a text; an odd one is reported each time, an undefined name once.
  Verdict read(byte[] bytes, int start, int end) {
    boolean isAsLast = last != ByteDictionary.ABSENT && texts.is(last, bytes, start, end);
    int id = isAsLast ? last : texts.find(bytes, start, end);
    last = id;
    Verdict verdict;
    if (id == ByteDictionary.ABSENT) {
      verdict = verdict(Ascii.text(bytes, start, end));
      if (texts.size() < MOST_TEXTS) {
        texts.add(bytes, start, end);
        verdicts.add(verdict);
      }
      reportUndefined(verdict, start, end);
    } else {
      verdict = verdicts.get(id);
    }
    if (verdict.isOdd()) {
      diagnostics.add(ProblemCode.VCF_FILTER, start, end);
    }
    return verdict;
  }

  private void reportUndefined(Verdict verdict, int start, int end) {
    for (var name : verdict.names()) {
      if (!defined.contains(name) && reported.size() < MOST_TEXTS && reported.add(name)) {
        diagnostics.add(ProblemCode.VCF_NOT_DEFINED, start, end, "key", "FILTER " + name);
      }
    }
  }

  static Verdict verdict(String text) {
    if (text.equals("PASS")) {
      return new Verdict(text, true, true, List.of(), false);
    }
    if (text.equals(".")) {
      return NOT_APPLIED;
    }
    boolean isOdd = false;
    var names = new LinkedHashSet<String>();
    for (var name : text.split(";", -1)) {
      boolean isNoName = name.isEmpty() || name.equals(".") || name.equals("PASS");
      boolean isBad = isNoName || name.equals("0") || name.indexOf(' ') >= 0;
      isOdd |= isBad;
      if (!isNoName && !names.add(name)) {
        isOdd = true;
      }
    }
    if (names.isEmpty()) {
      // `PASS;` or an empty text: nobody can tell, so it is not taken for passed.
      names.add(text.isEmpty() ? "(empty)" : text);
    }
    return new Verdict(text, false, true, List.copyOf(names), isOdd);
  }
}
