package org.idiome.store.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// One page of a tree as far as it can be read: its cells, and whether it is whole.
///
/// Whole is what every page that SQLite wrote is: cells, free blocks and fragments fill it without
/// a gap and without lying over each other, and keys rise.
///
/// @param kind what it is read as
/// @param right the last child; 0 where it is a leaf
record TreePage(int number, Kind kind, List<Cell> cells, long right, boolean isWhole) {
  private static final int LEAST_CELL = 4;

  /// What a page holds.
  enum Kind {
    INDEX_INTERIOR(2),
    TABLE_INTERIOR(5),
    INDEX_LEAF(10),
    TABLE_LEAF(13);

    private final int sign;

    Kind(int sign) {
      this.sign = sign;
    }

    boolean isLeaf() {
      return this == INDEX_LEAF || this == TABLE_LEAF;
    }

    boolean isOfTable() {
      return this == TABLE_LEAF || this == TABLE_INTERIOR;
    }

    /// Whether its cells hold rows.
    boolean hasRows() {
      return this != TABLE_INTERIOR;
    }
  }

  /// One cell.
  ///
  /// @param from where it begins in the file
  /// @param child page on its left; 0 where it is of a leaf
  /// @param key rowid; 0 in an index
  /// @param length of its payload
  /// @param at where the payload begins in the file
  /// @param local how much of it stands there
  /// @param end behind it, with the number of the page where it goes on
  record Cell(int from, long child, long key, long length, int at, int local, int end) {}

  TreePage {
    cells = List.copyOf(cells);
  }

  /// Reads a page for what it is; where its sign is damaged, for what it can be.
  static TreePage of(FileImage file, int number, boolean isOfTable) {
    int sign = file.u8(head(file, number));
    var leaf = isOfTable ? Kind.TABLE_LEAF : Kind.INDEX_LEAF;
    var interior = isOfTable ? Kind.TABLE_INTERIOR : Kind.INDEX_INTERIOR;
    var said = new Reading(file, number, sign == interior.sign ? interior : leaf).page();
    boolean isKnown = sign == leaf.sign || sign == interior.sign;
    if (said.isWhole && isKnown) {
      return said;
    }
    var other = new Reading(file, number, said.kind == leaf ? interior : leaf).page();
    var better = other.isWhole || (!isKnown && other.cells.size() > said.cells.size());
    var page = better ? other : said;
    return new TreePage(number, page.kind, page.cells, page.right, false);
  }

  /// Whether there is a page of a number, and it says that it is one of a tree.
  static boolean isTree(FileImage file, long number) {
    return file.has(number)
        && java.util.Arrays.stream(Kind.values())
            .anyMatch(kind -> kind.sign == file.u8(head(file, (int) number)));
  }

  private static int head(FileImage file, int number) {
    return file.start(number) + (number == 1 ? FileImage.HEADER : 0);
  }

  /// How one page is read.
  private static final class Reading {
    private final FileImage file;
    private final int number;
    private final Kind kind;
    private final int head;
    private final int start;
    private final int end;
    private final BitSet used = new BitSet(FileImage.PAGE);
    private final List<Cell> cells = new ArrayList<>();
    private boolean isWhole = true;

    Reading(FileImage file, int number, Kind kind) {
      this.file = file;
      this.number = number;
      this.kind = kind;
      this.head = head(file, number);
      this.start = file.start(number);
      this.end = start + FileImage.PAGE;
    }

    TreePage page() {
      int count = file.u16(head + 3);
      int pointers = head + (kind.isLeaf() ? 8 : 12);
      int most = (end - pointers) / 2;
      if (count > most) {
        isWhole = false;
        count = most;
      }
      for (int i = 0; i < count; i++) {
        take(file.u16(pointers + 2 * i));
      }
      use(start, pointers + 2 * count);
      isWhole &= isFilled(pointers + 2 * count);
      if (!isWhole) {
        recover(pointers);
      }
      long right = kind.isLeaf() ? 0 : file.u32(head + 8);
      return new TreePage(number, kind, cells, right, isWhole);
    }

    private void take(int offset) {
      var cell = offset == 0 ? null : cell(start + offset);
      if (cell == null) {
        isWhole = false;
        return;
      }
      isWhole &= cells.isEmpty() || !kind.isOfTable() || cell.key() > cells.getLast().key();
      use(start + offset, Math.max(cell.end(), start + offset + LEAST_CELL));
      cells.add(cell);
    }

    /// Marks bytes as used; none is used twice.
    private void use(int from, int to) {
      int first = from - start;
      int behind = to - start;
      if (behind > FileImage.PAGE || used.get(first, Math.max(first, behind)).cardinality() > 0) {
        isWhole = false;
      }
      used.set(first, Math.min(behind, FileImage.PAGE));
    }

    /// Whether the free blocks and as many bytes of fragments as are said fill what is left.
    private boolean isFilled(int behindPointers) {
      int content = file.u16(head + 5);
      if (content < behindPointers - start || content > FileImage.PAGE) {
        return false;
      }
      use(behindPointers, start + content);
      int block = file.u16(head + 1);
      int before = 0;
      while (block != 0) {
        if (block <= before || block + LEAST_CELL > FileImage.PAGE) {
          return false;
        }
        int length = file.u16(start + block + 2);
        if (length < LEAST_CELL || block + length > FileImage.PAGE) {
          return false;
        }
        use(start + block, start + block + length);
        before = block;
        block = file.u16(start + block);
      }
      return FileImage.PAGE - used.cardinality() == file.u8(head + 7);
    }

    /// Without cells that are none, and with those that no pointer names any more: they lie where
    /// the others and the free blocks leave bytes.
    private void recover(int pointers) {
      var distinct = List.copyOf(new LinkedHashSet<>(cells));
      cells.clear();
      cells.addAll(distinct);
      cells.removeIf(cell -> !isSound(cell));
      while (true) {
        var worst = cells.stream().max(Comparator.comparingLong(this::overlaps)).orElse(null);
        if (worst == null || overlaps(worst) == 0) {
          break;
        }
        cells.remove(worst);
      }
      used.clear();
      used.set(0, Math.min(pointers - start + 2 * file.u16(head + 3), FileImage.PAGE));
      boolean isFreeKnown = isFilled(pointers + 2 * file.u16(head + 3));
      if (!isFreeKnown) {
        int content = file.u16(head + 5);
        used.clear();
        used.set(0, Math.min(Math.max(content, pointers - start), FileImage.PAGE));
      }
      cells.forEach(cell -> used.set(cell.from() - start, cell.end() - start));
      for (int from = used.nextClearBit(0); from < FileImage.PAGE; ) {
        var cell = cell(start + from);
        if (cell == null
            || !isSound(cell)
            || used.get(from, cell.end() - start).cardinality() > 0) {
          from = used.nextClearBit(Math.max(used.nextSetBit(from), from + 1));
        } else {
          cells.add(cell);
          used.set(from, Math.max(cell.end() - start, from + LEAST_CELL));
          from = used.nextClearBit(from);
        }
      }
    }

    private long overlaps(Cell cell) {
      return cells.stream()
          .filter(one -> !one.equals(cell) && one.from() < cell.end() && cell.from() < one.end())
          .count();
    }

    /// Whether what is read as a cell can be one.
    private boolean isSound(Cell cell) {
      if (!kind.isLeaf() && !file.has(cell.child())) {
        return false;
      }
      if (!kind.hasRows()) {
        return true;
      }
      var payload = file.payload(cell, new BitSet());
      return payload != null && FileImage.values(payload) != null;
    }

    /// The cell at a place, or null where none can be.
    private @org.jspecify.annotations.Nullable Cell cell(int from) {
      int at = from;
      if (at + LEAST_CELL > end) {
        return null;
      }
      long child = 0;
      if (!kind.isLeaf()) {
        child = file.u32(at);
        at += 4;
      }
      var number = new long[2];
      long length = 0;
      if (kind.hasRows()) {
        if (at >= end || !file.varint(at, number)) {
          return null;
        }
        length = number[0];
        at = (int) number[1];
      }
      long key = 0;
      if (kind.isOfTable()) {
        if (at >= end || !file.varint(at, number)) {
          return null;
        }
        key = number[0];
        at = (int) number[1];
      }
      int local = local(length);
      int behind = at + local + (local < length ? 4 : 0);
      return length < 0 || behind > end
          ? null
          : new Cell(from, child, key, length, at, local, behind);
    }

    /// How much of a payload stands in the page.
    private int local(long length) {
      int most =
          kind == Kind.TABLE_LEAF ? FileImage.PAGE - 35 : (FileImage.PAGE - 12) * 64 / 255 - 23;
      if (length <= most) {
        return (int) length;
      }
      int least = (FileImage.PAGE - 12) * 32 / 255 - 23;
      long fits = least + (length - least) % (FileImage.PAGE - 4);
      return (int) (fits <= most ? fits : least);
    }
  }
}
