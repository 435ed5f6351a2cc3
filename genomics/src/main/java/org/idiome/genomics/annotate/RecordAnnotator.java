package org.idiome.genomics.annotate;

import java.util.List;

/// Takes the records of a reader one after another, and gives them back with what is known of them.
public interface RecordAnnotator {
  /// Takes the record at hand, which is readable.
  ///
  /// @return the records up to this one that wait for nothing any more, in their order
  List<AnnotatedRecord> add();

  /// What still waits.
  List<AnnotatedRecord> end();
}
