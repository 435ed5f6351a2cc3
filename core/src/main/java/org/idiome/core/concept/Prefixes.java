package org.idiome.core.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// Which prefixes of CURIEs mean one vocabulary: in any letter case, by the synonyms that the
/// Bioregistry lists, and with or without the date of a release behind them.
///
/// Codes are kept as they were given; wherever two are compared, or one is looked up, it is by
/// [#key]. Nothing else decides it.
public final class Prefixes {
  private static final String TABLE = "prefixes.tsv";

  /// As in `SNOMEDCT_US_2022_09_01`.
  private static final Pattern RELEASE = Pattern.compile("_\\d{4}_\\d{1,2}_\\d{1,2}$");

  private static final byte[] BYTES = bytes();

  /// By each spelling in lower case, and by the prefix as tables write it.
  private static final Map<String, String> BY_SPELLING = load();

  private Prefixes() {}

  private static byte[] bytes() {
    try (var stream = Prefixes.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException(TABLE + " is not beside " + Prefixes.class.getName());
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  private static Map<String, String> load() {
    var prefixes = new HashMap<String, String>();
    new String(BYTES, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(cells -> {
          prefixes.put(cells[0], cells[1]);
          prefixes.put(cells[1], cells[1]);
        });
    return prefixes;
  }

  /// A code as it is compared: with the one prefix of its vocabulary, or, where that is none of the
  /// table, in capitals; any text that is no CURIE as it is.
  public static String key(String code) {
    int colon = code.indexOf(':');
    if (colon <= 0) {
      return code;
    }
    var given = code.substring(0, colon);
    var prefix = known(given);
    if (prefix == null) {
      return Curie.parse(code) == null
          ? code
          : given.toUpperCase(Locale.ROOT) + code.substring(colon);
    }
    return prefix.equals(given) ? code : prefix + code.substring(colon);
  }

  /// Whether the vocabulary of a code is one of the table; false of any text that is no CURIE.
  public static boolean isKnown(String code) {
    var curie = Curie.parse(code);
    return curie != null && known(curie.prefix()) != null;
  }

  private static @Nullable String known(String prefix) {
    var exact = BY_SPELLING.get(prefix);
    if (exact != null) {
      return exact;
    }
    var lower = prefix.toLowerCase(Locale.ROOT);
    var found = BY_SPELLING.get(lower);
    return found == null ? BY_SPELLING.get(RELEASE.matcher(lower).replaceFirst("")) : found;
  }

  /// The digest of the table, for the software part of a run.
  public static Sha256 digest() {
    return Sha256.of(BYTES);
  }
}
