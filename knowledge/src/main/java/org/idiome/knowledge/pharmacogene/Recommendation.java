package org.idiome.knowledge.pharmacogene;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Curie;
import org.jspecify.annotations.Nullable;

/// What one guideline says about one drug, for one population and one set of keys.
///
/// @param source whose guideline: `CPIC` or `DPWG`
/// @param id of the recommendation
/// @param drug as in [Drugs]
/// @param population code of ours for whom it holds; `any` where the guideline makes no difference
/// @param sourcePopulation the guideline's own words for the population, or null
/// @param keys one for each gene; all must hold
/// @param steps what to do, in the order of the guideline; the first is its gist
/// @param classification the guideline's own strength, such as `Strong`, or null
/// @param confirmed whether the fact was read in the source that is cited; what was not read there
///   never decides a dose
public record Recommendation(
    String source,
    Curie guideline,
    Curie id,
    String drug,
    String population,
    @Nullable String sourcePopulation,
    List<LookupKey> keys,
    List<AdviceStep> steps,
    @Nullable String classification,
    Citation citation,
    boolean confirmed) {

  /// Copies the lists; refuses one without keys or steps.
  public Recommendation {
    keys = List.copyOf(keys);
    steps = List.copyOf(steps);
    if (keys.isEmpty() || steps.isEmpty()) {
      throw new IllegalArgumentException(id + " needs a key and a step");
    }
  }

  /// The same with other steps.
  public Recommendation with(List<AdviceStep> others) {
    return new Recommendation(
        source,
        guideline,
        id,
        drug,
        population,
        sourcePopulation,
        keys,
        others,
        classification,
        citation,
        confirmed);
  }

  /// Whether all of its keys are among these.
  public boolean answers(Collection<LookupKey> given) {
    return given.containsAll(keys);
  }

  /// Whether it asks for anything but the usual: another dose, another drug, a test, watching.
  public boolean isActionable() {
    return steps.stream().anyMatch(step -> step.action().isActionable());
  }

  /// The first step: what the recommendation is about.
  public AdviceStep gist() {
    return steps.getFirst();
  }

  /// `CPIC strong` and the like: source and classification, or null where it has none.
  public @Nullable String grade() {
    return classification == null ? null : source + " " + classification.toLowerCase(Locale.ROOT);
  }
}
