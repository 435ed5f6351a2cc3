package org.idiome.care.pharmacogenes.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must hold for any table and any person (A8).
class MatchingPropertiesTest {
  private static final int REF = 1;

  @Test
  void addingAReferenceCallNeverEnlargesTheConsistentSet() {
    Cases.check(
        "adding a reference call never enlarges the consistent set",
        made -> {
          var table = table(made);
          var before = new Sites(made, table);
          var missing = before.missing();
          if (missing.isEmpty()) {
            return;
          }
          int position = made.oneOf(missing);
          var after = before.with(position, REF, REF, null);
          assertThat(consistent(table, after.build()))
              .isSubsetOf(consistent(table, before.build()));
        });
  }

  @Test
  void phasingNeverEnlargesTheConsistentSet() {
    Cases.check(
        "phasing never enlarges the consistent set",
        made -> {
          var table = table(made);
          var unphased = new Sites(made, table);
          var phased = unphased.phased(made);
          assertThat(consistent(table, phased.build()))
              .isSubsetOf(consistent(table, unphased.build()));
        });
  }

  @Test
  void theTruthIsAlwaysAmongTheConsistent() {
    Cases.check(
        "the truth is always among the consistent",
        made -> {
          var table = table(made);
          var sites = new Sites(made, table);
          assertThat(consistent(table, sites.build())).contains(sites.truth);
        });
  }

  /// By brute force over all strands, as the peer does it.
  @Test
  void agreesWithTheEnumerationOfAllStrands() {
    Cases.check(
        "agrees with the enumeration of all strands",
        made -> {
          var table = table(made);
          var observed = new Sites(made, table).build();
          assertThat(consistent(table, observed)).isEqualTo(enumerated(table, observed));
        });
  }

  private static SortedSet<String> consistent(Definition table, Observed observed) {
    var bases = new int[table.positions()];
    Arrays.fill(bases, 3);
    var matching = Matching.of(table, observed, bases);
    var all = new TreeSet<String>();
    matching.best().forEach(pair -> all.add(pair.first() + "/" + pair.second()));
    matching.others().forEach(pair -> all.add(pair.first() + "/" + pair.second()));
    return all;
  }

  private static SortedSet<String> enumerated(Definition table, Observed observed) {
    var all = new TreeSet<String>();
    for (int choice = 0; choice < 1 << observed.blocks(); choice++) {
      for (int a = 0; a < table.alleles(); a++) {
        for (int b = a; b < table.alleles(); b++) {
          if (fits(table, observed, a, choice, false) && fits(table, observed, b, choice, true)) {
            all.add(a + "/" + b);
          }
        }
      }
    }
    return all;
  }

  private static boolean fits(
      Definition table, Observed observed, int allele, int choice, boolean isSecond) {
    for (int position = 0; position < table.positions(); position++) {
      int block = observed.block(position);
      boolean crossed = block != Observed.NO_BLOCK && (choice >> block & 1) == 1;
      int seen = observed.strand(position, isSecond != crossed);
      if ((seen & table.admitted(allele, position)) == 0) {
        return false;
      }
    }
    return true;
  }

  /// A table of up to seven alleles and six positions with up to three bases, wobbles and blanks.
  private static Definition table(Made made) {
    int alleles = made.between(1, 7);
    int positions = made.between(1, 6);
    var stated = new int[alleles * positions];
    for (int cell = 0; cell < stated.length; cell++) {
      stated[cell] = cell < positions ? 1 << made.between(0, 1) : made.oneOf(CELLS);
    }
    return new Definition(alleles, positions, 0, stated);
  }

  private static final List<Integer> CELLS = List.of(0, 0, 0, 1, 2, 4, 3, 6);

  /// A person made from two alleles of a table.
  private static final class Sites {
    private final int[] first;
    private final int[] second;
    private final @Nullable String[] phase;
    private final String truth;

    Sites(Made made, Definition table) {
      first = new int[table.positions()];
      second = new int[table.positions()];
      phase = new @Nullable String[table.positions()];
      int a = made.between(0, table.alleles() - 1);
      int b = made.between(0, table.alleles() - 1);
      truth = Math.min(a, b) + "/" + Math.max(a, b);
      for (int position = 0; position < first.length; position++) {
        first[position] = base(made, table.admitted(a, position));
        second[position] = base(made, table.admitted(b, position));
        switch (made.between(0, 9)) {
          case 0, 1 -> {
            first[position] = Observed.ANY;
            second[position] = Observed.ANY;
          }
          case 2 -> second[position] = Observed.ANY;
          default -> phase[position] = made.coin() ? null : "set " + made.between(1, 2);
        }
      }
    }

    private static int base(Made made, int admitted) {
      var bases = new ArrayList<Integer>();
      for (int bit = 1; bit <= 4; bit <<= 1) {
        if ((admitted & bit) != 0) {
          bases.add(bit);
        }
      }
      return made.oneOf(bases);
    }

    private Sites(Sites from) {
      first = from.first.clone();
      second = from.second.clone();
      phase = from.phase.clone();
      truth = from.truth;
    }

    List<Integer> missing() {
      var missing = new ArrayList<Integer>();
      for (int position = 0; position < first.length; position++) {
        if (first[position] == Observed.ANY && second[position] == Observed.ANY) {
          missing.add(position);
        }
      }
      return missing;
    }

    Sites with(int position, int one, int two, @Nullable String set) {
      var other = new Sites(this);
      other.first[position] = one;
      other.second[position] = two;
      other.phase[position] = set;
      return other;
    }

    Sites phased(Made made) {
      var other = new Sites(this);
      for (int position = 0; position < first.length; position++) {
        if (made.coin() && other.phase[position] == null) {
          other.phase[position] = "set 1";
        }
      }
      return other;
    }

    Observed build() {
      var builder = Observed.diploid(first.length);
      for (int position = 0; position < first.length; position++) {
        if (first[position] != Observed.ANY || second[position] != Observed.ANY) {
          builder.site(position, first[position], second[position], phase[position]);
        }
      }
      return builder.build();
    }
  }
}
