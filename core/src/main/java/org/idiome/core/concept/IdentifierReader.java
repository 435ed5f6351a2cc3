package org.idiome.core.concept;

import static org.idiome.core.concept.Identifier.Reason.BLANK;
import static org.idiome.core.concept.Identifier.Reason.NO_LOCAL_PART;
import static org.idiome.core.concept.Identifier.Reason.NO_PREFIX;
import static org.idiome.core.concept.Identifier.Reason.UNKNOWN_PREFIX;

import java.util.Locale;
import org.idiome.core.concept.Identifier.NotUnderstood;
import org.idiome.core.concept.Identifier.Reason;
import org.jspecify.annotations.Nullable;

/// Reads the spellings that [Identifier] lists, one after another.
final class IdentifierReader {
  /// Between the kind of a thing and its identifier, as Hetionet writes it.
  private static final String KIND = "::";

  private IdentifierReader() {}

  static Identifier read(String text, @Nullable String prefix) {
    var given = withoutBrackets(text.strip());
    if (given.isEmpty()) {
      return new NotUnderstood(BLANK);
    }
    int kind = given.indexOf(KIND);
    if (kind > 0) {
      return ofKind(given.substring(0, kind), given.substring(kind + KIND.length()));
    }
    if (Prefixes.isAddress(given)) {
      var code = Prefixes.ofAddress(given);
      return code == null ? new NotUnderstood(UNKNOWN_PREFIX) : ofCode(code);
    }
    return given.indexOf(':') < 0 ? withoutPrefix(given, prefix) : ofCode(given);
  }

  private static String withoutBrackets(String text) {
    return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
  }

  private static Identifier ofKind(String kind, String rest) {
    if (read(rest, null) instanceof Identifier.Understood inner) {
      return inner;
    }
    var prefix = Prefixes.known(kind.toLowerCase(Locale.ROOT) + KIND);
    return prefix == null || rest.indexOf(':') >= 0
        ? new NotUnderstood(UNKNOWN_PREFIX)
        : ofCode(prefix + ":" + rest);
  }

  private static Identifier ofCode(String code) {
    int colon = code.indexOf(':');
    var prefix = Prefixes.known(code.substring(0, colon));
    if (prefix == null) {
      return new NotUnderstood(colon == 0 ? NO_PREFIX : UNKNOWN_PREFIX);
    }
    var curie = Curie.parse(Prefixes.key(code));
    return curie == null
        ? new NotUnderstood(NO_LOCAL_PART)
        : Vocabularies.of(curie.prefix(), curie.local());
  }

  private static Identifier withoutPrefix(String text, @Nullable String prefix) {
    if (prefix != null) {
      var known = Prefixes.known(prefix);
      var curie = Curie.parse((known == null ? prefix : known) + ":" + text);
      return curie == null ? new NotUnderstood(NO_LOCAL_PART) : ofGiven(known == null, curie);
    }
    var bare = Vocabularies.bare(text);
    if (bare != null) {
      return bare;
    }
    int underscore = text.indexOf('_');
    var left = underscore <= 0 ? null : Prefixes.known(text.substring(0, underscore));
    if (left == null) {
      return new NotUnderstood(NO_PREFIX);
    }
    var local = text.substring(underscore + 1);
    return isOf(left, local) ? Vocabularies.of(left, local) : new NotUnderstood(reason(local));
  }

  private static Identifier ofGiven(boolean isUnknown, Curie curie) {
    return isUnknown
        ? new Identifier.Understood(curie.toString(), null, true)
        : ofCode(curie.toString());
  }

  /// An underscore stands in many names: what is behind it must look like an identifier.
  private static boolean isOf(String prefix, String local) {
    return Vocabularies.of(prefix) == null
        ? !local.isEmpty() && local.chars().allMatch(c -> c >= '0' && c <= '9')
        : Vocabularies.of(prefix, local).isUsual();
  }

  private static Reason reason(String local) {
    return local.isEmpty() ? NO_LOCAL_PART : NO_PREFIX;
  }
}
