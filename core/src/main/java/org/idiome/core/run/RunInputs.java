package org.idiome.core.run;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SnapshotId;

/// The four things that determine a run's findings.
///
/// @param profileState hash over what was read of the individual: logical rows, never file bytes
public record RunInputs(
    Sha256 profileState, SnapshotId snapshot, Software software, Settings settings)
    implements Canonical {

  /// The run's id: the digest of these inputs.
  public Sha256 runId() {
    return digest();
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("profile_state", profileState)
        .put("snapshot", snapshot)
        .put("software", software)
        .put("settings", settings)
        .end();
  }
}
