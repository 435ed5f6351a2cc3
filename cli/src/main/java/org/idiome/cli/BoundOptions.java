package org.idiome.cli;

import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.record.json.JsonLimits;
import picocli.CommandLine.Option;

/// Bounds on what an input may ask of the machine; each is named by the problem that meets it.
final class BoundOptions {
  @Option(
      names = Limits.LINE_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Longest line, in bytes.")
  int lineBytes = Limits.DEFAULT.lineBytes();

  @Option(
      names = Limits.RATIO_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Inflated bytes for each byte of a compressed file.")
  int inflationRatio = Limits.DEFAULT.inflationRatio();

  @Option(
      names = Limits.SIZE_OPTION,
      paramLabel = "N",
      converter = Counts.Many.class,
      hidden = true,
      description = "Inflated size of a file, in bytes.")
  long inflatedBytes = Limits.DEFAULT.inflatedBytes();

  @Option(
      names = VcfLimits.COLUMNS_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Columns of a table or of a variant file.")
  int columns = VcfLimits.DEFAULT.columns();

  @Option(
      names = VcfLimits.ALTERNATES_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Alternates of one record.")
  int alternates = VcfLimits.DEFAULT.alternates();

  @Option(
      names = VcfLimits.KEPT_OPTION,
      paramLabel = "N",
      converter = Counts.Many.class,
      hidden = true,
      description = "Bytes of a variant file that are kept for citing.")
  long keptBytes = VcfLimits.DEFAULT.keptBytes();

  @Option(
      names = ReadingOptions.FILES_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Files of a folder.")
  int files = ReadingOptions.DEFAULT.files();

  @Option(
      names = JsonLimits.DEPTH_OPTION,
      paramLabel = "N",
      converter = Counts.Depth.class,
      hidden = true,
      description = "Nested objects and arrays of a phenopacket.")
  int jsonDepth = JsonLimits.DEFAULT.depth();

  @Option(
      names = JsonLimits.STRING_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Longest text of a phenopacket.")
  int jsonString = JsonLimits.DEFAULT.stringChars();

  @Option(
      names = JsonLimits.VALUES_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Values of a phenopacket.")
  int jsonValues = JsonLimits.DEFAULT.values();

  @Option(
      names = JsonLimits.BYTES_OPTION,
      paramLabel = "N",
      converter = Counts.Few.class,
      hidden = true,
      description = "Inflated size of a phenopacket, in bytes.")
  int jsonBytes = JsonLimits.DEFAULT.documentBytes();

  Limits bytes() {
    return new Limits(lineBytes, inflationRatio, inflatedBytes);
  }

  /// Whether a variant file is bounded as it is where nothing is asked for.
  boolean areVariantsUsual() {
    var usual = VcfLimits.DEFAULT;
    return lineBytes == usual.file().lineBytes()
        && inflationRatio == usual.file().inflationRatio()
        && inflatedBytes == usual.file().inflatedBytes()
        && columns == usual.columns()
        && alternates == usual.alternates()
        && keptBytes == usual.keptBytes();
  }

  /// Bounds on a variant file.
  VcfLimits variants() {
    return new VcfLimits(bytes(), columns, alternates, keptBytes);
  }

  /// Bounds on a folder.
  ReadingOptions folder() {
    return new ReadingOptions(
        bytes(), new JsonLimits(jsonDepth, jsonString, jsonValues, jsonBytes), files, columns);
  }
}
