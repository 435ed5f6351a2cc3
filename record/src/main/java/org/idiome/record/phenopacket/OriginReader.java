package org.idiome.record.phenopacket;

import java.util.ArrayList;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Reads `MetaData`.
final class OriginReader {
  private final Times times;

  OriginReader(Times times) {
    this.times = times;
  }

  /// @param meta null where the packet has none
  Origin read(@Nullable String id, @Nullable Message meta) {
    var references = new ArrayList<Coded>();
    if (meta == null) {
      return new Origin(id, null, When.notStated(), references);
    }
    for (var resource : meta.messages("resources")) {
      resource.passOver("id", "name", "url", "version", "namespacePrefix", "iriPrefix");
    }
    for (var reference : meta.messages("externalReferences")) {
      var name = reference.text("id");
      reference.passOver("reference");
      if (name != null && !name.isBlank()) {
        references.add(new Coded(name, reference.text("description")));
      }
    }
    meta.passOver("updates", "phenopacketSchemaVersion");
    var author = meta.text("createdBy");
    var submitter = meta.text("submittedBy");
    return new Origin(
        id,
        author == null ? submitter : author,
        times.lenientTimestamp(meta, "created"),
        references);
  }
}
