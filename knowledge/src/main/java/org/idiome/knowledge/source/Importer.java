package org.idiome.knowledge.source;

import java.io.IOException;
import org.idiome.knowledge.release.Licence;
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

  /// The licence under which the publisher gives this source, by its own page; what the file or the
  /// user states comes before it.
  Licence licence(String source);

  /// Reads a file that was recognised.
  ///
  /// @throws org.idiome.core.problem.BadInputException where it cannot be used as a whole; what was
  ///   told until then is thrown away
  ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException;
}
