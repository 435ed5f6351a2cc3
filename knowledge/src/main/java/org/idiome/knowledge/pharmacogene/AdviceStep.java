package org.idiome.knowledge.pharmacogene;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// One step of a recommendation, in closed codes and numbers.
///
/// @param mode how it stands to the other steps
/// @param phase which part of the treatment, or null for all of it
/// @param dosePercentFrom least dose in percent of the standard dose, or null where none is given
/// @param dosePercentTo greatest dose in percent of the standard dose; null with `dosePercentFrom`
/// @param doseMgPerDay for [Action#AVOID] the dose to be avoided, else the dose itself or its upper
///   limit; null where none is given
/// @param agents other drugs that the step names
/// @param when all of these must hold for the step to apply
public record AdviceStep(
    Mode mode,
    Action action,
    @Nullable Phase phase,
    @Nullable BigDecimal dosePercentFrom,
    @Nullable BigDecimal dosePercentTo,
    @Nullable BigDecimal doseMgPerDay,
    List<String> agents,
    List<Circumstance> when,
    CitedRow row) {

  /// Copies the lists; refuses half a range and a range that is upside down.
  public AdviceStep {
    agents = List.copyOf(agents);
    when = List.copyOf(when);
    if ((dosePercentFrom == null) != (dosePercentTo == null)) {
      throw new IllegalArgumentException("a range of doses needs both ends");
    }
    if (dosePercentFrom != null && dosePercentTo != null) {
      if (dosePercentFrom.compareTo(dosePercentTo) > 0) {
        throw new IllegalArgumentException(
            "doses from " + dosePercentFrom + " to " + dosePercentTo);
      }
    }
  }

  /// How a step stands to the others.
  public enum Mode {
    /// It is recommended.
    DO,
    /// It is to be considered.
    CONSIDER,
    /// It may take the place of the step before.
    OR,
    /// It holds where an avoidance or a change of drug before it is not possible.
    IF_UNAVOIDABLE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is to be done.
  public enum Action {
    /// Use another drug.
    ALTERNATIVE,
    /// Do not use this drug.
    AVOID,
    /// Do not exceed a daily dose.
    LIMIT_DOSE,
    /// Use less than the standard dose.
    LOWER_DOSE,
    /// Measure the drug's concentration.
    MEASURE_CONCENTRATION,
    /// Measure what the gene's enzyme does.
    MEASURE_ENZYME_ACTIVITY,
    /// Measure how far platelets are inhibited.
    MEASURE_PLATELET_INHIBITION,
    /// The gene asks for nothing.
    NO_ACTION,
    /// The guideline gives no recommendation.
    NO_RECOMMENDATION,
    /// These drugs do not serve as an alternative.
    NOT_AN_ALTERNATIVE,
    /// Use more than the standard dose.
    RAISE_DOSE,
    /// Use the standard dose.
    STANDARD_DOSE,
    /// Adjust the dose by effect, harm or concentration.
    TITRATE,
    /// Raise the dose more slowly than usual.
    TITRATE_SLOWLY,
    /// Watch whether it works.
    WATCH_EFFECT,
    /// Watch for harm.
    WATCH_TOXICITY;

    /// Whether it asks for anything but the usual.
    public boolean isActionable() {
      return this != NO_ACTION && this != NO_RECOMMENDATION && this != STANDARD_DOSE;
    }

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A part of the treatment.
  public enum Phase {
    /// The first, larger dose.
    LOADING,
    /// The dose that treatment goes on with.
    MAINTENANCE,
    /// The dose that treatment begins with.
    START;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What must hold for a step to apply.
  public enum Circumstance {
    /// Treated for more than twelve weeks, with effect.
    AFTER_12_WEEKS_IF_EFFECTIVE,
    /// Aged 65 years or more.
    AGE_65_AND_OVER,
    /// Aged less than 65 years.
    AGE_UNDER_65,
    /// Aged 65 years or less, as the guideline words it.
    AGE_UP_TO_65,
    /// The dose follows from the measured activity of the enzyme.
    BY_ENZYME_ACTIVITY,
    /// The alternative is indicated.
    CLINICALLY_INDICATED,
    /// The activity of the enzyme was not measured.
    ENZYME_ACTIVITY_NOT_MEASURED,
    /// Against Helicobacter pylori.
    FOR_H_PYLORI,
    /// Against Helicobacter pylori or erosive oesophagitis.
    FOR_H_PYLORI_OR_EROSIVE_OESOPHAGITIS,
    /// For any indication that the other steps do not name.
    FOR_OTHER_INDICATIONS,
    /// For a percutaneous coronary intervention, a stroke or a transient ischaemic attack.
    FOR_PCI_STROKE_OR_TIA,
    /// Given as drops.
    FORM_DROPS,
    /// Given as tablets.
    FORM_TABLETS,
    /// Had a stroke or a transient ischaemic attack.
    HISTORY_OF_STROKE_OR_TIA,
    /// Carries `c.2846A>T` of DPYD twice.
    HOMOZYGOUS_C_2846A_T,
    /// The drug does too little at the dose given.
    INADEQUATE_RESPONSE,
    /// The alternative does not depend on the gene's enzyme.
    NOT_BY_THIS_ENZYME,
    /// The alternative is not contraindicated.
    NOT_CONTRAINDICATED,
    /// Platelets were measured and are inhibited too little.
    POOR_PLATELET_INHIBITION,
    /// Put on the skin.
    ROUTE_CUTANEOUS,
    /// Given by mouth or into a vein.
    ROUTE_SYSTEMIC;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
