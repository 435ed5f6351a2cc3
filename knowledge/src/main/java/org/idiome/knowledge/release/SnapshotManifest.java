package org.idiome.knowledge.release;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SnapshotId;

/// The text whose hash names a snapshot.
///
/// One line for each release, `name TAB sha256-of-published-bytes LF`, sorted by name in code-point
/// order; then one line for each setting that changes a result, `setting:NAME TAB VALUE LF`,
/// sorted.
public final class SnapshotManifest {
  private final SortedMap<String, Sha256> releases = new TreeMap<>(SnapshotManifest::byCodePoint);
  private final SortedMap<String, String> settings = new TreeMap<>(SnapshotManifest::byCodePoint);

  /// Adds a release.
  ///
  /// @throws IllegalArgumentException where a release of that name is in it already
  public SnapshotManifest release(String name, Sha256 published) {
    requireLine(name);
    if (releases.put(name, published) != null) {
      throw new IllegalArgumentException("two releases of " + name + " in one snapshot");
    }
    return this;
  }

  /// Adds a setting that changes a result, such as the version of an importer.
  public SnapshotManifest setting(String name, String value) {
    requireLine(name);
    requireLine(value);
    if (settings.put(name, value) != null) {
      throw new IllegalArgumentException("setting " + name + " is given twice");
    }
    return this;
  }

  private static void requireLine(String text) {
    if (text.isBlank() || text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not for a manifest: " + text);
    }
  }

  private static int byCodePoint(String one, String two) {
    var first = one.codePoints().toArray();
    var second = two.codePoints().toArray();
    return java.util.Arrays.compare(first, second);
  }

  /// The text.
  public String text() {
    var text = new StringBuilder();
    releases.forEach(
        (name, hash) -> text.append(name).append('\t').append(hash.hex()).append('\n'));
    settings.forEach((name, value) ->
        text.append("setting:").append(name).append('\t').append(value).append('\n'));
    return text.toString();
  }

  /// The hash of the text.
  public SnapshotId id() {
    return new SnapshotId(Sha256.of(text().getBytes(StandardCharsets.UTF_8)));
  }
}
