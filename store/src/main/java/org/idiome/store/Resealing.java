package org.idiome.store;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.store.catalogue.Sql;

/// Seals the batches anew of which a transaction takes rows. One that was damaged before keeps its
/// old digest: what somebody else lost is not sealed over.
final class Resealing {
  private final Sql sql;

  /// By number, whether it was whole before, and what it says of itself.
  private final SortedMap<Long, Before> touched = new TreeMap<>();

  private record Before(boolean isWhole, boolean isHeadWhole) {}

  Resealing(Sql sql) {
    this.sql = sql;
  }

  /// Rows of some batches are about to change: none of theirs has been changed yet in this
  /// transaction, unless they were named before.
  void touch(Collection<Long> batches) {
    batches.forEach(this::touch);
  }

  /// The same, of one.
  void touch(long batch) {
    touched.computeIfAbsent(
        batch, one -> new Before(BatchSeal.isWhole(sql, one), BatchHeads.isWhole(sql, one)));
  }

  /// Something was put back: a batch that is whole now is sealed anew, too.
  void mended() {
    touched.replaceAll((batch, before) ->
        new Before(
            before.isWhole() || BatchSeal.isWhole(sql, batch),
            before.isHeadWhole() || BatchHeads.isWhole(sql, batch)));
  }

  /// Writes counts and digests, last of the transaction.
  void write() {
    touched.forEach((batch, before) -> {
      if (before.isHeadWhole()) {
        BatchHeads.seal(sql, batch);
      }
      if (before.isWhole()) {
        BatchSeal.seal(sql, batch);
      }
    });
  }
}
