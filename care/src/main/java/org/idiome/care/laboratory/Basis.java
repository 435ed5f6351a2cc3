package org.idiome.care.laboratory;

import java.util.Locale;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.time.AgeAt;
import org.idiome.core.time.When;
import org.idiome.knowledge.laboratory.Analyte;
import org.idiome.knowledge.laboratory.AnalyteCode;
import org.idiome.knowledge.laboratory.BiologicalVariation;
import org.idiome.knowledge.laboratory.BiologicalVariation.Caveat;
import org.idiome.knowledge.laboratory.BiologicalVariation.Sex;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.jspecify.annotations.Nullable;

/// What a person's change may be judged by: published variation that holds for this series, or the
/// reason why there is none.
sealed interface Basis {

  /// The analyte that the feature means, or null.
  @Nullable Analyte analyte();

  /// Confirmed variation.
  ///
  /// @param within subjects, as a fraction
  /// @param analytical of the laboratory as assumed, as a fraction
  /// @param isAnalyticalOfStudy whether `analytical` is the study's own, not the share of `within`
  /// @param isAgeKnown whether the person is known to be an adult, as the people of the study were
  record Usable(
      Analyte analyte,
      BiologicalVariation variation,
      double within,
      double analytical,
      boolean isAnalyticalOfStudy,
      boolean isAgeKnown)
      implements Basis {

    double logSpread() {
      return ReferenceChange.logSpread(within, analytical);
    }
  }

  /// Nothing to judge by.
  ///
  /// @param variation the row that was refused, or null where there is none
  record Refused(
      ReasonCode reason, @Nullable Analyte analyte, @Nullable BiologicalVariation variation)
      implements Basis {}

  /// What holds for a series.
  static Basis of(
      LaboratoryKnowledge knowledge, LaboratoryRules rules, Sex sex, When born, Series series) {
    var analyte = knowledge.analyte(series.feature());
    if (series.isEmpty()) {
      return new Refused(ReasonCode.NO_VALUE, analyte, null);
    }
    if (analyte == null || knowledge.variation(analyte).isEmpty()) {
      return new Refused(ReasonCode.NO_KNOWLEDGE, analyte, null);
    }
    var variation = fitting(knowledge, analyte, sex, series.latest().getFirst().method());
    if (variation == null) {
      boolean isConfirmed =
          knowledge.variation(analyte).stream().anyMatch(BiologicalVariation::confirmed);
      var reason = isConfirmed ? ReasonCode.NO_KNOWLEDGE : ReasonCode.KNOWLEDGE_NOT_CONFIRMED;
      return new Refused(reason, analyte, knowledge.variation(analyte).getFirst());
    }
    if (variation.caveats().contains(Caveat.NO_STEADY_STATE)) {
      return new Refused(ReasonCode.NO_STEADY_STATE, analyte, variation);
    }
    if (!variation.confirmed()) {
      return new Refused(ReasonCode.KNOWLEDGE_NOT_CONFIRMED, analyte, variation);
    }
    var misfit = specimenMisfit(rules, series, variation);
    if (misfit != null) {
      return new Refused(misfit, analyte, variation);
    }
    int adult = rules.threshold("variation_least_age_years").count();
    var at = series.latest().getLast().when();
    boolean isAgeKnown = false;
    if (AgeAt.of(born, at, AgeAt.LeapBirthday.MARCH_1) instanceof AgeAt.Years years) {
      if (years.least() < adult) {
        return new Refused(ReasonCode.OUTSIDE_VALIDITY, analyte, variation);
      }
      isAgeKnown = true;
    }
    double share = rules.threshold("analytical_share_of_within").number();
    return usable(analyte, variation, share, isAgeKnown);
  }

  private static Usable usable(
      Analyte analyte, BiologicalVariation variation, double share, boolean isAgeKnown) {
    double within = variation.within().doubleValue() / 100;
    var study = variation.analytical();
    if (variation.caveats().contains(Caveat.CVA_INSIDE_CVI)) {
      return new Usable(analyte, variation, within, 0, true, isAgeKnown);
    }
    double ofStudy = study == null ? 0 : study.doubleValue() / 100;
    double assumed = ReferenceChange.assumedAnalytical(within, ofStudy, share);
    boolean isOfStudy = study != null && assumed == ofStudy;
    return new Usable(analyte, variation, within, assumed, isOfStudy, isAgeKnown);
  }

  /// The row of the method that the values name, else the one to take where the method is not
  /// known.
  private static @Nullable BiologicalVariation fitting(
      LaboratoryKnowledge knowledge, Analyte analyte, Sex sex, @Nullable String method) {
    if (method != null) {
      var name = method.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      for (var variation : knowledge.variation(analyte)) {
        boolean isOfSex = variation.sex() == Sex.ANY || variation.sex() == sex;
        if (isOfSex && name.equals(variation.method())) {
          return variation;
        }
      }
    }
    return knowledge.variation(analyte, sex);
  }

  /// A LOINC code names its specimen, so that only a contradiction is refused; a feature that is
  /// known by its name alone needs the very specimen of the study.
  private static @Nullable ReasonCode specimenMisfit(
      LaboratoryRules rules, Series series, BiologicalVariation variation) {
    if (variation.specimen().equals("body")) {
      return null;
    }
    var kind = series.specimen() == null ? null : rules.specimenKind(series.specimen());
    if (series.feature().curie() == null) {
      if (kind == null) {
        return ReasonCode.SPECIMEN_NOT_STATED;
      }
      return kind.equals(variation.specimen()) ? null : ReasonCode.OTHER_SPECIMEN;
    }
    boolean isBlood =
        kind == null || kind.equals("blood") || kind.equals("serum") || kind.equals("plasma");
    return isBlood ? null : ReasonCode.OTHER_SPECIMEN;
  }

  /// The molar mass by which values of a feature convert between mass and substance, or null where
  /// its code says that it is neither, or the mass of something else.
  static @Nullable Double gramsPerMole(@Nullable Analyte analyte, Coded feature) {
    if (analyte == null || analyte.molarMass() == null) {
      return null;
    }
    for (var code : analyte.codes()) {
      boolean isOther =
          code.property() == AnalyteCode.Property.OTHER
              || code.property() == AnalyteCode.Property.NITROGEN_MASS;
      if (isOther && Prefixes.key(code.code().toString()).equalsIgnoreCase(feature.key())) {
        return null;
      }
    }
    return analyte.molarMass().doubleValue();
  }
}
