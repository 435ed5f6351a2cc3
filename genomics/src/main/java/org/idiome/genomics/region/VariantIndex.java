package org.idiome.genomics.region;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.region.WantedRegions.Stretch;
import org.jspecify.annotations.Nullable;

/// An index of a variant file: which parts of it may hold records that overlap a stretch.
///
/// Tabix (`.tbi`) and CSI version 1 (`.csi`), as the hts-specs say (tabix.pdf, CSIv1.pdf). Places
/// are virtual: of the block in the file in the upper 48 bits, in the inflated block in the lower
/// 16. Immutable.
final class VariantIndex {
  private static final int TABIX_MAGIC = 0x01494254;
  private static final int CSI_MAGIC = 0x01495343;

  /// Tabix cuts contigs into stretches of 16 kb, six levels of bins.
  private static final int TABIX_SHIFT = 14;

  private static final int TABIX_DEPTH = 5;
  private static final int DEEPEST = 9;
  private static final int VCF = 2;
  private static final int BLOCK_BITS = 16;
  private static final int BITS_A_LEVEL = 3;

  /// A part of the file.
  record Chunk(long from, long to) {}

  /// A bin: its parts, and where the first record is that overlaps it (CSI).
  private record Bin(long first, List<Chunk> chunks) {}

  /// What the index says of a contig.
  private record Contig(NavigableMap<Long, Bin> bins, List<Long> firsts) {}

  private final int shift;
  private final int depth;
  private final Map<String, Contig> contigs;

  private VariantIndex(int shift, int depth, Map<String, Contig> contigs) {
    this.shift = shift;
    this.depth = depth;
    this.contigs = contigs;
  }

  /// The contigs that it names.
  Set<String> contigs() {
    return contigs.keySet();
  }

  /// Reads an index to its end and closes it; null where it is none, or leads out of its file.
  ///
  /// @param fileBytes size of the file it is of
  static @Nullable VariantIndex read(Input input, long fileBytes) throws IOException {
    try (input) {
      var reader = new Reading(input, fileBytes);
      var index = reader.index();
      return reader.isSound ? index : null;
    }
  }

  /// The parts that may hold records that overlap a stretch, sorted, joined where they touch.
  List<Chunk> chunks(String name, Stretch stretch) {
    var contig = contigs.get(name);
    if (contig == null) {
      return List.of();
    }
    long most = 1L << (shift + BITS_A_LEVEL * depth);
    long from = Math.max(0, stretch.start0());
    long to = Math.min(Math.max(from + 1, stretch.end0()), most);
    if (from >= to) {
      return List.of();
    }
    long first = first(contig, from);
    var found = new ArrayList<Chunk>();
    long offset = 0;
    int bits = shift + BITS_A_LEVEL * depth;
    for (int level = 0; level <= depth; level++) {
      add(contig, offset + (from >> bits), offset + ((to - 1) >> bits), first, found);
      offset += 1L << (BITS_A_LEVEL * level);
      bits -= BITS_A_LEVEL;
    }
    return joined(found);
  }

  /// The parts of the bins of a level, of those that are there: of wide stretches most are not.
  private static void add(Contig contig, long from, long to, long first, List<Chunk> found) {
    for (var bin : contig.bins().subMap(from, true, to, true).values()) {
      for (var chunk : bin.chunks()) {
        if (chunk.to() > first) {
          found.add(new Chunk(Math.max(chunk.from(), first), chunk.to()));
        }
      }
    }
  }

  /// Before this place no record overlaps what begins at a base.
  private long first(Contig contig, long from) {
    if (!contig.firsts().isEmpty()) {
      int at = (int) Math.min(from >> shift, contig.firsts().size() - 1L);
      return contig.firsts().get(at);
    }
    long offset = 0;
    for (int level = 0; level < depth; level++) {
      offset += 1L << (BITS_A_LEVEL * level);
    }
    int bits = shift;
    for (int level = depth; level >= 0; level--) {
      var bin = contig.bins().get(offset + (from >> bits));
      if (bin != null) {
        return bin.first();
      }
      bits += BITS_A_LEVEL;
      offset -= level == 0 ? 0 : 1L << (BITS_A_LEVEL * (level - 1));
    }
    return 0;
  }

  static List<Chunk> joined(List<Chunk> chunks) {
    var sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingLong(Chunk::from));
    var joined = new ArrayList<Chunk>();
    for (var one : sorted) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && one.from() <= last.to()) {
        joined.removeLast();
        joined.add(new Chunk(last.from(), Math.max(last.to(), one.to())));
      } else {
        joined.add(one);
      }
    }
    return joined;
  }

  /// Reads numbers, and nothing more once one cannot be.
  private static final class Reading {
    private final Input input;
    private final long fileBytes;
    private final byte[] word = new byte[Long.BYTES];
    private boolean isSound = true;

    Reading(Input input, long fileBytes) {
      this.input = input;
      this.fileBytes = fileBytes;
    }

    VariantIndex index() throws IOException {
      int magic = (int) number(Integer.BYTES);
      isSound &= magic == TABIX_MAGIC || magic == CSI_MAGIC;
      boolean isTabix = magic == TABIX_MAGIC;
      int shift = isTabix ? TABIX_SHIFT : (int) number(Integer.BYTES);
      int depth = isTabix ? TABIX_DEPTH : (int) number(Integer.BYTES);
      isSound &= shift > 0 && shift <= Integer.SIZE && depth >= 0 && depth <= DEEPEST;
      long count = isTabix ? count() : 0;
      if (!isTabix) {
        count();
      }
      isSound &= (number(Integer.BYTES) & 0xffff) == VCF;
      isSound &= number(Integer.BYTES) == 1 && number(Integer.BYTES) == 2;
      skip(Integer.BYTES);
      isSound &= number(Integer.BYTES) == '#';
      skip(Integer.BYTES);
      var names = names();
      count = isTabix ? count : count();
      isSound &= count == names.size();
      long bins = ((1L << (BITS_A_LEVEL * (Math.clamp(depth, 0, DEEPEST) + 1))) - 1) / 7;
      var contigs = new LinkedHashMap<String, Contig>();
      for (int i = 0; isSound && i < names.size(); i++) {
        contigs.put(names.get(i), contig(isTabix, bins));
      }
      return new VariantIndex(Math.clamp(shift, 1, 32), Math.clamp(depth, 0, DEEPEST), contigs);
    }

    private List<String> names() throws IOException {
      long bytes = count();
      var names = new ArrayList<String>();
      var name = new ByteArrayOutputStream();
      for (long i = 0; isSound && i < bytes; i++) {
        int one = (int) number(1);
        if (one == 0) {
          names.add(name.toString(StandardCharsets.UTF_8));
          name.reset();
        } else {
          name.write(one);
        }
      }
      return names;
    }

    /// @param bins how many there are; what is numbered behind them holds counts, not places
    private Contig contig(boolean isTabix, long bins) throws IOException {
      var there = new TreeMap<Long, Bin>();
      long count = count();
      for (long i = 0; isSound && i < count; i++) {
        long number = number(Integer.BYTES) & 0xffffffffL;
        long first = isTabix ? 0 : number(Long.BYTES);
        long chunks = count();
        var list = new ArrayList<Chunk>();
        for (long k = 0; isSound && k < chunks; k++) {
          var chunk = new Chunk(number(Long.BYTES), number(Long.BYTES));
          isSound &= number >= bins || isInFile(chunk);
          list.add(chunk);
        }
        if (number < bins) {
          isSound &= first >= 0 && first >>> BLOCK_BITS <= fileBytes;
          there.put(number, new Bin(first, list));
        }
      }
      return new Contig(there, isTabix ? firsts() : List.of());
    }

    private boolean isInFile(Chunk chunk) {
      return chunk.from() >= 0
          && chunk.to() >= chunk.from()
          && chunk.to() >>> BLOCK_BITS <= fileBytes;
    }

    private List<Long> firsts() throws IOException {
      long count = count();
      var firsts = new ArrayList<Long>();
      for (long i = 0; isSound && i < count; i++) {
        long first = number(Long.BYTES);
        isSound &= first >= 0 && first >>> BLOCK_BITS <= fileBytes;
        firsts.add(first);
      }
      return firsts;
    }

    private long count() throws IOException {
      long count = number(Integer.BYTES);
      isSound &= count >= 0;
      return isSound ? count : 0;
    }

    private void skip(int bytes) throws IOException {
      number(bytes);
    }

    private long number(int bytes) throws IOException {
      int read = 0;
      while (isSound && read < bytes) {
        int more = input.read(word, read, bytes - read);
        isSound &= more > 0;
        read += Math.max(0, more);
      }
      long number = 0;
      for (int i = bytes - 1; isSound && i >= 0; i--) {
        number = (number << Byte.SIZE) | (word[i] & 0xff);
      }
      return bytes == Integer.BYTES ? (int) number : number;
    }
  }
}
