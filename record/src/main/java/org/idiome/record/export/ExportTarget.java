package org.idiome.record.export;

import java.io.IOException;
import java.io.OutputStream;

/// Where an export goes: a folder or an archive.
public interface ExportTarget {
  /// Begins a file; the one before must be closed.
  ///
  /// @param name relative, with `/`
  OutputStream file(String name) throws IOException;
}
