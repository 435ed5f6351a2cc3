package org.idiome.genomics.gene;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.idiome.genomics.gene.GeneIndexHead.Section;
import org.idiome.genomics.gene.GeneIndexHead.Whole;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.ShortNumbers;

/// Writes compiled genes, to be opened again without reading them all. For one thread.
///
/// Eight bytes that say what it is; for each contig the first bases, ends, furthest ends and places
/// of its transcripts, as integers, then their records; the words that records share; the head; and
/// at the end where the head begins (8 bytes), its length (4), the CRC-32C of all before (4) and
/// the eight bytes again. All integers of fixed length are little-endian.
public final class GeneIndexWriter {
  static final String KIND = "IDIOMAG";
  static final byte[] MAGIC = (KIND + "2").getBytes(StandardCharsets.US_ASCII);

  /// Behind the head.
  static final int END_BYTES = 8 + 4 + 4 + 8;

  static final int FORWARD = 1;
  static final int CODING = 4;
  static final int START_KNOWN = 8;
  static final int END_KNOWN = 16;
  static final int PROTEIN = 32;

  /// From this bit on stands the number of the difference.
  static final int DIFFERENCE_SHIFT = 6;

  /// In the order of their bits, which the head names.
  private static final List<TranscriptTag> TAGS = List.of(TranscriptTag.values());

  private final CheckedOutputStream out;
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private long place;

  private GeneIndexWriter(OutputStream out) {
    this.out = new CheckedOutputStream(out, new CRC32C());
  }

  /// Writes all of it.
  ///
  /// @param source name of the file that was read
  /// @param sha256 of that file
  /// @param faults how many of its lines and transcripts could not be used
  public static void write(
      GeneModels models, String source, String sha256, long faults, OutputStream out)
      throws IOException {
    var plain = source.replaceAll("\\p{Cntrl}", " ");
    var head = new GeneIndexHead(plain, sha256, models.build(), models.count(), faults);
    new GeneIndexWriter(out).write(models, head);
  }

  private void write(GeneModels models, GeneIndexHead head) throws IOException {
    put(MAGIC);
    for (var contig : models.contigs().entrySet()) {
      put(contig.getKey(), contig.getValue());
    }
    long wordsAt = place;
    var text = new ByteText(1 << 16);
    words.keySet().forEach(word -> text(text, word));
    put(text.toBytes());
    var tags = TAGS.stream().map(TranscriptTag::code).toList();
    var whole = new Whole(head, wordsAt, words.size(), tags, sections);
    long headAt = place;
    var bytes = whole.text().getBytes(StandardCharsets.UTF_8);
    put(bytes);
    var end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    end.putLong(headAt).putInt(bytes.length);
    put(Arrays.copyOf(end.array(), end.position()));
    end.putInt((int) out.getChecksum().getValue()).put(MAGIC);
    out.write(end.array(), Long.BYTES + Integer.BYTES, Integer.BYTES + MAGIC.length);
    out.flush();
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    place += bytes.length;
  }

  private void put(String contig, ContigTranscripts transcripts) throws IOException {
    int count = transcripts.count();
    var arrays = ByteBuffer.allocate(4 * Integer.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    var records = new ByteText(1 << 16);
    for (int i = 0; i < count; i++) {
      arrays.putInt(Integer.BYTES * i, transcripts.start0(i));
      arrays.putInt(Integer.BYTES * (count + i), transcripts.end0(i));
      arrays.putInt(Integer.BYTES * (2 * count + i), transcripts.furthest0(i));
      arrays.putInt(Integer.BYTES * (3 * count + i), records.size());
      record(records, transcripts.transcript(i));
    }
    sections.add(new Section(contig, count, place, records.size()));
    put(arrays.array());
    put(records.toBytes());
  }

  private void record(ByteText to, Transcript one) {
    var coding = one.coding();
    var protein = coding == null ? null : coding.protein();
    int flags = one.isForward() ? FORWARD : 0;
    flags |= one.difference().bits() << DIFFERENCE_SHIFT;
    if (coding != null) {
      flags |= CODING | (coding.isStartKnown() ? START_KNOWN : 0);
      flags |= (coding.isEndKnown() ? END_KNOWN : 0) | (protein == null ? 0 : PROTEIN);
    }
    ShortNumbers.put(to, flags);
    int tags = 0;
    for (var tag : one.tags()) {
      tags |= 1 << TAGS.indexOf(tag);
    }
    ShortNumbers.put(to, tags);
    text(to, one.id());
    word(to, one.gene().id());
    word(to, one.gene().name());
    word(to, one.biotype());
    word(to, one.contig());
    exons(to, one);
    if (coding != null) {
      coding(to, coding);
    }
    if (protein != null) {
      text(to, protein);
    }
  }

  private static void exons(ByteText to, Transcript one) {
    ShortNumbers.put(to, one.exons());
    int last0 = 0;
    for (int i = 0; i < one.exons(); i++) {
      int exon = one.isForward() ? i : one.exons() - 1 - i;
      ShortNumbers.put(to, one.exonStart0(exon) - last0);
      ShortNumbers.put(to, one.exonEnd0(exon) - one.exonStart0(exon));
      last0 = one.exonEnd0(exon);
    }
  }

  private static void coding(ByteText to, CodingRegion coding) {
    ShortNumbers.put(to, coding.skip());
    ShortNumbers.put(to, coding.pieces());
    int last = 0;
    for (int i = 0; i < coding.pieces(); i++) {
      signed(to, coding.pieceStart(i) - last);
      signed(to, coding.pieceEnd(i) - coding.pieceStart(i));
      last = coding.pieceEnd(i);
    }
    var places = coding.selenocysteines();
    ShortNumbers.put(to, places.length);
    for (int at : places) {
      signed(to, at);
    }
  }

  /// Small numbers of either sign stay short.
  private static void signed(ByteText to, int number) {
    ShortNumbers.put(to, (number << 1) ^ (number >> (Integer.SIZE - 1)));
  }

  private static void text(ByteText to, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    ShortNumbers.put(to, bytes.length);
    to.put(bytes, 0, bytes.length);
  }

  private void word(ByteText to, String word) {
    ShortNumbers.put(to, words.computeIfAbsent(word, _ -> words.size()));
  }
}
