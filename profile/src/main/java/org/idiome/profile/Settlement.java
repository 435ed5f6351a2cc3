package org.idiome.profile;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Finding;
import org.idiome.core.time.When;

/// Somebody looked into a finding that blocks others, and says that it no longer does.
///
/// It holds for the answer that was looked into: where the same finding answers otherwise later, it
/// is open again.
///
/// @param finding text of its key
/// @param answer hash of what it answered, see [#answer]
/// @param by who settled it
/// @param reason why
/// @param recorded when the record took it
public record Settlement(String finding, Sha256 answer, String by, String reason, When recorded)
    implements Canonical {

  /// The hash of what a finding answers.
  public static Sha256 answer(Finding finding) {
    return Sha256.of(finding.state().toJson().canonicalBytes());
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("finding", finding)
        .put("answer", answer.hex())
        .put("by", by)
        .put("reason", reason)
        .put("recorded", recorded)
        .end();
  }
}
