package org.idiome.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.record.folder.Restated;
import org.idiome.record.folder.SampleFamilies;
import org.idiome.record.folder.VariantFile;
import org.idiome.record.kept.Parents;
import org.jspecify.annotations.Nullable;

/// A person as the files of a folder say, read anew each time.
///
/// @param path a folder with a `phenopacket.json`, or a phenopacket by its own name
/// @param options bounds on the folder, its packet and its tables
/// @param limits bounds on its variant files
public record FolderSource(Path path, ReadingOptions options, VcfLimits limits)
    implements PersonSource {

  /// A folder within the bounds of the shell's contract.
  public FolderSource(Path path) {
    this(path, ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
  }

  @Override
  public Person read(SortedSet<Locus> germline) {
    try {
      var record = PersonFolder.read(path, options);
      var problems = new Problems();
      var variants = new VariantReadings(record.sources(), problems, limits);
      for (var file : record.variantFiles()) {
        var loci = file.layer() == Layer.GENOME ? germline : List.<Locus>of();
        variants.read(wanted(file, record), loci);
      }
      return person(record, variants, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VariantReadings.Wanted wanted(VariantFile file, PersonRecord record) {
    return new VariantReadings.Wanted(
        file.path(),
        file.name(),
        file.layer(),
        specimen(file.specimen(), record),
        file.specimen(),
        file.sample(),
        file.assembly(),
        SampleFamilies.of(record, file));
  }

  private static @Nullable Specimen specimen(@Nullable String id, PersonRecord record) {
    for (var specimen : record.specimens()) {
      if (specimen.id().equals(id)) {
        return specimen;
      }
    }
    return null;
  }

  private static Person person(PersonRecord record, VariantReadings variants, Problems more) {
    var problems = new Problems();
    record.problems().forEach(problems::add);
    problems.addAll(more);
    return new Person(
        record.individual(),
        record.origin().references(),
        record.origin().created(),
        record.specimens(),
        Restated.statements(record.statements()),
        List.of(),
        quantities(record),
        variants.genomes(),
        record.sources(),
        problems.kept(),
        record.problemCount() + more.count(),
        row -> cite(row, record, variants),
        List.of(),
        parents(record));
  }

  /// What a store tells of parents whom it does not know either.
  private static List<Elsewhere> parents(PersonRecord record) {
    return Parents.of(record.pedigree(), record.individual()).keySet().stream()
        .map(parent -> (Elsewhere) Elsewhere.OfParent.unknown(parent))
        .toList();
  }

  private static SortedMap<Layer, QuantityColumns> quantities(PersonRecord record) {
    var columns = new TreeMap<Layer, QuantityColumns>();
    record.quantities().forEach((layer, all) -> columns.put(layer, Restated.quantities(all)));
    return columns;
  }

  private static CitedRow cite(SourceRow row, PersonRecord record, VariantReadings variants) {
    var cited = variants.cite(row);
    return cited == null ? record.rowTexts().cite(row) : cited;
  }
}
