package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.consequence.Consequence;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.consequence.CopyChange;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.consequence.Haplotypes;
import org.idiome.genomics.consequence.Note;
import org.idiome.genomics.consequence.StructuralConsequences;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// Annotates a variant file record after record. For one thread.
///
/// Records that change a coding sequence wait until the file has passed every transcript that they
/// change, so that what stands on one copy is joined; others follow in their order.
public final class Annotator implements RecordAnnotator {
  private static final String NO_GENES = "no_genes_on_contig";
  private static final int CONTIGS_NAMED = 5;

  private final VcfReader reader;
  private final Normalizer normalizer;
  private final ReferenceFasta reference;
  private final Consequences consequences;
  private final Haplotypes haplotypes;
  private final TableFields tables;
  private final AlleleSplitter splitter;
  private final GivenAnnotations given;
  private final GivenTally tally = new GivenTally();
  private final StructuralReader structural;
  private final StructuralConsequences structurals;
  private final Rearrangements rearrangements;
  private final @Nullable SampleCopies copies;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<Transcript, List<CopyChange>> changed = new LinkedHashMap<>();
  private final List<WaitingAllele> joinable = new ArrayList<>();
  private @Nullable ReferenceSequence sequence;
  private boolean hasGenes;
  private int contig = -1;
  private int openTo0;
  private long seen;
  private long onLacking;
  private final Set<String> lacking = new LinkedHashSet<>();

  private record Waiting(
      AlleleSplitter.Line line,
      List<WaitingAllele> alleles,
      String fields,
      @Nullable List<GivenTelling> given) {}

  /// An allele and what it does by itself.
  record WaitingAllele(
      AnnotatedAllele bare,
      List<Consequence> told,
      Map<Transcript, JoinedTelling> joined,
      Map<Transcript, List<String>> rearranged) {}

  /// Reads the records of a file.
  ///
  /// @param sample whose copies are joined, its place in the header; -1 for none
  /// @param tables what is known of alleles besides
  public Annotator(
      VcfReader reader,
      Normalizer normalizer,
      ReferenceFasta reference,
      Consequences consequences,
      int sample,
      TableFields tables) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.reference = reference;
    this.consequences = consequences;
    this.haplotypes = new Haplotypes(consequences);
    this.tables = tables;
    this.given = new GivenAnnotations(reader);
    this.structural = new StructuralReader(reader, sample);
    this.structurals = new StructuralConsequences(consequences);
    this.rearrangements = new Rearrangements(consequences.models());
    var written = new HashSet<>(CsqField.DEFINITIONS.keySet());
    written.addAll(tables.definitions().keySet());
    this.splitter = new AlleleSplitter(reader, written);
    this.copies = sample < 0 ? null : new SampleCopies(reader, sample);
  }

  @Override
  public List<AnnotatedRecord> add() {
    var record = reader.record();
    var done = new ArrayList<AnnotatedRecord>();
    if (record.contig() != contig) {
      flush(done);
      contig = record.contig();
      sequence = reference.sequence(reader.contigName(contig));
      hasGenes = consequences.models().has(reader.contigName(contig));
    }
    seen++;
    if (!hasGenes) {
      onLacking++;
      if (lacking.size() < CONTIGS_NAMED) {
        lacking.add(reader.contigName(contig));
      }
    }
    var normalized = normalizer.alleles();
    int first0 = record.start0();
    for (var allele : normalized) {
      var normal = allele.normal();
      first0 = normal == null ? first0 : Math.min(first0, normal.position1() - 1);
    }
    if (first0 >= openTo0) {
      flush(done);
    }
    var alleles = new ArrayList<WaitingAllele>();
    for (var allele : normalized) {
      alleles.add(allele(allele, alleles.size() + 1));
    }
    var kept = given.kept();
    var known = tables.of(normalized);
    var fields = kept.isEmpty() || known.isEmpty() ? kept + known : kept + ";" + known;
    waiting.add(new Waiting(splitter.line(), alleles, fields, given.of()));
    return done;
  }

  private WaitingAllele allele(NormalizedAllele allele, int number) {
    var normal = allele.normal();
    var bases = sequence;
    if (bases != null && isStructural(number)) {
      return structural(allele, number, bases);
    }
    boolean isTold = normal != null && bases != null;
    var bare = bare(allele, number, notes(allele, isTold));
    if (normal == null || bases == null) {
      return new WaitingAllele(bare, List.of(), Map.of(), Map.of());
    }
    var form = NormalForm.of(bases, normal.position1() - 1, normal.reference(), normal.alternate());
    var told = consequences.of(allele.contig(), bases, form);
    var own = new WaitingAllele(bare, told, new LinkedHashMap<>(), Map.of());
    note(own, form);
    return own;
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

  private WaitingAllele structural(NormalizedAllele allele, int number, ReferenceSequence bases) {
    var read = structural.read(number - 1, bases);
    var change = read.change();
    var notes = new ArrayList<String>();
    if (change == null) {
      notes.add(read.unknown());
    } else if (!hasGenes) {
      notes.add(NO_GENES);
    }
    var told = change == null ? List.<Consequence>of() : structurals.of(change, bases);
    var rearranged = new LinkedHashMap<Transcript, List<String>>();
    if (change != null) {
      for (var one : told) {
        rearranged.put(one.transcript(), rearrangements.of(one.transcript(), change));
      }
    }
    var bare = bare(allele, number, notes);
    return new WaitingAllele(bare, told, Map.of(), rearranged);
  }

  /// What matters here: whether the sequence of the contig is a known one does not.
  private List<String> notes(NormalizedAllele allele, boolean isTold) {
    if (allele.notes().isEmpty() && (hasGenes || !isTold)) {
      return List.of();
    }
    var notes = new ArrayList<String>(allele.noteCodes());
    notes.remove(org.idiome.genomics.normalize.Note.SEQUENCE_NOT_KNOWN.code());
    if (isTold && !hasGenes) {
      notes.add(NO_GENES);
    }
    return notes;
  }

  /// Remembers a change of a coding sequence that the sample has.
  private void note(WaitingAllele allele, NormalForm form) {
    Copy copy = null;
    int id = joinable.size();
    for (var one : allele.told()) {
      if (one.transcript().coding() != null && !one.exon().isEmpty()) {
        copy = copy == null && copies != null ? copies.of(allele.bare().number()) : copy;
        if (copy == null) {
          return;
        }
        changed
            .computeIfAbsent(one.transcript(), _ -> new ArrayList<>())
            .add(new CopyChange(id, form, copy));
        openTo0 = Math.max(openTo0, one.transcript().end0());
      }
    }
    if (copy != null) {
      joinable.add(allele);
    }
  }

  private void flush(List<AnnotatedRecord> done) {
    var bases = sequence;
    if (bases != null) {
      for (var one : changed.entrySet()) {
        if (one.getValue().size() > 1) {
          join(one.getKey(), haplotypes.of(one.getKey(), bases, one.getValue()));
        }
      }
    }
    for (var record : waiting) {
      List<AnnotatedAllele> alleles = new ArrayList<>(record.alleles().size());
      for (var allele : record.alleles()) {
        alleles.add(annotated(allele));
      }
      var said = record.given();
      alleles = said == null ? alleles : tally.compared(alleles, said);
      done.add(new AnnotatedRecord(record.line(), alleles, record.fields()));
    }
    waiting.clear();
    changed.clear();
    joinable.clear();
    openTo0 = 0;
  }

  private void join(Transcript transcript, Haplotypes.Told told) {
    for (var one : told.known()) {
      if (one.isJoined()
          || one.notes().contains(Note.BEHIND_STOP)
          || one.notes().contains(Note.OVERLAPS)) {
        for (int member : one.members()) {
          telling(transcript, member).take(one, names(one.members(), member));
        }
      }
    }
    for (var open : told.open()) {
      var members = open.together().members();
      for (int member : members) {
        telling(transcript, member).open(open.together(), names(members, member));
      }
    }
  }

  private JoinedTelling telling(Transcript transcript, int member) {
    return joinable.get(member).joined().computeIfAbsent(transcript, _ -> new JoinedTelling());
  }

  private List<String> names(List<Integer> members, int but) {
    var names = new ArrayList<String>();
    for (int member : members) {
      if (member != but) {
        var bare = joinable.get(member).bare();
        names.add(bare.position1() + ":" + bare.reference() + ">" + bare.alternate());
      }
    }
    return names;
  }

  private static AnnotatedAllele annotated(WaitingAllele allele) {
    var bare = allele.bare();
    if (allele.told().isEmpty()) {
      return bare;
    }
    var picked = Picks.of(allele.told());
    var annotations = new ArrayList<Annotation>();
    for (var one : allele.told()) {
      var transcript = one.transcript();
      var pick = transcript.equals(picked.get(transcript.gene())) ? Picks.reason(transcript) : "";
      var joined = allele.joined().getOrDefault(transcript, JoinedTelling.NONE);
      var rearranged = allele.rearranged().getOrDefault(transcript, List.of());
      annotations.add(joined.annotation(one, pick).with(rearranged));
    }
    return bare.with(annotations);
  }

  /// Lines of the header for all that is written, by their keys.
  public SequencedMap<String, String> definitions() {
    var all = new LinkedHashMap<>(CsqField.DEFINITIONS);
    all.putAll(given.definitions());
    all.putAll(tables.definitions());
    return all;
  }

  /// How what others told before compares.
  public GivenTally tally() {
    return tally;
  }

  /// Keys of INFO in which others told something that cannot be compared: their descriptions do not
  /// say what stands where.
  public List<String> notCompared() {
    return given.unknown();
  }

  /// @throws BadInputException where the genes are on none of the contigs of the records
  @Override
  public List<AnnotatedRecord> end() {
    if (seen > 0 && seen == onLacking) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.GENES_LACK_CONTIGS,
              Place.file(consequences.file()),
              "count",
              Long.toString(seen),
              "contigs",
              String.join(", ", lacking)));
    }
    var done = new ArrayList<AnnotatedRecord>();
    flush(done);
    return done;
  }
}
