package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Genotype;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.LookedAt;
import org.idiome.profile.Genome;
import org.jspecify.annotations.Nullable;

/// Reads the positions of a gene in one sample.
final class SiteReader {
  private final int index;
  private final Genome genome;
  private final Quality least;
  private final boolean hasPhaseSets;

  /// @param index of the sample among those of the person
  SiteReader(int index, Genome genome, Quality least) {
    this.index = index;
    this.genome = genome;
    this.least = least;
    this.hasPhaseSets =
        genome.calls().stream().anyMatch(call -> call.genotype().phaseSet() != null);
  }

  /// What the sample says of a position.
  Site read(Target target) {
    var calls = genome.calls(target.reach());
    var bases = new ArrayList<Reading.Bases>();
    var refused = new ArrayList<Reading.Refused>();
    for (var call : calls) {
      if (target.contradicts(call)) {
        refused.add(new Reading.Refused(call, Unseen.OTHER_REFERENCE, call.reference()));
        continue;
      }
      switch (Reading.of(call, target, least)) {
        case Reading.Silent _ -> {}
        case Reading.Refused one -> refused.add(one);
        case Reading.Bases one -> bases.add(one);
      }
    }
    if (!refused.isEmpty()) {
      return refused(refused, bases);
    }
    return bases.isEmpty() ? reference(target) : seen(target, bases);
  }

  private Site refused(List<Reading.Refused> refused, List<Reading.Bases> bases) {
    var evidence = new ArrayList<Evidence>();
    refused.forEach(one -> evidence.addAll(evidence(one.call())));
    bases.forEach(one -> evidence.addAll(evidence(one.call())));
    var first = refused.getFirst();
    return new Site.NotSeen(first.why(), first.detail(), evidence);
  }

  private Site seen(Target target, List<Reading.Bases> records) {
    var evidence = new ArrayList<Evidence>();
    records.forEach(one -> evidence.addAll(evidence(one.call())));
    var merged = Merging.merge(records);
    var against = merged == null ? null : contradiction(records);
    if (merged == null || against != null) {
      evidence.addAll(against == null ? List.of() : evidence(against));
      return new Site.NotSeen(Unseen.RECORDS_DISAGREE, Integer.toString(evidence.size()), evidence);
    }
    boolean isReference = merged.strands().stream().allMatch(Site.Strand.REFERENCE::equals);
    int unlisted = unlisted(target, records);
    if (isReference && unlisted != 0) {
      var strand = new Site.Strand(1 | unlisted, null);
      return new Site.Seen(merged.strands().stream().map(_ -> strand).toList(), null, evidence);
    }
    var phased = merged.phased();
    return new Site.Seen(
        merged.strands(), phased == null ? null : phaseSet(phased.call().genotype()), evidence);
  }

  /// Documented alternates that no record lists, unless one speaks of those that it does not list.
  private static int unlisted(Target target, List<Reading.Bases> records) {
    int listed = 1;
    for (var record : records) {
      if (record.isOpenEnded()) {
        return 0;
      }
      for (var alternate : record.listed()) {
        listed |= alternate.bases();
      }
    }
    return target.documented() & ~listed;
  }

  /// A record of the same place without alternates that says reference where another says not.
  private @Nullable Call contradiction(List<Reading.Bases> records) {
    for (var record : records) {
      if (record.strands().stream().noneMatch(Site.Strand::isAlternate)) {
        continue;
      }
      for (var call : genome.calls(record.call().locus())) {
        if (call.alternates().isEmpty()
            && call.state() == Callability.CALLED_REFERENCE
            && call.locus().equals(record.call().locus())
            && call.reference().equals(record.call().reference())) {
          return call;
        }
      }
    }
    return null;
  }

  /// Phase without a set holds along the contig, unless the sample has sets.
  private @Nullable String phaseSet(Genotype genotype) {
    if (!genotype.isPhased()) {
      return null;
    }
    var set = genotype.phaseSet();
    return set == null && hasPhaseSets ? null : index + ":" + (set == null ? "" : set);
  }

  private List<Evidence> evidence(Call call) {
    return Evidence.of(index, call.rows(), bases(call));
  }

  private static String bases(Call call) {
    var genotype = call.genotype();
    var text = new StringBuilder();
    for (int i = 0; i < genotype.ploidy(); i++) {
      if (i > 0) {
        text.append(genotype.isPhased() ? '|' : '/');
      }
      if (genotype.isMissing(i)) {
        text.append('.');
      } else {
        int allele = genotype.allele(i);
        text.append(allele == 0 ? call.reference() : call.alternates().get(allele - 1));
      }
    }
    return text.toString();
  }

  /// Reference where every base of the position is called so; a record that speaks of another
  /// change may stand on bases that no documented change touches.
  private Site reference(Target target) {
    var stretches = genome.lookedAt(target.locus());
    var evidence = new LinkedHashSet<Evidence>();
    int reached = target.locus().start0();
    for (var stretch : stretches) {
      if (stretch.locus().start0() > reached) {
        break;
      }
      var lack = lack(stretch, target);
      if (lack != null) {
        return new Site.NotSeen(lack, stretch.reason(), evidence(stretch, Set.of()));
      }
      var call = genome.record(stretch);
      if (call != null && Reading.isOfOtherPloidy(call.genotype(), target)) {
        return new Site.NotSeen(Unseen.PLOIDY, call.genotype().text(), evidence(stretch, Set.of()));
      }
      evidence.addAll(evidence(stretch, evidence));
      reached = stretch.locus().end0();
    }
    if (reached < target.locus().end0()) {
      return new Site.NotSeen(Unseen.NOT_LOOKED_AT, "", List.of());
    }
    return new Site.Seen(
        List.of(Site.Strand.REFERENCE, Site.Strand.REFERENCE), null, List.copyOf(evidence));
  }

  private @Nullable Unseen lack(LookedAt stretch, Target target) {
    return switch (stretch.state()) {
      case CALLED_REFERENCE -> isOtherChangeOnly(stretch, target) ? Unseen.OTHER_CHANGE_ONLY : null;
      case CALLED_VARIANT -> isTouching(stretch, target) ? Unseen.OTHER_CHANGE_ONLY : null;
      case NO_CALL -> Unseen.NO_CALL;
      case FILTERED -> Unseen.FILTERED;
      case NOT_LOOKED_AT -> Unseen.NOT_LOOKED_AT;
    };
  }

  /// Whether a stretch lies where the documented changes do, or beside where they insert.
  private static boolean isTouching(LookedAt stretch, Target target) {
    return target.first0() == target.end0()
        || (stretch.locus().start0() < target.end0() && target.first0() < stretch.locus().end0());
  }

  /// Whether reference is claimed by a record of another change: its genotype says only that the
  /// alternates that it lists are not there.
  private boolean isOtherChangeOnly(LookedAt stretch, Target target) {
    return isTouching(stretch, target) && genome.isOfListedOnly(stretch);
  }

  private List<Evidence> evidence(LookedAt stretch, Set<Evidence> before) {
    var row = stretch.row();
    if (row == null) {
      return List.of();
    }
    var evidence = new Evidence(index, row, stretch.state().code());
    return before.contains(evidence) ? List.of() : List.of(evidence);
  }
}
