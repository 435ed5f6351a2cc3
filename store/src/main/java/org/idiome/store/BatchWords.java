package org.idiome.store;

import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.store.catalogue.Sql;
import org.jspecify.annotations.Nullable;

/// What batches say of themselves in words of people: command, author and reason.
///
/// @param command with what was asked for; its first word alone where the rest was taken out
record BatchWords(
    String recorded, String command, @Nullable String author, @Nullable String reason) {

  /// Those of a state of a store, by number.
  static SortedMap<Long, BatchWords> of(Sql sql) {
    var words = new TreeMap<Long, BatchWords>();
    sql.each(
        "SELECT batch, recorded, command, author, reason FROM batch",
        row ->
            words.put(
                row.number(1),
                new BatchWords(row.text(2), row.text(3), row.textOrNull(4), row.textOrNull(5))));
    return words;
  }

  /// Without words that another state has taken out of the same batch; of another batch nothing.
  BatchWords cleaned(@Nullable BatchWords other) {
    if (other == null
        || !recorded.equals(other.recorded)
        || !first(command).equals(first(other.command))) {
      return this;
    }
    return new BatchWords(
        recorded,
        other.command.equals(first(command)) ? other.command : command,
        other.author == null ? null : author,
        other.reason == null ? null : reason);
  }

  /// Without words that name somebody who was erased.
  BatchWords without(ErasedNames names) {
    return new BatchWords(
        recorded,
        names.isNamed(command) ? first(command) : command,
        author != null && names.isNamed(author) ? null : author,
        reason != null && names.isNamed(reason) ? null : reason);
  }

  private static String first(String command) {
    return command.split(" ", 2)[0];
  }

  /// Writes them in the place of what is there.
  void write(Sql sql, Resealing resealing, long batch) {
    resealing.touch(batch);
    sql.change(
        "UPDATE batch SET command = ?, author = ?, reason = ? WHERE batch = ?",
        command,
        author,
        reason,
        batch);
  }
}
