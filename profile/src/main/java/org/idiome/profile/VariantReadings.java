package org.idiome.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.SampleReading;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.identity.Family;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfRecord;
import org.idiome.record.kept.KeptVariants;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// Reads a person's variant files, one pass each, and keeps the lines that may be cited.
///
/// A file that cannot be read as a whole is a problem and gives no genome: what rests on it is not
/// assessed. For one thread while reading; citing is safe for several.
final class VariantReadings {
  private final Sources sources;
  private final Problems problems;
  private final VcfLimits limits;
  private final List<Genome> genomes = new ArrayList<>();
  private final Map<Integer, String> headers = new HashMap<>();
  private final Map<SourceRow, String> texts = new HashMap<>();

  VariantReadings(Sources sources, Problems problems, VcfLimits limits) {
    this.sources = sources;
    this.problems = problems;
    this.limits = limits;
  }

  /// A variant file, and whose sample in it is meant.
  ///
  /// @param name how problems and rows call the file
  /// @param specimen what was sequenced; null for the person as a whole
  /// @param specimenId its id, which may be declared nowhere; null for the person as a whole
  /// @param sample name of the sample; null for the only one there is
  /// @param build what is said of the build outside the file; null where nothing is
  /// @param family samples of the person's parents in the file; null where none is named
  record Wanted(
      Path path,
      String name,
      Layer layer,
      @Nullable Specimen specimen,
      @Nullable String specimenId,
      @Nullable String sample,
      @Nullable String build,
      @Nullable Family family) {}

  /// Reads one file for the loci given.
  void read(Wanted wanted, Collection<Locus> loci) throws IOException {
    int file = sources.open(wanted.name());
    try {
      var input = Input.open(wanted.path(), wanted.name(), limits.file());
      var specimen = wanted.specimen();
      var when = specimen == null ? When.notStated() : specimen.collected();
      var origin = new Origin(file, wanted.layer(), when, wanted.specimenId());
      var request =
          VcfRequest.of(origin)
              .sample(wanted.sample())
              .loci(loci)
              .statedBuild(wanted.build())
              .family(wanted.family());
      var reading = CallReader.read(input, request, limits, problems);
      sources.close(file, input.finish(), input.sizeBytes());
      keep(file, wanted.layer(), wanted.specimenId(), reading);
    } catch (BadInputException bad) {
      problems.add(bad.problem());
    }
  }

  /// Reads one file from a store for the loci given.
  void read(KeptVariants kept, StoreReader store, Collection<Locus> loci) {
    var named = kept.named();
    keep(kept.file(), named.layer(), named.specimen(), kept.read(store, loci, limits));
  }

  private void keep(int file, Layer layer, @Nullable String specimenId, VcfReading reading) {
    for (var sample : reading.samples()) {
      headers.put(file, header(reading, sample));
      for (var call : sample.calls()) {
        texts.put(call.rows().getFirst(), call.text());
      }
      texts.putAll(sample.refused());
      genomes.add(
          new Genome(
              file,
              sample.sample(),
              layer,
              specimenId,
              reading.whole().build(),
              sample.calls(),
              sample.lookedAt(),
              reading.recordsRead(),
              reading.recordsRefused(),
              sample.facts()));
    }
  }

  /// The `#CHROM` line as far as it is about one sample.
  private static String header(VcfReading reading, SampleReading sample) {
    var columns = reading.header().columns().split("\t", -1);
    var kept = new ArrayList<String>();
    for (int i = 0; i < Math.min(columns.length, VcfRecord.FIRST_SAMPLE); i++) {
      kept.add(columns[i]);
    }
    if (sample.sample() != null) {
      kept.add(sample.sample());
    }
    return String.join("\t", kept);
  }

  List<Genome> genomes() {
    return List.copyOf(genomes);
  }

  /// The row of a variant file, or null where it is of another file or was not kept.
  @Nullable CitedRow cite(SourceRow row) {
    var header = headers.get(row.file());
    var text = texts.get(row);
    return header == null || text == null
        ? null
        : new CitedRow(sources.file(row.file()), sources.locator(row), header, text, null);
  }
}
