package org.idiome.record.phenopacket;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// A file that a packet names.
///
/// @param uri as given
/// @param identifiers what the file calls an individual or specimen, by the packet's id
/// @param attributes `fileAttributes`, as given
/// @param specimen id of the biosample that names it, or null
/// @param pointer where it stands in the packet
public record PacketFile(
    String uri,
    SortedMap<String, String> identifiers,
    SortedMap<String, String> attributes,
    @Nullable String specimen,
    SourceRow row,
    String pointer,
    long line) {

  /// Copies the maps.
  public PacketFile {
    identifiers = Collections.unmodifiableSortedMap(new TreeMap<>(identifiers));
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}
