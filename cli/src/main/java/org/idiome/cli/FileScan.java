package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.SampleReading;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.record.folder.Scan;
import org.jspecify.annotations.Nullable;

/// What a file is and holds, of any format that a person's folder may have.
///
/// @param variants what a variant file holds; null for other files
/// @param faults problems that lost something
record FileScan(Scan scan, @Nullable VcfReading variants, List<Problem> problems, long faults)
    implements Canonical {
  /// Columns of the table of variant files.
  static final List<String> COLUMNS =
      List.of(
          "file",
          "sample",
          "records",
          "snv",
          "indel",
          "mnv",
          "symbolic",
          "reference_blocks",
          "het",
          "hom_alt",
          "missing",
          "build",
          "fault_count");

  private static final int FIRST_COUNT = 2;
  private static final Pattern VARIANT_FILE = Pattern.compile("(?i).*\\.vcf(\\.b?gz)?");

  /// Looks at a file.
  ///
  /// @param name how problems and rows call it
  /// @throws BadInputException where there is no such file, or it may not be read
  static FileScan of(Path path, String name, BoundOptions bounds) throws IOException {
    var variants = new Variants(bounds);
    var scan = Scan.of(path, name, bounds.folder(), variants);
    var problems = new Problems();
    scan.problems().forEach(problems::add);
    switch (scan.holds()) {
      case Scan.Holds.Variants _ -> problems.addAll(variants.problems);
      case Scan.Holds.Table table -> checkHeader(name, table.shape().header(), problems);
      case Scan.Holds.Other(var content) -> checkRecognised(name, content, problems);
      case Scan.Holds.OnePerson _, Scan.Holds.Persons _ -> {}
    }
    return new FileScan(scan, variants.reading, problems.kept(), problems.faults());
  }

  /// What a variant file holds.
  private static final class Variants implements Scan.VariantTaker {
    private final BoundOptions bounds;
    private final Problems problems = new Problems();

    /// Null where the file is none, or cannot be used at all.
    private @Nullable VcfReading reading;

    Variants(BoundOptions bounds) {
      this.bounds = bounds;
    }

    @Override
    public void take(Input input) throws IOException {
      var origin = new Origin(0, Layer.GENOME, When.notStated(), null);
      var request = VcfRequest.of(origin).everySample();
      try {
        reading = CallReader.readOpen(input, request, bounds.variants(), problems);
      } catch (BadInputException e) {
        problems.add(e.problem());
      }
    }
  }

  /// No table with two columns of one name is read, whatever is said of it; and what is named as a
  /// variant file and looks like a table lost its header.
  private static void checkHeader(String name, List<String> header, Problems problems) {
    if (VARIANT_FILE.matcher(name).matches()) {
      problems.add(Problem.of(ProblemCode.VCF_HEADER_ABSENT, Place.line(name, 1)));
      return;
    }
    for (int i = 0; i < header.size(); i++) {
      var column = header.get(i);
      int first = header.indexOf(column);
      if (first < i) {
        problems.add(
            Problem.of(
                ProblemCode.TABLE_COLUMN_REPEATED,
                Place.line(name, 1),
                "column",
                column,
                "columns",
                (first + 1) + ", " + (i + 1)));
        return;
      }
    }
  }

  /// What no reader of this release knows is said, unless a worse reason was.
  private static void checkRecognised(String name, Content content, Problems problems) {
    if (content == Content.EMPTY) {
      problems.add(Problem.of(ProblemCode.FILE_EMPTY, Place.file(name)));
    } else if (!isRefused(problems.kept())) {
      problems.add(
          Problem.of(
              ProblemCode.FILE_NOT_RECOGNISED,
              Place.file(name),
              "content",
              Objects.requireNonNullElse(content.binary(), kind(content))));
    }
  }

  private static boolean isRefused(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> problem.reach() == Reach.FILE);
  }

  /// Whether no reader would take the file.
  boolean isRefused() {
    return isRefused(problems);
  }

  /// `variants`, `person`, `table`, or the name of another content.
  String kind() {
    return switch (scan.holds()) {
      case Scan.Holds.OnePerson _ -> "person";
      case Scan.Holds.Persons _ -> "persons";
      case Scan.Holds.Variants _ -> "variants";
      case Scan.Holds.Table _ -> "table";
      case Scan.Holds.Other(var content) -> kind(content);
    };
  }

  private static String kind(Content content) {
    return content.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A row for each sample of a variant file; none for other files.
  List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (var sample : samples()) {
      var row = new ArrayList<String>();
      row.add(scan.name());
      row.add(sample.sample() == null ? "." : sample.sample());
      for (long count : counts(sample)) {
        row.add(Long.toString(count));
      }
      row.add(variants == null ? "." : variants.build().build().code());
      row.add(Long.toString(faults));
      rows.add(row);
    }
    return rows;
  }

  private List<SampleReading> samples() {
    return variants == null ? List.of() : variants.samples();
  }

  private static long[] counts(SampleReading sample) {
    var summary = sample.summary();
    return new long[] {
      summary.records(),
      summary.snv(),
      summary.indel(),
      summary.mnv(),
      summary.symbolic(),
      summary.referenceBlocks(),
      summary.het(),
      summary.homAlt(),
      summary.missing()
    };
  }

  @Override
  public Json toJson() {
    var out =
        Json.object()
            .put("file", scan.name())
            .put("kind", kind())
            .put("sha256", scan.hash())
            .put("bytes", scan.sizeBytes())
            .put("packing", scan.packing().name().toLowerCase(Locale.ROOT))
            .put("fault_count", faults)
            .put("refused", isRefused());
    if (variants != null) {
      out.put("build", variants.build().build().code())
          .put("records", variants.recordsRead())
          .put("records_refused", variants.recordsRefused())
          .put("samples", new Json.Arr(samples().stream().map(FileScan::sample).toList()));
    }
    switch (scan.holds()) {
      case Scan.Holds.OnePerson person ->
          out.put("person", person.packet().individual())
              .putAll("blocks", person.packet().counts())
              .put("statements", person.packet().statements().size())
              .put("quantities", person.packet().quantities().size());
      case Scan.Holds.Table table ->
          out.put("delimiter", String.valueOf(table.shape().delimiter()))
              .putStrings("header", table.shape().header())
              .put("rows", table.shape().rows())
              .put("uneven_rows", table.shape().unevenRows());
      case Scan.Holds.Persons(long count) -> out.put("persons", count);
      case Scan.Holds.Variants _, Scan.Holds.Other _ -> {}
    }
    return out.end();
  }

  private static Json sample(SampleReading sample) {
    var out = Json.object().put("sample", sample.sample());
    var counts = counts(sample);
    for (int i = 0; i < counts.length; i++) {
      out.put(COLUMNS.get(FIRST_COUNT + i), counts[i]);
    }
    var bases = sample.summary().bases();
    if (bases != null) {
      var states = Json.object();
      bases.forEach((state, count) -> states.put(state.code().replace(' ', '_'), count));
      out.put("bases", states.end());
    }
    return out.end();
  }
}
