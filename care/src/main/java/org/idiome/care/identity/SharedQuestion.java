package org.idiome.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.time.When;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Does somebody else of the store have the person's sample, or their id with another sex or year
/// of birth?
///
/// The other is not named, only the batch in which it came to them. Where nobody has a sample of
/// the same name, or the same id, no question arises.
final class SharedQuestion {
  private static final String KIND = LabelQuestion.KIND;
  private static final String CLAIM_SHARED = "sample_in_two_persons";
  private static final String CLAIM_OWN = "sample_in_one_person";
  private static final String CLAIM_OPEN = "sample_of_same_name_not_compared";
  private static final String CLAIM_UNREAD = "sample_of_same_name_not_read";
  private static final String CLAIM_SUBJECT_UNREAD = "id_in_two_persons_not_read";
  private static final String CLAIM_DAMAGED = "samples_of_others_not_told";
  private static final String CLAIM_SUBJECT_DAMAGED = "ids_of_others_not_told";
  private static final int MOST_BATCHES = 10;
  private static final String CLAIM_SUBJECT = "id_in_two_persons";

  /// What is to be done where nothing but a name is known to be shared.
  private static final String CHECK_NAME = "check_shared_name";

  private final Profile profile;
  private final IdentityRules rules;
  private final Settling settling;

  /// Whether somebody may not have been found.
  private final boolean areOthersDamaged;

  SharedQuestion(Profile profile, IdentityRules rules, Settling settling) {
    this.profile = profile;
    this.rules = rules;
    this.settling = settling;
    this.areOthersDamaged =
        profile.elsewhere().stream().anyMatch(Elsewhere.Damaged.class::isInstance);
  }

  /// @param samples all of the person
  List<Finding> answers(List<Sample> samples) {
    var findings = new ArrayList<Finding>();
    for (var sample : samples) {
      var others = new ArrayList<Elsewhere.OfSample>();
      for (var one : profile.elsewhere()) {
        if (one instanceof Elsewhere.OfSample other
            && other.file() == sample.genome().file()
            && other.sample().equals(sample.genome().sample())) {
          others.add(other);
        }
      }
      if (!others.isEmpty() || areOthersDamaged) {
        findings.add(answer(sample, others));
      }
    }
    subjects(samples.stream().filter(Sample::isGermline).toList(), findings);
    return findings;
  }

  private Finding answer(Sample sample, List<Elsewhere.OfSample> others) {
    var about = new About(KIND, "sample_of_another", sample.scope());
    var alike = new ArrayList<Elsewhere>();
    var open = new ArrayList<Elsewhere>();
    boolean isByGenotypes = false;
    boolean isUnread = false;
    for (var other : others) {
      if (other.isSame()) {
        alike.add(other);
        continue;
      }
      isUnread |= !other.isRead();
      switch (likeness(sample, other)) {
        case SAME -> {
          alike.add(other);
          isByGenotypes = true;
        }
        case OTHER -> {}
        case OPEN -> open.add(other);
      }
    }
    if (!alike.isEmpty()) {
      var because = isByGenotypes ? applied() : new ArrayList<Explanation>();
      if (isByGenotypes) {
        because.add(
            new Explanation.Note(Explanation.Note.Kind.LIMIT, "twins_not_told", Details.NONE));
      }
      return settling.found(
          about,
          details(sample, alike)
              .word("shared", isByGenotypes ? "shared_genotypes" : "shared_records"),
          new Mismatch(
              CLAIM_SHARED, "check_whose_sample", List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
          because);
    }
    if (isUnread) {
      // Nobody could look, be it at one of many: until somebody says whose it is, nothing rests on
      // it.
      return settling.found(
          about,
          details(sample, open),
          new Mismatch(CLAIM_UNREAD, CHECK_NAME, List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
          List.of());
    }
    if (areOthersDamaged) {
      // Who has it may be among those who are damaged.
      return settling.found(
          about,
          Details.of("sample", new Value.Text(sample.name())),
          new Mismatch(CLAIM_DAMAGED, CHECK_NAME, List.of(sample), ReasonCode.SAMPLE_IN_DOUBT),
          List.of());
    }
    if (!open.isEmpty()) {
      return settling.notAssessed(
          about,
          CLAIM_OPEN,
          ReasonCode.TOO_FEW_PLACES,
          "genotypes_do_not_tell",
          details(sample, open),
          applied());
    }
    return settling.excluded(about, CLAIM_OWN, details(sample, others), applied());
  }

  private List<Explanation> applied() {
    return rules.applied(
        "kinship_same_least", "kinship_sites_least", "carried_same_least", "carried_sites_least");
  }

  private SameSampleQuestion.Likeness likeness(Sample sample, Elsewhere.OfSample other) {
    var facts = sample.genome().facts();
    return facts == null || !sample.isGermline() || !other.isRead()
        ? SameSampleQuestion.Likeness.OPEN
        : new SameSampleQuestion(rules, settling).likeness(facts.genotypes(), other.genotypes());
  }

  private static Details details(Sample sample, List<? extends Elsewhere> others) {
    return others(Details.of("sample", new Value.Text(sample.name())), others);
  }

  /// How many there are, and the first batches in which it came to them.
  private static Details others(Details details, List<? extends Elsewhere> others) {
    var batches = others.stream().map(Elsewhere::batch).distinct().sorted().toList();
    int named = Math.min(MOST_BATCHES, batches.size());
    var said =
        details
            .count("persons", others.size())
            .with(
                "batches",
                Value.texts(batches.subList(0, named).stream().map(String::valueOf).toList()));
    return named == batches.size() ? said : said.count("more_batches", batches.size() - named);
  }

  private void subjects(List<Sample> germline, List<Finding> into) {
    SortedSet<String> sexes = new TreeSet<>();
    SexQuestion.sexes(profile).forEach(one -> sexes.add(one.concept().id()));
    var born = profile.individual().born();
    var differing = new ArrayList<Elsewhere>();
    var unread = new ArrayList<Elsewhere>();
    SortedSet<String> what = new TreeSet<>();
    for (var one : profile.elsewhere()) {
      if (!(one instanceof Elsewhere.OfSubject other)) {
        continue;
      }
      if (!other.isRead()) {
        unread.add(other);
        continue;
      }
      boolean isOfOtherSex =
          !sexes.isEmpty()
              && !other.sexes().isEmpty()
              && Collections.disjoint(sexes, other.sexes());
      boolean isOfOtherYear = other.births().stream().anyMatch(when -> isOtherYear(born, when));
      if (isOfOtherSex) {
        what.add("stated_sex");
      }
      if (isOfOtherYear) {
        what.add("year_of_birth");
      }
      if (isOfOtherSex || isOfOtherYear) {
        differing.add(other);
      }
    }
    var about = new About(KIND, "subject_of_another", FindingKey.WHOLE_PERSON);
    if (!differing.isEmpty()) {
      List<Value> words = new ArrayList<>();
      what.forEach(code -> words.add(new Value.Word(code)));
      into.add(
          settling.found(
              about,
              others(Details.of("differs", new Value.Several(words)), differing),
              new Mismatch(CLAIM_SUBJECT, "check_whose_id", germline, ReasonCode.SAMPLE_IN_DOUBT),
              List.of()));
    } else if (!unread.isEmpty()) {
      into.add(
          settling.found(
              about,
              others(Details.NONE, unread),
              new Mismatch(
                  CLAIM_SUBJECT_UNREAD, "check_whose_id", germline, ReasonCode.SAMPLE_IN_DOUBT),
              List.of()));
    } else if (areOthersDamaged) {
      into.add(
          settling.found(
              about,
              Details.NONE,
              new Mismatch(
                  CLAIM_SUBJECT_DAMAGED, "check_whose_id", germline, ReasonCode.SAMPLE_IN_DOUBT),
              List.of()));
    }
  }

  private static boolean isOtherYear(When one, When two) {
    var first = years(one);
    var second = years(two);
    return first != null && second != null && (first[1] < second[0] || second[1] < first[0]);
  }

  /// First and last year that a birth may be in, or null.
  private static int @Nullable [] years(When born) {
    LocalDate first = born.firstDay();
    LocalDate last = born.lastDay();
    return first == null || last == null ? null : new int[] {first.getYear(), last.getYear()};
  }
}
