package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.consequence.Consequence;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.consequence.CopyChange;
import org.idiome.genomics.consequence.CopyConsequence;
import org.idiome.genomics.consequence.Haplotypes;
import org.idiome.genomics.consequence.Note;
import org.idiome.genomics.consequence.StructuralChange;
import org.idiome.genomics.consequence.StructuralConsequences;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// Annotates a variant file record after record.
///
/// Records that change a coding sequence wait until the file has passed every transcript that they
/// change, so that what stands on one copy is joined; others follow in their order.
public final class Annotator implements RecordAnnotator {
  private final RecordPlacer placer;
  private final Consequences consequences;
  private final Haplotypes haplotypes;
  private final GivenTally tally = new GivenTally();
  private final StructuralConsequences structurals;
  private final Rearrangements rearrangements;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<Transcript, List<CopyChange>> changed = new LinkedHashMap<>();
  private final List<WaitingAllele> joinable = new ArrayList<>();
  private @Nullable ReferenceSequence sequence;
  private int contig = -1;
  private int openTo0;

  /// The record at hand by a number; those that were split from one have the same.
  private int site;

  private int sites;
  private final Map<String, Integer> split = new HashMap<>();

  private record Waiting(PlacedRecord record, List<WaitingAllele> alleles) {}

  /// An allele and what it does by itself.
  record WaitingAllele(
      AnnotatedAllele bare,
      List<Consequence> told,
      Map<Transcript, JoinedTelling> joined,
      Map<Transcript, List<String>> rearranged) {}

  /// Reads the records of a file.
  ///
  /// @param consequences for the second thread alone
  /// @param sample whose copies are joined, its place in the header; -1 for none
  /// @param tables what is known of alleles besides
  public Annotator(
      VcfReader reader,
      Normalizer normalizer,
      ReferenceFasta reference,
      Consequences consequences,
      int sample,
      TableFields tables) {
    var models = consequences.models();
    this.placer =
        new RecordPlacer(
            reader, normalizer, reference, models, consequences.file(), sample, tables);
    this.consequences = consequences;
    this.haplotypes = new Haplotypes(consequences);
    this.structurals = new StructuralConsequences(consequences);
    this.rearrangements = new Rearrangements(models);
  }

  @Override
  public PlacedRecord place() {
    return placer.place();
  }

  /// @throws BadInputException where the genes are on none of the contigs of the records
  @Override
  public void requireSense() {
    placer.requireGenes();
  }

  @Override
  public List<AnnotatedRecord> tell(PlacedRecord record) {
    var done = new ArrayList<AnnotatedRecord>();
    if (record.contig() != contig) {
      flush(done);
      contig = record.contig();
      sequence = record.sequence();
    }
    if (record.first0() >= openTo0) {
      flush(done);
    }
    site =
        record.origin().isEmpty() ? sites++ : split.computeIfAbsent(record.origin(), _ -> sites++);
    var alleles = new ArrayList<WaitingAllele>(record.alleles().size());
    for (var allele : record.alleles()) {
      alleles.add(allele(allele));
    }
    waiting.add(new Waiting(record, alleles));
    return done;
  }

  private WaitingAllele allele(PlacedAllele allele) {
    var bare = allele.bare();
    var bases = sequence;
    var form = allele.form();
    var structural = allele.structural();
    if (bases != null && structural != null) {
      return structural(bare, structural, bases);
    }
    if (bases == null || form == null) {
      return new WaitingAllele(bare, List.of(), Map.of(), Map.of());
    }
    var told = consequences.of(bare.contig(), bases, form);
    var own = new WaitingAllele(bare, told, new LinkedHashMap<>(), Map.of());
    note(own, allele);
    return own;
  }

  private WaitingAllele structural(
      AnnotatedAllele bare, StructuralChange change, ReferenceSequence bases) {
    var told = structurals.of(change, bases);
    var rearranged = new LinkedHashMap<Transcript, List<String>>();
    for (var one : told) {
      rearranged.put(one.transcript(), rearrangements.of(one.transcript(), change));
    }
    return new WaitingAllele(bare, told, Map.of(), rearranged);
  }

  /// Remembers a change of a coding sequence that the sample has.
  private void note(WaitingAllele allele, PlacedAllele placed) {
    var copy = placed.copy();
    var form = placed.form();
    if (copy == null || form == null) {
      return;
    }
    int id = joinable.size();
    boolean isNoted = false;
    for (var one : allele.told()) {
      if (one.transcript().coding() != null && !one.exon().isEmpty()) {
        changed
            .computeIfAbsent(one.transcript(), _ -> new ArrayList<>())
            .add(new CopyChange(id, form, copy, site, placed.written()));
        openTo0 = Math.max(openTo0, one.transcript().end0());
        isNoted = true;
      }
    }
    if (isNoted) {
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
    for (var one : waiting) {
      List<AnnotatedAllele> alleles = new ArrayList<>(one.alleles().size());
      for (var allele : one.alleles()) {
        alleles.add(annotated(allele));
      }
      var said = one.record().given();
      alleles = said == null ? alleles : tally.compared(alleles, said);
      done.add(new AnnotatedRecord(one.record().line(), alleles, one.record().fields()));
    }
    waiting.clear();
    changed.clear();
    joinable.clear();
    split.clear();
    openTo0 = 0;
  }

  private void join(Transcript transcript, Haplotypes.Told told) {
    var plain = new ArrayList<CopyConsequence>();
    for (var one : told.known()) {
      boolean isPlain =
          !one.isJoined()
              && !one.notes().contains(Note.BEHIND_STOP)
              && !one.notes().contains(Note.OVERLAPS);
      if (isPlain) {
        plain.add(one);
        continue;
      }
      for (int member : one.members()) {
        telling(transcript, member).take(one, names(one.members(), member));
      }
    }
    // What is otherwise on one copy may be as it is alone on another.
    for (var one : plain) {
      var known = joinable.get(one.members().getFirst()).joined().get(transcript);
      if (known != null) {
        known.take(one, List.of());
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
    for (int i = 0; annotations.size() > 1 && i < annotations.size(); i++) {
      var one = annotations.get(i);
      if (!one.pick().isEmpty()) {
        annotations.set(i, one.with(Picks.moreSevere(one, annotations)));
      }
    }
    return bare.with(annotations);
  }

  @Override
  public List<AnnotatedRecord> end() {
    var done = new ArrayList<AnnotatedRecord>();
    flush(done);
    return done;
  }

  /// Lines of the header for all that is written, by their keys.
  public SequencedMap<String, String> definitions() {
    var all = new LinkedHashMap<String, String>();
    all.put(CsqField.KEY, CsqField.definition(consequences.models().source()));
    all.putAll(placer.definitions());
    return all;
  }

  /// How what others told before compares.
  public GivenTally tally() {
    return tally;
  }

  /// Keys of INFO in which others told something that cannot be compared: their descriptions do not
  /// say what stands where.
  public List<String> notCompared() {
    return placer.notCompared();
  }
}
