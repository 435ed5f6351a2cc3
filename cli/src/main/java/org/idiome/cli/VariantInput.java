package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A variant file whose alleles are brought into normal form.
final class VariantInput {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "VCF", description = "A variant file; '-' is standard input.")
  private Path file = Path.of("");

  @Option(names = "--build", paramLabel = "BUILD", description = "What the file does not say.")
  private @Nullable String build;

  /// What was opened, until all of it is read.
  ///
  /// @param reference null where none was given
  record Opened(
      Input input,
      VcfReader reader,
      FileContigs contigs,
      @Nullable ReferenceFasta reference,
      Normalizer normalizer) {}

  /// Reads what was opened.
  @FunctionalInterface
  interface Reading {
    /// Reads all of it.
    void of(Opened opened) throws IOException;
  }

  /// The file, as it was given.
  Path file() {
    return file;
  }

  /// How problems call it.
  String name() {
    return file.toString();
  }

  /// What was said of its build, or null.
  @Nullable String build() {
    return build;
  }

  /// No build is called as was said.
  ParameterException wrongBuild() {
    return new ParameterException(command.commandLine(), "no build is called '" + build + "'");
  }

  /// Opens the bytes of it.
  @FunctionalInterface
  private interface Opening {
    /// Opens them.
    Input input() throws IOException;
  }

  /// Opens it, or some regions of it, with its reference, and closes both.
  ///
  /// @param at where it lies, on standard input too
  /// @param fasta the reference, or null
  /// @throws ParameterException where no build is called as was said
  void read(
      Path at,
      @Nullable Path fasta,
      CommonOptions common,
      RegionOptions regions,
      Problems problems,
      Reading reading)
      throws IOException {
    var limits = common.bounds.bytes();
    read(() -> regions.open(at, name(), limits, problems), fasta, common, problems, reading);
  }

  /// As [#read], of all of it, for who asks the hash of the input.
  void readHashed(
      Path at, @Nullable Path fasta, CommonOptions common, Problems problems, Reading reading)
      throws IOException {
    var limits = common.bounds.bytes();
    read(() -> Input.open(at, name(), limits), fasta, common, problems, reading);
  }

  private void read(
      Opening opening,
      @Nullable Path fasta,
      CommonOptions common,
      Problems problems,
      Reading reading)
      throws IOException {
    var limits = common.bounds.variants();
    try (var reference = fasta == null ? null : ReferenceFasta.open(fasta, fasta.toString());
        var input = opening.input();
        var reader = new VcfReader(input, limits, problems)) {
      if (reference != null) {
        reference.problems().forEach(problems::add);
      }
      var contigs = new FileContigs(reader, reader.header());
      if (build != null && !contigs.detector().stated(build)) {
        throw wrongBuild();
      }
      contigs.requireOneBuild(name());
      var normalizer =
          new Normalizer(reader, name(), contigs, reference, Objects.toString(fasta, ""));
      reading.of(new Opened(input, reader, contigs, reference, normalizer));
      // Names of contigs that the header does not have may say more.
      contigs.requireOneBuild(name());
    }
  }
}
