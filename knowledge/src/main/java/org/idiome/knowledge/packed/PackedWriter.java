package org.idiome.knowledge.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import org.idiome.knowledge.packed.PackedLayout.Section;
import org.idiome.knowledge.release.TermProperty;

/// Sorts what was told, joins what was told twice, and writes it by [PackedLayout].
final class PackedWriter {
  private final ToldColumns told;
  private final NameTable names;
  private final int[] sortedNames;

  /// The place of each name in the order.
  private final int[] ranks;

  /// What was told of claims, sorted; and where in it each distinct claim begins.
  private final int[] claims;

  private final int[] claimStarts;
  private final int[] terms;
  private final int[] termStarts;

  /// @param first is given the rows that tell something that no row before told
  PackedWriter(ToldColumns told, BitSet first) {
    this.told = told;
    this.names = told.names;
    this.sortedNames = names.sorted();
    this.ranks = new int[names.size()];
    for (int i = 0; i < sortedNames.length; i++) {
      ranks[sortedNames[i]] = i;
    }
    this.claims = sortedClaims();
    this.claimStarts = starts(claims, this::compareClaims, told.claimRows, first);
    this.terms = sortedTerms();
    this.termStarts = starts(terms, this::compareTerms, told.termRows, first);
  }

  private static int[] all(int count) {
    var all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private int[] sortedClaims() {
    int count = names.size();
    var order = IntSort.byKey(all(told.subjects.size()), 2, told.negated::get);
    order = IntSort.byKey(order, count, i -> ranks[told.qualifiers.get(i)]);
    order = IntSort.byKey(order, count, i -> ranks[told.objects.get(i)]);
    order = IntSort.byKey(order, count, i -> ranks[told.predicates.get(i)]);
    order = IntSort.byKey(order, count, i -> ranks[told.subjects.get(i)]);
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && isSameKey(order[from], order[to])) {
        to++;
      }
      IntSort.sort(order, from, to, this::compareWithinKey);
      from = to;
    }
    return order;
  }

  private boolean isSameKey(int one, int two) {
    return told.subjects.get(one) == told.subjects.get(two)
        && told.objects.get(one) == told.objects.get(two)
        && told.predicates.get(one) == told.predicates.get(two)
        && told.qualifiers.get(one) == told.qualifiers.get(two)
        && told.negated.get(one) == told.negated.get(two);
  }

  private int compareWithinKey(int one, int two) {
    int byValues = told.texts.compare(told.values.get(one), told.values.get(two));
    return byValues != 0
        ? byValues
        : Integer.compare(told.claimLines.get(one), told.claimLines.get(two));
  }

  /// 0 where both say the same.
  private int compareClaims(int one, int two) {
    return isSameKey(one, two) && told.values.get(one) == told.values.get(two) ? 0 : 1;
  }

  private int[] sortedTerms() {
    int most = 0;
    for (var property : TermProperty.values()) {
      most = Math.max(most, property.number());
    }
    var order = IntSort.byKey(all(told.termIds.size()), most + 1, told.termProperties::get);
    order = IntSort.byKey(order, names.size(), i -> ranks[told.termIds.get(i)]);
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && isSameProperty(order[from], order[to])) {
        to++;
      }
      IntSort.sort(order, from, to, this::compareWithinProperty);
      from = to;
    }
    return order;
  }

  private boolean isSameProperty(int one, int two) {
    return told.termIds.get(one) == told.termIds.get(two)
        && told.termProperties.get(one) == told.termProperties.get(two);
  }

  private int compareWithinProperty(int one, int two) {
    int byValue = told.texts.compare(told.termValues.get(one), told.termValues.get(two));
    if (byValue != 0) {
      return byValue;
    }
    int byNotes = told.texts.compare(told.termNotes.get(one), told.termNotes.get(two));
    return byNotes != 0
        ? byNotes
        : Integer.compare(told.termLines.get(one), told.termLines.get(two));
  }

  private int compareTerms(int one, int two) {
    boolean isSame =
        isSameProperty(one, two)
            && told.termValues.get(one) == told.termValues.get(two)
            && told.termNotes.get(one) == told.termNotes.get(two);
    return isSame ? 0 : 1;
  }

  /// Where each distinct one begins, and behind the last; marks the row that told it first.
  private static int[] starts(int[] order, IntSort.Order same, IntColumn rows, BitSet first) {
    var starts = new IntColumn();
    for (int from = 0; from < order.length; ) {
      starts.add(from);
      int to = from;
      int earliest = Integer.MAX_VALUE;
      while (to < order.length && same.compare(order[from], order[to]) == 0) {
        earliest = Math.min(earliest, rows.get(order[to]));
        to++;
      }
      first.set(earliest);
      from = to;
    }
    starts.add(order.length);
    var array = new int[starts.size()];
    Arrays.setAll(array, starts::get);
    return array;
  }

  int claims() {
    return claimStarts.length - 1;
  }

  int terms() {
    return termStarts.length - 1;
  }

  void write(FileChannel channel) throws IOException {
    var out = new PackedOutput(channel);
    out.put(PackedLayout.MAGIC, 0, PackedLayout.MAGIC.length);
    for (var section : Section.values()) {
      out.put(elements(section));
    }
    for (var section : Section.values()) {
      out.align();
      write(section, out);
    }
    out.align();
    out.flush();
  }

  private long elements(Section section) {
    return switch (section) {
      case NAME_STARTS -> names.size() + 1L;
      case NAME_BYTES -> names.size() == 0 ? 0 : names.to(names.size() - 1);
      case TEXT_STARTS -> told.texts.size() + 1L;
      case TEXT_BYTES -> told.texts.bytes();
      case CLAIM_SUBJECTS,
          CLAIM_PREDICATES,
          CLAIM_OBJECTS,
          CLAIM_QUALIFIERS,
          CLAIM_VALUES,
          CLAIM_FLAGS,
          CLAIMS_BY_OBJECT ->
          claims();
      case CLAIM_LINE_STARTS -> claims() + 1L;
      case CLAIM_LINES -> claims.length;
      case TERM_IDS, TERM_PROPERTIES, TERM_VALUES, TERM_NOTES, TERM_LINES -> terms();
    };
  }

  private void write(Section section, PackedOutput out) throws IOException {
    switch (section) {
      case NAME_STARTS -> nameStarts(out);
      case NAME_BYTES -> {
        for (int name : sortedNames) {
          out.put(names.bytes(), names.from(name), names.to(name));
        }
      }
      case TEXT_STARTS -> textStarts(out);
      case TEXT_BYTES -> {
        for (int text = 0; text < told.texts.size(); text++) {
          out.put(told.texts.segment(text));
        }
      }
      case CLAIM_SUBJECTS -> names(claims, claimStarts, told.subjects, out);
      case CLAIM_PREDICATES -> names(claims, claimStarts, told.predicates, out);
      case CLAIM_OBJECTS -> names(claims, claimStarts, told.objects, out);
      case CLAIM_QUALIFIERS -> names(claims, claimStarts, told.qualifiers, out);
      case CLAIM_VALUES -> numbers(claims, claimStarts, told.values, out);
      case CLAIM_FLAGS -> {
        for (int i = 0; i < claims(); i++) {
          boolean isNegated = told.negated.get(claims[claimStarts[i]]) != 0;
          out.put(isNegated ? PackedLayout.NEGATED : 0);
        }
      }
      case CLAIM_LINE_STARTS -> {
        for (int start : claimStarts) {
          out.put(start);
        }
      }
      case CLAIM_LINES -> {
        for (int claim : claims) {
          out.put(told.claimLines.get(claim));
        }
      }
      case CLAIMS_BY_OBJECT -> byObject(out);
      case TERM_IDS -> names(terms, termStarts, told.termIds, out);
      case TERM_PROPERTIES -> {
        for (int i = 0; i < terms(); i++) {
          out.put((byte) told.termProperties.get(terms[termStarts[i]]));
        }
      }
      case TERM_VALUES -> numbers(terms, termStarts, told.termValues, out);
      case TERM_NOTES -> numbers(terms, termStarts, told.termNotes, out);
      case TERM_LINES -> numbers(terms, termStarts, told.termLines, out);
    }
  }

  private void nameStarts(PackedOutput out) throws IOException {
    long start = 0;
    out.put(start);
    for (int name : sortedNames) {
      start += names.to(name) - names.from(name);
      out.put(start);
    }
  }

  private void textStarts(PackedOutput out) throws IOException {
    long start = 0;
    out.put(start);
    for (int text = 0; text < told.texts.size(); text++) {
      start += told.texts.length(text);
      out.put(start);
    }
  }

  private void names(int[] order, int[] starts, IntColumn column, PackedOutput out)
      throws IOException {
    for (int i = 0; i + 1 < starts.length; i++) {
      out.put(ranks[column.get(order[starts[i]])]);
    }
  }

  private static void numbers(int[] order, int[] starts, IntColumn column, PackedOutput out)
      throws IOException {
    for (int i = 0; i + 1 < starts.length; i++) {
      out.put(column.get(order[starts[i]]));
    }
  }

  private void byObject(PackedOutput out) throws IOException {
    var order =
        IntSort.byKey(
            all(claims()), names.size(), i -> ranks[told.objects.get(claims[claimStarts[i]])]);
    for (int claim : order) {
      out.put(claim);
    }
  }
}
