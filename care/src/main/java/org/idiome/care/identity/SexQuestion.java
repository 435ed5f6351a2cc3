package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.care.identity.IdentityRules.Karyotype;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.genomics.identity.SexFacts;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Do X and Y of a germline sample fit the sex that is stated?
///
/// The karyotype goes before the sex where both are stated. What is stated is never overwritten.
final class SexQuestion {
  static final String KIND = "sex";
  private static final String CLAIM_FITS = "sex_fits";
  private static final String CLAIM_DIFFERS = "sex_differs";
  private static final String CLAIM_OPEN = "sex_not_assessed";

  /// What a sample shows.
  enum Seen {
    ONE_X_AND_Y,
    ONE_X,
    TWO_X,
    TWO_X_AND_Y;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it was told.
  enum Method {
    /// F over places with a population's frequency.
    F_STATISTIC,
    /// Heterozygous for each homozygous variant.
    HET_RATIO
  }

  private final Profile profile;
  private final IdentityRules rules;
  private final Settling settling;
  private final List<Statement> stated = new ArrayList<>();

  SexQuestion(Profile profile, IdentityRules rules, Settling settling) {
    this.profile = profile;
    this.rules = rules;
    this.settling = settling;
    for (var statement : profile.statements(Layer.GENOME)) {
      if (statement.kind().equals("karyotypic_sex") && isPresent(statement)) {
        stated.add(statement);
      }
    }
    if (stated.isEmpty()) {
      stated.addAll(sexes(profile));
    }
  }

  /// Sexes that are stated of the person.
  static List<Statement> sexes(Profile profile) {
    return profile.statements(Layer.PHENOTYPE).stream()
        .filter(statement -> statement.kind().equals("sex") && isPresent(statement))
        .toList();
  }

  private static boolean isPresent(Statement statement) {
    return statement.presence() == Presence.Looked.PRESENT;
  }

  Finding answer(Sample sample) {
    var facts = sample.genome().facts();
    var about = new About(KIND, "sex", sample.scope());
    if (facts == null || sample.genome().build() == GenomeBuild.UNKNOWN) {
      return open(about, sample, ReasonCode.BUILD_NOT_KNOWN, "build_not_known", Details.NONE);
    }
    var sex = facts.sex();
    var concepts = concepts();
    if (concepts.isEmpty()) {
      return open(about, sample, ReasonCode.NO_DATA, "sex_not_stated", Details.NONE);
    }
    if (concepts.size() > 1) {
      return open(
          about, sample, ReasonCode.CONFLICTING_STATEMENTS, "sexes_contradict", Details.NONE);
    }
    var concept = concepts.iterator().next();
    var karyotype = rules.karyotype(concept);
    if (karyotype == null) {
      return open(about, sample, ReasonCode.NO_KNOWLEDGE, "sex_not_compared", Details.NONE);
    }
    return answer(about, sample, sex, concept, karyotype);
  }

  private Set<String> concepts() {
    var concepts = new TreeSet<String>();
    stated.forEach(statement -> concepts.add(statement.concept().id()));
    return concepts;
  }

  private Finding answer(About about, Sample sample, SexFacts sex, String concept, Karyotype own) {
    long written = sex.xOneCopy() + sex.xVariants() + sex.xReference();
    if (sex.xOneCopy() > rules.number("one_copy_share_most") * Math.max(1, written)) {
      // Written with one copy: the caller knew, and its genotypes prove nothing.
      return open(about, sample, ReasonCode.NOT_DECISIVE, "copies_were_given", counts(sample, sex));
    }
    var method = method(sex);
    if (method == null) {
      return open(about, sample, ReasonCode.TOO_FEW_PLACES, "too_few_on_x", counts(sample, sex));
    }
    var values = measured(sample, sex, method);
    var seen = seen(sex, method);
    if (seen == null || !isClear(own, seen)) {
      return settling.notAssessed(
          about, CLAIM_OPEN, ReasonCode.NOT_DECISIVE, "x_between", values, because(method));
    }
    var details = values.word("seen", seen.code()).text("stated", concept);
    if (fits(own, seen)) {
      return settling.excluded(about, CLAIM_FITS, details, because(method));
    }
    return settling.found(
        about,
        details,
        new Mismatch(CLAIM_DIFFERS, "check_sample", List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
        because(method));
  }

  private @Nullable Method method(SexFacts sex) {
    var places = sex.frequency();
    boolean isChosenApart =
        places.sites() >= rules.number("f_sites_least")
            && sex.frequencyReferences()
                >= rules.number("f_reference_share_least") * places.sites();
    if (isChosenApart) {
      return Method.F_STATISTIC;
    }
    return sex.xVariants() >= rules.number("x_variants_least") ? Method.HET_RATIO : null;
  }

  private @Nullable Seen seen(SexFacts sex, Method method) {
    boolean isOne =
        switch (method) {
          case F_STATISTIC -> sex.frequency().f() > rules.number("f_one_copy");
          case HET_RATIO -> sex.hetRatio() < rules.number("x_ratio_one_copy");
        };
    boolean isTwo =
        switch (method) {
          case F_STATISTIC -> sex.frequency().f() < rules.number("f_two_copies");
          case HET_RATIO -> sex.hetRatio() > rules.number("x_ratio_two_copies");
        };
    if (!isOne && !isTwo) {
      return null;
    }
    boolean hasY =
        sex.yCalled() >= rules.number("y_calls_least")
            && sex.yCalled() >= rules.number("y_share_least") * sex.xVariants();
    return isOne ? (hasY ? Seen.ONE_X_AND_Y : Seen.ONE_X) : hasY ? Seen.TWO_X_AND_Y : Seen.TWO_X;
  }

  /// Whether what is seen can be held against what is stated: without a Y in the file nobody knows
  /// whether one was looked for, and two X beside a Y may be a mixture.
  private static boolean isClear(Karyotype own, Seen seen) {
    return switch (seen) {
      case ONE_X_AND_Y, TWO_X -> true;
      case ONE_X -> own.x() == 1 || own.y() > 0;
      case TWO_X_AND_Y -> own.x() > 1 && own.y() > 0;
    };
  }

  private static boolean fits(Karyotype own, Seen seen) {
    return switch (seen) {
      case ONE_X_AND_Y -> own.x() == 1 && own.y() > 0;
      case ONE_X -> own.x() == 1;
      case TWO_X -> own.x() > 1 && own.y() == 0;
      case TWO_X_AND_Y -> own.x() > 1 && own.y() > 0;
    };
  }

  private static Details counts(Sample sample, SexFacts sex) {
    return Details.of("file", new Value.Text(sample.file()))
        .text("sample", sample.name())
        .word("listing", sex.references() == 0 ? "variants_only" : "references_too")
        .count("x_het", sex.xHet())
        .count("x_hom_alt", sex.xHomAlt())
        .count("y_called", sex.yCalled())
        .count("y_no_call", sex.yNoCall());
  }

  private static Details measured(Sample sample, SexFacts sex, Method method) {
    var details = counts(sample, sex).word("method", method.name().toLowerCase(Locale.ROOT));
    return switch (method) {
      case F_STATISTIC ->
          details
              .with("f", Numbered.of(sex.frequency().f()))
              .count("f_sites", sex.frequency().sites());
      case HET_RATIO -> details.with("x_ratio", Numbered.of(sex.hetRatio()));
    };
  }

  private List<Explanation> because(Method method) {
    var because = new ArrayList<Explanation>(statements());
    because.addAll(
        switch (method) {
          case F_STATISTIC -> rules.applied("f_one_copy", "f_two_copies", "f_sites_least");
          case HET_RATIO ->
              rules.applied("x_ratio_one_copy", "x_ratio_two_copies", "x_variants_least");
        });
    because.addAll(rules.applied("y_share_least"));
    because.add(
        new Explanation.Note(Explanation.Note.Kind.LIMIT, "sex_is_not_stated_by_it", Details.NONE));
    return because;
  }

  private List<Explanation> statements() {
    var rows = new ArrayList<Explanation>();
    for (var statement : stated) {
      rows.add(
          new Explanation.Used(
              "stated_sex",
              new Value.Text(statement.concept().id()),
              List.of(profile.cite(statement.rows().getFirst(), null))));
    }
    return rows;
  }

  private Finding open(
      About about, Sample sample, ReasonCode reason, String detail, Details values) {
    var all =
        values.isEmpty()
            ? Details.of("file", new Value.Text(sample.file())).text("sample", sample.name())
            : values;
    return settling.notAssessed(about, CLAIM_OPEN, reason, detail, all, statements());
  }
}
