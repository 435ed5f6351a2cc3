package org.idiome.genomics.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Lines that are written in the order of their places, however they come.
///
/// Within some memory; beyond it, sorted runs lie in files that nobody else may read, in the folder
/// where the system keeps such files, and go when this is closed. Lines of one place keep the order
/// in which they came. For one thread.
public final class SortedLines implements Closeable {
  /// What is held in memory, with what Java adds.
  public static final long DEFAULT_BYTES = 64L << 20;

  private static final int OVERHEAD_BYTES = 64;
  private static final int BUFFER_BYTES = 1 << 16;

  private static final class Line implements Comparable<Line> {
    private static final Comparator<Line> PLACE =
        Comparator.comparingInt((Line line) -> line.contig)
            .thenComparingInt(line -> line.position1)
            .thenComparingLong(line -> line.order);

    private final int contig;
    private final int position1;
    private final long order;
    private final byte[] text;

    Line(int contig, int position1, long order, byte[] text) {
      this.contig = contig;
      this.position1 = position1;
      this.order = order;
      this.text = text;
    }

    @Override
    public int compareTo(Line other) {
      return PLACE.compare(this, other);
    }
  }

  private final long mostBytes;
  private final List<Path> runs = new ArrayList<>();
  private List<Line> held = new ArrayList<>();
  private long heldBytes;
  private long order;

  /// @param mostBytes of lines that are held in memory
  public SortedLines(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Takes a line without its end.
  ///
  /// @param contig its number in the order of contigs
  public void add(int contig, int position1, byte[] text) throws IOException {
    held.add(new Line(contig, position1, order++, text));
    heldBytes += text.length + OVERHEAD_BYTES;
    if (heldBytes > mostBytes) {
      spill();
    }
  }

  private void spill() throws IOException {
    held.sort(Comparator.naturalOrder());
    var file = Files.createTempFile("idiome-", ".run");
    file.toFile().deleteOnExit();
    runs.add(file);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
      for (var line : held) {
        out.writeInt(line.contig);
        out.writeInt(line.position1);
        out.writeLong(line.order);
        out.writeInt(line.text.length);
        out.write(line.text);
      }
    }
    held = new ArrayList<>();
    heldBytes = 0;
  }

  /// How many were taken.
  public long count() {
    return order;
  }

  /// Writes all of them, each with its end.
  public void writeTo(OutputStream out) throws IOException {
    held.sort(Comparator.naturalOrder());
    if (runs.isEmpty()) {
      for (var line : held) {
        write(line, out);
      }
      return;
    }
    spill();
    var open = new ArrayList<Run>();
    try {
      var next = new PriorityQueue<Run>(Comparator.comparing(Run::line));
      for (var file : runs) {
        var run = new Run(file);
        open.add(run);
        if (run.next()) {
          next.add(run);
        }
      }
      while (!next.isEmpty()) {
        var run = next.remove();
        write(run.line(), out);
        if (run.next()) {
          next.add(run);
        }
      }
    } finally {
      for (var run : open) {
        run.in.close();
      }
    }
  }

  private static void write(Line line, OutputStream out) throws IOException {
    out.write(line.text);
    out.write('\n');
  }

  /// A file that is read back.
  private static final class Run {
    private final DataInputStream in;
    private Line line = new Line(0, 0, 0, new byte[0]);

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    }

    Line line() {
      return line;
    }

    boolean next() throws IOException {
      int contig;
      try {
        contig = in.readInt();
      } catch (EOFException _) {
        return false;
      }
      int position1 = in.readInt();
      long order = in.readLong();
      var text = new byte[in.readInt()];
      in.readFully(text);
      line = new Line(contig, position1, order, text);
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    for (var file : runs) {
      Files.deleteIfExists(file);
    }
  }
}
