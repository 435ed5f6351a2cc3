package org.idiome.record.kept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.LookedAt;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.SampleReading;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.store.StoreReader;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.form.CallFields;
import org.jspecify.annotations.Nullable;

/// One sample of a variant file in the store.
///
/// Its records are read by the reader of variant files itself, from their kept lines: what they
/// amount to is said by the rules of this release, as it is of a file.
///
/// @param named how the packet names the file
/// @param file its ordinal in the sources of the reading
/// @param when the time the calls are of
/// @param batch in which they were read
public record KeptVariants(
    Named named, int file, When when, long segment, long batch, VariantFacts facts) {
  /// What the packet says of a variant file.
  ///
  /// @param assembly as claimed, or null
  public record Named(
      String name,
      Layer layer,
      @Nullable String specimen,
      @Nullable String sample,
      @Nullable String assembly,
      SourceRow row) {}

  /// Stretches that lie closer than this are asked for as one.
  private static final int GAP_BASES = 2_000;

  /// CHROM, POS, ID, REF.
  private static final int PLACE_COLUMNS = 4;

  /// Every line above the records, with this sample alone.
  public String header() {
    return facts.header();
  }

  /// The sample's name in the file; null where the file has no genotypes.
  public @Nullable String sample() {
    return facts.sample();
  }

  /// Whether the file had samples of the parents, with which this one was compared.
  public boolean hasFamily() {
    var identity = facts.identity();
    return identity != null && identity.family() != null;
  }

  /// What it says of some loci.
  ///
  /// @param limits bounds, as for a file
  public VcfReading read(StoreReader store, Collection<Locus> loci, VcfLimits limits) {
    var calls = store.calls(segment, stretches(loci));
    var text = new StringBuilder(facts.header());
    calls.forEach(call -> text.append(readable(call)).append('\n'));
    var bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    var origin = new Origin(file, named.layer(), when, named.specimen());
    var request = VcfRequest.of(origin).sample(facts.sample()).loci(loci).partOf(facts.whole());
    try {
      var input = Input.of(bytes, named.name(), limits.file());
      return placed(CallReader.read(input, request, limits, new Problems()), calls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The line for the reader: of a record that was refused only its place, so that it is refused
  /// again whatever else it has.
  private static String readable(CallFields call) {
    if (call.isReadable()) {
      return call.text();
    }
    int end = -1;
    for (int column = 0; column < PLACE_COLUMNS; column++) {
      int next = call.text().indexOf('\t', end + 1);
      end = next < 0 ? call.text().length() : next;
    }
    return call.text().substring(0, end);
  }

  /// Contigs of the mitochondrion of hg19 are kept under the name that the file gave.
  private static List<DenseReader.Stretch> stretches(Collection<Locus> loci) {
    SortedSet<Locus> sorted = new TreeSet<>();
    for (var locus : loci) {
      sorted.add(new Locus(GenomeBuild.UNKNOWN, locus.contig(), locus.start0(), locus.end0()));
    }
    var stretches = new ArrayList<DenseReader.Stretch>();
    for (var locus : sorted) {
      var contig = locus.contig().name();
      var last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null
          && last.contig().equals(contig)
          && locus.start0() <= last.end0() + GAP_BASES) {
        stretches.set(
            stretches.size() - 1,
            new DenseReader.Stretch(contig, last.start0(), Math.max(last.end0(), locus.end0())));
      } else {
        stretches.add(new DenseReader.Stretch(contig, locus.start0(), locus.end0()));
      }
    }
    return stretches;
  }

  /// The reading with the lines that the records had in their file.
  private VcfReading placed(VcfReading reading, List<CallFields> calls) {
    long header = facts.header().lines().count();
    var samples = new ArrayList<SampleReading>();
    for (var sample : reading.samples()) {
      var moved = new ArrayList<Call>();
      for (var call : sample.calls()) {
        moved.add(
            new Call(
                call.layer(),
                call.locus(),
                call.reference(),
                call.alternates(),
                call.genotype(),
                call.state(),
                call.reason(),
                call.quality(),
                call.when(),
                call.specimen(),
                call.text(),
                List.of(place(call.rows().getFirst(), header, calls))));
      }
      var lookedAt = new ArrayList<LookedAt>();
      for (var stretch : sample.lookedAt()) {
        var row = stretch.row();
        lookedAt.add(
            new LookedAt(
                stretch.locus(),
                stretch.state(),
                stretch.reason(),
                row == null ? null : place(row, header, calls)));
      }
      var refused = new TreeMap<SourceRow, String>();
      for (var row : sample.refused().keySet()) {
        var kept = kept(row, header, calls);
        refused.put(new SourceRow(row.file(), kept.line()), kept.text());
      }
      samples.add(
          new SampleReading(
              sample.sample(), sample.summary(), moved, refused, lookedAt, facts.identity()));
    }
    return new VcfReading(
        reading.header(),
        reading.build(),
        samples,
        facts.recordsRead(),
        facts.recordsRefused(),
        reading.comments(),
        reading.isSorted(),
        reading.isAssumptionApplied(),
        facts.whole());
  }

  private static SourceRow place(SourceRow row, long header, List<CallFields> calls) {
    return new SourceRow(row.file(), kept(row, header, calls).line());
  }

  private static CallFields kept(SourceRow row, long header, List<CallFields> calls) {
    return calls.get(Math.toIntExact(row.locator() - header - 1));
  }
}
