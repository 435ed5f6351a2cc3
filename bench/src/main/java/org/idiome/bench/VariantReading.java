package org.idiome.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problems;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.BlockGzipOutput;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.simulated.SimulatedGenome;
import org.idiome.genomics.vcf.VcfLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One pass over a variant file for the calls of one gene.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VariantReading {
  private static final Locus GENE =
      new Locus(GenomeBuild.GRCH38, new Contig("10"), 94_700_000, 94_900_000);

  /// How the file is packed.
  @Param({"plain", "bgzf"})
  String packing = "plain";

  /// How many records it has.
  @Param("100000")
  int records = 100_000;

  private byte[] file = {};

  /// Makes the file.
  @Setup
  public void make() throws IOException {
    var out = new ByteArrayOutputStream();
    var genome = new SimulatedGenome(records, 1);
    if (packing.equals("plain")) {
      genome.writeTo(out);
    } else {
      try (var packed = new BlockGzipOutput(out)) {
        genome.writeTo(packed);
      }
    }
    file = out.toByteArray();
  }

  /// Reads all of it, and keeps the calls of the gene.
  @Benchmark
  public VcfReading genome() throws IOException {
    var origin = new Origin(0, Layer.GENOME, When.notStated(), null);
    var request = VcfRequest.of(origin).loci(List.of(GENE));
    var limits = VcfLimits.DEFAULT;
    try (var input = Input.of(new ByteArrayInputStream(file), "made.vcf", limits.file())) {
      return CallReader.read(input, request, limits, new Problems());
    }
  }
}
