package org.idiome.knowledge.source;

import java.util.List;

/// Whether a file is of a format.
public sealed interface Recognition {
  /// It is.
  ///
  /// @param source short stable name of what is published, as a snapshot lists it: `hgnc`, `go`,
  ///   `mondo-doid`; one snapshot has one release of a name
  /// @param variant of the header or layout, such as `2023`
  record Yes(String source, String variant) implements Recognition {}

  /// It is nearly: a table with some of its columns.
  ///
  /// @param missing columns that must be there and are not, by their published names
  /// @param unknown columns of the file that no variant has
  /// @param shared how many columns it has of the nearest variant
  record Nearly(String variant, List<String> missing, List<String> unknown, int shared)
      implements Recognition {
    /// Copies the lists.
    public Nearly {
      missing = List.copyOf(missing);
      unknown = List.copyOf(unknown);
    }
  }

  /// It is not.
  record No() implements Recognition {}

  /// It is not.
  No NO = new No();

  /// The source of a file whose content does not say what it is: it is called by the file's name,
  /// so that two graphs of one form do not take each other's place.
  String BY_FILE_NAME = "";
}
