package org.idiome.genomics.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.PriorityQueue;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// Rows of a sorted source, of which some move to the left. For one thread.
///
/// Rows that come in order stand in a queue; only those that moved are sorted.
final class RowWindow implements RowOrder {
  /// How far behind a row another may still move.
  private static final int WINDOW = 100_000;

  private static final int NONE = -1;

  private final String file;
  private final Taker taker;
  private final Deque<AlleleRow> inOrder = new ArrayDeque<>();
  private final PriorityQueue<AlleleRow> moved = new PriorityQueue<>(AlleleRow.ORDER);
  private final BitSet passed = new BitSet();
  private int contig = NONE;
  private int position1;
  private int given1;

  /// @param file how problems call the source
  RowWindow(String file, Taker taker) {
    this.file = file;
    this.taker = taker;
  }

  @Override
  public void reached(int contig, int position1, long line) throws IOException {
    if (contig != this.contig) {
      flush(Integer.MAX_VALUE);
      if (passed.get(contig)) {
        throw notSorted(line);
      }
      passed.set(contig);
      this.contig = contig;
      given1 = 0;
    } else if (position1 < this.position1) {
      throw notSorted(line);
    }
    this.position1 = position1;
    flush(position1 - WINDOW);
  }

  private BadInputException notSorted(long line) {
    return new BadInputException(
        Problem.of(ProblemCode.ALLELE_TABLE_NOT_SORTED, Place.line(file, line)));
  }

  @Override
  public void add(AlleleRow row) {
    if (inOrder.isEmpty() || AlleleRow.ORDER.compare(inOrder.getLast(), row) <= 0) {
      inOrder.add(row);
    } else {
      moved.add(row);
    }
  }

  private void flush(int before1) throws IOException {
    for (var row = first(); row != null && row.position1() < before1; row = first()) {
      if (!moved.isEmpty() && AlleleRow.ORDER.compare(moved.element(), row) == 0) {
        moved.remove();
      } else {
        inOrder.remove();
      }
      if (row.position1() < given1) {
        throw notSorted(row.line());
      }
      given1 = row.position1();
      taker.take(row);
    }
  }

  private @Nullable AlleleRow first() {
    var one = inOrder.peek();
    var other = moved.peek();
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return AlleleRow.ORDER.compare(one, other) <= 0 ? one : other;
  }

  @Override
  public void end() throws IOException {
    flush(Integer.MAX_VALUE);
  }

  @Override
  public void close() {}
}
