package org.idiome.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.kept.KeptPerson;
import org.idiome.store.Settlements;
import org.idiome.store.StoreReader;

/// A person as a store says: the same as [FolderSource] says of the files that were imported.
///
/// @param kept read from `store`
/// @param store open until everything that cites the person is done
/// @param limits bounds on variant files
/// @param consent what stands of the person's consent, as text
/// @param elsewhere what others of the store have in common with the person
public record StoreSource(
    KeptPerson kept, StoreReader store, VcfLimits limits, String consent, List<Elsewhere> elsewhere)
    implements PersonSource {

  /// Copies the list.
  public StoreSource {
    elsewhere = List.copyOf(elsewhere);
  }

  @Override
  public Person read(SortedSet<Locus> germline) {
    var variants = new VariantReadings(kept.sources(), new Problems(), limits);
    for (var file : kept.variants()) {
      var loci = file.named().layer() == Layer.GENOME ? germline : List.<Locus>of();
      variants.read(file, store, loci);
    }
    return new Person(
        individual(),
        kept.references(),
        kept.written(),
        kept.specimens(),
        kept.statements(),
        List.of(),
        kept.quantities(),
        variants.genomes(),
        kept.sources(),
        kept.problems(),
        kept.problemCount(),
        row -> cite(row, variants),
        kept.settlements().stream().map(StoreSource::settlement).toList(),
        elsewhere);
  }

  /// Under the id by which the store tells persons apart: inputs call many of them alike.
  private Individual individual() {
    var said = kept.individual();
    if (said.id().equals(kept.id())) {
      return said;
    }
    var others = new LinkedHashSet<String>();
    others.add(said.id());
    others.addAll(said.otherIds());
    others.remove(kept.id());
    return new Individual(kept.id(), List.copyOf(others), said.born());
  }

  private static Settlement settlement(Settlements.Row row) {
    var said = row.said();
    return new Settlement(
        said.finding(), said.answer(), said.by(), said.reason(), When.parse(row.recorded()));
  }

  private CitedRow cite(SourceRow row, VariantReadings variants) {
    var cited = variants.cite(row);
    return cited == null ? kept.cite(row) : cited;
  }
}
