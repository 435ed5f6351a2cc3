package org.idiome.care.pharmacogenes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.idiome.knowledge.pharmacogene.Activity;
import org.idiome.knowledge.pharmacogene.AlleleFunction;
import org.jspecify.annotations.Nullable;

/// How an answer stands to those that data not seen could still make true.
enum Bound {
  /// The activity may be lower: the phenotype is the best case.
  AT_BEST,
  /// The activity may be higher.
  AT_LEAST,
  /// It may be lower or higher.
  POSSIBLY;

  /// The name in lower case.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The bound of what a source concludes, or null where nothing unsettled could change it.
  static @Nullable Bound of(GeneAnswer.Called answer, String source, EngineRules rules) {
    boolean lower = false;
    boolean higher = false;
    for (var group : answer.unsettled()) {
      if (!group.changes(source, answer.deciding())) {
        continue;
      }
      for (var one : answer.deciding()) {
        int order = compare(group.calls().get(source), one.calls().get(source), rules);
        lower |= order <= 0;
        higher |= order > 0 || order == MIXED;
      }
    }
    return lower && higher ? POSSIBLY : lower ? AT_BEST : higher ? AT_LEAST : null;
  }

  private static final int MIXED = Integer.MIN_VALUE;

  /// Negative where the other may be lower, as it may where its function is not known; positive
  /// where it is higher, [#MIXED] where one strand does more and the other less.
  private static int compare(
      @Nullable SourceCall other, @Nullable SourceCall one, EngineRules rules) {
    if (!(other instanceof SourceCall.Concluded theirs)
        || !(one instanceof SourceCall.Concluded ours)) {
      return -1;
    }
    var a = functions(theirs);
    var b = functions(ours);
    boolean less = false;
    boolean more = false;
    a.sort(order(rules));
    b.sort(order(rules));
    for (int i = 0; i < a.size(); i++) {
      if (!rules.level(a.get(i)).isComparable() || !rules.level(b.get(i)).isComparable()) {
        return -1;
      }
      int order = order(rules).compare(a.get(i), b.get(i));
      less |= order < 0;
      more |= order > 0;
    }
    return less && more ? MIXED : more ? 1 : -1;
  }

  private static List<AlleleFunction> functions(SourceCall.Concluded call) {
    return new ArrayList<>(List.of(call.call().first(), call.call().second()));
  }

  /// Less activity first: by function, then by the value that the source gives.
  static Comparator<AlleleFunction> order(EngineRules rules) {
    return Comparator.<AlleleFunction, BigDecimal>comparing(one -> rules.level(one).value())
        .thenComparing(Bound::value);
  }

  private static BigDecimal value(AlleleFunction function) {
    return function.activity() instanceof Activity.Scored scored ? scored.value() : BigDecimal.ZERO;
  }
}
