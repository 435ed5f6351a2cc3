package org.idiome.record.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Limits beyond which a value is a mix-up of units and not a person's.
public final class PlausibleAmounts {
  /// What a value is beyond.
  ///
  /// @param likelyUnit the unit that was probably meant; null where the value fits in none
  public record Limit(double low, double high, @Nullable String likelyUnit) {
    /// Names and values for a problem, the likely unit behind them where there is one.
    public String[] with(String... named) {
      if (likelyUnit == null) {
        return named;
      }
      var all = Arrays.copyOf(named, named.length + 2);
      all[named.length] = "likely_unit";
      all[named.length + 1] = likelyUnit;
      return all;
    }

    boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  private static final Map<String, Limit> LIMITS = load();

  private PlausibleAmounts() {}

  private static Map<String, Limit> load() {
    var limits = new HashMap<String, Limit>();
    for (var row : CodeTables.table("plausible.tsv").rows()) {
      limits.put(
          row.get("code") + " " + row.get("unit"),
          new Limit(
              Double.parseDouble(row.get("low")),
              Double.parseDouble(row.get("high")),
              row.get("likely_unit")));
    }
    return limits;
  }

  /// The limit that a value breaks, or null where it keeps it or none is known.
  public static @Nullable Limit broken(Coded feature, Unit unit, double value) {
    if (!(unit instanceof Unit.Ucum ucum)) {
      return null;
    }
    var litre = ucum.code().endsWith("/l") || ucum.code().endsWith("/dl");
    var code = litre ? ucum.code().substring(0, ucum.code().length() - 1) + "L" : ucum.code();
    var limit = limit(feature, code);
    if (limit == null || limit.holds(value)) {
      return null;
    }
    // Nought and less are no mix-up of units: they fit the other unit as little as this one.
    var other = limit.likelyUnit() == null ? null : limit(feature, limit.likelyUnit());
    boolean isMixUp = other != null && other.holds(value);
    return isMixUp ? limit : new Limit(limit.low(), limit.high(), null);
  }

  private static @Nullable Limit limit(Coded feature, String unit) {
    var limit = LIMITS.get(feature.key() + " " + unit);
    return limit != null ? limit : LIMITS.get(feature.key().toLowerCase(Locale.ROOT) + " " + unit);
  }
}
