package org.idiome.cli;

import java.util.List;

/// A table on standard output that is written as it is made, in pieces of some size.
final class TsvStream implements AutoCloseable {
  private static final int PIECE_CHARS = 1 << 16;

  private final Shell shell;
  private final StringBuilder piece = new StringBuilder(PIECE_CHARS);

  TsvStream(Shell shell, List<String> columns) {
    this.shell = shell;
    piece.append(String.join("\t", columns)).append('\n');
  }

  void row(List<String> row) {
    piece.append(Tables.line(row));
    if (piece.length() >= PIECE_CHARS) {
      flush();
    }
  }

  private void flush() {
    shell.print(piece.toString());
    piece.setLength(0);
  }

  @Override
  public void close() {
    flush();
  }
}
