package org.idiome.genomics.vcf;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;

/// Writes alternates of the record at hand as records of their own.
///
/// Of a field with a value for each allele, those of REF and of the alternate stay; of one with a
/// value for each genotype, those of the genotypes made of the two. A field whose count does not
/// fit its definition, or that has none, is written as missing. In a genotype the alternate becomes
/// 1; an allele that is another alternate becomes `.`, for the record says nothing of it any more,
/// and never 0. PGT stays where the genotype has the alternate. For one thread.
public final class AlleleSplitter {
  private static final String END = "END";

  private final VcfReader reader;
  private final VcfRecord record;
  private final VcfHeader header;
  private final Set<String> left;
  private final int[] leftNumbers;
  private final int[] rewritten;
  private final ValueChoice choice = new ValueChoice();
  private final ByteText out = new ByteText(1 << 10);

  /// @param reader whose records are written
  /// @param left keys of INFO that are left out
  public AlleleSplitter(VcfReader reader, Set<String> left) {
    this.reader = reader;
    this.left = Set.copyOf(left);
    this.leftNumbers = left.stream().mapToInt(reader.info()::number).toArray();
    this.rewritten =
        Stream.concat(left.stream(), Stream.of(END)).mapToInt(reader.info()::number).toArray();
    this.record = reader.record();
    this.header = reader.header();
  }

  /// What is written in the place of POS, REF and ALT.
  public record Written(int position1, String reference, String alternate) {}

  /// A line of its own, without its end, to whose INFO a field may still be added.
  public static final class Line {
    private final byte[] bytes;
    private final int infoStart;
    private final int infoEnd;

    private Line(byte[] bytes, int infoStart, int infoEnd) {
      this.bytes = bytes;
      this.infoStart = infoStart;
      this.infoEnd = infoEnd;
    }

    /// Puts it behind a text as it is.
    public void addTo(ByteText text) {
      text.put(bytes, 0, bytes.length);
    }

    /// Puts it behind a text with a field more in INFO.
    ///
    /// @param field key, equals sign, value
    public void addTo(ByteText text, String field) {
      addBeginTo(text);
      text.put(field);
      addEndTo(text);
    }

    /// Puts it behind a text up to where fields may be added to INFO; one must follow.
    public void addBeginTo(ByteText text) {
      begin(text, bytes, 0, infoStart, infoEnd);
    }

    /// Puts what stands behind INFO behind a text.
    public void addEndTo(ByteText text) {
      text.put(bytes, infoEnd, bytes.length);
    }
  }

  /// One alternate of the record at hand as a line.
  ///
  /// @param alternate its place in ALT
  /// @param more what is added to INFO
  public Line line(int alternate, Written as, List<String> more) {
    if (more.isEmpty() && isWrittenAs(as) && isWhole() && isInfoKept()) {
      return asItIs();
    }
    out.clear();
    column(VcfRecord.CHROM);
    out.put('\t').put(as.position1());
    tab().column(VcfRecord.POS + 1);
    out.put('\t').put(as.reference()).put('\t').put(as.alternate());
    tab().column(VcfRecord.QUAL);
    tab().column(VcfRecord.FILTER);
    int infoStart = tab().out.size();
    info(alternate, as, more);
    int infoEnd = out.size();
    if (header.hasGenotypes() && record.alternateCount() == 1) {
      tab().slice(record.columns.start(VcfRecord.FORMAT), record.end);
    } else if (header.hasGenotypes()) {
      tab().column(VcfRecord.FORMAT);
      for (int sample = 0; sample < header.samples().size(); sample++) {
        tab().sample(sample, alternate);
      }
    }
    return new Line(out.toBytes(), infoStart, infoEnd);
  }

  /// The record at hand as it is, but for the keys of INFO that are left out.
  public Line line() {
    return isLeavingOut() ? lineWithout() : asItIs();
  }

  private boolean isLeavingOut() {
    var info = reader.info();
    for (int key : leftNumbers) {
      if (info.isNamed(key)) {
        return true;
      }
    }
    return false;
  }

  private Line lineWithout() {
    out.clear();
    slice(record.start, record.columns.start(VcfRecord.INFO));
    int infoStart = out.size();
    int end = record.columns.end(VcfRecord.INFO);
    int from = record.columns.start(VcfRecord.INFO);
    while (from <= end) {
      int to = Ascii.find(record.bytes, from, end, ';');
      int key = Ascii.find(record.bytes, from, to, '=');
      if (!left.contains(Ascii.text(record.bytes, from, key))) {
        next(infoStart).slice(from, to);
      }
      from = to + 1;
    }
    if (out.size() == infoStart) {
      out.put('.');
    }
    int infoEnd = out.size();
    slice(end, record.end);
    return new Line(out.toBytes(), infoStart, infoEnd);
  }

  /// Puts the record at hand behind a text, but for the keys of INFO that are left out.
  ///
  /// @param fields what is added to INFO, joined; empty where nothing is
  public void addTo(ByteText text, ByteText fields) {
    int from = record.columns.start(VcfRecord.INFO);
    int to = record.columns.end(VcfRecord.INFO);
    if (isLeavingOut()) {
      var line = lineWithout();
      if (fields.size() == 0) {
        line.addTo(text);
      } else {
        line.addBeginTo(text);
        line.addEndTo(text.put(fields));
      }
    } else if (fields.size() == 0) {
      text.put(record.bytes, record.start, record.end);
    } else {
      begin(text, record.bytes, record.start, from, to);
      text.put(fields).put(record.bytes, to, record.end);
    }
  }

  /// Puts a line behind a text up to where fields may be added to INFO.
  private static void begin(ByteText text, byte[] bytes, int start, int infoStart, int infoEnd) {
    boolean isNone = infoStart == infoEnd || Ascii.isMissing(bytes, infoStart, infoEnd);
    text.put(bytes, start, isNone ? infoStart : infoEnd);
    if (!isNone && bytes[infoEnd - 1] != ';') {
      text.put(';');
    }
  }

  private Line asItIs() {
    return new Line(
        Arrays.copyOfRange(record.bytes, record.start, record.end),
        record.columns.start(VcfRecord.INFO) - record.start,
        record.columns.end(VcfRecord.INFO) - record.start);
  }

  private boolean isWrittenAs(Written as) {
    return record.position1() == as.position1()
        && is(VcfRecord.REF, as.reference())
        && is(VcfRecord.ALT, as.alternate());
  }

  private boolean is(int column, String text) {
    return Ascii.equals(
        record.bytes, record.columns.start(column), record.columns.end(column), text);
  }

  /// Whether no column is empty that would be written as missing.
  private boolean isWhole() {
    for (int column : VcfRecord.MAY_BE_EMPTY) {
      if (record.columns.start(column) == record.columns.end(column)) {
        return false;
      }
    }
    return true;
  }

  private AlleleSplitter tab() {
    out.put('\t');
    return this;
  }

  private void slice(int from, int to) {
    out.put(record.bytes, from, to);
  }

  private void column(int column) {
    if (record.columns.start(column) == record.columns.end(column)) {
      out.put('.');
    } else {
      slice(record.columns.start(column), record.columns.end(column));
    }
  }

  private void info(int alternate, Written as, List<String> more) {
    int start = out.size();
    int from = record.columns.start(VcfRecord.INFO);
    int end = record.columns.end(VcfRecord.INFO);
    if (from < end && !Ascii.isMissing(record.bytes, from, end)) {
      if (isInfoKept()) {
        slice(from, end);
        from = end + 1;
      }
      choice.of(record.alternateCount(), alternate);
      while (from <= end) {
        int to = Ascii.find(record.bytes, from, end, ';');
        infoField(from, to, start, as, alternate);
        from = to + 1;
      }
    }
    for (var one : more) {
      next(start).out.put(one);
    }
    if (out.size() == start) {
      out.put('.');
    }
  }

  private boolean isInfoKept() {
    var info = reader.info();
    for (int key : rewritten) {
      if (info.isNamed(key)) {
        return false;
      }
    }
    return record.alternateCount() == 1;
  }

  private AlleleSplitter next(int start) {
    if (out.size() > start && !out.endsWith(';')) {
      out.put(';');
    }
    return this;
  }

  private void infoField(int from, int to, int start, Written as, int alternate) {
    int equals = Ascii.find(record.bytes, from, to, '=');
    var key = Ascii.text(record.bytes, from, equals);
    if (left.contains(key)) {
      return;
    }
    next(start).slice(from, Math.min(equals + 1, to));
    if (equals == to) {
      return;
    }
    if (key.equals(END) && record.alternateKind(alternate) == AlleleKind.BASES) {
      out.put(as.position1() - 1 + as.reference().length());
      return;
    }
    var definition = header.definition("INFO", key);
    choice.write(
        definition == null ? FieldNumber.ANY : definition.number(),
        record.bytes,
        equals + 1,
        to,
        out);
  }

  private void sample(int place, int alternate) {
    var fields = reader.sample(place);
    var layout = record.layout;
    var genotype = fields.genotype();
    choice.of(record.alternateCount(), alternate);
    choice.ploidy(genotype.isPloidyKnown() ? genotype.ploidy() : 0);
    int local = fields.place(FormatKey.LAA);
    if (local >= 0 && local < fields.count()) {
      choice.local(fields.bytes(), fields.start(local), fields.end(local));
    }
    if (fields.count() == 0) {
      out.put('.');
    }
    int phase = fields.place(FormatKey.PGT);
    for (int i = 0; i < fields.count(); i++) {
      if (i > 0) {
        out.put(':');
      }
      var field = layout.fields().get(i);
      if (i == 0 && fields.place(FormatKey.GT) == 0) {
        genotype(fields, alternate);
      } else if (i == local) {
        out.put(choice.isLocal() ? "1" : choice.isLocalSaid() ? "" : ".");
      } else if (i == phase && !isIn(genotype, alternate)) {
        out.put('.');
      } else {
        choice.write(field.number(), fields.bytes(), fields.start(i), fields.end(i), out);
      }
    }
  }

  /// Whether a genotype has an alternate: PGT, which says on which side it is, says so of no other.
  private static boolean isIn(GenotypeText genotype, int alternate) {
    for (int copy = 0; copy < genotype.ploidy(); copy++) {
      if (genotype.allele(copy) == alternate + 1) {
        return true;
      }
    }
    return false;
  }

  /// The genotype with its signs as they are.
  private void genotype(SampleFields fields, int alternate) {
    var bytes = fields.bytes();
    int end = fields.end(0);
    int at = fields.start(0);
    while (at < end) {
      int digits = at;
      while (digits < end && bytes[digits] >= '0' && bytes[digits] <= '9') {
        digits++;
      }
      if (digits == at) {
        out.put((char) bytes[at++]);
        continue;
      }
      long allele = Ascii.integer(bytes, at, digits);
      out.put(allele == 0 ? '0' : allele == alternate + 1 ? '1' : '.');
      at = digits;
    }
  }
}
