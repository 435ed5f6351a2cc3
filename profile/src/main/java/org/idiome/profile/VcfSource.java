package org.idiome.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// A germline variant file alone: one person of whom nothing else is known.
///
/// @param path the file
/// @param sample name of the sample; null for the only one there is
/// @param build what the user says of the build; null where nothing is said
/// @param limits bounds on the file
public record VcfSource(
    Path path, @Nullable String sample, @Nullable String build, VcfLimits limits)
    implements PersonSource {

  /// The samples of a file, one source each; the one that is named, where one is.
  ///
  /// @throws BadInputException where the file cannot be read as a whole
  public static List<VcfSource> ofSamples(
      Path path, @Nullable String sample, @Nullable String build, VcfLimits limits) {
    if (sample != null) {
      return List.of(new VcfSource(path, sample, build, limits));
    }
    var name = String.valueOf(path.getFileName());
    try (var input = Input.open(path, name, limits.file());
        var reader = new VcfReader(input, limits, new Problems())) {
      var samples = reader.header().samples();
      return samples.isEmpty()
          ? List.of(new VcfSource(path, null, build, limits))
          : samples.stream().map(one -> new VcfSource(path, one, build, limits)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the file.
  ///
  /// @throws BadInputException where it cannot be read as a whole, or the sample is not in it
  @Override
  public Person read(SortedSet<Locus> germline) {
    var sources = new Sources();
    var problems = new Problems();
    var variants = new VariantReadings(sources, problems, limits);
    var name = String.valueOf(path.getFileName());
    try {
      variants.read(
          new VariantReadings.Wanted(path, name, Layer.GENOME, null, null, sample, build, null),
          germline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (variants.genomes().isEmpty()) {
      throw new BadInputException(problems.kept().getLast());
    }
    var genome = variants.genomes().getFirst();
    return new Person(
        new Individual(
            genome.sample() == null ? name : genome.sample(), List.of(), When.notStated()),
        List.of(),
        When.notStated(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        variants.genomes(),
        sources,
        problems.kept(),
        problems.count(),
        row -> {
          var cited = variants.cite(row);
          if (cited == null) {
            throw new IllegalStateException("no record was kept for " + row);
          }
          return cited;
        });
  }
}
