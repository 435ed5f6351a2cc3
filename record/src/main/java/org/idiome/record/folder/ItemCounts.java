package org.idiome.record.folder;

import java.util.Collection;
import org.idiome.record.phenopacket.BlockCount;
import org.idiome.record.table.TableCount;

/// What became of the items of an input: elements of a packet, rows of tables, records of variant
/// files. The four add up to the items read.
///
/// @param kept items taken whole, without a note
/// @param noted items taken, with something to be said; of variant records these are in `kept`
/// @param refused items not taken; that they were there is kept where anything tells of what
/// @param notUnderstood members of a packet that are not in the schema
public record ItemCounts(long kept, long noted, long refused, long notUnderstood) {
  /// Nothing.
  public static final ItemCounts NONE = new ItemCounts(0, 0, 0, 0);

  /// Of the blocks of a packet.
  static ItemCounts of(Collection<BlockCount> blocks) {
    var sum = NONE;
    for (var block : blocks) {
      sum =
          sum.plus(
              new ItemCounts(
                  block.kept(), block.keptWithNote(), block.refused(), block.notUnderstood()));
    }
    return sum;
  }

  /// Of the rows of a table.
  static ItemCounts of(TableCount table) {
    return new ItemCounts(
        table.rowsKept() - table.rowsNoted(), table.rowsNoted(), table.rowsRefused(), 0);
  }

  /// How many items there were.
  public long read() {
    return kept + noted + refused + notUnderstood;
  }

  /// The sums of two.
  public ItemCounts plus(ItemCounts more) {
    return new ItemCounts(
        kept + more.kept,
        noted + more.noted,
        refused + more.refused,
        notUnderstood + more.notUnderstood);
  }
}
