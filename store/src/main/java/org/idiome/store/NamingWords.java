package org.idiome.store;

import java.util.List;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;

/// What becomes, at a restore, of words of others that name somebody whom a copy of the store has
/// erased under another number: whether they went there, nobody can tell.
public enum NamingWords {
  /// Nothing is restored before somebody said.
  ASK,
  /// They are taken out.
  ERASE,
  /// They stay.
  KEEP;

  /// Whether they are taken out.
  ///
  /// @param naming whose they are
  /// @throws StoreFault where somebody must be asked
  boolean areErased(String id, List<OthersWords.Named> naming) {
    if (this == ASK && !naming.isEmpty()) {
      var named = naming.stream().map(OthersWords.Named::text).toList();
      throw new StoreFault(ProblemCode.STORE_WORDS_OF_OTHERS, id, "rows", String.join(", ", named));
    }
    return this == ERASE;
  }
}
