package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.genomics.identity.FamilyFacts;
import org.idiome.genomics.identity.FamilyFacts.OnContig;
import org.idiome.genomics.identity.PanelFamily;
import org.jspecify.annotations.Nullable;

/// Do the samples of a family fit each other as stated?
///
/// Errors all over the genome suggest that samples were mixed up. Errors on one chromosome alone
/// suggest that a stretch of it is missing, or that both copies came from one parent. Of whom, and
/// what it means for who is whose parent, is not said.
final class FamilyQuestion {
  static final String KIND = "family";
  private static final String SUBJECT = "family";
  private static final String CLAIM_FITS = "family_fits";
  private static final String CLAIM_DIFFERS = "family_differs";
  private static final String CLAIM_RUN = "errors_on_one_chromosome";
  private static final String CLAIM_OPEN = "family_not_compared";

  private final IdentityRules rules;
  private final Settling settling;

  FamilyQuestion(IdentityRules rules, Settling settling) {
    this.rules = rules;
    this.settling = settling;
  }

  /// Of the autosomes.
  private record Counted(long informative, long errors, @Nullable OnContig most) {
    static Counted of(FamilyFacts family) {
      long informative = 0;
      long errors = 0;
      OnContig most = null;
      for (var one : family.contigs()) {
        if (one.isAutosome()) {
          informative += one.informative();
          errors += one.errors();
          most = most == null || one.errors() > most.errors() ? one : most;
        }
      }
      return new Counted(informative, errors, most);
    }

    double rate() {
      return informative == 0 ? 0 : (double) errors / informative;
    }
  }

  /// The answer for a child's sample, or null where no parent is in its file.
  @Nullable Finding answer(Sample sample) {
    var facts = sample.genome().facts();
    var family = facts == null ? null : facts.family();
    if (family == null) {
      return null;
    }
    return judged(new About(KIND, SUBJECT, sample.scope()), sample, family);
  }

  private Finding judged(About about, Sample sample, FamilyFacts family) {
    var counted = Counted.of(family);
    var values = values(sample, family, counted);
    if (counted.informative() < rules.number("informative_least")) {
      return settling.notAssessed(
          about,
          CLAIM_OPEN,
          ReasonCode.TOO_FEW_PLACES,
          "too_few_informative",
          values,
          rules.applied("informative_least"));
    }
    var run = run(counted);
    if (run != null) {
      return run(about, sample, values, run);
    }
    var because = rules.applied("error_rate_most", "errors_least", "informative_least");
    boolean isMismatch =
        counted.errors() >= rules.number("errors_least")
            && counted.rate() > rules.number("error_rate_most");
    if (isMismatch) {
      return settling.found(
          about,
          values,
          new Mismatch(CLAIM_DIFFERS, "check_family", List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
          because);
    }
    return settling.excluded(about, CLAIM_FITS, values, because);
  }

  /// The answer for a child whose parents have samples of their own in the store; null where the
  /// pedigree names no parent but those of the file.
  @Nullable Finding kin(Sample sample, List<Elsewhere> elsewhere) {
    var facts = sample.genome().facts();
    var inFile = facts == null ? null : facts.family();
    var compared = new TreeMap<String, Elsewhere.OfParent>();
    var open = new TreeMap<String, Elsewhere.OfParent>();
    for (var one : elsewhere) {
      if (one instanceof Elsewhere.OfParent parent && !isIn(inFile, parent.parent())) {
        (parent.isRead() ? compared : open).put(parent.parent(), parent);
      }
    }
    var about = new About(KIND, "kin", sample.scope());
    if (!compared.isEmpty()) {
      return compared(about, sample, compared);
    }
    if (open.isEmpty()) {
      return null;
    }
    // Which of them is not said, as it is of no mismatch.
    var why = open.values().stream().map(Elsewhere.OfParent::open).sorted().findFirst();
    return settling.notAssessed(
        about,
        CLAIM_OPEN,
        ReasonCode.NOT_LOOKED_AT,
        why.orElseThrow().code(),
        Details.of("sample", new Value.Text(sample.name())).count("persons", open.size()),
        List.of());
  }

  private static boolean isIn(@Nullable FamilyFacts family, String parent) {
    return family != null && (parent.equals("father") ? family.father() : family.mother()) != null;
  }

  private Finding compared(
      About about, Sample sample, SortedMap<String, Elsewhere.OfParent> parents) {
    var facts = sample.genome().facts();
    byte[] own = facts == null ? new byte[0] : facts.genotypes();
    var father = parents.get("father");
    var mother = parents.get("mother");
    byte[] ofFather = father == null ? null : father.genotypes();
    byte[] ofMother = mother == null ? null : mother.genotypes();
    var samples = new SameSampleQuestion(rules, settling);
    boolean isComparable =
        samples.saysReference(own)
            && (ofFather == null || samples.saysReference(ofFather))
            && (ofMother == null || samples.saysReference(ofMother));
    if (own.length == 0 || !isComparable) {
      // Where only variants are listed, what contradicts cannot be seen.
      return settling.notAssessed(
          about,
          CLAIM_OPEN,
          ReasonCode.TOO_FEW_PLACES,
          "too_few_shared",
          Details.of("sample", new Value.Text(sample.name())).count("places", 0),
          rules.applied("informative_least"));
    }
    return judged(about, sample, PanelFamily.of(own, ofFather, ofMother, sample.genome().build()));
  }

  /// The chromosome that has nearly all errors, more than it may have, while the others together
  /// have few; null where there is none.
  private @Nullable OnContig run(Counted counted) {
    var most = counted.most();
    if (most == null || most.errors() < rules.number("run_errors_least")) {
      return null;
    }
    long othersInformative = counted.informative() - most.informative();
    long othersErrors = counted.errors() - most.errors();
    boolean isAlone = most.errors() >= rules.number("run_share_least") * counted.errors();
    boolean isMany = most.errors() > rules.number("error_rate_most") * most.informative();
    boolean areOthersFine = othersErrors <= rules.number("error_rate_most") * othersInformative;
    return isAlone && isMany && areOthersFine && othersInformative > 0 ? most : null;
  }

  private Finding run(About about, Sample sample, Details values, OnContig run) {
    var place = new Locus(sample.genome().build(), run.contig(), run.first0(), run.last0() + 1);
    var details =
        values.count("run_errors", run.errors()).with("run_place", new Value.Place(place));
    var because = rules.applied("run_errors_least", "run_share_least", "error_rate_most");
    because.add(new Explanation.Note(Explanation.Note.Kind.OPEN, "run_may_be", Details.NONE));
    return settling.found(
        about,
        details,
        new Mismatch(CLAIM_RUN, "look_at_chromosome", List.of(), ReasonCode.SAMPLE_IN_DOUBT),
        because);
  }

  private static Details values(Sample sample, FamilyFacts family, Counted counted) {
    var details =
        Details.of("file", new Value.Text(sample.file()))
            .text("sample", sample.name())
            .count("samples_compared", family.father() != null && family.mother() != null ? 3 : 2)
            .count("informative", counted.informative())
            .count("errors", counted.errors())
            .with("error_rate", Numbered.of(counted.rate()));
    var sexChromosomes = new ArrayList<OnContig>();
    family.contigs().stream().filter(one -> !one.isAutosome()).forEach(sexChromosomes::add);
    for (var one : sexChromosomes) {
      var name = one.contig().name().equals("X") ? "x" : "y";
      details =
          details
              .count(name + "_informative", one.informative())
              .count(name + "_errors", one.errors());
    }
    return details;
  }
}
