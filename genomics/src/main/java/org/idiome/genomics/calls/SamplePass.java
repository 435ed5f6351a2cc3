package org.idiome.genomics.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.callability.CallJudge;
import org.idiome.genomics.callability.CallRules;
import org.idiome.genomics.callability.Judgement;
import org.idiome.genomics.identity.FamilyTally;
import org.idiome.genomics.identity.SampleTally;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// What one pass gathers of one sample.
final class SamplePass {
  private final @Nullable String name;
  private final int place;
  private final boolean isWholeFileJudged;
  private final CallJudge judge = new CallJudge(CallRules.DEFAULT);
  private final SampleCounter counter = new SampleCounter();
  private final Phasing phasing;
  private final Stretches stretches;
  private final SortedMap<SourceRow, String> refused = new TreeMap<>();
  private final int file;
  private final List<DraftCall> drafts = new ArrayList<>();
  private long keptBytes;
  private @Nullable SampleFields atHand;
  private @Nullable SampleTally tally;
  private @Nullable FamilyTally family;

  /// @param place of the sample in the header, negative where there is none
  /// @param hasSets whether a call that is not in this pass names a set of phase
  SamplePass(
      @Nullable String name, int place, boolean isWholeFileJudged, boolean hasSets, int file) {
    this.name = name;
    this.place = place;
    this.isWholeFileJudged = isWholeFileJudged;
    this.file = file;
    this.phasing = new Phasing(hasSets);
    this.stretches = new Stretches(file);
  }

  /// This, telling also whose sample it is.
  ///
  /// @param members null where nothing is said of a family
  SamplePass telling(@Nullable FamilyTally members) {
    tally = place < 0 ? null : new SampleTally();
    family = place < 0 ? null : members;
    return this;
  }

  /// Takes the record at hand.
  ///
  /// @param isWanted whether it touches a locus asked for
  void take(VcfReader reader, boolean isWanted, Contig contig) {
    var record = reader.record();
    counter.record(record);
    atHand = null;
    if (place < 0) {
      return;
    }
    if (family != null) {
      family.take(reader, contig);
    }
    SampleFields sample = reader.sample(place);
    atHand = sample;
    if (tally != null && reader.record().isPlaced()) {
      tally.take(reader, sample, contig);
    }
    counter.genotype(sample);
    phasing.see(sample);
    if (!isWanted && !isWholeFileJudged) {
      return;
    }
    var judgement = judge.judge(reader, sample);
    if (isWholeFileJudged) {
      counter.bases(record.contig(), judgement);
    }
    if (isWanted) {
      stretches.add(record.contig(), judgement, record.line());
      var draft = DraftCall.of(reader, sample, place, judgement);
      keptBytes += draft.text().length();
      drafts.add(draft);
    }
  }

  /// Takes a record that was refused but has a place.
  void refuse(VcfReader reader, boolean isWanted) {
    var record = reader.record();
    var judgement = Judgement.notRead(record.start0(), record.referenceEnd0());
    if (isWholeFileJudged && place >= 0) {
      counter.bases(record.contig(), judgement);
    }
    if (isWanted && place >= 0) {
      stretches.add(record.contig(), judgement, record.line());
      var text = record.refusedText(place, reader.header().samples().size());
      keptBytes += text.length();
      refused.put(new SourceRow(file, record.line()), text);
    }
  }

  /// The record that was taken or refused last, for whoever wants them all.
  RecordTaker.Taken taken(VcfReader reader, Contig contig) {
    var record = reader.record();
    boolean isReadable = record.isReadable();
    var sample = isReadable ? atHand : null;
    return new RecordTaker.Taken(
        record.line(),
        contig,
        record.start0(),
        record.end0(),
        isReadable,
        isReadable ? record.reference() : null,
        isReadable ? record.alternates() : List.of(),
        sample != null && sample.hasGenotype() ? sample.genotype().text() : null,
        isReadable && record.isFilterApplied() ? record.filter() : null,
        isReadable
            ? record.text(place)
            : record.refusedText(place, reader.header().samples().size()));
  }

  /// Whether any call of the sample names a set of phase.
  boolean hasPhaseSets() {
    return phasing.hasSets();
  }

  /// Characters of lines that were kept.
  long keptBytes() {
    return keptBytes;
  }

  SampleReading reading(
      FileContigs contigs,
      GenomeBuild build,
      List<Locus> loci,
      Map<Contig, List<Integer>> numbers,
      Origin origin,
      boolean isSorted,
      @Nullable Regions assumed) {
    return new SampleReading(
        name,
        counter.summary(isWholeFileJudged && isSorted),
        calls(contigs, build, loci, origin),
        refused,
        place < 0 ? List.of() : stretches.lookedAt(loci, numbers, assumed),
        tally == null ? null : tally.facts(build, family == null ? null : family.facts(build)));
  }

  private List<Call> calls(
      FileContigs contigs, GenomeBuild build, List<Locus> loci, Origin origin) {
    var calls = new ArrayList<Call>();
    for (var draft : drafts) {
      var contig = contigs.settled(draft.contig(), build);
      var locus = new Locus(build, contig, draft.start0(), draft.end0());
      if (loci.stream().anyMatch(wanted -> wanted.overlaps(locus))) {
        calls.add(draft.call(locus, phasing.genotype(draft, contig.name()), origin));
      }
    }
    calls.sort(Comparator.comparing(Call::locus).thenComparing(call -> call.rows().getFirst()));
    return calls;
  }
}
