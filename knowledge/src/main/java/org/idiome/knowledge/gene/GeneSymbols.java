package org.idiome.knowledge.gene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.idiome.knowledge.gene.Bearer.Level;

/// Tells which gene a name means, by the names of a snapshot.
public final class GeneSymbols {
  private final GeneNames names;

  /// @param names of all releases that are asked
  public GeneSymbols(GeneNames names) {
    this.names = names;
  }

  /// Which gene a name means; white space at its ends is passed over.
  public GeneMatch resolve(String name) {
    var asked = name.strip();
    var exact = names.bearers(asked);
    if (SpreadsheetDates.isDate(asked)) {
      return new GeneMatch.SpreadsheetDate(SpreadsheetDates.symbols(asked, exact));
    }
    if (!exact.isEmpty()) {
      return match(exact, false);
    }
    var other = names.bearersInAnyCase(asked);
    return other.isEmpty() ? new GeneMatch.NotFound() : match(other, true);
  }

  /// Whether a text is a date that a spreadsheet may have made of a symbol.
  public static boolean isSpreadsheetDate(String text) {
    return SpreadsheetDates.isDate(text);
  }

  private static GeneMatch match(List<Bearer> bearers, boolean isOtherCase) {
    var level = first(bearers);
    var deciding = sorted(bearers.stream().filter(bearer -> bearer.level() == level).toList());
    if (deciding.size() > 1) {
      return new GeneMatch.Ambiguous(isOtherCase, deciding);
    }
    var found = deciding.getFirst();
    var also = new ArrayList<Bearer>();
    for (var bearer : sorted(bearers)) {
      if (!bearer.gene().equals(found.gene())) {
        also.add(bearer);
      }
    }
    return new GeneMatch.Found(found, isOtherCase, also);
  }

  private static Level first(List<Bearer> bearers) {
    var first = bearers.getFirst().level();
    for (var bearer : bearers) {
      if (bearer.level().isBefore(first)) {
        first = bearer.level();
      }
    }
    return first;
  }

  /// By identifier, numbers by their value; each gene once, at its first level.
  private static List<Bearer> sorted(List<Bearer> bearers) {
    var all = new ArrayList<>(bearers);
    all.sort(
        Comparator.comparing((Bearer bearer) -> prefix(bearer.gene()))
            .thenComparingInt(bearer -> bearer.gene().length())
            .thenComparing(Bearer::gene)
            .thenComparing((a, b) ->
                Boolean.compare(b.level().isBefore(a.level()), a.level().isBefore(b.level()))));
    var seen = new HashSet<String>();
    all.removeIf(bearer -> !seen.add(bearer.gene()));
    return all;
  }

  private static String prefix(String curie) {
    return curie.substring(0, curie.indexOf(':'));
  }
}
