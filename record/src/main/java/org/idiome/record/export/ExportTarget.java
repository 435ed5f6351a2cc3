package org.idiome.record.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Where an export goes: a folder or an archive.
public interface ExportTarget {
  /// Begins a file; the one before must be closed.
  ///
  /// @param name relative, with `/`
  OutputStream file(String name) throws IOException;

  /// A folder that nobody else may read, for what is made before it is written; whoever gave it
  /// takes it away.
  Path aside() throws IOException;
}
