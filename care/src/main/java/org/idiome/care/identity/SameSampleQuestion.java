package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.genomics.identity.Kinship;

/// Are two samples of the person's own files of one person?
///
/// Two of the germline by their kinship, where both files speak of reference genotypes too; else by
/// the genotypes at places that both carry. One of a tumour by places homozygous for different
/// alleles: losing an allele makes none, another person does; a parent or a child is not told from
/// the person this way.
final class SameSampleQuestion {
  static final String KIND = "same_person";
  private static final String SUBJECT = "samples";
  private static final String CLAIM_SAME = "samples_agree";
  private static final String CLAIM_OTHER = "samples_differ";
  private static final String CLAIM_OPEN = "samples_not_compared";

  private final IdentityRules rules;
  private final Settling settling;

  SameSampleQuestion(IdentityRules rules, Settling settling) {
    this.rules = rules;
    this.settling = settling;
  }

  /// Every two of the germline, and every tumour with each of the germline.
  List<Finding> answers(List<Sample> samples) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = i + 1; j < samples.size(); j++) {
        var first = samples.get(i);
        var second = samples.get(j);
        if (first.isGermline() || second.isGermline()) {
          findings.add(answer(first, second));
        }
      }
    }
    return findings;
  }

  private Finding answer(Sample first, Sample second) {
    boolean isOrdered = first.name().compareTo(second.name()) <= 0;
    var scope =
        isOrdered ? first.scope() + "+" + second.scope() : second.scope() + "+" + first.scope();
    var about = new About(KIND, SUBJECT, scope);
    var names =
        Details.of("samples", Value.texts(List.of(first.name(), second.name())))
            .with("files", Value.texts(List.of(first.file(), second.file())));
    byte[] a = genotypes(first);
    byte[] b = genotypes(second);
    if (a.length == 0 || b.length == 0) {
      return settling.notAssessed(
          about, CLAIM_OPEN, ReasonCode.TOO_FEW_PLACES, "no_panel", names, List.of());
    }
    var kinship = Kinship.of(a, b);
    var values = names.count("places", kinship.sites());
    boolean saysBoth = saysReference(a) && saysReference(b);
    if (!first.isGermline() || !second.isGermline()) {
      return tumour(new Pair(about, first, second, kinship, values), saysBoth);
    }
    return saysBoth
        ? byKinship(new Pair(about, first, second, kinship, values))
        : byCarried(new Pair(about, first, second, kinship, values));
  }

  /// Two samples, and how they share alleles.
  private record Pair(About about, Sample first, Sample second, Kinship kinship, Details values) {}

  private static byte[] genotypes(Sample sample) {
    var facts = sample.genome().facts();
    return facts == null ? new byte[0] : facts.genotypes();
  }

  /// Whether a file speaks of reference genotypes, not of variants alone.
  boolean saysReference(byte[] genotypes) {
    int called = 0;
    int references = 0;
    for (byte genotype : genotypes) {
      called += genotype >= 0 ? 1 : 0;
      references += genotype == 0 ? 1 : 0;
    }
    return references >= rules.number("reference_share_least") * Math.max(1, called);
  }

  /// What two columns of genotypes tell.
  enum Likeness {
    /// They are of one person, or of identical twins.
    SAME,
    /// They are of two.
    OTHER,
    /// They do not tell.
    OPEN
  }

  /// Whether two germline samples are of one person, by the same limits.
  Likeness likeness(byte[] a, byte[] b) {
    if (a.length == 0 || a.length != b.length) {
      return Likeness.OPEN;
    }
    var kinship = Kinship.of(a, b);
    if (saysReference(a) && saysReference(b)) {
      double phi = kinship.phi();
      return kinship.sites() < rules.number("kinship_sites_least") || Double.isNaN(phi)
          ? Likeness.OPEN
          : phi > rules.number("kinship_same_least") ? Likeness.SAME : Likeness.OTHER;
    }
    double share = kinship.sameShare();
    if (kinship.bothCarry() < rules.number("carried_sites_least")) {
      return Likeness.OPEN;
    }
    return share >= rules.number("carried_same_least")
        ? Likeness.SAME
        : share < rules.number("carried_same_most") ? Likeness.OTHER : Likeness.OPEN;
  }

  private Finding byKinship(Pair pair) {
    double phi = pair.kinship().phi();
    if (pair.kinship().sites() < rules.number("kinship_sites_least") || Double.isNaN(phi)) {
      return tooFew(pair);
    }
    var values = pair.values().word("method", "king_robust").with("kinship", Numbered.of(phi));
    var because = rules.applied("kinship_same_least", "kinship_sites_least");
    return phi > rules.number("kinship_same_least")
        ? same(pair, values, because)
        : other(pair, values, because);
  }

  private Finding byCarried(Pair pair) {
    var kinship = pair.kinship();
    if (kinship.bothCarry() < rules.number("carried_sites_least")) {
      return tooFew(pair);
    }
    double share = kinship.sameShare();
    var values =
        pair.values()
            .word("method", "carried_genotypes")
            .count("both_carry", kinship.bothCarry())
            .with("same_share", Numbered.of(share));
    var because = rules.applied("carried_same_least", "carried_same_most", "carried_sites_least");
    if (share >= rules.number("carried_same_least")) {
      return same(pair, values, because);
    }
    if (share < rules.number("carried_same_most")) {
      return other(pair, values, because);
    }
    return settling.notAssessed(
        pair.about(), CLAIM_OPEN, ReasonCode.NOT_DECISIVE, "share_between", values, because);
  }

  private Finding tumour(Pair pair, boolean saysBoth) {
    var kinship = pair.kinship();
    if (!saysBoth || kinship.sites() < rules.number("kinship_sites_least")) {
      return tooFew(pair);
    }
    double opposite = (double) kinship.oppositeHom() / kinship.sites();
    var values =
        pair.values()
            .word("method", "opposite_homozygotes")
            .with("opposite_share", Numbered.of(opposite));
    var because = rules.applied("tumour_opposite_most", "kinship_sites_least");
    because.add(
        new Explanation.Note(Explanation.Note.Kind.LIMIT, "near_kin_not_told", Details.NONE));
    return opposite <= rules.number("tumour_opposite_most")
        ? same(pair, values, because)
        : other(pair, values, because);
  }

  private Finding tooFew(Pair pair) {
    return settling.notAssessed(
        pair.about(),
        CLAIM_OPEN,
        ReasonCode.TOO_FEW_PLACES,
        "too_few_shared",
        pair.values(),
        rules.applied("kinship_sites_least"));
  }

  private Finding same(Pair pair, Details values, List<Explanation> because) {
    because.add(new Explanation.Note(Explanation.Note.Kind.LIMIT, "twins_not_told", Details.NONE));
    return settling.excluded(pair.about(), CLAIM_SAME, values, because);
  }

  private Finding other(Pair pair, Details values, List<Explanation> because) {
    var blocked = List.of(pair.first(), pair.second());
    return settling.found(
        pair.about(),
        values,
        new Mismatch(CLAIM_OTHER, "check_samples", blocked, ReasonCode.SAMPLE_IN_DOUBT),
        because);
  }
}
