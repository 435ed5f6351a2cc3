package org.idiome.genomics.table;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// A table in its file, mapped into memory. For any number of threads, each with a [TableSearch] of
/// its own.
public final class AlleleTable implements Closeable {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final byte[] NOTHING = {};

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;
  private final String file;
  private final TableHead head;
  private final Map<String, List<Entry>> blocks = new HashMap<>();

  /// A block in the file.
  ///
  /// @param first1 position of its first allele
  /// @param last1 of its last
  /// @param packed how many bytes it has in the file
  /// @param plain how many they are inflated
  record Entry(int first1, int last1, long place, int packed, int plain, int checksum) {}

  private AlleleTable(Path path, String file) throws IOException {
    this.file = file;
    try (var channel = FileChannel.open(path)) {
      this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      this.head = read();
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// Opens a table.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where it is none, or damaged
  public static AlleleTable open(Path path, String name) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInputException(Problem.of(ProblemCode.FILE_NOT_FOUND, Place.file(name)));
    }
    return new AlleleTable(path, name);
  }

  private TableHead read() {
    long end = bytes.byteSize() - TableFile.END_BYTES;
    if (end < TableFile.MAGIC.length
        || !Arrays.equals(slice(0, TableFile.MAGIC.length), TableFile.MAGIC)) {
      throw new BadInputException(Problem.of(ProblemCode.ALLELE_TABLE_NOT_ONE, Place.file(file)));
    }
    var magic = slice(bytes.byteSize() - TableFile.MAGIC.length, TableFile.MAGIC.length);
    if (!Arrays.equals(magic, TableFile.MAGIC)) {
      throw damaged("end");
    }
    int packed = bytes.get(INT, end + Long.BYTES);
    int plain = bytes.get(INT, end + Long.BYTES + Integer.BYTES);
    int sum = bytes.get(INT, end + TableFile.PLACE_BYTES);
    var lengths = slice(end, TableFile.PLACE_BYTES);
    var index = new Entry(0, 0, bytes.get(LONG, end), packed, plain, sum);
    var text = new String(plain(index, "index", lengths), StandardCharsets.UTF_8);
    try {
      int at = text.indexOf("\n\n");
      for (var line : text.substring(at + 2).lines().toList()) {
        var parts = line.split("\t", -1);
        blocks
            .computeIfAbsent(parts[0], _ -> new ArrayList<>())
            .add(
                new Entry(
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Long.parseLong(parts[3]),
                    Integer.parseInt(parts[4]),
                    Integer.parseInt(parts[5]),
                    Integer.parseInt(parts[6])));
      }
      return TableHead.of(text.substring(0, at));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw damaged("index");
    }
  }

  private byte[] slice(long place, int length) {
    var slice = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, place, slice, 0, length);
    return slice;
  }

  private byte[] plain(Entry entry, String part, byte[] more) {
    boolean isInside =
        entry.place() >= TableFile.MAGIC.length
            && entry.packed() >= 0
            && entry.plain() >= 0
            && entry.plain() <= TableFile.MOST_BYTES
            && entry.place() <= bytes.byteSize() - entry.packed();
    if (!isInside) {
      throw damaged(part);
    }
    var packed = slice(entry.place(), entry.packed());
    if (TableFile.checksum(packed, more) != entry.checksum()) {
      throw damaged(part);
    }
    try {
      return TableFile.inflated(packed, entry.plain());
    } catch (DataFormatException _) {
      throw damaged(part);
    }
  }

  /// The alleles of a block.
  ///
  /// @throws BadInputException where they are damaged
  TableBlock block(Entry entry) {
    try {
      return new TableBlock(
          plain(entry, "block at " + entry.place(), NOTHING),
          head.columns().size(),
          entry.first1());
    } catch (IndexOutOfBoundsException | NegativeArraySizeException _) {
      throw damaged("block at " + entry.place());
    }
  }

  private BadInputException damaged(String part) {
    return new BadInputException(
        Problem.of(ProblemCode.ALLELE_TABLE_DAMAGED, Place.file(file), "part", part));
  }

  /// The blocks of a contig in their order; none where it has no allele.
  List<Entry> blocks(String contig) {
    return blocks.getOrDefault(contig, List.of());
  }

  /// What it says of itself.
  public TableHead head() {
    return head;
  }

  @Override
  public void close() {
    arena.close();
  }
}
