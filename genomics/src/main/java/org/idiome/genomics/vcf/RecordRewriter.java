package org.idiome.genomics.vcf;

import java.util.Map;
import java.util.Set;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;

/// Writes the record at hand at another place, with other alleles. For one thread.
///
/// Where REF and an alternate have changed places, genotypes are told anew, and values of Number A,
/// R and G follow their alleles. Other fields stay only where it is known that they say nothing of
/// REF: the rest is left out of INFO, and missing in FORMAT.
public final class RecordRewriter {
  private static final int NONE = -1;

  private final VcfReader reader;
  private final VcfRecord record;
  private final VcfHeader header;
  private final ValueExchange exchange = new ValueExchange();
  private final ByteText out = new ByteText(1 << 10);

  /// @param reader whose records are written
  public RecordRewriter(VcfReader reader) {
    this.reader = reader;
    this.record = reader.record();
    this.header = reader.header();
  }

  /// What is written in the place of what.
  ///
  /// @param alternates the ALT column
  /// @param exchanged the alternate that changed places with REF, from 0; -1 for none
  /// @param isUnphased whether genotypes lose their phase
  /// @param left keys of INFO and FORMAT of which nothing is written
  /// @param kept keys that stay when alleles are exchanged, besides those of Number A, R and G
  /// @param info values of INFO that take the place of others of the same key
  /// @param more what is added to INFO
  /// @param mark what is added to INFO where anything was left out
  public record Change(
      String contig,
      int position1,
      String reference,
      String alternates,
      int exchanged,
      boolean isUnphased,
      Set<String> left,
      Set<String> kept,
      Map<String, String> info,
      String more,
      String mark) {

    /// Copies sets and values.
    public Change {
      left = Set.copyOf(left);
      kept = Set.copyOf(kept);
      info = Map.copyOf(info);
    }
  }

  /// Whether alleles of the record may be exchanged: not where samples list alleles of their own.
  public boolean isExchangeable() {
    return record.layout.place(FormatKey.LAA) == FormatLayout.ABSENT;
  }

  /// Whether FORMAT has a key.
  public boolean hasFormat(FormatKey key) {
    return record.layout.place(key) != FormatLayout.ABSENT;
  }

  /// The line, without its end.
  public byte[] line(Change as) {
    out.clear();
    exchange.of(record.alternateCount(), as.exchanged());
    out.put(as.contig()).put('\t').put(as.position1()).put('\t');
    column(VcfRecord.POS + 1);
    out.put('\t').put(as.reference()).put('\t').put(as.alternates()).put('\t');
    column(VcfRecord.QUAL);
    out.put('\t');
    column(VcfRecord.FILTER);
    out.put('\t');
    info(as);
    if (header.hasGenotypes()) {
      out.put('\t');
      samples(as);
    }
    return out.toBytes();
  }

  private void column(int column) {
    int from = record.columns.start(column);
    int to = record.columns.end(column);
    if (from == to) {
      out.put('.');
    } else {
      out.put(record.bytes, from, to);
    }
  }

  private void info(Change as) {
    int begin = out.size();
    int from = record.columns.start(VcfRecord.INFO);
    int end = record.columns.end(VcfRecord.INFO);
    boolean isLeft = leavesOutOfFormat(as);
    if (from < end && !Ascii.isMissing(record.bytes, from, end)) {
      while (from <= end) {
        int to = Ascii.find(record.bytes, from, end, ';');
        isLeft |= !infoField(from, to, begin, as);
        from = to + 1;
      }
    }
    if (!as.more().isEmpty()) {
      next(begin).put(as.more());
    }
    if (isLeft && !as.mark().isEmpty()) {
      next(begin).put(as.mark());
    }
    if (out.size() == begin) {
      out.put('.');
    }
  }

  private ByteText next(int begin) {
    return out.size() > begin ? out.put(';') : out;
  }

  /// Whether the field is written, whole.
  private boolean infoField(int from, int to, int begin, Change as) {
    int equals = Ascii.find(record.bytes, from, to, '=');
    var key = Ascii.text(record.bytes, from, equals);
    if (as.left().contains(key)) {
      return false;
    }
    var instead = as.info().get(key);
    if (instead != null) {
      next(begin).put(key).put('=').put(instead);
      return true;
    }
    if (as.exchanged() < 0 || as.kept().contains(key)) {
      next(begin).put(record.bytes, from, to);
      return true;
    }
    var definition = header.definition("INFO", key);
    if (definition == null || equals == to || !definition.number().isByAllele()) {
      return false;
    }
    next(begin).put(key).put('=');
    exchange.write(definition.number(), 0, record.bytes, equals + 1, to, out);
    return true;
  }

  private boolean isKept(FieldDefinition field, Change as) {
    var key = field.key();
    if (as.left().contains(key)) {
      return false;
    }
    return as.exchanged() < 0
        || as.kept().contains(key)
        || isGenotype(key)
        || field.number().isByAllele();
  }

  private static boolean isGenotype(String key) {
    return key.equals(FormatKey.GT.name()) || key.equals(FormatKey.PGT.name());
  }

  private boolean leavesOutOfFormat(Change as) {
    for (var field : record.layout.fields()) {
      if (!isKept(field, as)) {
        return true;
      }
    }
    return false;
  }

  private void samples(Change as) {
    if (as.exchanged() < 0 && !as.isUnphased() && !leavesOutOfFormat(as)) {
      out.put(record.bytes, record.columns.start(VcfRecord.FORMAT), record.end);
      return;
    }
    column(VcfRecord.FORMAT);
    for (int place = 0; place < header.samples().size(); place++) {
      out.put('\t');
      sample(reader.sample(place), as);
    }
  }

  private void sample(SampleFields fields, Change as) {
    if (!fields.isReadable() || fields.count() == 0) {
      out.put('.');
      return;
    }
    int ploidy = fields.genotype().isPloidyKnown() ? fields.genotype().ploidy() : 0;
    for (int i = 0; i < fields.count(); i++) {
      if (i > 0) {
        out.put(':');
      }
      var field = record.layout.fields().get(i);
      int from = fields.start(i);
      int to = fields.end(i);
      if (from == to || !isKept(field, as)) {
        out.put('.');
      } else if (isGenotype(field.key())) {
        boolean isUnphased = as.isUnphased() && field.key().equals(FormatKey.GT.name());
        genotype(fields.bytes(), from, to, as.exchanged(), isUnphased);
      } else if (as.exchanged() < 0 || as.kept().contains(field.key())) {
        out.put(fields.bytes(), from, to);
      } else {
        exchange.write(field.number(), ploidy, fields.bytes(), from, to, out);
      }
    }
  }

  private void genotype(byte[] bytes, int from, int to, int exchanged, boolean isUnphased) {
    int at = from;
    while (at < to) {
      int digits = at;
      while (digits < to && bytes[digits] >= '0' && bytes[digits] <= '9') {
        digits++;
      }
      if (digits == at) {
        out.put(isUnphased && bytes[at] == '|' ? '/' : (char) bytes[at]);
        at++;
        continue;
      }
      long allele = Ascii.integer(bytes, at, digits);
      out.put((int) (exchanged == NONE ? allele : exchange.now(allele)));
      at = digits;
    }
  }
}
