package org.idiome.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  /// What the store and inputs call others, where a name of the person is a part of it.
  private final Set<String> others = new TreeSet<>();

  private final long person;

  private record Said(
      long batch, String command, @Nullable String author, @Nullable String reason) {}

  Naming(Sql sql, Rows.PersonRow person) {
    this.sql = sql;
    this.person = person.person();
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
    sql.each(
        "SELECT id FROM person WHERE person <> ?1"
            + " UNION SELECT subject FROM intake WHERE person <> ?1"
            + " UNION SELECT sample FROM segment WHERE person <> ?1 AND sample <> ''",
        row -> addLonger(row.text(1)),
        person.person());
  }

  private void addLonger(String other) {
    var folded = WrittenNames.folded(other);
    if (isPart(ids, folded) || isPart(samples, folded) || isPart(sources, folded)) {
      others.add(folded);
    }
  }

  private static boolean isPart(Set<String> names, String other) {
    return names.stream().anyMatch(name -> !name.equals(other) && other.contains(name));
  }

  private static void add(String name, Set<String> names) {
    var folded = WrittenNames.folded(name);
    if (!folded.isEmpty()) {
      names.add(folded);
    }
  }

  /// Whether a text of somebody else names the person or a sample of theirs, as a whole word.
  boolean isNamed(@Nullable String text) {
    if (text == null) {
      return false;
    }
    var said = WrittenNames.folded(text);
    return isIn(said, ids) || isIn(said, samples);
  }

  private boolean isNamed(@Nullable String text, Set<String> names) {
    return text != null && isIn(WrittenNames.folded(text), names);
  }

  private boolean isIn(String said, Set<String> names) {
    for (var name : names) {
      if (said.contains(name) && WrittenNames.isIn(said, name, longer(name))) {
        return true;
      }
    }
    return false;
  }

  /// What others are called that a name of the person is a part of.
  private List<String> longer(String name) {
    return others.stream().filter(other -> other.contains(name)).toList();
  }

  /// Takes the names out of all batches; before anything of the person is deleted.
  ///
  /// @param own batches that wrote of the person
  /// @return what people had written of batches that wrote of others, too, and that is gone: for
  ///   whom that was said nobody can tell
  List<String> takeOut(Collection<Long> own, Resealing resealing) {
    var shared = new ArrayList<String>();
    for (var said :
        sql.list(
            "SELECT batch, command, author, reason FROM batch ORDER BY batch",
            row -> new Said(row.number(1), row.text(2), row.textOrNull(3), row.textOrNull(4)))) {
      boolean isOwn = own.contains(said.batch());
      boolean isOfOthers = isOfOthers(said.batch());
      if (names(said.command(), isOwn, isOfOthers)) {
        change("command = substr(command, 1, instr(command || ' ', ' ') - 1)", said, resealing);
      }
      if (isNamed(said.author(), ids)) {
        change("author = NULL", said, resealing);
        note(shared, "author", said, isOfOthers);
      }
      if (names(said.reason(), isOwn, isOfOthers)) {
        change("reason = NULL", said, resealing);
        note(shared, "reason", said, isOfOthers);
      }
    }
    return shared;
  }

  private static void note(List<String> shared, String what, Said said, boolean isOfOthers) {
    if (isOfOthers) {
      shared.add(what + " of batch " + said.batch());
    }
  }

  private boolean isOfOthers(long batch) {
    return sql.number(
            "SELECT EXISTS (SELECT 1 FROM intake WHERE batch = ?1 AND person <> ?2)"
                + " OR EXISTS (SELECT 1 FROM intake WHERE superseded = ?1 AND person <> ?2)"
                + " OR EXISTS (SELECT 1 FROM consent WHERE batch = ?1 AND person <> ?2)"
                + " OR EXISTS (SELECT 1 FROM settlement WHERE batch = ?1 AND person <> ?2)",
            batch,
            person)
        > 0;
  }

  private void change(String what, Said said, Resealing resealing) {
    resealing.touch(said.batch());
    sql.change("UPDATE batch SET " + what + " WHERE batch = ?", said.batch());
  }

  /// Of what a batch says that wrote of nobody else a part of a word is enough.
  private boolean names(@Nullable String text, boolean isOwn, boolean isOfOthers) {
    if (text == null) {
      return false;
    }
    if (isOwn && !isOfOthers) {
      var said = WrittenNames.folded(text);
      return ids.stream().anyMatch(said::contains) || sources.stream().anyMatch(said::contains);
    }
    return isNamed(text, ids) || (isOwn && isNamed(text, sources));
  }
}
