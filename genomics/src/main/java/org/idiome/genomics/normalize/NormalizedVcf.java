package org.idiome.genomics.normalize;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import org.idiome.genomics.io.WrittenBehind;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.idiome.genomics.vrs.AlleleIdentifiers;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;

/// Writes a variant file with one alternate a record, each in its normal form with its identifier.
///
/// Records stay sorted where they were: what moves to the left waits for what may come before it
/// within [#WINDOW] bases. Nothing is written before it is likely that the reference is the right
/// one. An unspecified alternate (`<*>`, `<NON_REF>`) beside others is a record of its own that
/// stays where it was, with all of REF: what it says is about that stretch. For one thread.
public final class NormalizedVcf implements AutoCloseable {
  /// How far behind a record another may still move.
  static final int WINDOW = 10_000;

  static final String IDENTIFIERS = "VRS_Allele_IDs";

  /// The key of INFO in which a record stands as it was.
  public static final String FROM = "NORMALIZED_FROM";

  private static final String NOTE = "NORMALIZED_NOTE";

  private static final SequencedMap<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    define(
        IDENTIFIERS,
        "R",
        "GA4GH VRS 2 identifiers of the alleles of REF and ALT; . where none can be computed");
    define(
        FROM,
        "1",
        "The record as it was, where it was another: POS|REF|alternates joined by /|which of them");
    define(NOTE, ".", "Why the allele has no normal form, or what must be known beside it");
  }

  private static void define(String key, String number, String meaning) {
    var line = "##INFO=<ID=" + key + ",Number=" + number + ",Type=String,Description=\"";
    DEFINITIONS.put(key, line + meaning + "\">");
  }

  private final VcfReader reader;
  private final Normalizer normalizer;
  private final boolean hasIdentifiers;
  private final SequencedMap<String, String> definitions;
  private final AlleleSplitter splitter;
  private final WrittenBehind<NormalizedLine> out;
  private final PriorityQueue<NormalizedLine> waiting = new PriorityQueue<>();
  private boolean hasBegun;
  private int contig = -1;
  private int stretch;
  private long order;
  private int lastStretch;
  private int lastPosition1;
  private long late;

  /// @param normalizer of the reader
  /// @param hasIdentifiers whether identifiers are written; they take as long as all else
  public NormalizedVcf(
      VcfReader reader, Normalizer normalizer, boolean hasIdentifiers, OutputStream out) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.hasIdentifiers = hasIdentifiers;
    var written = new LinkedHashMap<>(DEFINITIONS);
    if (!hasIdentifiers) {
      written.remove(IDENTIFIERS);
    }
    this.definitions = written;
    this.splitter = new AlleleSplitter(reader, written.keySet());
    var identifiers = new AlleleIdentifiers();
    this.out = new WrittenBehind<>(out, (text, line) -> line.addTo(text, identifiers));
  }

  /// Takes the record at hand, which is readable, and answers with its alleles.
  public List<NormalizedAllele> add() throws IOException {
    var record = reader.record();
    if (record.contig() != contig) {
      contig = record.contig();
      stretch++;
    }
    if (normalizer.isSettled()) {
      flush(stretch, record.position1() - WINDOW);
    }
    var alleles = normalizer.alleles();
    if (isWhole(record)) {
      queue(record.position1(), splitter.line(), null, null);
      return alleles;
    }
    for (int i = 0; i < alleles.size(); i++) {
      var allele = alleles.get(i);
      var as = written(allele);
      var line = splitter.line(i, as, said(i, allele));
      var normal = allele.normal();
      var names = hasIdentifiers ? allele.names() : null;
      if (names == null || normal == null) {
        queue(as.position1(), line, null, null);
      } else {
        queue(as.position1(), line, names.same(normal), names.vrs());
      }
    }
    return alleles;
  }

  /// Whether a record is written as it is: a statement about a stretch alone.
  private static boolean isWhole(VcfRecord record) {
    return record.alternateCount() == 0
        || (record.alternateCount() == 1 && record.hasAlternate(AlleleKind.UNSPECIFIED));
  }

  private static AlleleSplitter.Written written(NormalizedAllele allele) {
    var normal = allele.normal();
    return normal == null
        ? new AlleleSplitter.Written(allele.position1(), allele.reference(), allele.alternate())
        : new AlleleSplitter.Written(normal.position1(), normal.reference(), normal.alternate());
  }

  /// What is added to INFO.
  private List<String> said(int alternate, NormalizedAllele allele) {
    var record = reader.record();
    boolean isOther = record.alternateCount() > 1 || allele.isWrittenOtherwise();
    if (!isOther && allele.notes().isEmpty()) {
      return List.of();
    }
    var said = new ArrayList<String>();
    if (isOther) {
      said.add(FROM + "=" + from(record, alternate));
    }
    if (!allele.notes().isEmpty()) {
      said.add(NOTE + "=" + String.join(",", allele.noteCodes()));
    }
    return said;
  }

  private static String from(VcfRecord record, int alternate) {
    return String.join(
        "|",
        Integer.toString(record.position1()),
        record.reference(),
        String.join("/", record.alternates()),
        Integer.toString(alternate + 1));
  }

  private void queue(
      int position1, AlleleSplitter.Line line, @Nullable VrsAllele same, @Nullable VrsAllele own) {
    waiting.add(new NormalizedLine(stretch, position1, order++, line, same, own));
  }

  /// Writes what stands before a position of a stretch.
  private void flush(int behind, int before1) throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      out.begin(reader.header().text(definitions));
    }
    while (!waiting.isEmpty() && isBefore(waiting.element(), behind, before1)) {
      var line = waiting.remove();
      if (line.stretch() != lastStretch) {
        lastStretch = line.stretch();
        lastPosition1 = 0;
      }
      late += line.position1() < lastPosition1 ? 1 : 0;
      lastPosition1 = Math.max(lastPosition1, line.position1());
      out.add(line);
    }
  }

  private static boolean isBefore(NormalizedLine line, int stretch, int before1) {
    return line.stretch() < stretch || (line.stretch() == stretch && line.position1() < before1);
  }

  /// Writes what still waits.
  ///
  /// @return how many records stand behind one that they should stand before, because they moved
  ///   further than the window or were not sorted
  public long end() throws IOException {
    flush(Integer.MAX_VALUE, Integer.MAX_VALUE);
    out.end();
    return late;
  }

  /// Waits for what is being written.
  @Override
  public void close() {
    out.close();
  }
}
