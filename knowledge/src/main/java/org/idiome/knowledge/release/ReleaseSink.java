package org.idiome.knowledge.release;

/// Takes what a reader of a source tells, in the order of the file. For one thread.
///
/// A row that was begun and not left out or refused is kept, unless all that it tells was told
/// before: then it is a duplicate, and a further source row of the same claims.
public interface ReleaseSink {
  /// Begins a row: a line of a table, a stanza, an object.
  ///
  /// @param line where it begins, from 1
  void row(long line);

  /// Moves within the row: what follows is told by this line of it.
  void at(long line);

  /// The row says this.
  void claim(Claim claim);

  /// The row says this.
  void term(Term term);

  /// The row is left out by a rule of the reader; nothing was told of it.
  ///
  /// @param rule short stable name, such as `other_species`
  void leaveOut(String rule);

  /// The row is not understood; nothing was told of it.
  ///
  /// @param column the column at fault, or what of the row is
  /// @param value its text, empty where that is the fault
  void refuse(String column, String value);

  /// A column or key that the reader does not know; its values are kept under its name. Once for
  /// each is enough.
  void unknownColumn(String name);

  /// A value that the reader does not know in a column it knows; kept as given.
  void unknownValue(String column, String value);

  /// A finding about the row that loses nothing and that the user should see, counted by name: a
  /// header whose columns are swapped, a predicate without prefix.
  void remark(String name);
}
