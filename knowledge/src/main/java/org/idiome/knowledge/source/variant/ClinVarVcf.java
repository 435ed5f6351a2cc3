package org.idiome.knowledge.source.variant;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.BuildDetector;
import org.idiome.genomics.io.LineReader;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.jspecify.annotations.Nullable;

/// ClinVar as VCF: one variant a record, by its Variation ID.
///
/// What it tells of each: its place with the build of the header, its genes, its classifications
/// ([ClinVarClaims]). Read as raw text: values hold commas.
public final class ClinVarVcf implements Importer {
  private static final String SOURCE_LINE = "##source=ClinVar";
  private static final String REFERENCE = "##reference=";
  private static final String DATE = "##fileDate=";
  private static final String INFO = "##INFO=<ID=";

  @Override
  public String format() {
    return "clinvar-vcf";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    var text = head.text();
    if (!text.startsWith("##fileformat=VCF") || !text.contains("\n" + SOURCE_LINE)) {
      return Recognition.NO;
    }
    var detector = new BuildDetector();
    for (var line : head.lines()) {
      if (line.startsWith(REFERENCE)) {
        detector.declared(line.substring(REFERENCE.length()), 0);
      }
    }
    var build = detector.answer().build();
    var suffix = build == GenomeBuild.UNKNOWN ? "" : "-" + build.code().toLowerCase(Locale.ROOT);
    return new Recognition.Yes("clinvar" + suffix, head.lines().getFirst().substring(13));
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var lines = text.lines()) {
      var header = new Header(text.name());
      while (lines.next()) {
        var line = lines.text();
        if (line.startsWith("##")) {
          header.take(line, lines.number(), sink);
        } else if (line.startsWith("#")) {
          break;
        } else {
          throw problem(
              ProblemCode.KNOWLEDGE_COLUMNS,
              text.name(),
              lines,
              "format",
              format(),
              "variant",
              "VCF",
              "missing",
              "#CHROM");
        }
      }
      var records = new ClinVarRecords(header.build(lines), settings, sink);
      while (lines.next()) {
        if (!lines.isEnded()) {
          throw problem(ProblemCode.KNOWLEDGE_FILE_CUT, text.name(), lines, "part", "a record");
        }
        records.read(lines.text(), lines.number());
      }
      return header.statement();
    }
  }

  private static BadInputException problem(
      ProblemCode code, String name, LineReader lines, String... values) {
    return new BadInputException(Problem.of(code, Place.line(name, lines.number()), values));
  }

  /// What stands before the records.
  private static final class Header {
    private final String name;
    private final BuildDetector detector = new BuildDetector();
    private @Nullable LocalDate date;

    Header(String name) {
      this.name = name;
    }

    void take(String line, long number, ReleaseSink sink) {
      if (line.startsWith(REFERENCE)) {
        detector.declared(line.substring(REFERENCE.length()), number);
      } else if (line.startsWith(DATE)) {
        date = day(line.substring(DATE.length()));
      } else if (line.startsWith(INFO)) {
        int comma = line.indexOf(',');
        var key = line.substring(INFO.length(), comma < 0 ? line.length() : comma);
        if (!ClinVarRecords.isKnown(key)) {
          sink.unknownColumn(key);
        }
      }
    }

    private static @Nullable LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException _) {
        return null;
      }
    }

    /// Positions of one build mean nothing in another: without a build nothing is read.
    GenomeBuild build(LineReader lines) {
      var build = detector.answer().build();
      if (build == GenomeBuild.UNKNOWN) {
        throw problem(ProblemCode.KNOWLEDGE_BUILD_NOT_TOLD, name, lines);
      }
      return build;
    }

    ReleaseStatement statement() {
      return new ReleaseStatement(null, date, date == null ? null : "##fileDate", null);
    }
  }
}
