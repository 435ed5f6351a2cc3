package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.idiome.knowledge.pharmacogene.NaturalOrder;

/// How alleles and pairs of them are printed.
final class Names {
  /// Strands: the reference allele first, then those with fewer names, then natural order.
  private static final Comparator<List<String>> STRANDS =
      Comparator.<List<String>>comparingInt(List::size)
          .thenComparing(names -> String.join(" + ", names), NaturalOrder.NAMES);

  private Names() {}

  /// A suballele's name cut to that of its core allele: `*45` of `*45.001`.
  static String core(String name) {
    int dot = name.indexOf('.');
    boolean isStar =
        dot > 1
            && name.charAt(0) == '*'
            && name.substring(1, dot).chars().allMatch(Names::isDigit)
            && dot + 1 < name.length()
            && name.substring(dot + 1).chars().allMatch(Names::isDigit);
    return isStar ? name.substring(0, dot) : name;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// Two names in natural order.
  static String pair(String one, String two) {
    return NaturalOrder.NAMES.compare(one, two) <= 0 ? one + "/" + two : two + "/" + one;
  }

  /// Two strands with any number of names each; none is the reference allele.
  static String strands(List<String> one, List<String> two, String reference) {
    var strands = new ArrayList<>(List.of(sorted(one), sorted(two)));
    strands.sort(STRANDS);
    return strand(strands.getFirst(), reference) + "/" + strand(strands.getLast(), reference);
  }

  private static String strand(List<String> names, String reference) {
    return switch (names.size()) {
      case 0 -> reference;
      case 1 -> names.getFirst();
      default -> "[" + String.join(" + ", names) + "]";
    };
  }

  /// Names in natural order.
  static List<String> sorted(List<String> names) {
    return names.stream().sorted(NaturalOrder.NAMES).toList();
  }
}
