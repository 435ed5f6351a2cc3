package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Finding;
import org.idiome.core.observation.Layer;
import org.idiome.knowledge.Knowledge;
import org.idiome.profile.Findings;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;
import org.jspecify.annotations.Nullable;

/// Checks whose samples the samples of a person are, before anything is read from them.
///
/// A sample that exists has an answer about its sex, every two have one about each other; without a
/// sample no question arises. Stateless; safe for several threads.
public final class IdentityInterpreter implements Interpreter {
  /// First part of the keys of its findings.
  static final String NAME = "identity";

  static final String VERSION = "1";

  /// Where sex, procedures and blood groups stand.
  static final List<Layer> LAYERS =
      List.of(Layer.PHENOTYPE, Layer.THERAPY, Layer.LABORATORY, Layer.GENOME);

  private final IdentityRules rules = IdentityRules.shipped();

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
    return Collections.unmodifiableSortedMap(new TreeMap<>(rules.digests()));
  }

  @Override
  public Reads reads(Knowledge knowledge) {
    return Reads.NOTHING.statements(LAYERS);
  }

  @Override
  public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
    var settling = new Settling(profile.settlements());
    var samples = Sample.of(profile);
    var germline = samples.stream().filter(Sample::isGermline).toList();
    var findings = new ArrayList<Finding>();
    var sex = new SexQuestion(profile, rules, settling);
    var family = new FamilyQuestion(rules, settling);
    var graft = new GraftQuestion(profile, rules, settling);
    for (var sample : germline) {
      findings.add(sex.answer(sample));
      add(family.answer(sample), findings);
      add(family.kin(sample, profile.elsewhere()), findings);
      add(family.children(sample, profile.elsewhere()), findings);
      add(graft.answer(sample), findings);
    }
    findings.addAll(new SameSampleQuestion(rules, settling).answers(samples));
    findings.addAll(new SharedQuestion(profile, rules, settling).answers(samples));
    findings.addAll(
        new LabelQuestion(profile, rules, settling, germline).answers(graft.hasOthersBlood()));
    return findings;
  }

  private static void add(@Nullable Finding one, List<Finding> to) {
    if (one != null) {
      to.add(one);
    }
  }
}
