package org.idiome.core.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// Which prefixes of CURIEs mean one vocabulary: in any letter case, by the synonyms that the
/// Bioregistry lists, and with or without the date of a release behind them; or by the address of
/// the vocabulary, as FHIR and the semantic web write it (`http://loinc.org|718-7`); once where a
/// source repeats it in the code (`HGNC:HGNC:1100`). They are spelled as the Biolink Model does,
/// but for `ORPHA` and `OMIMPS`, which the sources themselves write.
///
/// Codes are kept as they were given; wherever two are compared, or one is looked up, it is by
/// [#key]. Nothing else decides it.
public final class Prefixes {
  private static final String TABLE = "prefixes.tsv";

  /// As in `SNOMEDCT_US_2022_09_01`.
  private static final Pattern RELEASE = Pattern.compile("_\\d{4}_\\d{1,2}_\\d{1,2}$");

  /// What stands before the address of a vocabulary.
  private static final List<String> SCHEMES = List.of("http://", "https://", "urn:oid:");

  /// Where any vocabulary has an address: `PREFIX_LOCAL`, `PREFIX:LOCAL` or `PREFIX/LOCAL` follows.
  private static final List<String> RESOLVERS =
      List.of("purl.obolibrary.org/obo/", "identifiers.org/", "bioregistry.io/");

  private static final Pattern PREFIX_ENDS = Pattern.compile("[:/]");

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
    var addressed = ofAddress(code);
    if (addressed != null) {
      return addressed;
    }
    var given = code.substring(0, colon);
    var prefix = known(given);
    if (prefix == null) {
      return Curie.parse(code) == null
          ? code
          : given.toUpperCase(Locale.ROOT) + code.substring(colon);
    }
    return folded(prefix, given, code);
  }

  /// With the prefix once, and that of a part of a vocabulary that is one of its own: phenotypic
  /// series among the numbers of OMIM.
  ///
  /// @param given the prefix as it is in the code
  private static String folded(String prefix, String given, String code) {
    int begins = given.length() + 1;
    int ends = begins;
    while (ends < code.length() && code.charAt(ends) != ':' && code.charAt(ends) != '_') {
      ends++;
    }
    if (ends + 1 < code.length() && prefix.equals(known(code.substring(begins, ends)))) {
      return prefix + ":" + code.substring(ends + 1);
    }
    int letters = begins;
    while (letters < code.length() && Character.isLetter(code.charAt(letters))) {
      letters++;
    }
    var part =
        letters == begins || letters == code.length()
            ? null
            : BY_SPELLING.get(
                (prefix + ":" + code.substring(begins, letters)).toLowerCase(Locale.ROOT));
    if (part != null) {
      return part + ":" + code.substring(letters);
    }
    return prefix.equals(given) ? code : prefix + code.substring(given.length());
  }

  /// Whether a text begins as the address of a vocabulary does.
  static boolean isAddress(String text) {
    for (var scheme : SCHEMES) {
      if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return true;
      }
    }
    return false;
  }

  /// The code that an address means, with the one prefix of its vocabulary; null where the text is
  /// no address, or its vocabulary is none of the table.
  static @Nullable String ofAddress(String code) {
    for (var scheme : SCHEMES) {
      if (code.regionMatches(true, 0, scheme, 0, scheme.length())) {
        var rest = code.substring(scheme.length());
        var found = resolved(rest);
        return found == null ? split(rest, rest.indexOf('|')) : found;
      }
    }
    return null;
  }

  private static @Nullable String resolved(String address) {
    for (var resolver : RESOLVERS) {
      if (address.regionMatches(true, 0, resolver, 0, resolver.length())) {
        var rest = address.substring(resolver.length());
        var mark = PREFIX_ENDS.matcher(rest);
        return split(rest, mark.find() ? mark.start() : rest.indexOf('_'));
      }
    }
    return null;
  }

  /// @param bar where the vocabulary ends; below 0 it is at the last slash or number sign
  private static @Nullable String split(String address, int bar) {
    int end = bar >= 0 ? bar : Math.max(address.lastIndexOf('/'), address.lastIndexOf('#'));
    if (end <= 0) {
      return null;
    }
    int last = end;
    while (last > 1 && (address.charAt(last - 1) == '/' || address.charAt(last - 1) == '#')) {
      last--;
    }
    var prefix = known(address.substring(0, last));
    if (prefix == null) {
      return null;
    }
    var whole = folded(prefix, prefix, prefix + ":" + address.substring(end + 1));
    return Curie.parse(whole) == null ? null : whole;
  }

  /// Whether the vocabulary of a code is one of the table; false of any text that is no CURIE.
  public static boolean isKnown(String code) {
    var curie = Curie.parse(key(code));
    return curie != null && known(curie.prefix()) != null;
  }

  /// The one spelling of a prefix or of the address of a vocabulary; null where it is none of the
  /// table.
  static @Nullable String known(String prefix) {
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
