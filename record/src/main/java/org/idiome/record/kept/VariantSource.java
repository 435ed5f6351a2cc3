package org.idiome.record.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceFile;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.RecordTaker;
import org.idiome.genomics.calls.SampleReading;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.identity.Family;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ItemCounts;
import org.idiome.record.folder.NotTaken;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.SampleFamilies;
import org.idiome.record.folder.VariantFile;
import org.idiome.store.CallSegment;
import org.idiome.store.StoreWriter;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.form.CallFields;
import org.jspecify.annotations.Nullable;

/// A variant file that an input names, on its way into a store.
///
/// @param family samples of the person's parents in it; null where none is named
/// @param source the file by its hash; null where it could not be read at all
/// @param failed why nothing of it can be kept, or null
record VariantSource(
    VariantFile file,
    @Nullable Family family,
    VcfLimits limits,
    @Nullable SourceFile source,
    @Nullable Problem failed) {
  /// Stands for the hash of what was not read.
  static final Sha256 NO_HASH = new Sha256("0".repeat(64));

  private static final String COLUMNS_BEGIN = "#CHROM";
  private static final int FIXED_COLUMNS = 9;

  /// Alternates that a genotype may name and that nobody carries.
  private static final Set<String> NO_ALLELE = Set.of("*", "<*>", "<NON_REF>", ".");

  /// The variant files of a record, in its order.
  static List<VariantSource> of(PersonRecord record, VcfLimits limits) {
    var all = new ArrayList<VariantSource>();
    for (var file : record.variantFiles()) {
      all.add(of(file, SampleFamilies.of(record, file), limits));
    }
    return all;
  }

  private static VariantSource of(VariantFile file, @Nullable Family family, VcfLimits limits) {
    try (var input = Input.open(file.path(), file.name(), limits.file())) {
      var hash = input.finish();
      var source = new SourceFile(file.name(), hash, input.sizeBytes());
      return new VariantSource(file, family, limits, source, null);
    } catch (BadInputException e) {
      return new VariantSource(file, family, limits, null, e.problem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How the file is asked for: with its hash, what is kept follows from it.
  private String request() {
    var sample = file.sample();
    var assembly = file.assembly();
    return new Digester()
        .text(Keeper.VERSION)
        .text(sample == null ? "" : "=" + sample)
        .text(assembly == null ? "" : "=" + assembly)
        .text(family == null ? "" : family.toString())
        .end()
        .hex();
  }

  /// What became of keeping it.
  ///
  /// @param source the file; null where nothing of it could be kept
  /// @param failed why, or null
  /// @param items what became of its records
  /// @param problems what reading it met, the first of each kind; none of what was there already
  record Kept(
      @Nullable SourceFile source,
      long segment,
      long observations,
      @Nullable Problem failed,
      ItemCounts items,
      List<Problem> problems) {}

  /// Its hash, or a stand-in where it could not be read.
  Sha256 hash() {
    return source == null ? NO_HASH : source.hash();
  }

  /// Keeps its records, unless the same are there already.
  ///
  /// @param comparison is told what is written; null where nobody compares
  Kept keep(StoreWriter writer, long person, @Nullable Comparison comparison) {
    if (source == null) {
      return new Kept(null, 0, 0, failed, ItemCounts.NONE, List.of());
    }
    var layer = file.layer().code();
    var request = request();
    long same = writer.sameCalls(person, layer, source.hash(), request);
    if (same > 0) {
      long rows = writer.observations(same);
      if (comparison != null) {
        comparison.linked(same, rows, layer, DenseShape.CALL.code());
      }
      return new Kept(source, same, rows, null, ItemCounts.NONE, List.of());
    }
    var begun = writer.calls(person, layer, source.hash());
    var problems = new Problems();
    try {
      var header = header();
      var carried = new LongAdder();
      var reading = read(begun, problems, source.hash(), comparison, carried);
      begun.end(facts(header, reading, problems, carried.sum()).text(request));
      var items = new ItemCounts(reading.recordsRead(), 0, reading.recordsRefused(), 0);
      return new Kept(source, begun.number(), begun.size(), null, items, problems.kept());
    } catch (BadInputException e) {
      begun.abandon();
      // A sample that the file does not have says nothing of who is in it.
      boolean isNoSample = e.problem().code() == ProblemCode.VCF_SAMPLE_ABSENT;
      var sample = isNoSample ? null : file.sample();
      var said = new NotTaken.Said(file.name(), file.layer().code(), sample);
      var problem = NotTaken.of(e.problem(), said, source.hash());
      return new Kept(null, 0, 0, problem, ItemCounts.NONE, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VcfReading read(
      CallSegment to,
      Problems problems,
      Sha256 hash,
      @Nullable Comparison comparison,
      LongAdder carried)
      throws IOException {
    var input = Input.open(file.path(), file.name(), limits.file());
    var request =
        VcfRequest.of(new Origin(0, file.layer(), When.notStated(), file.specimen()))
            .sample(file.sample())
            .statedBuild(file.assembly())
            .family(family)
            .taking(record -> {
              var fields = fields(record);
              to.add(fields);
              carried.add(isCarried(record) ? 1 : 0);
              if (comparison != null) {
                comparison.now().call(file.layer().code(), fields);
              }
            });
    var reading = CallReader.read(input, request, limits, problems);
    if (!input.finish().equals(hash)) {
      throw new BadInputException(
          Problem.of(ProblemCode.FOLDER_FILE_CHANGED, Place.file(file.name())));
    }
    return reading;
  }

  private static CallFields fields(RecordTaker.Taken record) {
    return new CallFields(
        record.line(),
        record.contig().name(),
        record.start0(),
        record.end0(),
        record.isReadable(),
        record.reference(),
        record.alternates().isEmpty() ? null : String.join(",", record.alternates()),
        record.genotype(),
        record.filter(),
        record.text());
  }

  /// Whether the genotype names an alternate that is an allele: not `*`, nor one that stands for
  /// any that is not listed.
  private static boolean isCarried(RecordTaker.Taken record) {
    var genotype = record.genotype();
    int allele = 0;
    for (int i = 0; genotype != null && i <= genotype.length(); i++) {
      char c = i < genotype.length() ? genotype.charAt(i) : '/';
      if (c >= '0' && c <= '9' && allele <= record.alternates().size()) {
        allele = allele * 10 + c - '0';
      } else {
        if (allele > 0
            && allele <= record.alternates().size()
            && !NO_ALLELE.contains(record.alternates().get(allele - 1))) {
          return true;
        }
        allele = 0;
      }
    }
    return false;
  }

  private static VariantFacts facts(
      String header, VcfReading reading, Problems problems, long carried) {
    SampleReading sample = reading.samples().getFirst();
    return new VariantFacts(
        header + columns(reading.header().columns(), sample.sample()) + "\n",
        sample.sample(),
        reading.whole(),
        reading.recordsRead(),
        reading.recordsRefused(),
        carried,
        problems.kept(),
        new TreeMap<>(problems.counts()),
        sample.facts());
  }

  /// The lines above that of the columns, each with its end.
  private String header() throws IOException {
    var header = new StringBuilder();
    try (var input = Input.open(file.path(), file.name(), limits.file())) {
      var lines = new LineReader(input, limits.file());
      while (lines.next()) {
        var line =
            new String(
                lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        if (!line.startsWith("#") || line.startsWith(COLUMNS_BEGIN)) {
          break;
        }
        header.append(line).append('\n');
      }
    }
    return header.toString();
  }

  private static String columns(String line, @Nullable String sample) {
    var columns = new ArrayList<>(List.of(line.split("\t", -1)));
    int kept = Math.min(columns.size(), sample == null ? FIXED_COLUMNS - 1 : FIXED_COLUMNS);
    var few = new ArrayList<>(columns.subList(0, kept));
    if (sample != null) {
      few.add(sample);
    }
    return String.join("\t", few);
  }
}
