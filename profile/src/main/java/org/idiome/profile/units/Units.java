package org.idiome.profile.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Converts between UCUM units. Safe for several threads.
public final class Units {
  private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");
  private static final Pattern BRACKETED = Pattern.compile("\\[[^\\]]*]");

  /// A unit by base units: how much of `1` of it, and the power of each.
  private record Canonical(BigDecimal factor, SortedMap<String, Integer> powers) {}

  /// Kelvin = factor × value + offset, for units whose zero is not that of the Kelvin scale (UCUM
  /// section 22, special units).
  private record Temperature(BigDecimal factor, BigDecimal offset) {}

  private static final Map<String, Temperature> TEMPERATURES =
      Map.of(
          "K", new Temperature(BigDecimal.ONE, BigDecimal.ZERO),
          "Cel", new Temperature(BigDecimal.ONE, new BigDecimal("273.15")),
          "[degF]",
              new Temperature(
                  BigDecimal.valueOf(5).divide(BigDecimal.valueOf(9), MathContext.DECIMAL128),
                  new BigDecimal("459.67")
                      .multiply(BigDecimal.valueOf(5))
                      .divide(BigDecimal.valueOf(9), MathContext.DECIMAL128)));

  /// Bracketed codes that are proper units; every other bracketed code counts as arbitrary.
  private static final Set<String> PROPER =
      Set.of(
          "[Hg]", "[H2O]", "[lb_av]", "[oz_av]", "[in_i]", "[ft_i]", "[degF]", "[pH]", "[drp]",
          "[cal]", "[Cal]");

  /// A millimetre of mercury in g·m⁻¹·s⁻²: 133.322387415 Pa (ISO 80000-4; UCUM rounds to 133.322).
  private static final BigDecimal METRE_OF_MERCURY = new BigDecimal("133322387.415");

  private static final BigDecimal UCUM_METRE_OF_MERCURY = new BigDecimal("133322000");

  private final Map<String, Canonical> canonical = new ConcurrentHashMap<>();
  private @Nullable UcumEssenceService library;

  /// Whether a code is a UCUM unit.
  boolean isUnderstood(String code) {
    return TEMPERATURES.containsKey(code) || canonical(code) != null;
  }

  /// A value in another unit of the same feature.
  public Conversion convert(double value, Unit from, Unit to) {
    return convert(value, from, to, null);
  }

  /// A value in another unit of the same feature.
  ///
  /// @param gramsPerMole molar mass of the analyte, or null where none is known or none applies
  public Conversion convert(double value, Unit from, Unit to, @Nullable Double gramsPerMole) {
    if (!(from instanceof Unit.Ucum source) || !(to instanceof Unit.Ucum target)) {
      return no(Conversion.Reason.UNIT_NOT_UNDERSTOOD);
    }
    if (source.code().equals(target.code())) {
      return new Conversion.Converted(value);
    }
    var hot = TEMPERATURES.get(source.code());
    var cold = TEMPERATURES.get(target.code());
    if (hot != null || cold != null) {
      return hot != null && cold != null
          ? temperature(value, hot, cold)
          : no(Conversion.Reason.OTHER_DIMENSION);
    }
    if (!annotations(source.code()).equals(annotations(target.code()))) {
      return no(Conversion.Reason.OTHER_ANNOTATION);
    }
    if (!arbitrary(source.code()).equals(arbitrary(target.code()))) {
      return no(Conversion.Reason.ARBITRARY_UNIT);
    }
    var first = canonical(source.code());
    var second = canonical(target.code());
    if (first == null || second == null) {
      return no(Conversion.Reason.UNIT_NOT_UNDERSTOOD);
    }
    if (first.powers().equals(second.powers())) {
      return new Conversion.Converted(
          BigDecimal.valueOf(value)
              .multiply(first.factor())
              .divide(second.factor(), MathContext.DECIMAL64)
              .doubleValue());
    }
    return throughMoles(value, first, second, gramsPerMole);
  }

  /// Mass to amount of substance or back, with the molar mass.
  private static Conversion throughMoles(
      double value, Canonical from, Canonical to, @Nullable Double gramsPerMole) {
    boolean massToMoles = exchanged(from, "g", Substance.MOLE).equals(to.powers());
    boolean molesToMass = exchanged(from, Substance.MOLE, "g").equals(to.powers());
    if (!massToMoles && !molesToMass) {
      return no(Conversion.Reason.OTHER_DIMENSION);
    }
    if (gramsPerMole == null) {
      return no(Conversion.Reason.NO_MOLAR_MASS);
    }
    var ratio =
        BigDecimal.valueOf(value)
            .multiply(from.factor())
            .divide(to.factor(), MathContext.DECIMAL128);
    var mass = BigDecimal.valueOf(gramsPerMole);
    var converted =
        massToMoles
            ? ratio.divide(mass, MathContext.DECIMAL64)
            : ratio.multiply(mass, MathContext.DECIMAL64);
    return new Conversion.Converted(converted.doubleValue());
  }

  /// The powers of a unit with one power of a base unit exchanged for another.
  private static SortedMap<String, Integer> exchanged(Canonical unit, String base, String other) {
    var powers = new TreeMap<>(unit.powers());
    powers.merge(base, -1, Integer::sum);
    powers.merge(other, 1, Integer::sum);
    powers.values().removeIf(power -> power == 0);
    return powers;
  }

  private static Conversion temperature(double value, Temperature from, Temperature to) {
    var kelvin = BigDecimal.valueOf(value).multiply(from.factor()).add(from.offset());
    return new Conversion.Converted(
        kelvin.subtract(to.offset()).divide(to.factor(), MathContext.DECIMAL64).doubleValue());
  }

  private static Conversion no(Conversion.Reason reason) {
    return new Conversion.NotComparable(reason);
  }

  private static Set<String> annotations(String code) {
    return all(ANNOTATION, code);
  }

  /// Arbitrary units of a code; `[IU]` and `[iU]` are two spellings of one.
  private static Set<String> arbitrary(String code) {
    var found = all(BRACKETED, ANNOTATION.matcher(code).replaceAll(""));
    found.removeAll(PROPER);
    if (found.remove("[iU]")) {
      found.add("[IU]");
    }
    return found;
  }

  private static Set<String> all(Pattern pattern, String code) {
    var found = new TreeSet<String>();
    var matcher = pattern.matcher(code);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private @Nullable Canonical canonical(String code) {
    var known = canonical.get(code);
    if (known == null) {
      known = canonicalByLibrary(code);
      if (known != null) {
        canonical.put(code, known);
      }
    }
    return known;
  }

  private synchronized @Nullable Canonical canonicalByLibrary(String code) {
    try {
      if (library == null) {
        var essence = Units.class.getResourceAsStream("/ucum-essence.xml");
        if (essence == null) {
          throw new IllegalStateException("the UCUM library has no essence file");
        }
        library = new UcumEssenceService(essence);
      }
      if (library.validate(code) != null) {
        return null;
      }
      var substance = Substance.powers(code);
      if (substance == null) {
        return null;
      }
      var form = library.getCanonicalForm(new Pair(new Decimal("1"), code));
      return withSubstance(code, form, substance);
    } catch (UcumException e) {
      return null;
    }
  }

  /// UCUM takes a mole for a pure number; here it stays a base unit of its own.
  private static Canonical withSubstance(
      String code, Pair form, SortedMap<String, Integer> substance) {
    var powers = new TreeMap<>(substance);
    if (!form.getCode().isEmpty() && !form.getCode().equals("1")) {
      for (var part : form.getCode().split("\\.", -1)) {
        int digits = part.length();
        while (digits > 0 && "-0123456789".indexOf(part.charAt(digits - 1)) >= 0) {
          digits--;
        }
        var power = digits == part.length() ? 1 : Integer.parseInt(part.substring(digits));
        powers.merge(part.substring(0, digits), power, Integer::sum);
      }
    }
    var factor = new BigDecimal(form.getValue().asDecimal());
    int particles = substance.values().stream().mapToInt(Integer::intValue).sum();
    factor = scaled(factor, Substance.PARTICLES_PER_MOLE, -particles);
    if (code.contains("m[Hg]")) {
      factor =
          factor.multiply(METRE_OF_MERCURY).divide(UCUM_METRE_OF_MERCURY, MathContext.DECIMAL128);
    }
    powers.values().removeIf(power -> power == 0);
    return new Canonical(factor, powers);
  }

  private static BigDecimal scaled(BigDecimal factor, BigDecimal by, int power) {
    return power >= 0
        ? factor.multiply(by.pow(power))
        : factor.divide(by.pow(-power), MathContext.DECIMAL128);
  }
}
