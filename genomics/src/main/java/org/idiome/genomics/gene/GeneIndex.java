package org.idiome.genomics.gene;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.GeneIndexHead.Section;
import org.idiome.genomics.gene.GeneIndexHead.Whole;
import org.idiome.genomics.io.ShortNumbers;
import org.jspecify.annotations.Nullable;

/// Compiled genes in their file, mapped into memory: a transcript is made when it is first asked
/// for. [GeneIndexWriter] says how the file lies. For any number of threads; the mapping ends when
/// nobody holds the models any more.
public final class GeneIndex {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private final String file;
  private final Whole whole;
  private final TranscriptTag[] tags;
  private final @Nullable String[] words;
  private final int[] wordStarts;
  private final byte[] wordBytes;

  private GeneIndex(Path path, String file) throws IOException {
    this.file = file;
    try (var channel = FileChannel.open(path)) {
      this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
    this.whole = head();
    this.tags = tags();
    if (whole.wordCount() > bytes.byteSize()) {
      throw damaged(file, "head");
    }
    this.words = new String[whole.wordCount()];
    this.wordStarts = new int[whole.wordCount() + 1];
    this.wordBytes = slice(whole.words(), headPlace() - whole.words());
    var in = new ShortNumbers.Cursor(wordBytes);
    for (int i = 0; i < words.length; i++) {
      wordStarts[i] = in.at();
      in.skip(in.next());
    }
    wordStarts[words.length] = in.at();
  }

  /// Whether a file begins as one does, of this release or another.
  public static boolean isOne(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var in = Files.newInputStream(path)) {
      var head = in.readNBytes(GeneIndexWriter.KIND.length());
      return new String(head, StandardCharsets.US_ASCII).equals(GeneIndexWriter.KIND);
    }
  }

  /// Opens one.
  ///
  /// @param name how problems call it
  /// @param problems takes how much of its source could not be used
  /// @throws BadInputException where it is damaged, or of another release
  public static GeneModels open(Path path, String name, Problems problems) throws IOException {
    try {
      return new GeneIndex(path, name).models(problems);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException _) {
      throw damaged(name, "head");
    }
  }

  private static BadInputException damaged(String file, String part) {
    return new BadInputException(
        Problem.of(ProblemCode.GENES_INDEX_DAMAGED, Place.file(file), "part", part));
  }

  private long headPlace() {
    return bytes.get(LONG, bytes.byteSize() - GeneIndexWriter.END_BYTES);
  }

  private Whole head() {
    var magic = GeneIndexWriter.MAGIC;
    if (bytes.byteSize() < magic.length + GeneIndexWriter.END_BYTES
        || bytes.byteSize() > Integer.MAX_VALUE) {
      throw damaged(file, "length");
    }
    if (bytes.get(ValueLayout.JAVA_BYTE, magic.length - 1L) != magic[magic.length - 1]) {
      throw new BadInputException(
          Problem.of(ProblemCode.GENES_INDEX_OTHER_RELEASE, Place.file(file)));
    }
    if (!Arrays.equals(slice(bytes.byteSize() - magic.length, magic.length), magic)) {
      throw damaged(file, "end");
    }
    long sumAt = bytes.byteSize() - magic.length - Integer.BYTES;
    var sum = new CRC32C();
    sum.update(bytes.asSlice(0, sumAt).asByteBuffer());
    if ((int) sum.getValue() != bytes.get(INT, sumAt)) {
      throw damaged(file, "checksum");
    }
    int length = bytes.get(INT, sumAt - Integer.BYTES);
    return Whole.of(new String(slice(headPlace(), length), StandardCharsets.UTF_8));
  }

  private TranscriptTag[] tags() {
    return whole.tags().stream()
        .map(code -> TranscriptTag.valueOf(code.toUpperCase(Locale.ROOT)))
        .toArray(TranscriptTag[]::new);
  }

  private byte[] slice(long place, long length) {
    return bytes.asSlice(place, length).toArray(ValueLayout.JAVA_BYTE);
  }

  private GeneModels models(Problems problems) {
    var byContig = new TreeMap<String, ContigTranscripts>();
    for (var section : whole.sections()) {
      byContig.put(section.contig(), transcripts(section));
    }
    var head = whole.head();
    if (head.faults() > 0) {
      problems.add(
          Problem.of(
              ProblemCode.GENES_INDEX_PARTLY,
              Place.file(file),
              "count",
              Long.toString(head.faults()),
              "source",
              head.source()));
    }
    return new GeneModels(byContig, head.build(), "").from(head.source(), head.sha256());
  }

  private ContigTranscripts transcripts(Section section) {
    int count = section.count();
    long size = (long) Integer.BYTES * count;
    var starts0 = integers(section.place(), count);
    var ends0 = integers(section.place() + size, count);
    var furthest0 = integers(section.place() + 2 * size, count);
    long places = section.place() + 3 * size;
    long records = places + size;
    return new ContigTranscripts(
        starts0,
        ends0,
        furthest0,
        i -> {
          try {
            int from = bytes.get(INT, places + (long) Integer.BYTES * i);
            int to =
                i + 1 < count
                    ? bytes.get(INT, places + (long) Integer.BYTES * (i + 1))
                    : section.recordBytes();
            var made = transcript(slice(records + from, to - from));
            if (made.start0() != starts0[i] || made.end0() != ends0[i]) {
              throw new IllegalArgumentException("place");
            }
            return made;
          } catch (IndexOutOfBoundsException
              | IllegalArgumentException
              | NegativeArraySizeException _) {
            throw damaged(file, "transcript " + i + " of " + section.contig());
          }
        });
  }

  private int[] integers(long place, int count) {
    return bytes.asSlice(place, (long) Integer.BYTES * count).toArray(INT);
  }

  private Transcript transcript(byte[] record) {
    var in = new ShortNumbers.Cursor(record);
    int flags = in.next();
    var own = tags(in.next());
    var id = text(in, record);
    var gene = new Gene(word(in.next()), word(in.next()));
    var names = new Transcript.Names(id, gene, word(in.next()), word(in.next()));
    var exons = new int[2][count(in, record)];
    int last0 = 0;
    for (int i = 0; i < exons[0].length; i++) {
      exons[0][i] = last0 + in.next();
      last0 = exons[0][i] + in.next();
      exons[1][i] = last0;
    }
    boolean isCoding = (flags & GeneIndexWriter.CODING) != 0;
    return new Transcript(
        names,
        (flags & GeneIndexWriter.FORWARD) != 0,
        exons,
        isCoding ? coding(in, record, flags) : null,
        own,
        Difference.ofBits(flags >> GeneIndexWriter.DIFFERENCE_SHIFT));
  }

  private Set<TranscriptTag> tags(int bits) {
    var own = EnumSet.noneOf(TranscriptTag.class);
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      own.add(tags[Integer.numberOfTrailingZeros(rest)]);
    }
    return own;
  }

  private static CodingRegion coding(ShortNumbers.Cursor in, byte[] record, int flags) {
    int skip = in.next();
    var pieces = new int[2][count(in, record)];
    int last = 0;
    for (int i = 0; i < pieces[0].length; i++) {
      pieces[0][i] = last + signed(in);
      last = pieces[0][i] + signed(in);
      pieces[1][i] = last;
    }
    var places = new int[Math.min(in.next(), record.length)];
    for (int i = 0; i < places.length; i++) {
      places[i] = signed(in);
    }
    return new CodingRegion(
        pieces,
        skip,
        (flags & GeneIndexWriter.START_KNOWN) != 0,
        (flags & GeneIndexWriter.END_KNOWN) != 0,
        places,
        (flags & GeneIndexWriter.PROTEIN) == 0 ? null : text(in, record));
  }

  /// How many follow: at least one, and no more than there are bytes.
  private static int count(ShortNumbers.Cursor in, byte[] record) {
    int count = in.next();
    if (count < 1 || count > record.length) {
      throw new IllegalArgumentException("count");
    }
    return count;
  }

  private static int signed(ShortNumbers.Cursor in) {
    int number = in.next();
    return (number >>> 1) ^ -(number & 1);
  }

  private static String text(ShortNumbers.Cursor in, byte[] from) {
    int length = in.next();
    int at = in.at();
    in.skip(length);
    return new String(from, at, length, StandardCharsets.UTF_8);
  }

  private String word(int number) {
    var word = words[number];
    if (word == null) {
      var in = new ShortNumbers.Cursor(wordBytes);
      in.skip(wordStarts[number]);
      word = text(in, wordBytes);
      words[number] = word;
    }
    return word;
  }
}
