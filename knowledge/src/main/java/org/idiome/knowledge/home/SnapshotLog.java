package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.idiome.knowledge.release.SnapshotManifest;

/// Which snapshot was in force since when: one line each, `instant TAB id LF`; and the manifest of
/// each in a file of its own.
final class SnapshotLog {
  private static final String LOG = "log.tsv";

  private final Path folder;

  SnapshotLog(Path folder) {
    this.folder = folder;
  }

  /// A snapshot and since when it is in force.
  record Entry(Instant since, String id) {}

  List<Entry> entries() throws IOException {
    var file = folder.resolve(LOG);
    if (!Files.exists(file)) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    for (var line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      entries.add(new Entry(Instant.parse(line.substring(0, tab)), line.substring(tab + 1)));
    }
    return entries;
  }

  /// Puts a snapshot in force, unless it is.
  void put(Instant now, SnapshotManifest manifest) throws IOException {
    var id = manifest.id().manifest().hex();
    var file = file(id);
    if (!Files.exists(file)) {
      Whole.write(file, manifest.text());
    }
    var entries = entries();
    if (entries.isEmpty() || !entries.getLast().id().equals(id)) {
      var text = new StringBuilder();
      for (var entry : entries) {
        text.append(entry.since()).append('\t').append(entry.id()).append('\n');
      }
      text.append(now).append('\t').append(id).append('\n');
      Whole.write(folder.resolve(LOG), text.toString());
    }
  }

  /// The file of a manifest.
  Path file(String id) {
    return folder.resolve(id + ".manifest");
  }
}
