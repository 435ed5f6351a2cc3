package org.idiome.knowledge.laboratory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.idiome.core.concept.Citation;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// How much an analyte varies within and between healthy people, as one study found it.
///
/// All coefficients are in percent.
///
/// @param analyte code of an [Analyte]
/// @param method or condition that the figures hold for, or null
/// @param unit UCUM, of `mean` and `usableBelow`
/// @param within-subject variation (CVI)
/// @param withinLow lower end of its interval, or null where the study gives none
/// @param withinHigh upper end, null with `withinLow`
/// @param analytical variation of the study (CVA), or null
/// @param between-subject variation (CVG), or null
/// @param mean of the group, or null
/// @param isLogNormal whether values spread by factors rather than by differences
/// @param usableBelow values from here on are outside of what the figures hold for; null where
///   there is no such limit
/// @param confirmed whether two transcriptions of the article agree
public record BiologicalVariation(
    String analyte,
    String specimen,
    @Nullable String method,
    Sex sex,
    String unit,
    BigDecimal within,
    @Nullable BigDecimal withinLow,
    @Nullable BigDecimal withinHigh,
    @Nullable BigDecimal analytical,
    @Nullable BigDecimal between,
    @Nullable BigDecimal mean,
    boolean isLogNormal,
    @Nullable BigDecimal usableBelow,
    List<Caveat> caveats,
    boolean confirmed,
    Citation citation,
    CitedRow row) {
  /// Copies the list.
  public BiologicalVariation {
    caveats = List.copyOf(caveats);
  }

  /// Whom the figures hold for.
  public enum Sex {
    /// Women and men.
    ANY,
    /// Women.
    FEMALE,
    /// Men.
    MALE
  }

  /// What to know before the figures are used.
  public enum Caveat {
    /// The study's analytical variation is larger than the variation within subjects.
    CVA_ABOVE_CVI,
    /// The error of measurement is inside the variation within subjects.
    CVA_INSIDE_CVI,
    /// The analyte has no steady state: it changes with the season.
    NO_STEADY_STATE,
    /// The figures were found outside of inflammation.
    OUTSIDE_INFLAMMATION,
    /// The article does not say on which scale.
    SCALE_NOT_STATED,
    /// The article reports a difference between women and men.
    SEX_DIFFERENCE,
    /// Two prints of the study give different figures.
    SOURCES_DISAGREE,
    /// These figures are the ones to use where the method is not known.
    TAKES_UNKNOWN_METHOD;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
