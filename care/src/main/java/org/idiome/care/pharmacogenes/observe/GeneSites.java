package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.profile.Genome;
import org.jspecify.annotations.Nullable;

/// What all germline samples of one person say at the positions of one gene.
///
/// @param sites one for each position, in order
/// @param compared positions that more than one sample saw
/// @param conflicts positions at which they contradict each other, ascending
public record GeneSites(List<Site> sites, int compared, List<Integer> conflicts) {
  /// Copies the lists.
  public GeneSites {
    sites = List.copyOf(sites);
    conflicts = List.copyOf(conflicts);
  }

  /// The positions of a gene, as records are compared with them; [GeneTargets] keeps them.
  static List<Target> targets(Pharmacogene gene) {
    var plain = gene.positions().stream().map(position -> Target.of(position, false)).toList();
    var targets = new ArrayList<Target>();
    for (int at = 0; at < plain.size(); at++) {
      var one = plain.get(at);
      boolean isCovered = false;
      for (int other = 0; other < plain.size(); other++) {
        isCovered |= other != at && plain.get(other).deletes(one);
      }
      targets.add(isCovered ? Target.of(gene.positions().get(at), true) : one);
    }
    return targets;
  }

  /// Nothing read of any position.
  public static GeneSites unread(Pharmacogene gene, Unseen why) {
    var site = new Site.NotSeen(why, "", List.of());
    return new GeneSites(Collections.nCopies(gene.positions().size(), site), 0, List.of());
  }

  /// Reads every position in every sample.
  ///
  /// @param samples those on the build of the gene's table; their order numbers the evidence
  public static GeneSites of(List<Target> targets, List<Genome> samples, Quality least) {
    var sites = new ArrayList<Site>();
    for (var _ : targets) {
      sites.add(new Site.NotSeen(Unseen.NO_FILE, "", List.of()));
    }
    int compared = 0;
    var conflicts = new ArrayList<Integer>();
    for (int sample = 0; sample < samples.size(); sample++) {
      var reader = new SiteReader(sample, samples.get(sample), least);
      for (int position = 0; position < targets.size(); position++) {
        var before = sites.get(position);
        var next = reader.read(targets.get(position));
        if (before instanceof Site.Seen one && next instanceof Site.Seen two) {
          compared++;
          var joined = joined(one, two);
          if (joined == null) {
            conflicts.add(position);
          }
          sites.set(position, joined == null ? disagreeing(one, two) : joined);
        } else if (isRather(next, before)) {
          sites.set(position, next);
        }
      }
    }
    return new GeneSites(sites, compared, conflicts);
  }

  /// Whether a site tells more than what is known: something seen, or a reason with a row.
  private static boolean isRather(Site next, Site before) {
    if (before instanceof Site.NotSeen none) {
      return none.why() != Unseen.SAMPLES_DISAGREE
          && (next instanceof Site.Seen
              || none.why() == Unseen.NO_FILE
              || (none.evidence().isEmpty() && !next.evidence().isEmpty()));
    }
    return false;
  }

  private static Site disagreeing(Site.Seen one, Site.Seen two) {
    var evidence = new ArrayList<>(one.evidence());
    evidence.addAll(two.evidence());
    return new Site.NotSeen(Unseen.SAMPLES_DISAGREE, "", evidence);
  }

  /// The fuller of two sites that one genotype fits, citing both; null where none does.
  private static Site.@Nullable Seen joined(Site.Seen one, Site.Seen two) {
    if (one.strands().size() != two.strands().size()) {
      return null;
    }
    var a = one.strands().getFirst();
    var b = one.strands().getLast();
    var c = two.strands().getFirst();
    var d = two.strands().getLast();
    if (!(fit(a, c) && fit(b, d)) && !(fit(a, d) && fit(b, c))) {
      return null;
    }
    var evidence = new ArrayList<>(one.evidence());
    evidence.addAll(two.evidence());
    boolean isFuller = seenBases(two) > seenBases(one);
    boolean isPhased =
        seenBases(two) == seenBases(one)
            && one.phaseSet() == null
            && two.phaseSet() != null
            && !two.isHomozygous();
    var fuller = isFuller || isPhased ? two : one;
    return new Site.Seen(fuller.strands(), fuller.phaseSet(), evidence);
  }

  private static boolean fit(Site.Strand one, Site.Strand two) {
    return !one.isKnown()
        || !two.isKnown()
        || ((one.bases() & two.bases()) != 0
            && (one.undocumented() == null) == (two.undocumented() == null));
  }

  private static long seenBases(Site.Seen site) {
    return site.strands().stream().filter(one -> Integer.bitCount(one.bases()) == 1).count();
  }
}
