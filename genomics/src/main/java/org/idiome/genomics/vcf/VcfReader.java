package org.idiome.genomics.vcf;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteDictionary;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;

/// Reads a VCF file from its first line to its last, once, record by record.
///
/// Damage has a reach: of a file it throws, of anything smaller it is noted and the reading goes
/// on. [#record] is one object, filled anew by [#next]; nothing is allocated for a record that is
/// passed over and has no fault. For one thread.
public final class VcfReader implements Closeable {
  private static final int MOST_LAYOUTS = 100_000;

  private final Input input;
  private final LineReader lines;
  private final VcfLimits limits;
  private final Problems problems;
  private final Diagnostics diagnostics;
  private final VcfHeader header;
  private final ContigColumn contigs;
  private final Filters filters;
  private final InfoFields info;
  private final RecordEnd ends;
  private final StructuralChecks structures;
  private final ByteDictionary formats = new ByteDictionary();
  private final List<FormatLayout> layouts = new ArrayList<>();
  private int lastFormat = ByteDictionary.ABSENT;
  private final Set<String> undefined = new HashSet<>();
  private final VcfRecord record = new VcfRecord();
  private final SampleFields sample;
  private final Filters sampleFilters;
  private long comments;

  /// Reads the header.
  ///
  /// @throws org.idiome.core.problem.BadInputException where the file is none that can be read
  public VcfReader(Input input, VcfLimits limits, Problems problems) throws IOException {
    this.input = input;
    this.limits = limits;
    this.problems = problems;
    requireText(input);
    this.lines = new LineReader(input, limits.file());
    this.diagnostics = new Diagnostics(input.name(), problems);
    this.header = new HeaderReader(lines, diagnostics, limits.columns()).read();
    this.contigs = new ContigColumn(header.contigs(), diagnostics);
    this.filters = new Filters(header.filters(), diagnostics);
    this.info = new InfoFields(header, diagnostics);
    this.ends = new RecordEnd(info, diagnostics);
    this.structures = new StructuralChecks(info, diagnostics);
    this.sample = new SampleFields(header.version(), diagnostics);
    this.sampleFilters = new Filters(header.filters(), diagnostics);
  }

  /// What holds no lines is called what it is, not a file without a header.
  private static void requireText(Input input) throws IOException {
    var binary = input.content().binary();
    if (binary != null) {
      throw new BadInputException(
          Problem.of(ProblemCode.FILE_NOT_RECOGNISED, Place.file(input.name()), "content", binary));
    }
  }

  /// What stands above the records.
  public VcfHeader header() {
    return header;
  }

  /// Moves to the next record, readable or not; false after the last one.
  public boolean next() throws IOException {
    while (lines.next()) {
      diagnostics.line(lines.buffer(), lines.start(), lines.end(), lines.number());
      if (!lines.isEnded()) {
        diagnostics.add(ProblemCode.VCF_LAST_LINE, lines.end(), lines.end());
      }
      if (lines.start() == lines.end()) {
        diagnostics.add(ProblemCode.VCF_BLANK_LINE, lines.start(), lines.end());
      } else if (lines.buffer()[lines.start()] == '#') {
        comment();
      } else {
        read();
        return true;
      }
    }
    if (lines.mixedEndsAt() > 0) {
      problems.add(
          Problem.of(
              ProblemCode.FILE_MIXED_LINE_ENDS, Place.line(input.name(), lines.mixedEndsAt())));
    }
    return false;
  }

  /// Two files one behind the other may be of two persons: what begins a file is no comment.
  private void comment() {
    if (isBegin("##fileformat=") || isBegin("#CHROM\t")) {
      throw diagnostics.fatal(ProblemCode.VCF_HEADER_AGAIN);
    }
    comments++;
    diagnostics.add(ProblemCode.VCF_COMMENT_LINE, lines.start(), lines.end());
  }

  private boolean isBegin(String word) {
    int end = lines.start() + word.length();
    return end <= lines.end() && Ascii.equals(lines.buffer(), lines.start(), end, word);
  }

  private void read() {
    record.bytes = lines.buffer();
    record.start = lines.start();
    record.end = lines.end();
    record.line = lines.number();
    record.isReadable = false;
    record.isPlaced = false;
    record.layout = FormatLayout.NONE;
    record.columns.split(record.bytes, record.start, record.end);
    boolean isWhole = readLine();
    boolean isPlaced = readPlace();
    record.isReadable = isWhole && isPlaced && readAlleles() && readRest();
  }

  /// Whether the line as such can be a record.
  private boolean readLine() {
    var columns = record.columns;
    if (!columns.isAscii() && !Ascii.isUtf8(record.bytes, record.start, record.end)) {
      diagnostics.add(ProblemCode.VCF_NOT_UTF8, record.start, record.end);
    }
    int expected = header.recordColumns();
    boolean isSpare =
        columns.count() == expected + 1
            && header.endsInTab()
            && columns.start(expected) == columns.end(expected);
    if (columns.count() != expected && !isSpare) {
      diagnostics.add(
          ProblemCode.VCF_COLUMNS,
          record.start,
          record.end,
          "columns",
          columns.count() + " of " + expected);
      return false;
    }
    if (columns.controlAt() >= 0) {
      diagnostics.add(ProblemCode.FILE_CONTROL_CHARACTER, columns.controlAt(), columns.controlAt());
      return false;
    }
    return true;
  }

  /// Reads CHROM, POS and the length of REF, as far as a damaged line has them.
  private boolean readPlace() {
    var columns = record.columns;
    if (columns.count() <= VcfRecord.REF) {
      return false;
    }
    int chrom = columns.start(VcfRecord.CHROM);
    record.contig = contigs.read(record.bytes, chrom, columns.end(VcfRecord.CHROM));
    int from = columns.start(VcfRecord.POS);
    int to = columns.end(VcfRecord.POS);
    long position = ContigColumn.position(record.bytes, from, to);
    if (position < 0) {
      diagnostics.add(ProblemCode.VCF_POS, from, to);
      return false;
    }
    if (record.contig == ContigColumn.NONE) {
      return false;
    }
    record.position1 = (int) position;
    record.referenceBases = columns.end(VcfRecord.REF) - columns.start(VcfRecord.REF);
    record.end1 = position - 1 + record.referenceBases;
    record.hasStatedEnd = false;
    record.isPlaced = true;
    contigs.place(record.contig, record.position1, from, to);
    return true;
  }

  private boolean readAlleles() {
    var columns = record.columns;
    int from = columns.start(VcfRecord.REF);
    int to = columns.end(VcfRecord.REF);
    if (from == to || !Bases.areCodes(record.bytes, from, to)) {
      diagnostics.add(ProblemCode.VCF_REF, from, to);
      return false;
    }
    if (Bases.count(record.bytes, from, to) != to - from) {
      diagnostics.add(ProblemCode.VCF_REF_AMBIGUOUS, from, to);
    }
    var alternates = record.alternates;
    int start = columns.start(VcfRecord.ALT);
    int end = columns.end(VcfRecord.ALT);
    if (!alternates.read(record.bytes, start, end, limits.alternates())) {
      diagnostics.add(ProblemCode.VCF_ALT, alternates.faultAt(), end, "fault", alternates.fault());
      return false;
    }
    for (int i = 0; i < alternates.count(); i++) {
      if (alternates.kind(i).isSequence() && !isSequenceAllele(i, from, to)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSequenceAllele(int i, int from, int to) {
    int start = record.alternates.start(i);
    int end = record.alternates.end(i);
    if (Bases.equal(record.bytes, start, end, from, to)) {
      diagnostics.add(ProblemCode.VCF_ALT, start, end, "fault", "equal to REF");
      return false;
    }
    if (record.position1 == 0) {
      diagnostics.add(
          ProblemCode.VCF_POS, record.columns.start(VcfRecord.POS), start, "fault", "bases at 0");
      return false;
    }
    return true;
  }

  private boolean readRest() {
    var columns = record.columns;
    for (int column : VcfRecord.MAY_BE_EMPTY) {
      if (columns.start(column) == columns.end(column)) {
        diagnostics.add(ProblemCode.VCF_COLUMN_EMPTY, columns.start(column), columns.end(column));
      }
    }
    int from = columns.start(VcfRecord.QUAL);
    int to = columns.end(VcfRecord.QUAL);
    if (!record.isQualityMissing() && !Ascii.isFloat(record.bytes, from, to)) {
      diagnostics.add(ProblemCode.VCF_QUAL, from, to);
      return false;
    }
    if (from < to && record.bytes[from] == '-' && record.quality() < 0) {
      diagnostics.add(ProblemCode.VCF_QUAL_NEGATIVE, from, to);
    }
    record.filter =
        filters.read(record.bytes, columns.start(VcfRecord.FILTER), columns.end(VcfRecord.FILTER));
    info.read(
        record.bytes,
        columns.start(VcfRecord.INFO),
        columns.end(VcfRecord.INFO),
        record.alternates.count(),
        record.columns.hasBlank());
    ends.set(record);
    checkEnd();
    if (header.version().isSince(4)) {
      structures.check(record);
    }
    if (header.hasGenotypes()) {
      record.layout = layout(columns.start(VcfRecord.FORMAT), columns.end(VcfRecord.FORMAT));
    }
    return true;
  }

  /// What joins or stands for a stretch may lie behind the last base: at the telomere.
  private void checkEnd() {
    int end1 = record.end0();
    boolean isTelomere = end1 == record.position1 && !record.alternates.has(AlleleKind.BASES);
    contigs.end(
        record.contig,
        isTelomere ? end1 - 1 : end1,
        record.columns.start(VcfRecord.POS),
        record.columns.end(VcfRecord.POS));
  }

  private FormatLayout layout(int from, int to) {
    boolean isAsLast =
        lastFormat != ByteDictionary.ABSENT && formats.is(lastFormat, record.bytes, from, to);
    int id = isAsLast ? lastFormat : formats.find(record.bytes, from, to);
    lastFormat = id;
    FormatLayout layout;
    if (id == ByteDictionary.ABSENT) {
      layout = FormatLayout.read(Ascii.text(record.bytes, from, to), header);
      if (formats.size() < MOST_LAYOUTS) {
        formats.add(record.bytes, from, to);
        layouts.add(layout);
      }
      reportUndefined(layout, from, to);
    } else {
      layout = layouts.get(id);
    }
    var fault = layout.fault();
    if (fault != null) {
      diagnostics.add(ProblemCode.VCF_FORMAT, from, to, "fault", fault);
    }
    return layout;
  }

  private void reportUndefined(FormatLayout layout, int from, int to) {
    for (var field : layout.fields()) {
      var key = "FORMAT " + field.key();
      boolean isNew = !header.defines("FORMAT", field.key()) && undefined.add(key);
      if (isNew) {
        diagnostics.add(ProblemCode.VCF_NOT_DEFINED, from, to, "key", key);
      }
    }
  }

  /// How problems call the file.
  public String name() {
    return input.name();
  }

  /// The record at hand; the same object each time.
  public VcfRecord record() {
    return record;
  }

  /// The values of an INFO key of a readable record, percent codes decoded; empty where it has none
  /// that is understood.
  public List<String> info(String key) {
    return info.texts(info.number(key));
  }

  /// What INFO of a readable record says of an alternate, as written: its own value of a key with
  /// one for each alternate or allele, else all that stands there; of a flag that is set 1. Empty
  /// where it says nothing.
  ///
  /// @param alternate its place in ALT
  public String info(String key, int alternate) {
    return info.text(info.number(key), alternate);
  }

  /// The number by which [#hasInfo] is asked for a key.
  public int infoNumber(String key) {
    return info.number(key);
  }

  /// Whether INFO of a readable record names a key.
  ///
  /// @param number of the key
  public boolean hasInfo(int number) {
    return info.isNamed(number);
  }

  /// The value of an INFO key as it is written, whatever its definition says; empty where the
  /// record has none.
  public String infoAsWritten(String key) {
    int end = record.columns.end(VcfRecord.INFO);
    int from = record.columns.start(VcfRecord.INFO);
    while (from < end) {
      int to = Ascii.find(record.bytes, from, end, ';');
      int equals = Ascii.find(record.bytes, from, to, '=');
      if (equals < to && Ascii.equals(record.bytes, from, equals, key)) {
        return Ascii.text(record.bytes, equals + 1, to);
      }
      from = to + 1;
    }
    return "";
  }

  /// INFO of the record at hand.
  InfoFields info() {
    return info;
  }

  /// What a readable record says of a sample; the same object each time.
  ///
  /// @param place of the sample among the samples of the header
  public SampleFields sample(int place) {
    int column = VcfRecord.FIRST_SAMPLE + place;
    sample.read(
        record.layout,
        record.bytes,
        record.columns.start(column),
        record.columns.end(column),
        record.alternates.count());
    return sample;
  }

  /// What the FT of a sample says; that no filter was applied where there is none.
  Filters.Verdict sampleFilter(SampleFields fields) {
    int place = fields.place(FormatKey.FT);
    return fields.hasValue(place)
        ? sampleFilters.read(fields.bytes(), fields.start(place), fields.end(place))
        : Filters.NOT_APPLIED;
  }

  /// Filters of the sample alone that rejected its call; empty where none did.
  public List<String> failedSampleFilters(SampleFields fields) {
    return sampleFilter(fields).names();
  }

  /// The end, 0-based and exclusive, of a reference block for one sample.
  public int blockEnd0(SampleFields fields) {
    return ends.block(record, fields);
  }

  /// Name of a contig as written in the records.
  public String contigName(int contig) {
    return contigs.name(contig);
  }

  /// How many contigs the records named so far.
  public int contigCount() {
    return contigs.count();
  }

  /// Whether the records so far were sorted by position, each contig in one piece.
  public boolean isSorted() {
    return contigs.isSorted();
  }

  /// Lines beginning with `#` after the header.
  public long comments() {
    return comments;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
