package org.idiome.store;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.idiome.store.catalogue.Sql;

/// Whose inputs name somebody who is erased: in the name of a source or a file, in what a document
/// or a line of a table says, in the name of a sample.
///
/// They are theirs and stay; but nobody may say then that no byte of the store holds the erased.
final class OthersInputs {
  private static final String OF_INTAKE =
      " JOIN intake i USING (intake) JOIN person p USING (person)";
  private static final String OF_SEGMENT =
      " JOIN segment s USING (segment) JOIN person p USING (person)";
  private static final String OTHERS = " WHERE p.person <> ?";

  /// Columns of plain text, each with whose it is.
  private static final List<String> TEXTS =
      List.of(
          "SELECT p.id, i.source FROM intake i JOIN person p USING (person)" + OTHERS,
          "SELECT p.id, i.subject FROM intake i JOIN person p USING (person)" + OTHERS,
          "SELECT p.id, f.name FROM intake_file f" + OF_INTAKE + OTHERS,
          "SELECT DISTINCT p.id, s.sample FROM segment s JOIN person p USING (person)"
              + OTHERS
              + " AND s.sample IS NOT NULL",
          "SELECT p.id, c.wording FROM consent c JOIN person p USING (person)"
              + OTHERS
              + " AND c.wording IS NOT NULL");

  /// Columns of JSON.
  private static final List<String> DOCUMENTS =
      List.of(
          "SELECT p.id, i.content FROM intake i JOIN person p USING (person)" + OTHERS,
          "SELECT p.id, r.text FROM source_row r" + OF_INTAKE + OTHERS,
          "SELECT p.id, t.content FROM statement t" + OF_SEGMENT + OTHERS);

  private static final String LINES =
      "SELECT p.id, l.first, l.last, l.bytes, l.deflated FROM source_lines l"
          + " JOIN person p USING (person)"
          + OTHERS;

  /// A string of a document, which may be cut off, and whether it is the name of a member.
  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)(?:\"(\\s*:)?|\\\\?$)", Pattern.DOTALL);

  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\(.)");

  private OthersInputs() {}

  /// The ids of those persons, in order.
  ///
  /// @param person who is erased
  /// @param naming how they were called, learnt before anything of them was gone
  static SortedSet<String> naming(Sql sql, long person, Naming naming) {
    var found = new TreeSet<String>();
    for (var texts : TEXTS) {
      sql.each(
          texts,
          row -> {
            if (!found.contains(row.text(1)) && naming.isNamed(row.text(2))) {
              found.add(row.text(1));
            }
          },
          person);
    }
    for (var documents : DOCUMENTS) {
      sql.each(
          documents,
          row -> {
            if (!found.contains(row.text(1)) && isInDocument(row.text(2), naming)) {
              found.add(row.text(1));
            }
          },
          person);
    }
    sql.each(
        LINES,
        row -> {
          if (!found.contains(row.text(1)) && isInLines(row, naming)) {
            found.add(row.text(1));
          }
        },
        person);
    return found;
  }

  private static boolean isInDocument(String document, Naming naming) {
    var strings = STRING.matcher(document);
    while (strings.find()) {
      if (strings.group(2) == null && naming.isNamed(unescaped(strings.group(1)))) {
        return true;
      }
    }
    return false;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(one ->
            Matcher.quoteReplacement(
                one.group(1) == null
                    ? one.group(2).equals("n") || one.group(2).equals("t") ? " " : one.group(2)
                    : Character.toString(Integer.parseInt(one.group(1), 16))));
  }

  private static boolean isInLines(Sql.Row row, Naming naming) throws SQLException {
    LineStretch stretch;
    try {
      stretch =
          LineStretch.of(
              row.number(2), row.number(3), Math.toIntExact(row.number(4)), row.bytes(5));
    } catch (RuntimeException _) {
      // What is damaged may name anybody.
      return true;
    }
    return stretch.texts().stream().anyMatch(naming::isNamed);
  }
}
