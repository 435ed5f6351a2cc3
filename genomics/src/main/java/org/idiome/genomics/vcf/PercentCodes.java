package org.idiome.genomics.vcf;

/// The eight percent codes of VCF 4.3 (section 1.2) for characters that split values.
///
/// They are decoded after a value was split off, from 4.3 on; any other `%` stays as it is.
final class PercentCodes {
  private static final String[] CODES = {"3A", "3B", "3D", "25", "2C", "0D", "0A", "09"};
  private static final String CHARACTERS = ":;=%,\r\n\t";

  private PercentCodes() {}

  static String decode(String value, VcfVersion version) {
    int percent = value.indexOf('%');
    if (percent < 0 || !version.isSince(3)) {
      return value;
    }
    var decoded = new StringBuilder();
    int at = 0;
    while (percent >= 0) {
      int code = code(value, percent + 1);
      decoded.append(value, at, percent);
      decoded.append(code < 0 ? '%' : CHARACTERS.charAt(code));
      at = percent + (code < 0 ? 1 : 3);
      percent = value.indexOf('%', at);
    }
    return decoded.append(value, at, value.length()).toString();
  }

  private static int code(String value, int at) {
    for (int i = 0; i < CODES.length; i++) {
      if (value.regionMatches(true, at, CODES[i], 0, 2)) {
        return i;
      }
    }
    return -1;
  }
}
