package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import org.idiome.store.catalogue.Sql;

/// Whom the lists that a restore goes by name, and by what words of others would name them again.
///
/// A list names nobody; a state of the store that is older than an erasure still knows how they
/// were called.
final class ErasedNames {
  private final List<ErasureList> lists;
  private final List<Called> called = new ArrayList<>();

  private record Called(long person, Naming naming) {}

  ErasedNames(List<ErasureList> lists) {
    this.lists = List.copyOf(lists);
  }

  /// Learns from a state of the store how those were called whose words were taken out, too.
  void learn(Sql sql) {
    for (var person :
        sql.list(
            "SELECT person, id FROM person ORDER BY person",
            row -> new Rows.PersonRow(row.number(1), row.text(2)))) {
      var words = ErasureList.words(person.person(), person.id());
      if (lists.stream().anyMatch(list -> list.names(words))) {
        called.add(new Called(person.person(), new Naming(sql, person)));
      }
    }
  }

  /// Whether a list names a person of a state of the store.
  boolean isErased(Sql sql, Rows.PersonRow person) {
    return lists.stream().anyMatch(list -> list.isErased(sql, person));
  }

  /// Whether a text names somebody whose words were taken out.
  boolean isNamed(String text) {
    return called.stream().anyMatch(one -> one.naming().isNamed(text));
  }

  /// Rows of a state of the store whose words name one of them, with what is to stand there.
  List<OthersWords.Named> find(Sql sql) {
    var found = new ArrayList<OthersWords.Named>();
    called.forEach(one -> found.addAll(OthersWords.find(sql, one.person(), one.naming())));
    return found;
  }

  /// The text, or what stands in its place where it names one of them.
  String without(String text) {
    return isNamed(text) ? OthersWords.TAKEN_OUT : text;
  }
}
