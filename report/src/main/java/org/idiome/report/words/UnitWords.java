package org.idiome.report.words;

import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.finding.Details;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;

/// Amounts as people read them: the number, and the unit in its customary form.
///
/// `umol/L` is `µmol/L`, `%` stands at its number, `10*9/L` is `10⁹/L`; annotations in braces are
/// words. A UCUM code without a customary form is shown as it is.
final class UnitWords {
  private static final char NO_BREAK = '\u00a0';
  private static final Pattern MICRO = Pattern.compile("(?<![A-Za-z\\[{])u(?=[A-Zglmk]|mol)");
  private static final Pattern POWER = Pattern.compile("10\\*(-?)(\\d+)");
  private static final Pattern SQUARE_OR_CUBE = Pattern.compile("(?<=m)([23])(?![0-9])");
  private static final Pattern ANNOTATION = Pattern.compile("\\{([^{}]*)\\}");

  /// Of these the name of what was measured says it all.
  private static final Set<String> BARE = Set.of("1", "{score}");

  private final Words words;

  UnitWords(Words words) {
    this.words = words;
  }

  /// A unit alone, for the head of a column or axis; empty for a pure number.
  String unit(Unit unit) {
    return switch (unit) {
      case Unit.Ucum ucum -> customary(ucum.code());
      case Unit.NotUnderstood text -> text.text();
      case Unit.NotStated _ -> words.say("unit.not_stated");
    };
  }

  /// An amount: `14.2 µg/L`, `8%`, `below 0.05%`, `failed`.
  String amount(Amount amount) {
    return switch (amount.magnitude()) {
      case Magnitude.Exact exact -> number(exact.value(), amount.unit());
      case Magnitude.Below below ->
          bound(
              below.inclusive() ? "amount.at_most" : "amount.below", below.limit(), amount.unit());
      case Magnitude.Above above ->
          bound(
              above.inclusive() ? "amount.at_least" : "amount.above", above.limit(), amount.unit());
      case Magnitude.Missing missing -> words.say("absence." + missing.why().code());
    };
  }

  private String bound(String code, double limit, Unit unit) {
    return words.say(code, Details.NONE.text("limit", number(limit, unit)));
  }

  /// A number with its unit, not to be parted at the end of a line.
  String number(double number, Unit unit) {
    return attach(Figures.number(number), unit);
  }

  /// The words of a number with its unit behind.
  String attach(String number, Unit unit) {
    return switch (unit) {
      case Unit.Ucum ucum -> attachUcum(number, ucum.code());
      case Unit.NotUnderstood text -> number + NO_BREAK + text.text();
      case Unit.NotStated _ -> number;
    };
  }

  private String attachUcum(String number, String code) {
    var customary = customary(code);
    return switch (customary) {
      case "" -> number;
      case "%", "°" -> number + customary;
      case String power when power.startsWith("10") -> number + NO_BREAK + "×" + NO_BREAK + power;
      default -> number + NO_BREAK + customary;
    };
  }

  private String customary(String code) {
    if (BARE.contains(code)) {
      return "";
    }
    var known = "unit." + code;
    if (words.has(known)) {
      return words.say(known);
    }
    var text = MICRO.matcher(code).replaceAll("µ");
    text = SQUARE_OR_CUBE.matcher(text).replaceAll(match -> raised("", match.group(1)));
    text = ANNOTATION.matcher(text).replaceAll(match -> match.group(1).replace('_', ' '));
    text = POWER.matcher(text).replaceAll(match -> "10" + raised(match.group(1), match.group(2)));
    return text;
  }

  private static String raised(String sign, String digits) {
    var out = new StringBuilder(sign.isEmpty() ? "" : "⁻");
    for (int i = 0; i < digits.length(); i++) {
      out.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digits.charAt(i) - '0'));
    }
    return out.toString();
  }
}
