package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Do statements of the record speak of one person: one birth, one sex, one blood group, nothing
/// before birth?
///
/// Only what differs gives a finding; where nothing can be compared no question arises.
final class LabelQuestion {
  static final String KIND = "label";
  private static final int MOST_ROWS = 6;

  /// What contradicts itself, as the problem names it.
  private static final String BIRTH = "birth";

  private final Profile profile;
  private final IdentityRules rules;
  private final Settling settling;
  private final List<Sample> germline;

  LabelQuestion(Profile profile, IdentityRules rules, Settling settling, List<Sample> germline) {
    this.profile = profile;
    this.rules = rules;
    this.settling = settling;
    this.germline = germline;
  }

  List<Finding> answers(boolean hasOthersBlood) {
    var findings = new ArrayList<Finding>();
    births(findings);
    files(findings);
    differing("stated_sex", "sexes_differ", SexQuestion.sexes(profile), findings);
    if (!hasOthersBlood) {
      // Behind a graft of blood stem cells the group is that of whoever gave them.
      bloodGroups(findings);
    }
    beforeBirth(findings);
    return findings;
  }

  /// Of several births the profile has one; that there are others reaches it as a problem.
  private void births(List<Finding> into) {
    SortedSet<String> said = new TreeSet<>();
    var where = new ArrayList<Explanation>();
    for (var problem : profile.problems()) {
      var values = problem.values();
      if (problem.code() == ProblemCode.RECORD_SOURCES_CONTRADICTORY
          && BIRTH.equals(values.get("what"))) {
        add(values.get("other"), values.get("place"), said, where);
        add(values.get("found"), problem.place().file(), said, where);
      }
    }
    if (!said.isEmpty()) {
      into.add(found("birth", "births_differ", said, where));
    }
  }

  private static void add(
      @Nullable String born,
      @Nullable String file,
      SortedSet<String> said,
      List<Explanation> where) {
    if (born != null && file != null) {
      said.add(born);
      var stated = new Value.Text(born + ", " + file);
      where.add(new Explanation.Used("stated_birth", stated, List.of()));
    }
  }

  /// Two variant files that differ more than those of one person do, wherever they differ: a store
  /// holds them whole against each other.
  private void files(List<Finding> into) {
    for (var problem : profile.problems()) {
      var values = problem.values();
      if (problem.code() != ProblemCode.RECORD_GENOTYPES_CONTRADICTORY
          || values.get("compared") == null) {
        continue;
      }
      long compared = Long.parseLong(values.getOrDefault("compared", "0"));
      double same = 1 - Double.parseDouble(values.getOrDefault("count", "0")) / compared;
      if (compared >= rules.number("carried_sites_least")
          && same < rules.number("carried_same_least")) {
        var one = values.getOrDefault("place", "").replaceFirst(":\\d+$", "");
        var two = problem.place().file();
        into.add(
            settling.found(
                new About(KIND, "files", FindingKey.part(one + " " + two)),
                Details.of("samples", Value.texts(List.of(one, two)))
                    .count("places", compared)
                    .with("same_share", Numbered.of(same)),
                new Mismatch(
                    "samples_differ", "check_samples", germline, ReasonCode.SAMPLE_IN_DOUBT),
                rules.applied("carried_same_least", "carried_sites_least")));
      }
    }
  }

  private void differing(
      String subject, String claim, List<Statement> statements, List<Finding> into) {
    SortedSet<String> said = new TreeSet<>();
    statements.forEach(statement -> said.add(statement.concept().id()));
    if (said.size() > 1) {
      into.add(found(subject, claim, said, rows(statements)));
    }
  }

  private void bloodGroups(List<Finding> into) {
    var byAssay = new TreeMap<String, List<Statement>>();
    for (var statement : profile.statements(Layer.LABORATORY)) {
      if (rules.isBloodGroup(statement.concept().id()) && group(statement) != null) {
        byAssay.computeIfAbsent(statement.concept().key(), _ -> new ArrayList<>()).add(statement);
      }
    }
    for (Map.Entry<String, List<Statement>> entry : byAssay.entrySet()) {
      SortedSet<String> said = new TreeSet<>();
      entry.getValue().forEach(statement -> said.add(String.valueOf(group(statement))));
      if (said.size() > 1) {
        into.add(found(entry.getKey(), "blood_groups_differ", said, rows(entry.getValue())));
      }
    }
  }

  private static @Nullable String group(Statement statement) {
    var result = statement.qualifier("result");
    if (result == null) {
      return null;
    }
    return switch (result.value()) {
      case Value.Thing(var coded) -> coded.id();
      case Value.Text(var text) -> text.strip();
      default -> null;
    };
  }

  private void beforeBirth(List<Finding> into) {
    var born = profile.individual().born();
    if (born.firstDay() == null) {
      return;
    }
    var early = new ArrayList<Statement>();
    for (var layer : IdentityInterpreter.LAYERS) {
      for (var statement : profile.statements(layer)) {
        if (isBefore(statement.when(), born)) {
          early.add(statement);
        }
      }
    }
    int samples = 0;
    for (var sample : germline) {
      Specimen specimen = sample.specimen();
      samples += specimen != null && isBefore(specimen.collected(), born) ? 1 : 0;
    }
    if (!early.isEmpty() || samples > 0) {
      // Whose of the record is somebody else's cannot be told: any sample may be.
      var details = Details.of("count", new Value.Count(early.size() + samples));
      into.add(
          settling.found(
              new About(KIND, "born", FindingKey.WHOLE_PERSON),
              details.with("born", new Value.Time(born)),
              new Mismatch("before_birth", "correct_dates", germline, ReasonCode.SAMPLE_IN_DOUBT),
              rows(early)));
    }
  }

  private static boolean isBefore(When when, When born) {
    var begins = when instanceof When.Interval interval ? interval.start() : when;
    return begins != null && begins.lastDay() != null && begins.order(born) == Order.BEFORE;
  }

  private Finding found(
      String subject, String claim, SortedSet<String> said, List<Explanation> because) {
    return settling.found(
        new About(KIND, FindingKey.part(subject), FindingKey.WHOLE_PERSON),
        Details.of("said", Value.texts(List.copyOf(said))),
        new Mismatch(claim, "correct_record", germline, ReasonCode.SAMPLE_IN_DOUBT),
        because);
  }

  private List<Explanation> rows(List<Statement> statements) {
    var rows = new ArrayList<Explanation>();
    for (var statement : statements.subList(0, Math.min(MOST_ROWS, statements.size()))) {
      rows.add(profile.cite(statement.rows().getFirst(), null));
    }
    return rows;
  }
}
