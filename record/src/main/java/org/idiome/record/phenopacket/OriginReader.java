package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.TreeMap;
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
  Origin read(@Nullable String id, String kind, String version, @Nullable Message meta) {
    var vocabularies = new TreeMap<String, String>();
    var references = new ArrayList<Coded>();
    if (meta == null) {
      return new Origin(id, kind, version, null, When.notStated(), vocabularies, references);
    }
    for (var resource : meta.messages("resources")) {
      var prefix = resource.text("namespacePrefix");
      var release = resource.text("version");
      resource.passOver("id", "name", "url", "iriPrefix");
      if (prefix != null && release != null) {
        vocabularies.put(prefix, release);
      }
    }
    for (var reference : meta.messages("externalReferences")) {
      var name = reference.text("id");
      reference.passOver("reference");
      if (name != null && !name.isBlank()) {
        references.add(new Coded(name, reference.text("description")));
      }
    }
    meta.passOver("updates");
    var author = meta.text("createdBy");
    var submitter = meta.text("submittedBy");
    return new Origin(
        id,
        kind,
        version,
        author == null ? submitter : author,
        times.lenientTimestamp(meta, "created"),
        vocabularies,
        references);
  }
}
