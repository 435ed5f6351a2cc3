package org.idiome.store.catalogue;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the trees of a damaged file, each from its root, and after that the pages that none leads
/// to any more.
final class TreeWalk {
  private static final int DEEPEST = 20;

  private final FileImage file;
  private final BitSet seen = new BitSet();

  /// One tree.
  static final class Tree {
    private final String name;
    private final boolean isOfTable;
    private final @Nullable TableShape shape;
    private final To to;
    private final BitSet own = new BitSet();
    private boolean isDamaged;

    /// @param shape of its rows; null of an index, whose rows nobody needs
    Tree(String name, boolean isOfTable, @Nullable TableShape shape, To to) {
      this.name = name;
      this.isOfTable = isOfTable;
      this.shape = shape;
      this.to = to;
    }

    boolean isDamaged() {
      return isDamaged;
    }
  }

  /// Takes what is found.
  interface To {
    /// A row.
    ///
    /// @param key under which it lies; 0 where it lies under its columns
    void row(TableShape shape, long key, List<@Nullable Object> record);

    /// A page that is not as it was written, or a cell of it that cannot be read.
    ///
    /// @param page 0 where it is not known which
    void damaged(String tree, long page, String what);
  }

  TreeWalk(FileImage file) {
    this.file = file;
  }

  /// Reads a tree.
  void read(Tree tree, long root) {
    walk(tree, root, 0);
  }

  private void walk(Tree tree, long number, int depth) {
    if (!file.has(number) || depth > DEEPEST || tree.own.get((int) number)) {
      damaged(tree, number, "is not there, or belongs to another");
      return;
    }
    if (depth == 0) {
      seen.set((int) number);
    }
    var page = TreePage.of(file, (int) number, tree.isOfTable);
    if (!page.isWhole() && !isLikely(tree, page)) {
      damaged(tree, number, "cannot be read, or belongs to another");
      return;
    }
    if (page.isWhole() && depth > 0 && !isOf(tree, page)) {
      damaged(tree, number, "belongs to another");
      return;
    }
    tree.own.set((int) number);
    seen.set((int) number);
    if (!page.isWhole()) {
      damaged(tree, number, "is not as it was written");
    }
    for (var cell : page.cells()) {
      if (!page.kind().isLeaf()) {
        walk(tree, cell.child(), depth + 1);
      }
      if (page.kind().hasRows()) {
        take(tree, page, cell);
      }
    }
    if (!page.kind().isLeaf()) {
      walk(tree, page.right(), depth + 1);
    }
  }

  /// Whether any row of a page fits: one of another table, to which a damaged page leads, has none.
  private boolean isOf(Tree tree, TreePage page) {
    var shape = tree.shape;
    return shape == null
        || !page.kind().hasRows()
        || page.cells().isEmpty()
        || page.cells().stream().anyMatch(cell -> shape.takes(record(cell)));
  }

  private boolean isLikely(Tree tree, TreePage page) {
    return !page.cells().isEmpty() && isOf(tree, page);
  }

  private void take(Tree tree, TreePage page, TreePage.Cell cell) {
    var shape = tree.shape;
    var record = record(cell);
    if (shape == null) {
      return;
    }
    if (record == null || !shape.takes(record)) {
      damaged(tree, page.number(), "has a row that cannot be read");
    } else {
      tree.to.row(shape, cell.key(), record);
    }
  }

  private @Nullable List<@Nullable Object> record(TreePage.Cell cell) {
    var payload = file.payload(cell, seen);
    return payload == null ? null : FileImage.values(payload);
  }

  private static void damaged(Tree tree, long page, String what) {
    tree.isDamaged = true;
    tree.to.damaged(tree.name, page, what);
  }

  /// Reads the pages that no tree leads to, as rows of the damaged tables that they fit.
  void readOrphans(List<Tree> trees, To to) {
    var free = file.free();
    for (int number = 2; number <= file.pages(); number++) {
      if (seen.get(number) || free.get(number) || file.isEmpty(number)) {
        continue;
      }
      var tree = whose(trees, number);
      if (tree == null) {
        to.damaged("", number, "belongs to nothing that is known");
      } else {
        seen.set(number);
        var page = TreePage.of(file, number, tree.isOfTable);
        damaged(tree, number, "was no longer named by the page above it");
        page.cells().forEach(cell -> take(tree, page, cell));
      }
    }
  }

  private @Nullable Tree whose(List<Tree> trees, int number) {
    for (var tree : trees) {
      if (tree.isDamaged && tree.shape != null) {
        var page = TreePage.of(file, number, tree.isOfTable);
        if (page.isWhole() && page.kind().hasRows() && isLikely(tree, page)) {
          return tree;
        }
      }
    }
    return null;
  }
}
