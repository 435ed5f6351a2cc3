package org.idiome.genomics.vcf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.vcf.VcfHeader.ContigLine;
import org.idiome.genomics.vcf.VcfHeader.Definition;
import org.jspecify.annotations.Nullable;

/// Reads the header: `##` lines up to the `#CHROM` line.
final class HeaderReader {
  private static final List<String> FIXED =
      List.of("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO");
  private static final Set<String> STRUCTURED =
      Set.of("INFO", "FORMAT", "FILTER", "ALT", "contig", "META", "SAMPLE");
  private static final Set<String> REFERENCES = Set.of("reference", "assembly");

  private final LineReader lines;
  private final Diagnostics diagnostics;
  private final int mostColumns;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final List<ContigLine> contigs = new ArrayList<>();
  private final Map<String, Long> references = new LinkedHashMap<>();
  private final Set<String> filters = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> metaLines = new ArrayList<>();
  private @Nullable VcfVersion version;

  HeaderReader(LineReader lines, Diagnostics diagnostics, int mostColumns) {
    this.lines = lines;
    this.diagnostics = diagnostics;
    this.mostColumns = mostColumns;
  }

  VcfHeader read() throws IOException {
    while (lines.next()) {
      diagnostics.line(lines.buffer(), lines.start(), lines.end(), lines.number());
      if (lines.number() == 1 && lines.hasByteOrderMark()) {
        diagnostics.add(ProblemCode.FILE_BYTE_ORDER_MARK, lines.start(), lines.start());
      }
      checkUtf8();
      if (startsWith("##")) {
        meta();
      } else if (startsWith("#CHROM")) {
        return columns();
      } else {
        stray();
      }
    }
    throw lines.number() == 0
        ? diagnostics.fatal(ProblemCode.FILE_EMPTY)
        : diagnostics.fatal(ProblemCode.VCF_HEADER_ABSENT);
  }

  private boolean startsWith(String start) {
    return lines.end() - lines.start() >= start.length()
        && Ascii.equals(lines.buffer(), lines.start(), lines.start() + start.length(), start);
  }

  private void checkUtf8() {
    if (!Ascii.isUtf8(lines.buffer(), lines.start(), lines.end())) {
      diagnostics.add(ProblemCode.VCF_NOT_UTF8, lines.start(), lines.end());
    }
  }

  private void stray() {
    if (lines.number() == 1) {
      diagnostics.add(ProblemCode.VCF_NO_FILEFORMAT, lines.start(), lines.end());
    }
    diagnostics.add(ProblemCode.VCF_HEADER_LINE, "fault", "no # at its start");
  }

  private void meta() {
    var text = lines.text();
    metaLines.add(text);
    var meta = MetaLine.parse(text);
    if (meta.key().equals("fileformat") || (lines.number() == 1 && meta.key().equals("format"))) {
      fileformat(meta);
      return;
    }
    if (lines.number() == 1) {
      diagnostics.add(ProblemCode.VCF_NO_FILEFORMAT, lines.start(), lines.end());
    }
    if (meta.fault() != null) {
      diagnostics.add(ProblemCode.VCF_HEADER_LINE, "fault", meta.fault());
    }
    new MetaChecks(diagnostics).check(meta);
    if (REFERENCES.contains(meta.key()) && !meta.isStructured()) {
      references.putIfAbsent(meta.value(), lines.number());
    }
    var id = meta.field("ID");
    if (id == null || !meta.isStructured()) {
      if (STRUCTURED.contains(meta.key()) && meta.fault() == null) {
        diagnostics.add(ProblemCode.VCF_HEADER_DEFINITION, "fault", "no ID");
      }
      return;
    }
    if (!seen.add(meta.key() + " " + id)) {
      diagnostics.add(ProblemCode.VCF_DEFINITION_REPEATED, "key", id);
      return;
    }
    switch (meta.key()) {
      case "INFO", "FORMAT" -> define(meta, id);
      case "FILTER" -> filters.add(id);
      case "contig" -> contig(meta, id);
      default -> {}
    }
  }

  private void fileformat(MetaLine meta) {
    if (version != null) {
      diagnostics.add(ProblemCode.VCF_DEFINITION_REPEATED, "key", "fileformat");
      return;
    }
    if (lines.number() > 1) {
      diagnostics.add(ProblemCode.VCF_NO_FILEFORMAT, lines.start(), lines.end());
    }
    var text = meta.value();
    boolean isVersion4 =
        text.length() == "VCFv4.x".length()
            && text.startsWith("VCFv4.")
            && Character.digit(text.charAt(6), 10) >= 0;
    if (!isVersion4) {
      throw diagnostics.fatal(ProblemCode.VCF_VERSION_NOT_READ, "version", text);
    }
    var stated = new VcfVersion(Character.digit(text.charAt(6), 10));
    if (stated.compareTo(VcfVersion.NEWEST) > 0) {
      diagnostics.add(ProblemCode.VCF_VERSION_NEWER, "read_as", VcfVersion.NEWEST.text());
      stated = VcfVersion.NEWEST;
    }
    version = stated;
  }

  private VcfVersion version() {
    return version == null ? VcfVersion.ASSUMED : version;
  }

  private void define(MetaLine meta, String key) {
    var numberText = meta.field("Number");
    var typeText = meta.field("Type");
    var number = numberText == null ? null : FieldNumber.parse(numberText);
    var type = typeText == null ? null : FieldType.parse(typeText);
    if ((numberText == null || typeText == null) && meta.fault() == null) {
      diagnostics.add(ProblemCode.VCF_HEADER_DEFINITION, "fault", "no Number or no Type");
    }
    var field =
        new FieldDefinition(
            key,
            number == null ? FieldNumber.ANY : number,
            type == null ? FieldType.STRING : type,
            FieldDefinition.Constraint.NONE);
    var reserved = ReservedKeys.find(meta.key(), key, version());
    if (reserved != null) {
      field = reconciled(meta.key(), field, reserved);
    }
    definitions.put(meta.key() + " " + key, new Definition(field, lines.number()));
  }

  /// A header's definition of a reserved key: it wins, but for the numbers that genotypes rest on.
  private FieldDefinition reconciled(String column, FieldDefinition own, FieldDefinition reserved) {
    if (!own.number().equals(reserved.number())) {
      diagnostics.add(ProblemCode.VCF_DEFINITION_DIFFERS, "reserved", reserved.number().text());
      return ReservedKeys.isFixed(column, own.key())
          ? new FieldDefinition(own.key(), reserved.number(), own.type(), own.constraint())
          : own;
    }
    return own.type() == reserved.type() ? reserved : own;
  }

  private void contig(MetaLine meta, String id) {
    var length = meta.field("length");
    Integer bases = null;
    if (length != null) {
      try {
        bases = Integer.valueOf(length.strip());
      } catch (NumberFormatException e) {
        diagnostics.add(ProblemCode.VCF_HEADER_DEFINITION, "fault", "length is no number");
      }
    }
    var digest = meta.field("md5");
    digest = digest == null ? meta.field("M5") : digest;
    digest = digest == null ? meta.field("refget") : digest;
    contigs.add(new ContigLine(id, bases, digest, meta.field("assembly"), lines.number()));
  }

  private VcfHeader columns() {
    var line = lines.text();
    var names = new ArrayList<>(List.of(line.split("\t", -1)));
    boolean endsInTab = names.getLast().isEmpty();
    while (names.getLast().isEmpty()) {
      names.removeLast();
    }
    if (lines.number() == 1) {
      diagnostics.add(ProblemCode.VCF_NO_FILEFORMAT, lines.start(), lines.end());
    }
    boolean hasGenotypes = names.size() > FIXED.size();
    checkColumns(names, hasGenotypes);
    if (endsInTab) {
      diagnostics.add(ProblemCode.VCF_TRAILING_TAB, lines.end(), lines.end());
    }
    var samples = hasGenotypes ? names.subList(FIXED.size() + 1, names.size()) : List.<String>of();
    checkNames(samples);
    return new VcfHeader(
        version(),
        line.stripTrailing(),
        samples,
        hasGenotypes,
        endsInTab,
        contigs,
        references,
        filters,
        definitions,
        metaLines);
  }

  private void checkColumns(List<String> names, boolean hasGenotypes) {
    if (names.size() < FIXED.size()
        || !names.subList(0, FIXED.size()).equals(FIXED)
        || (hasGenotypes && !names.get(FIXED.size()).equals("FORMAT"))
        || names.size() == FIXED.size() + 1) {
      throw diagnostics.fatal(ProblemCode.VCF_COLUMN_HEADER, "expected", String.join(" ", FIXED));
    }
    if (names.size() > mostColumns) {
      throw diagnostics.fatal(
          ProblemCode.VCF_TOO_MANY_COLUMNS,
          "limit",
          Integer.toString(mostColumns),
          "option",
          VcfLimits.COLUMNS_OPTION);
    }
  }

  private void checkNames(List<String> samples) {
    var known = new HashSet<String>();
    for (var sample : samples) {
      if (sample.isEmpty() || !known.add(sample)) {
        throw diagnostics.fatal(ProblemCode.VCF_SAMPLE_REPEATED, "sample", sample);
      }
    }
  }
}
