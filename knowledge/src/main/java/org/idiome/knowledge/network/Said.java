package org.idiome.knowledge.network;

import java.util.List;
import org.idiome.knowledge.home.ReleaseCard;

/// Something that a release says.
///
/// @param lines of the release that say it, ascending
public record Said<T>(ReleaseCard release, T what, List<Integer> lines) {
  /// Copies the lines.
  public Said {
    lines = List.copyOf(lines);
  }

  /// Where it stands: `source:line`, several separated by semicolons.
  public String rows() {
    return String.join(";", lines.stream().map(line -> release.source() + ":" + line).toList());
  }
}
