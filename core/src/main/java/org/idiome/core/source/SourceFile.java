package org.idiome.core.source;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;

/// A file that was read: its name as the input called it, and the hash and size of its bytes.
///
/// @param name relative to the folder or knowledge it belongs to, with `/`; never an absolute path
public record SourceFile(String name, Sha256 hash, long sizeBytes) implements Canonical {

  /// Refuses a blank name.
  public SourceFile {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a source file needs a name");
    }
  }

  @Override
  public Json toJson() {
    return Json.object().put("name", name).put("sha256", hash).put("bytes", sizeBytes).end();
  }
}
