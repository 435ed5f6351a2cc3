package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.genomics.gene.GeneModels;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.gene.TranscriptSearch;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceSequence;

/// Tells what changes do to the transcripts that they touch or are near to. For one thread.
public final class Consequences {
  /// So many messengers are kept: changes come in the order of the contig.
  private static final int KEPT = 256;

  private final GeneModels models;
  private final TranscriptSearch search;
  private final String file;
  private final Problems problems;
  private final Set<Transcript> refused = new HashSet<>();
  private final Map<Transcript, Messenger> messengers =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Transcript, Messenger> eldest) {
          return size() > KEPT;
        }
      };

  /// Works on some gene models.
  ///
  /// @param file how problems call the file of the models
  /// @param problems takes the transcripts that reach beyond a contig
  public Consequences(GeneModels models, String file, Problems problems) {
    this.models = models;
    this.search = models.search();
    this.file = file;
    this.problems = problems;
  }

  /// How problems call the file of the models.
  public String file() {
    return file;
  }

  /// The models it works on.
  public GeneModels models() {
    return models;
  }

  /// What a change does, for each transcript in the order of the contig.
  ///
  /// @param contig of the change, by any name
  /// @param sequence of the contig
  public List<Consequence> of(String contig, ReferenceSequence sequence, NormalForm change) {
    if (change.isSame()) {
      return List.of();
    }
    int from = change.start0();
    int to = change.start0() + change.rolls() + change.reference().length();
    search.over(contig, from - Limit.NEAR, Math.max(to, from + 1) + Limit.NEAR);
    var found = new ArrayList<Consequence>();
    for (var next = search.next(); next != null; next = search.next()) {
      if (isWhole(next, sequence)) {
        var consequence = of(next, sequence, change);
        if (!consequence.terms().isEmpty()) {
          found.add(consequence);
        }
      }
    }
    return found;
  }

  /// Whether all of a transcript is on the sequence; one that is not is named once.
  boolean isWhole(Transcript transcript, ReferenceSequence sequence) {
    if (transcript.end0() <= sequence.lengthBases()) {
      return true;
    }
    if (refused.add(transcript)) {
      problems.add(
          Problem.of(
              ProblemCode.GENES_OFF_CONTIG,
              Reach.RECORD,
              Place.file(file),
              "id",
              transcript.id(),
              "contig",
              transcript.contig()));
    }
    return false;
  }

  Messenger messenger(Transcript transcript, ReferenceSequence sequence) {
    return messengers.computeIfAbsent(transcript, _ -> Messenger.of(transcript, sequence));
  }

  /// What a change does to one transcript; without terms where it is not near.
  public Consequence of(Transcript transcript, ReferenceSequence sequence, NormalForm change) {
    if (isFarFrom(transcript, change)) {
      return near(transcript, change);
    }
    var single = new SingleChange(transcript, sequence, messenger(transcript, sequence));
    var placed = Placement.last(change, transcript);
    var outcome = single.outcome(placed);
    var notes = EnumSet.noneOf(Note.class);
    notes.addAll(outcome.protein().notes());
    Set<Term> elsewhere = Set.of();
    if (change.rolls() > 0) {
      var other = single.outcome(Placement.first(change, transcript));
      if (!other.terms().equals(outcome.terms())) {
        elsewhere = other.terms();
        notes.add(Note.PLACEMENT_MATTERS);
      }
    }
    return new Consequence(
        transcript,
        outcome.terms(),
        elsewhere,
        single.hgvs(placed),
        transcript.coding() == null || !outcome.isInside() ? null : outcome.protein().hgvs(),
        outcome.protein().firstResidue(),
        outcome.protein().residues(),
        TouchedParts.exons(transcript, placed.start0(), placed.end0()),
        TouchedParts.introns(transcript, placed.start0(), placed.end0()),
        outcome.decay(),
        notes);
  }

  /// Whether a change is beside a transcript wherever it is rolled, and what is put in cannot be a
  /// copy of its end.
  private static boolean isFarFrom(Transcript transcript, NormalForm change) {
    int moved = change.reference().length() + change.alternate().length();
    return change.start0() + change.rolls() + moved < transcript.start0()
        || change.start0() - moved > transcript.end0();
  }

  private static Consequence near(Transcript transcript, NormalForm change) {
    int length = change.reference().length();
    int first0 = change.start0() + (transcript.isForward() ? 0 : change.rolls());
    int last0 = change.start0() + (transcript.isForward() ? change.rolls() : 0);
    var terms = SingleChange.near(transcript, last0, last0 + length);
    if (change.rolls() == 0) {
      return Consequence.near(transcript, terms, Set.of(), Set.of());
    }
    var other = SingleChange.near(transcript, first0, first0 + length);
    return other.equals(terms)
        ? Consequence.near(transcript, terms, Set.of(), Set.of())
        : Consequence.near(transcript, terms, other, Set.of(Note.PLACEMENT_MATTERS));
  }
}
