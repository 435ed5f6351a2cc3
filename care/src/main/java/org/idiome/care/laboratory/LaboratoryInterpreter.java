package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.SpelledFeature;
import org.idiome.core.observation.Statement;
import org.idiome.core.observation.ValueConflict;
import org.idiome.core.presence.Presence;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.BiologicalVariation.Sex;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.profile.Findings;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;
import org.idiome.profile.units.Units;

/// Judges the latest value of every laboratory and physiology feature: against the reference
/// interval that came with it, against the value before it, and against the person's own range.
public final class LaboratoryInterpreter implements Interpreter {
  static final String NAME = "laboratory";
  static final String VERSION = "1";
  private static final List<Layer> LAYERS = List.of(Layer.LABORATORY, Layer.PHYSIOLOGY);

  private final LaboratoryRules rules = LaboratoryRules.read();
  private final Units units = new Units();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public SortedMap<String, Sha256> ruleTables() {
    return rules.digests();
  }

  @Override
  public Reads reads(Knowledge knowledge) {
    return Reads.NOTHING
        .quantities(Set.copyOf(LAYERS))
        .statements(LAYERS)
        .statements(Meanwhile.LAYERS);
  }

  @Override
  public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
    var cases = new EnumMap<Layer, List<Case>>(Layer.class);
    var all = new ArrayList<Case>();
    for (var layer : LAYERS) {
      var ofLayer = cases(profile, knowledge.laboratory(), layer);
      cases.put(layer, ofLayer);
      all.addAll(ofLayer);
    }
    var looks = YearOfLooks.of(rules, all);
    var findings = new ArrayList<Finding>();
    cases.forEach(
        (layer, ofLayer) -> findings.addAll(findings(profile.quantities(layer), ofLayer, looks)));
    return findings;
  }

  private List<Finding> findings(QuantityColumns columns, List<Case> cases, YearOfLooks looks) {
    var findings = new ArrayList<Finding>();
    var pooled = new ArrayList<Case>();
    var counts = new Summary(looks);
    for (var one : cases) {
      if (Pool.takes(one, cases.size())) {
        pooled.add(one);
      } else {
        findings.addAll(findings(one, looks, counts));
      }
    }
    findings.addAll(Pool.findings(columns.layer(), pooled));
    findings.add(counts.finding(columns, pooled.size()));
    return findings;
  }

  private List<Case> cases(Profile profile, LaboratoryKnowledge knowledge, Layer layer) {
    var columns = profile.quantities(layer);
    var words = words(profile, layer);
    var unread = profile.statements(layer).stream().filter(LostRows::are).toList();
    var sex = sex(profile);
    var born = profile.individual().born();
    var conflicts = ValueConflict.of(columns);
    var cases = new ArrayList<Case>();
    for (var feature : SpelledFeature.of(columns)) {
      var inWords = words.getOrDefault(feature.key(), List.of());
      for (var series : Series.of(profile, columns, feature, inWords)) {
        var basis = Basis.of(knowledge, rules, sex, born, series);
        var grams = Basis.gramsPerMole(basis.analyte(), series.feature());
        var comparison = Comparison.of(series, units, grams);
        var lost = LostRows.of(series, unread);
        var contradicted = Contradicted.of(series, columns, conflicts);
        cases.add(new Case(profile, rules, units, series, basis, comparison, lost, contradicted));
      }
    }
    return cases;
  }

  /// Results that were given in words, by the code of their feature.
  private static Map<String, List<Statement>> words(Profile profile, Layer layer) {
    return profile.statements(layer).stream()
        .filter(one -> one.kind().equals("result") || one.kind().equals("result_text"))
        .collect(Collectors.groupingBy(one -> one.concept().key()));
  }

  /// The person's sex where the record states it once; studies tell the sexes apart by it.
  private static Sex sex(Profile profile) {
    var stated =
        profile.statements(Layer.PHENOTYPE).stream()
            .filter(statement -> statement.kind().equals("sex"))
            .filter(statement -> statement.presence() == Presence.Looked.PRESENT)
            .map(statement -> statement.concept().id())
            .distinct()
            .toList();
    if (stated.equals(List.of("female"))) {
      return Sex.FEMALE;
    }
    return stated.equals(List.of("male")) ? Sex.MALE : Sex.ANY;
  }

  private List<Finding> findings(Case one, YearOfLooks looks, Summary counts) {
    var series = one.series();
    var interval = IntervalQuestion.answer(one).limitedBy(one);
    counts.add(interval);
    var change = ChangeQuestion.answer(one, looks).limitedBy(one);
    var ownRange = OwnRangeQuestion.answer(one).limitedBy(one);
    counts.add(change);
    counts.add(ownRange);
    return List.of(
        advised(one, interval, change.isFound() && looks.isAlert(series), ownRange.isFound()),
        change.finding(series, null, List.of()),
        ownRange.finding(series, null, List.of()));
  }

  private Finding advised(
      Case one, Answer interval, boolean changeAlerts, boolean isOutsideOwnRange) {
    var rule =
        interval.isContradicted()
            ? rules.contradicted()
            : interval.isFound() ? rules.advice(changeAlerts, isOutsideOwnRange) : null;
    if (rule == null) {
      return interval.finding(one.series(), null, List.of());
    }
    var advice = new Advice(rule.verb(), rule.priority(), rule.code(), Details.NONE);
    var why =
        new Explanation.Rule(
            rule.code(), VERSION, rule.citation(), Details.NONE, rule.row(), List.of());
    return interval.finding(one.series(), advice, List.of(why));
  }
}
