package org.idiome.knowledge.fetch;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an address would give.
///
/// @param asked the address that was asked
/// @param from where redirects lead
/// @param hosts other hosts that redirects lead through, in order
/// @param bytes size as the server states it, or -1
/// @param validator tag or date by which the server knows this version, or null
/// @param canResume whether the server gives parts
public record Offer(
    URI asked,
    URI from,
    List<String> hosts,
    long bytes,
    @Nullable String validator,
    boolean canResume) {
  /// Copies the list.
  public Offer {
    hosts = List.copyOf(hosts);
  }

  /// The last part of the path, by which the file is called.
  public String fileName() {
    var path = from.getPath() == null ? "" : from.getPath();
    var name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    return name.isBlank() || name.startsWith(".") ? "download" : name;
  }
}
