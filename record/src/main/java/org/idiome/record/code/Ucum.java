package org.idiome.record.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.idiome.core.quantity.Unit;

/// Whether a text can be a UCUM code: the grammar of UCUM (section 2.1) over the atoms of a table.
///
/// It tells a unit from a misprint in a few milliseconds; the library that converts takes hundreds
/// to load and stays where values are compared (`docs/adr/0007`, a test there holds the two to
/// agree). Case-sensitive.
public final class Ucum {
  private static final Set<String> PREFIXES =
      Set.of(
          "Q", "R", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p",
          "f", "a", "z", "y", "r", "q", "Ki", "Mi", "Gi", "Ti");
  private static final int LONGEST = 200;

  /// Atoms, and whether each takes a prefix.
  private static final Map<String, Boolean> ATOMS = load();

  private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();
  private static final int MOST_ANSWERS = 10_000;

  private final String text;
  private int at;

  private Ucum(String text) {
    this.text = text;
  }

  private static Map<String, Boolean> load() {
    var atoms = new HashMap<String, Boolean>();
    for (var row : CodeTables.table("ucum.tsv").rows()) {
      atoms.put(row.get("atom"), row.get("prefix").equals("yes"));
    }
    return atoms;
  }

  /// The unit that a text names; one that is no UCUM code is *not understood*, a blank one *not
  /// stated*.
  public static Unit unit(String text) {
    if (text.isBlank()) {
      return Unit.notStated();
    }
    return isPlausible(text) ? Unit.ucum(text) : new Unit.NotUnderstood(text);
  }

  /// Whether the text follows the grammar and has known atoms only.
  public static boolean isPlausible(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    var known = ANSWERS.get(text);
    if (known != null) {
      return known;
    }
    boolean answer = text.chars().allMatch(c -> c > ' ' && c < 0x7f) && new Ucum(text).isMain();
    if (ANSWERS.size() < MOST_ANSWERS) {
      ANSWERS.put(text, answer);
    }
    return answer;
  }

  private boolean isMain() {
    if (peek() == '/') {
      at++;
    }
    return isTerm(0) && at == text.length();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean isTerm(int depth) {
    if (!isComponent(depth)) {
      return false;
    }
    while (peek() == '.' || peek() == '/') {
      at++;
      if (!isComponent(depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean isComponent(int depth) {
    if (peek() == '{') {
      return isAnnotation();
    }
    if (peek() == '(') {
      at++;
      if (depth > LONGEST / 4 || !isTerm(depth + 1) || peek() != ')') {
        return false;
      }
      at++;
      return isAnnotation();
    }
    int start = at;
    while (at < text.length() && !endsSymbol(peek())) {
      at = peek() == '[' ? behindBracket() : at + 1;
    }
    return isSymbol(text.substring(start, at)) && isAnnotation();
  }

  private static boolean endsSymbol(char c) {
    return c == '.' || c == '/' || c == '(' || c == ')' || c == '{' || c == '}';
  }

  private int behindBracket() {
    int close = text.indexOf(']', at);
    return close < 0 ? text.length() : close + 1;
  }

  /// An optional `{…}`.
  private boolean isAnnotation() {
    if (peek() != '{') {
      return true;
    }
    int close = text.indexOf('}', at);
    int nested = text.indexOf('{', at + 1);
    if (close < 0 || (nested >= 0 && nested < close)) {
      return false;
    }
    at = close + 1;
    return true;
  }

  /// A number, or an atom with an optional prefix and exponent.
  private static boolean isSymbol(String symbol) {
    if (symbol.isEmpty()) {
      return false;
    }
    if (symbol.chars().allMatch(Ucum::isDigit) || isAtom(symbol)) {
      return true;
    }
    int end = symbol.length();
    while (end > 0 && isDigit(symbol.charAt(end - 1))) {
      end--;
    }
    if (end == symbol.length()) {
      return false;
    }
    boolean isSigned = end > 0 && (symbol.charAt(end - 1) == '-' || symbol.charAt(end - 1) == '+');
    return isAtom(symbol.substring(0, isSigned ? end - 1 : end));
  }

  private static boolean isAtom(String symbol) {
    if (ATOMS.containsKey(symbol)) {
      return true;
    }
    for (int cut = 1; cut <= 2 && cut < symbol.length(); cut++) {
      if (PREFIXES.contains(symbol.substring(0, cut))
          && ATOMS.getOrDefault(symbol.substring(cut), false)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
