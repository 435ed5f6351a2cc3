package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The clauses of an expected value, joined by `; `: each is compared by one rule, and none is
/// left.
final class Clauses {
  private final List<String> open;

  Clauses(String value) {
    open =
        value.equals(".")
            ? new ArrayList<>()
            : new ArrayList<>(Arrays.asList(value.split("; ", -1)));
  }

  /// Compares every clause that a pattern matches as a whole.
  Clauses like(String pattern, Consumer<MatchResult> compare) {
    var whole = Pattern.compile(pattern);
    for (var clause : List.copyOf(open)) {
      var matcher = whole.matcher(clause);
      if (matcher.matches()) {
        compare.accept(matcher.toMatchResult());
        open.remove(clause);
      }
    }
    return this;
  }

  /// Fails where a clause was compared by nothing.
  void end() {
    assertThat(open).as("clauses that nothing compares").isEmpty();
  }

  /// Holds a number to a printed one: equal as far as it is printed.
  static void holds(double actual, String printed) {
    var number = new BigDecimal(printed);
    double half = 0.5 * StrictMath.pow(10, -number.scale());
    assertThat(actual)
        .isCloseTo(number.doubleValue(), org.assertj.core.data.Offset.offset(half * 1.000001));
  }
}
