package org.idiome.genomics.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks alleles up in a table; those near each other after each other take little. For one thread.
public final class TableSearch {
  /// So many blocks are kept inflated: variants come in the order of the contig.
  private static final int KEPT = 8;

  private final AlleleTable table;
  private final Map<AlleleTable.Entry, TableBlock> kept =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlleleTable.Entry, TableBlock> eldest) {
          return size() > KEPT;
        }
      };

  private String contig = "";
  private List<AlleleTable.Entry> blocks = List.of();

  /// The first block that ends at the position asked for last, or behind it.
  private int last;

  /// Where the block before that one ends, and where itself.
  private int before1;

  private int most1;

  /// Which block of the contig was opened last; -1 for none.
  private int openedAt = -1;

  private @Nullable TableBlock opened;
  private @Nullable TableBlock found;
  private int place;

  /// Searches in a table that stays open.
  public TableSearch(AlleleTable table) {
    this.table = table;
  }

  /// Whether the table has an allele, written in its normal form.
  ///
  /// @param contig by the name of the assembly
  public boolean find(String contig, int position1, String reference, String alternate) {
    if (!contig.equals(this.contig)) {
      this.contig = contig;
      this.blocks = table.blocks(contig);
      this.openedAt = -1;
      seek(position1);
    } else if (position1 <= before1 || position1 > most1) {
      seek(position1);
    }
    found = null;
    // Alleles of one position may stand at the end of a block and at the begin of the next.
    for (int i = last; i < blocks.size(); i++) {
      if (blocks.get(i).first1() > position1) {
        return false;
      }
      var block = block(i);
      int at = block.find(position1, reference, alternate);
      if (at >= 0) {
        found = block;
        place = at;
        return true;
      }
      if (blocks.get(i).last1() > position1) {
        return false;
      }
    }
    return false;
  }

  /// Finds the first block that ends at a position or behind it, and of which others it is that
  /// too.
  private void seek(int position1) {
    last = first(position1);
    before1 = last == 0 ? Integer.MIN_VALUE : blocks.get(last - 1).last1();
    most1 = last == blocks.size() ? Integer.MAX_VALUE : blocks.get(last).last1();
  }

  private TableBlock block(int at) {
    var block = opened;
    if (block == null || at != openedAt) {
      block = kept.computeIfAbsent(blocks.get(at), table::block);
      opened = block;
      openedAt = at;
    }
    return block;
  }

  /// The first block that ends at a position or behind it.
  private int first(int position1) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).last1() >= position1) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// What a column says of the allele that was found; empty where it says nothing.
  ///
  /// @throws IllegalStateException where none was
  public String value(int column) {
    var block = found;
    if (block == null) {
      throw new IllegalStateException("nothing was found");
    }
    return block.value(column, place);
  }

  /// The block of the allele that was found; null where none was.
  @Nullable TableBlock found() {
    return found;
  }

  /// Its place in the block.
  int place() {
    return place;
  }
}
