package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.genomics.identity.FamilyFacts;
import org.idiome.genomics.identity.FamilyFacts.OnContig;
import org.idiome.genomics.identity.Panel;
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
    return judged(about, sample, counted, values(sample, family, counted));
  }

  /// What errors tell, the least grave first.
  private enum Verdict {
    OPEN,
    FITS,
    RUN,
    DIFFERS
  }

  private Verdict verdict(Counted counted) {
    if (counted.informative() < rules.number("informative_least")) {
      return Verdict.OPEN;
    }
    if (run(counted) != null) {
      return Verdict.RUN;
    }
    boolean isMismatch =
        counted.errors() >= rules.number("errors_least")
            && counted.rate() > rules.number("error_rate_most");
    return isMismatch ? Verdict.DIFFERS : Verdict.FITS;
  }

  private Finding judged(About about, Sample sample, Counted counted, Details values) {
    var because = rules.applied("error_rate_most", "errors_least", "informative_least");
    return switch (verdict(counted)) {
      case OPEN ->
          settling.notAssessed(
              about,
              CLAIM_OPEN,
              ReasonCode.TOO_FEW_PLACES,
              "too_few_informative",
              values,
              rules.applied("informative_least"));
      case RUN -> run(about, sample, values, Objects.requireNonNull(run(counted)));
      case DIFFERS ->
          settling.found(
              about,
              values,
              new Mismatch(
                  CLAIM_DIFFERS, "check_family", List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
              because);
      case FITS -> settling.excluded(about, CLAIM_FITS, values, because);
    };
  }

  /// The answer for a child whose parents have samples of their own in the store; null where the
  /// pedigree names no parent but those of the file.
  @Nullable Finding kin(Sample sample, List<Elsewhere> elsewhere) {
    var facts = sample.genome().facts();
    var inFile = facts == null ? null : facts.family();
    var father = List.<String>of();
    var mother = List.<String>of();
    var open = new ArrayList<Elsewhere.OfKin>();
    for (var one : elsewhere) {
      if (one instanceof Elsewhere.OfParent parent && !isIn(inFile, parent.parent())) {
        if (!parent.isRead()) {
          open.add(parent);
        } else if (parent.parent().equals("father")) {
          father = parent.panels();
        } else {
          mother = parent.panels();
        }
      }
    }
    var trios = new ArrayList<Trio>();
    var own = panel(sample);
    for (int i = 0; i < Math.max(father.size(), mother.size()); i++) {
      trios.add(new Trio(own, panel(father, i), panel(mother, i)));
    }
    return answer(new About(KIND, "kin", sample.scope()), sample, trios, open);
  }

  /// The answer for a parent whose children have samples of their own in the store and name the
  /// person in their pedigree; null where none does. It is what their own records say.
  @Nullable Finding children(Sample sample, List<Elsewhere> elsewhere) {
    var trios = new ArrayList<Trio>();
    var open = new ArrayList<Elsewhere.OfKin>();
    var own = panel(sample);
    for (var one : elsewhere) {
      if (!(one instanceof Elsewhere.OfChild child)) {
        continue;
      }
      if (!child.isRead()) {
        open.add(child);
      }
      for (int i = 0; i < Math.max(child.panels().size(), child.beside().size()); i++) {
        var panel = Objects.requireNonNull(panel(child.panels(), i));
        var beside = panel(child.beside(), i);
        trios.add(
            child.parent().equals("father")
                ? new Trio(panel, own, beside)
                : new Trio(panel, beside, own));
      }
    }
    return answer(new About(KIND, "children", sample.scope()), sample, trios, open);
  }

  /// Panels of a child and of one or both parents, who are in files of their own.
  private record Trio(String child, @Nullable String father, @Nullable String mother) {
    FamilyFacts facts(GenomeBuild build) {
      return PanelFamily.of(Panel.genotypes(child), genotypes(father), genotypes(mother), build);
    }

    private static byte @Nullable [] genotypes(@Nullable String panel) {
      return panel == null ? null : Panel.genotypes(panel);
    }
  }

  /// Each sample is compared once at least: those that are fewer stand with the first.
  private static @Nullable String panel(List<String> panels, int index) {
    return panels.isEmpty() ? null : panels.get(index < panels.size() ? index : 0);
  }

  private static String panel(Sample sample) {
    var facts = sample.genome().facts();
    return facts == null ? "" : facts.panel();
  }

  /// The gravest of what all comparisons tell. Which of the relatives is not said, as it is of no
  /// mismatch.
  private @Nullable Finding answer(
      About about, Sample sample, List<Trio> trios, List<Elsewhere.OfKin> open) {
    if (trios.isEmpty()) {
      var why = open.stream().map(Elsewhere.OfKin::open).filter(Objects::nonNull).sorted();
      return open.isEmpty()
          ? null
          : settling.notAssessed(
              about,
              CLAIM_OPEN,
              ReasonCode.NOT_LOOKED_AT,
              why.findFirst().orElseThrow().code(),
              Details.of("sample", new Value.Text(sample.name())).count("persons", open.size()),
              List.of());
    }
    FamilyFacts gravest = null;
    int compared = 0;
    for (var trio : trios) {
      if (!isComparable(trio)) {
        continue;
      }
      var one = trio.facts(sample.genome().build());
      compared += verdict(Counted.of(one)) == Verdict.OPEN ? 0 : 1;
      gravest = gravest == null || isGraver(one, gravest) ? one : gravest;
    }
    if (gravest == null) {
      // Where only variants are listed, what contradicts cannot be seen.
      return settling.notAssessed(
          about,
          CLAIM_OPEN,
          ReasonCode.TOO_FEW_PLACES,
          "too_few_shared",
          Details.of("sample", new Value.Text(sample.name())).count("places", 0),
          rules.applied("informative_least"));
    }
    var counted = Counted.of(gravest);
    var values = values(sample, gravest, counted);
    int missing = trios.size() - compared + open.size();
    values = compared > 1 ? values.count("kin_samples", compared) : values;
    return judged(about, sample, counted, missing > 0 ? values.count("kin_open", missing) : values);
  }

  private boolean isGraver(FamilyFacts one, FamilyFacts other) {
    var first = Counted.of(one);
    var second = Counted.of(other);
    int byVerdict = verdict(first).compareTo(verdict(second));
    return byVerdict != 0 ? byVerdict > 0 : first.rate() > second.rate();
  }

  private boolean isComparable(Trio trio) {
    return isUsable(trio.child())
        && (trio.father() == null || isUsable(trio.father()))
        && (trio.mother() == null || isUsable(trio.mother()));
  }

  private boolean isUsable(String panel) {
    byte[] genotypes = Panel.genotypes(panel);
    return genotypes.length > 0 && new SameSampleQuestion(rules, settling).saysReference(genotypes);
  }

  private static boolean isIn(@Nullable FamilyFacts family, String parent) {
    return family != null && (parent.equals("father") ? family.father() : family.mother()) != null;
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
