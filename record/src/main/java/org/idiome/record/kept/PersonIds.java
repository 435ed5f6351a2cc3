package org.idiome.record.kept;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Hidden;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// What persons in a store may be called: what everybody can see, type and tell apart.
///
/// Ids are kept composed (Unicode NFC), so that two spellings of one text are one person; what
/// inputs call the person stays as they write it.
public final class PersonIds {
  /// Code points of an id, at most.
  static final int LONGEST = 200;

  /// What says on a command line that a person is meant, and no file.
  public static final String MARK = "person:";

  /// What a command line takes for a path, whoever is in the store.
  private static final Pattern PATH = Pattern.compile("\\.{1,2}[/\\\\]");

  private PersonIds() {}

  /// Whether a word of a command line is a path whatever somebody is called.
  public static boolean isPath(String word) {
    return word.startsWith("/")
        || PATH.matcher(word).lookingAt()
        || word.equals(".")
        || word.equals("..");
  }

  /// The one spelling of an id.
  public static String normal(String id) {
    return Normalizer.normalize(id, Normalizer.Form.NFC);
  }

  /// Why nobody may be called so; null where somebody may.
  public static @Nullable String wrong(String id) {
    if (id.isBlank()) {
      return "it is blank";
    }
    if (id.codePointCount(0, id.length()) > LONGEST) {
      return "it is longer than " + LONGEST + " characters";
    }
    if (id.codePoints().anyMatch(Hidden::is)) {
      return "it has a character that shows nothing, or that changes how others are shown";
    }
    if (id.indexOf('\ufffd') >= 0) {
      return "it has a character that could not be read";
    }
    if (id.equals(".") || id.equals("..")) {
      return "it is the name of a folder";
    }
    if (isPath(id)) {
      return "it begins as the path of a file does";
    }
    if (isSpace(id.codePointAt(0)) || isSpace(id.codePointBefore(id.length()))) {
      return "it begins or ends with a blank";
    }
    if (id.startsWith(MARK)) {
      return "it begins with '" + MARK + "', which says on the command line that a person is meant";
    }
    if (id.startsWith("-")) {
      return "it begins with '-', as what a command line takes for an option";
    }
    return null;
  }

  /// @throws BadInputException where a new person may not be called so
  static void require(String id, Place place) {
    var why = wrong(id);
    if (why != null) {
      throw new BadInputException(
          Problem.of(ProblemCode.IMPORT_ID_NOT_USABLE, place, "id", id, "why", why));
    }
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }
}
