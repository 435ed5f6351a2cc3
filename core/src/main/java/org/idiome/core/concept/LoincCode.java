package org.idiome.core.concept;

import java.util.regex.Pattern;

/// The check digit of LOINC codes, by which a code that was mistyped is told.
///
/// Modulus 10 after Luhn over the digits before the hyphen (LOINC Users' Guide, appendix on the
/// check digit): of `2823-3`, 3·2 = 6, 2, 8·2 = 16, 2 from the right give 6 + 2 + 1 + 6 + 2 = 17,
/// and 3 is missing to the next ten.
public final class LoincCode {
  private static final Pattern CODE = Pattern.compile("LOINC:(\\d{1,7})-(\\d)");

  /// A code that does not say of which system it is; shorter ones are no more likely codes than
  /// not.
  private static final Pattern BARE = Pattern.compile("(\\d{3,7})-(\\d)");

  private LoincCode() {}

  /// Whether an identifier is a LOINC code whose check digit is another.
  public static boolean isMistyped(String id) {
    if (id.isEmpty() || "LlHhUu".indexOf(id.charAt(0)) < 0) {
      return false;
    }
    var code = CODE.matcher(Prefixes.key(id));
    return code.matches() && checkDigit(code.group(1)) != code.group(2).charAt(0) - '0';
  }

  /// Whether an identifier has the form and the check digit of a LOINC code, and nothing says that
  /// it is one.
  public static boolean isBare(String id) {
    var code = BARE.matcher(id);
    return code.matches() && checkDigit(code.group(1)) == code.group(2).charAt(0) - '0';
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? 2 * digit : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
