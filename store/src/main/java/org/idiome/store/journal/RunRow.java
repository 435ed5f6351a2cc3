package org.idiome.store.journal;

import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;

/// A run that was kept.
///
/// @param number in the order in which runs were kept
/// @param id hash of profile state, snapshot, software and settings
/// @param person id in the store
/// @param recorded when it was kept first, UTC to the millisecond
/// @param head what it was made from
/// @param findings how many
/// @param found how many of them are *found*
/// @param findingsDigest over what they claim
public record RunRow(
    long number,
    Sha256 id,
    String person,
    String recorded,
    Head head,
    long findings,
    long found,
    Sha256 findingsDigest) {

  /// What a run was made from.
  ///
  /// @param batch the last batch of the store that counted
  /// @param record hash over what of the person was in force: while it is the same, and what
  ///   computes is the same, so is the answer
  /// @param software as canonical JSON
  /// @param settings as canonical JSON
  /// @param asked those settings that were given, before the rest was filled in, as canonical JSON
  /// @param problems what was met on the way, as canonical JSON
  public record Head(
      long batch,
      Sha256 record,
      String purpose,
      Sha256 profileState,
      String snapshot,
      String software,
      String settings,
      String asked,
      String problems) {}

  /// A finding of a run.
  ///
  /// @param content all of it, as canonical JSON
  public record FindingRow(String key, String state, String content) {}

  /// Hash over all that is kept but the number.
  Sha256 digest(List<FindingRow> rows) {
    var digester =
        new Digester()
            .text(id.hex())
            .text(person)
            .text(recorded)
            .integer(head.batch)
            .text(head.record.hex())
            .text(head.purpose)
            .text(head.profileState.hex())
            .text(head.snapshot)
            .text(head.software)
            .text(head.settings)
            .text(head.asked)
            .text(head.problems)
            .integer(findings)
            .integer(found)
            .text(findingsDigest.hex());
    for (var row : rows) {
      digester.text(row.key()).text(row.state()).text(row.content());
    }
    return digester.end();
  }
}
