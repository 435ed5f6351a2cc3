package org.idiome.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.idiome.core.finding.Finding;

/// Where findings of a kind stand in their area: the table `places.tsv`, in the order of the page.
///
/// An interpreter or kind without a row comes after those with one, shown where it was found.
final class Places {
  private static final String RESOURCE = "places.tsv";
  private static final String HEADER = "interpreter\tkind\tplace";
  private static final Place UNKNOWN = new Place(Integer.MAX_VALUE, When.FOUND);
  private static final Map<String, Place> TABLE = read();

  /// When a finding stands among those that are shown, not folded away.
  enum When {
    /// Always.
    ALWAYS,
    /// Where it was found.
    FOUND,
    /// Only where it has advice.
    ADVISED
  }

  /// @param rank the place of its row in the table
  record Place(int rank, When shown) {}

  private Places() {}

  static Place of(Finding finding) {
    var key = finding.key();
    return TABLE.getOrDefault(key.interpreter() + "\t" + key.kind(), UNKNOWN);
  }

  private static Map<String, Place> read() {
    try (InputStream bytes = Places.class.getResourceAsStream(RESOURCE)) {
      if (bytes == null) {
        throw new IllegalStateException("not in the jar: " + RESOURCE);
      }
      var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      if (!HEADER.equals(lines.readLine())) {
        throw new IllegalStateException(RESOURCE + ":1 is not " + HEADER);
      }
      var places = new LinkedHashMap<String, Place>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        int last = line.lastIndexOf('\t');
        places.put(
            line.substring(0, last), new Place(places.size(), when(line.substring(last + 1))));
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static When when(String code) {
    return switch (code) {
      case "always" -> When.ALWAYS;
      case "found" -> When.FOUND;
      case "advised" -> When.ADVISED;
      default -> throw new IllegalStateException(RESOURCE + " has no place " + code);
    };
  }
}
