package org.idiome.record.table;

import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;

/// What a cell of values says.
sealed interface Cell {
  /// A number, a bound, or the reason why there is none.
  ///
  /// @param isBelowLimit whether a number was replaced by *below the detection limit*
  record Amount(Magnitude magnitude, boolean isBelowLimit) implements Cell {}

  /// A word that says whether the thing is there.
  record Said(Presence presence, String text) implements Cell {}

  /// Pluses of a dipstick and the like.
  record Ordinal(int rank, String text) implements Cell {}

  /// Another text, of which nobody here knows what it says of the thing.
  record Words(String text) implements Cell {}
}
