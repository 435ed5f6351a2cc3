package org.idiome.store;

import java.util.List;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.source.SourceRow;
import org.idiome.store.folder.StoreFault;

/// Holds an input that is there to its digests, before it is said that it need not be taken again:
/// what it says, its segments with their rows and parts, and the lines of its tables.
public final class AlreadyThere {
  private final StoreReader store;
  private final Rows.IntakeRow intake;

  private AlreadyThere(StoreReader store, Rows.IntakeRow intake) {
    this.store = store;
    this.intake = intake;
  }

  /// Looks at all of it.
  ///
  /// @param intake of an earlier batch
  /// @throws StoreFault where something of it is not as it was written
  public static void require(StoreReader store, Rows.IntakeRow intake) {
    var there = new AlreadyThere(store, intake);
    store.requireSame(intake);
    store.requireParts(intake.intake());
    var segments = store.segments(intake.intake());
    segments.forEach(there::rows);
    for (var file : store.files(intake.intake())) {
      boolean isCited =
          segments.stream()
              .anyMatch(one -> one.ordinal() == file.ordinal() && one.observations() > 0);
      if (file.hash() != null && file.headerLine() > 0) {
        there.lines(file.hash().hex(), isCited ? file.headerLine() + 1 : 0);
      }
    }
  }

  private void rows(Rows.SegmentRow segment) {
    // Whatever lies in parts is held to their bytes, and nothing of it read.
    store.calls(segment.segment(), List.of());
    switch (segment.shape()) {
      case "statement" -> store.statements(segment.segment());
      case "quantity" -> {
        if (store.partsOf(segment.segment()).isEmpty()) {
          var layer = StoreCheck.layer(segment.layer());
          store.quantities(
              segment.segment(),
              layer,
              locator -> new SourceRow(0, locator),
              QuantityColumns.of(layer));
        }
      }
      default -> {
        // Of calls, all are in parts.
      }
    }
  }

  /// @param least line that must be there
  private void lines(String file, long least) {
    var last = new long[1];
    store
        .sql()
        .each(
            "SELECT first, last, bytes, deflated, digest FROM source_lines WHERE person = ?"
                + " AND sha256 = ? ORDER BY first",
            row -> {
              var stretch =
                  new LineWriter.Stretch(
                      file, row.number(1), row.number(2), row.number(3), row.bytes(4));
              if (stretch.first() != last[0] + 1 || !stretch.digest().equals(row.text(5))) {
                throw damaged(stretch.first());
              }
              last[0] = stretch.last();
            },
            intake.person(),
            file);
    if (last[0] < least) {
      throw damaged(last[0] + 1);
    }
  }

  private StoreFault damaged(long line) {
    return StoreReader.damaged("lines from " + line, store.personId(intake.person()));
  }
}
