package org.idiome.knowledge.source.all;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.drug.AtcImporter;
import org.idiome.knowledge.source.drug.DgidbImporter;
import org.idiome.knowledge.source.drug.InteractionsImporter;
import org.idiome.knowledge.source.drug.RxNormNames;
import org.idiome.knowledge.source.drug.RxNormRelations;
import org.idiome.knowledge.source.gene.ClinGenDosageImporter;
import org.idiome.knowledge.source.gene.ClinGenValidityImporter;
import org.idiome.knowledge.source.gene.GeneInfoImporter;
import org.idiome.knowledge.source.gene.GnomadConstraintImporter;
import org.idiome.knowledge.source.gene.HgncImporter;
import org.idiome.knowledge.source.gene.HgncWithdrawnImporter;
import org.idiome.knowledge.source.kgx.KgxImporter;
import org.idiome.knowledge.source.mapping.ReplacementsImporter;
import org.idiome.knowledge.source.mapping.SssomImporter;
import org.idiome.knowledge.source.network.GmtImporter;
import org.idiome.knowledge.source.network.HetionetNodesImporter;
import org.idiome.knowledge.source.network.SifImporter;
import org.idiome.knowledge.source.oncotree.OncoTreeImporter;
import org.idiome.knowledge.source.ontology.OboGraphImporter;
import org.idiome.knowledge.source.ontology.OboImporter;
import org.idiome.knowledge.source.phenotype.HpoDiseases;
import org.idiome.knowledge.source.phenotype.HpoGeneDiseases;
import org.idiome.knowledge.source.phenotype.HpoGenes;
import org.idiome.knowledge.source.tumour.CivicImporter;
import org.idiome.knowledge.source.tumour.HotspotImporter;
import org.idiome.knowledge.source.variant.ClinVarSummary;
import org.idiome.knowledge.source.variant.ClinVarVcf;

/// The readers of sources that there are, and which of them a file is for.
public final class Importers {
  /// Those of this release, in no order that means anything.
  private static final List<Importer> SHIPPED =
      Stream.concat(
              Stream.of(
                  new AtcImporter(),
                  new CivicImporter(),
                  new ClinGenDosageImporter(),
                  new ClinGenValidityImporter(),
                  new ClinVarSummary(),
                  new ClinVarVcf(),
                  new DgidbImporter(),
                  new GeneInfoImporter(),
                  new GmtImporter(),
                  new GnomadConstraintImporter(),
                  new HetionetNodesImporter(),
                  new HgncImporter(),
                  new HgncWithdrawnImporter(),
                  new HotspotImporter(),
                  new HpoDiseases(),
                  new HpoGeneDiseases(),
                  new HpoGenes(),
                  new InteractionsImporter(),
                  new OboGraphImporter(),
                  new OboImporter(),
                  new OncoTreeImporter(),
                  new ReplacementsImporter(),
                  new RxNormNames(),
                  new RxNormRelations(),
                  new SifImporter(),
                  new SssomImporter()),
              KgxImporter.ALL.stream())
          .toList();

  private final List<Importer> all;

  /// Readers of which each file must find one.
  public Importers(List<Importer> all) {
    this.all = List.copyOf(all);
  }

  /// Those of this release.
  public static Importers shipped() {
    return new Importers(SHIPPED);
  }

  /// What a file was recognised as.
  public record Found(Importer importer, Recognition.Yes as) {}

  /// The reader of a file, by its beginning.
  ///
  /// @param name how problems call the file
  /// @throws BadInputException where none knows it, or several do
  public Found find(Head head, String name, ImportSettings settings) {
    var found = new ArrayList<Found>();
    Importer nearest = null;
    Recognition.Nearly nearly = null;
    for (var importer : all) {
      switch (importer.recognise(head, settings)) {
        case Recognition.Yes yes -> found.add(new Found(importer, yes));
        case Recognition.Nearly near -> {
          if (nearly == null || near.shared() > nearly.shared()) {
            nearest = importer;
            nearly = near;
          }
        }
        case Recognition.No _ -> {}
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.size() > 1) {
      var formats = String.join(", ", found.stream().map(one -> one.importer().format()).toList());
      throw bad(ProblemCode.KNOWLEDGE_SEVERAL_FORMATS, name, "formats", formats);
    }
    if (nearest == null || nearly == null) {
      throw bad(ProblemCode.KNOWLEDGE_NOT_RECOGNISED, name, content(head));
    }
    throw bad(
        ProblemCode.KNOWLEDGE_COLUMNS,
        name,
        "format",
        nearest.format(),
        "variant",
        nearly.variant(),
        "missing",
        String.join(", ", nearly.missing()),
        "unknown",
        String.join(", ", nearly.unknown()));
  }

  private static String[] content(Head head) {
    var kind =
        switch (head.content()) {
          case XML -> "HTML or XML, perhaps a saved error page";
          case VCF -> "variant calls";
          default -> head.content().binary();
        };
    return kind == null ? new String[0] : new String[] {"content", kind};
  }

  private static BadInputException bad(ProblemCode code, String name, String... values) {
    return new BadInputException(Problem.of(code, Place.file(name), values));
  }
}
