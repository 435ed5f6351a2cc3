package org.idiome.genomics.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Rows of a source in any order, sorted beside the table in pieces that memory holds. For one
/// thread; the pieces are private files that go when this is closed or the program ends.
final class RowSort implements RowOrder {
  /// A piece has about so many bytes in memory.
  private static final long PIECE_BYTES = 64L << 20;

  /// What a row and its texts take besides their characters.
  private static final int ROW_BYTES = 160;

  private static final int VALUE_BYTES = 64;

  /// So many pieces are read side by side; of more, one is made.
  private static final int MOST_PIECES = 64;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Taker taker;
  private final long pieceBytes;
  private final List<Path> pieces = new ArrayList<>();
  private List<AlleleRow> rows = new ArrayList<>();
  private long bytes;

  /// @param folder where pieces are laid
  RowSort(Path folder, Taker taker) {
    this(folder, taker, PIECE_BYTES);
  }

  RowSort(Path folder, Taker taker, long pieceBytes) {
    this.folder = folder;
    this.taker = taker;
    this.pieceBytes = pieceBytes;
  }

  @Override
  public void reached(int contig, int position1, long line) {}

  @Override
  public void add(AlleleRow row) throws IOException {
    rows.add(row);
    bytes += ROW_BYTES + row.reference().length() + row.alternate().length();
    for (var value : row.values()) {
      bytes += VALUE_BYTES + value.length();
    }
    if (bytes >= pieceBytes) {
      layAside();
    }
  }

  private void layAside() throws IOException {
    if (pieces.size() == MOST_PIECES) {
      var whole = piece();
      try (var out = writer(whole)) {
        merge(row -> write(out, row));
      }
      discard();
      pieces.add(whole);
    }
    var piece = piece();
    pieces.add(piece);
    try (var out = writer(piece)) {
      for (var row : sorted()) {
        write(out, row);
      }
    }
    rows = new ArrayList<>();
    bytes = 0;
  }

  private List<AlleleRow> sorted() {
    rows.sort(AlleleRow.ORDER);
    return rows;
  }

  private Path piece() throws IOException {
    var piece = Files.createTempFile(folder, ".idiome-", ".part");
    piece.toFile().deleteOnExit();
    return piece;
  }

  private static DataOutputStream writer(Path piece) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(
            new DeflaterOutputStream(
                Files.newOutputStream(piece), new Deflater(Deflater.BEST_SPEED), BUFFER_BYTES),
            BUFFER_BYTES));
  }

  private static void write(DataOutputStream out, AlleleRow row) throws IOException {
    out.writeInt(row.contig());
    out.writeInt(row.position1());
    out.writeLong(row.order());
    out.writeLong(row.line());
    out.writeInt(row.values().size());
    text(out, row.reference());
    text(out, row.alternate());
    for (var value : row.values()) {
      text(out, value);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  /// A piece that is read, with the row that comes next.
  private static final class Piece implements AutoCloseable {
    private final DataInputStream in;
    private @Nullable AlleleRow next;

    Piece(Path file) throws IOException {
      in =
          new DataInputStream(
              new BufferedInputStream(
                  new InflaterInputStream(Files.newInputStream(file)), BUFFER_BYTES));
      move();
    }

    void move() throws IOException {
      int contig;
      try {
        contig = in.readInt();
      } catch (EOFException _) {
        next = null;
        return;
      }
      int position1 = in.readInt();
      long order = in.readLong();
      long line = in.readLong();
      int count = in.readInt();
      var reference = text();
      var alternate = text();
      var values = new String[count];
      for (int i = 0; i < count; i++) {
        values[i] = text();
      }
      next =
          new AlleleRow(
              contig, position1, reference, alternate, order, line, Arrays.asList(values));
    }

    private String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    AlleleRow next() {
      var row = next;
      if (row == null) {
        throw new IllegalStateException("nothing is left");
      }
      return row;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private void merge(Taker to) throws IOException {
    var open = new ArrayList<Piece>();
    try {
      var queue = new PriorityQueue<Piece>(Comparator.comparing(Piece::next, AlleleRow.ORDER));
      for (var file : pieces) {
        var piece = new Piece(file);
        open.add(piece);
        if (piece.next != null) {
          queue.add(piece);
        }
      }
      while (!queue.isEmpty()) {
        var piece = queue.remove();
        to.take(piece.next());
        piece.move();
        if (piece.next != null) {
          queue.add(piece);
        }
      }
    } finally {
      for (var piece : open) {
        piece.close();
      }
    }
  }

  @Override
  public void end() throws IOException {
    if (pieces.isEmpty()) {
      for (var row : sorted()) {
        taker.take(row);
      }
      rows = new ArrayList<>();
      return;
    }
    layAside();
    merge(taker);
    discard();
  }

  private void discard() {
    pieces.forEach(piece -> piece.toFile().delete());
    pieces.clear();
  }

  @Override
  public void close() {
    discard();
  }
}
