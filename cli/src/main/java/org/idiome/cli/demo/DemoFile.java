package org.idiome.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;

/// A bundled file, as the index names it.
///
/// @param path relative, with `/`: a person's folder and a name in it, or a name alone
/// @param sizeBytes of the file as it is bundled, packed where it is packed
record DemoFile(String path, long sizeBytes, Sha256 sha256) {
  private static final String HEADER = "path\tbytes\tsha256";

  /// Reads an index: a header line, then one file a line.
  ///
  /// @throws IllegalArgumentException where the text is no such index
  static List<DemoFile> readIndex(String text) {
    var lines = text.split("\n", -1);
    if (!lines[0].equals(HEADER) || !lines[lines.length - 1].isEmpty()) {
      throw new IllegalArgumentException("not an index of demo files");
    }
    var files = new ArrayList<DemoFile>();
    for (int i = 1; i < lines.length - 1; i++) {
      var fields = lines[i].split("\t", -1);
      if (fields.length != 3 || !isInside(fields[0])) {
        throw new IllegalArgumentException("line " + (i + 1) + " names no demo file");
      }
      files.add(new DemoFile(fields[0], Long.parseLong(fields[1]), new Sha256(fields[2])));
    }
    return files;
  }

  /// Plain names, at most one folder deep: an index that was tampered with leads nowhere else.
  private static boolean isInside(String path) {
    return path.matches("([A-Za-z0-9-]+/)?[A-Za-z0-9][A-Za-z0-9.-]*");
  }

  /// The person whose folder it lies in; empty for what lies beside the folders.
  String person() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
