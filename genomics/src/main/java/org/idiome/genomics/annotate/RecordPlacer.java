package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.gene.GeneModels;
import org.idiome.genomics.gene.TranscriptSearch;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.normalize.NormalizedVcf;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.normalize.Note;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// The first step of an [Annotator]: reads all of a record that its annotation takes. For one
/// thread.
final class RecordPlacer {
  private static final String NO_GENES = "no_genes_on_contig";
  private static final int CONTIGS_NAMED = 5;

  private final VcfReader reader;
  private final Normalizer normalizer;
  private final ReferenceFasta reference;
  private final GeneModels models;
  private final String genes;
  private final TranscriptSearch search;
  private final TableFields tables;
  private final AlleleSplitter splitter;
  private final GivenAnnotations given;
  private final StructuralReader structural;
  private final @Nullable SampleCopies copies;
  private final boolean hasOrigins;
  private @Nullable ReferenceSequence sequence;
  private boolean hasGenes;
  private int contig = -1;
  private long seen;
  private long onLacking;
  private final Set<String> lacking = new LinkedHashSet<>();

  /// @param genes how problems call the file of the models
  /// @param sample whose copies are joined, its place in the header; -1 for none
  RecordPlacer(
      VcfReader reader,
      Normalizer normalizer,
      ReferenceFasta reference,
      GeneModels models,
      String genes,
      int sample,
      TableFields tables) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.reference = reference;
    this.models = models;
    this.genes = genes;
    this.search = models.search();
    this.tables = tables;
    this.given = new GivenAnnotations(reader);
    this.structural = new StructuralReader(reader, sample);
    var written = new HashSet<>(tables.definitions().keySet());
    written.add(CsqField.KEY);
    this.splitter = new AlleleSplitter(reader, written);
    this.copies = sample < 0 ? null : new SampleCopies(reader, sample);
    this.hasOrigins =
        reader.header().metaLines().stream()
            .anyMatch(line -> line.startsWith("##INFO=<ID=" + NormalizedVcf.FROM + ","));
  }

  /// Reads the record at hand.
  PlacedRecord place() {
    var record = reader.record();
    if (record.contig() != contig) {
      contig = record.contig();
      sequence = reference.sequence(reader.contigName(contig));
      hasGenes = models.has(reader.contigName(contig));
    }
    countLacking();
    var normalized = normalizer.alleles();
    int first0 = record.start0();
    var alleles = new ArrayList<PlacedAllele>(normalized.size());
    for (var allele : normalized) {
      var normal = allele.normal();
      first0 = normal == null ? first0 : Math.min(first0, normal.position1() - 1);
      alleles.add(allele(allele, alleles.size() + 1));
    }
    var kept = given.kept();
    var known = tables.of(normalized).toString();
    var fields = kept.isEmpty() || known.isEmpty() ? kept + known : kept + ";" + known;
    return new PlacedRecord(
        splitter.line(), fields, origin(), contig, sequence, first0, alleles, given.of());
  }

  /// `POS|REF|ALT/ALT|number` without the number.
  private String origin() {
    var from = hasOrigins ? reader.info(NormalizedVcf.FROM, 0) : "";
    return from.indexOf('/') < 0 ? "" : from.substring(0, from.lastIndexOf('|') + 1);
  }

  private void countLacking() {
    seen++;
    if (!hasGenes) {
      onLacking++;
      if (lacking.size() < CONTIGS_NAMED) {
        lacking.add(reader.contigName(contig));
      }
    }
  }

  private PlacedAllele allele(NormalizedAllele allele, int number) {
    var bases = sequence;
    if (bases != null && isStructural(number)) {
      return structural(allele, number, bases);
    }
    var names = allele.names();
    var form = bases == null || names == null ? null : names.form();
    var bare = bare(allele, number, notes(allele, form != null));
    if (form == null) {
      return new PlacedAllele(bare, null, 0, null, null);
    }
    return new PlacedAllele(bare, form, written(allele, form), null, copy(allele, number, form));
  }

  private int written(NormalizedAllele allele, NormalForm form) {
    if (form.rolls() == 0) {
      return 0;
    }
    var from = hasOrigins ? reader.info(NormalizedVcf.FROM, 0) : "";
    int was = from.isEmpty() ? WrittenPlace.NONE : WrittenPlace.by(form, from);
    return was == WrittenPlace.NONE
        ? WrittenPlace.by(form, allele.position1(), allele.reference(), allele.alternate())
        : was;
  }

  /// The copy where the alternate touches an exon of a transcript that codes: no other is joined.
  private @Nullable Copy copy(NormalizedAllele allele, int number, NormalForm form) {
    if (copies == null || form.isSame()) {
      return null;
    }
    int from = form.start0();
    int to = from + form.rolls() + form.reference().length();
    search.over(allele.contig(), from - 1, to + 1);
    for (var next = search.next(); next != null; next = search.next()) {
      if (next.coding() != null && next.hasExonBetween(from - 1, to + 1)) {
        return copies.of(number);
      }
    }
    return null;
  }

  private static AnnotatedAllele bare(NormalizedAllele allele, int number, List<String> notes) {
    return new AnnotatedAllele(
        allele.contig(),
        allele.position1(),
        allele.reference(),
        allele.alternate(),
        number,
        List.of(),
        notes);
  }

  private boolean isStructural(int number) {
    var record = reader.record();
    return record.alternateCount() >= number && record.alternateKind(number - 1).isStructural();
  }

  private PlacedAllele structural(NormalizedAllele allele, int number, ReferenceSequence bases) {
    var read = structural.read(number - 1, bases);
    var form = read.form();
    boolean isTold = form != null || read.change() != null;
    List<String> notes =
        !isTold ? List.of(read.unknown()) : hasGenes ? List.of() : List.of(NO_GENES);
    var copy = form == null ? null : copy(allele, number, form);
    int written = form == null ? 0 : WrittenPlace.by(form, reader.record().position1());
    return new PlacedAllele(bare(allele, number, notes), form, written, read.change(), copy);
  }

  /// What matters here: whether the sequence of the contig is a known one does not.
  private List<String> notes(NormalizedAllele allele, boolean isTold) {
    if (allele.notes().isEmpty() && (hasGenes || !isTold)) {
      return List.of();
    }
    var notes = new ArrayList<String>(allele.noteCodes());
    notes.remove(Note.SEQUENCE_NOT_KNOWN.code());
    if (isTold && !hasGenes) {
      notes.add(NO_GENES);
    }
    return notes;
  }

  /// @throws BadInputException where the genes are on none of the contigs of the records
  void requireGenes() {
    if (seen > 0 && seen == onLacking) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.GENES_LACK_CONTIGS,
              Place.file(genes),
              "count",
              Long.toString(seen),
              "contigs",
              String.join(", ", lacking)));
    }
  }

  /// Lines of the header for what is written besides consequences, by their keys.
  SequencedMap<String, String> definitions() {
    var all = new LinkedHashMap<>(given.definitions());
    all.putAll(tables.definitions());
    return all;
  }

  /// Keys of INFO in which others told something that cannot be compared.
  List<String> notCompared() {
    return given.unknown();
  }
}
