package org.idiome.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;

/// The inflated text of a file that is imported.
///
/// @param name how problems call it
public record SourceText(Path file, String name, Limits limits) {
  /// Opens it line by line; the caller closes.
  public LineReader lines() throws IOException {
    return new LineReader(Input.openUnhashed(file, name, limits), limits);
  }

  /// Opens it as a stream, with a mark of byte order where there is one; the caller closes.
  public InputStream stream() throws IOException {
    return new InflatedStream(Input.openUnhashed(file, name, limits));
  }
}
