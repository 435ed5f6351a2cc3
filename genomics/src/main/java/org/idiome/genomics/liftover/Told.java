package org.idiome.genomics.liftover;

import java.util.List;
import java.util.Map;
import org.idiome.genomics.liftover.TargetContigs.Target;

/// What becomes of one record.
sealed interface Told {

  /// A record on the target.
  ///
  /// @param alternates the ALT column
  /// @param info values of INFO in the place of others
  /// @param endless whether END, if it is there, is left out
  record Written(
      Target target,
      int position1,
      String reference,
      String alternates,
      boolean isReversed,
      int exchanged,
      boolean isHome,
      Map<String, String> info,
      boolean endless,
      List<String> notes)
      implements Told {

    /// Copies values and notes.
    public Written {
      info = Map.copyOf(info);
      notes = List.copyOf(notes);
    }
  }

  /// Parts of a block of reference.
  ///
  /// @param bases that the block had
  record Parts(List<Written> parts, long bases) implements Told {

    /// Copies the parts.
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /// It has no place.
  record Refused(Unlifted reason) implements Told {}
}
