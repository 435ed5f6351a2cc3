package org.idiome.knowledge.source;

import java.io.IOException;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;

/// A reader of one format. Without state; safe for several threads.
public interface Importer {
  /// Stable name of the format: `hgnc`, `obo`, `clinvar-vcf`.
  String format();

  /// Counts up when the same bytes are told otherwise.
  int version();

  /// Whether a file is of this format, by its beginning.
  Recognition recognise(Head head, ImportSettings settings);

  /// Reads a file that was recognised.
  ///
  /// @throws org.idiome.core.problem.BadInputException where it cannot be used as a whole; what was
  ///   told until then is thrown away
  ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException;
}
