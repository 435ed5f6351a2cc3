package org.idiome.store;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.store.catalogue.Sql;
import org.jspecify.annotations.Nullable;

/// Where batches name a person in what they say of themselves.
final class Naming {
  private final Sql sql;

  /// What the store and the inputs call the person.
  private final Set<String> ids = new TreeSet<>();

  /// The sources that were the person's; the name of a file alone is no name of anybody.
  private final Set<String> sources = new TreeSet<>();

  /// What variant files call the person's samples.
  private final Set<String> samples = new TreeSet<>();

  private record Said(
      long batch, String command, @Nullable String author, @Nullable String reason) {}

  Naming(Sql sql, Rows.PersonRow person) {
    this.sql = sql;
    add(person.id(), ids);
    sql.each(
        "SELECT DISTINCT source, subject FROM intake WHERE person = ?",
        row -> {
          add(row.text(1), sources);
          if (!row.text(2).isEmpty()) {
            add(row.text(2), ids);
            add(row.text(1), ids);
          }
        },
        person.person());
    sql.each(
        "SELECT DISTINCT sample FROM segment WHERE person = ? AND sample <> ''",
        row -> add(row.text(1), samples),
        person.person());
  }

  private static void add(String name, Set<String> names) {
    var folded = folded(name);
    if (!folded.isEmpty()) {
      names.add(folded);
    }
  }

  /// Whoever writes of somebody writes the name in another case, or with another space.
  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// Whether a text of somebody else names the person or a sample of theirs, as a whole word.
  boolean isNamed(@Nullable String text) {
    return text != null
        && (names(text, false) || samples.stream().anyMatch(name -> isWord(folded(text), name)));
  }

  /// Takes the names out of all batches.
  ///
  /// @param own batches that wrote of the person: of their commands and reasons a part of a word is
  ///   enough
  void takeOut(Collection<Long> own, Resealing resealing) {
    for (var said :
        sql.list(
            "SELECT batch, command, author, reason FROM batch ORDER BY batch",
            row -> new Said(row.number(1), row.text(2), row.textOrNull(3), row.textOrNull(4)))) {
      boolean isOwn = own.contains(said.batch());
      if (names(said.command(), isOwn)) {
        change("command = substr(command, 1, instr(command || ' ', ' ') - 1)", said, resealing);
      }
      if (names(said.author(), false)) {
        change("author = NULL", said, resealing);
      }
      if (names(said.reason(), isOwn)) {
        change("reason = NULL", said, resealing);
      }
    }
  }

  private void change(String what, Said said, Resealing resealing) {
    resealing.touch(said.batch());
    sql.change("UPDATE batch SET " + what + " WHERE batch = ?", said.batch());
  }

  private boolean names(@Nullable String text, boolean isOwn) {
    if (text == null) {
      return false;
    }
    var said = folded(text);
    return isOwn
        ? ids.stream().anyMatch(said::contains) || sources.stream().anyMatch(said::contains)
        : ids.stream().anyMatch(id -> isWord(said, id));
  }

  /// Whether a name stands in a text and is no part of a longer one: `P1` not in `P10`.
  private static boolean isWord(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean isBegin = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      if (isBegin && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
