package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.core.problem.BadInputException;

/// Gives the records of a reader back with what is known of them, in two steps: one thread places
/// them while another tells those before.
public interface RecordAnnotator {
  /// Reads the record at hand, which is readable.
  PlacedRecord place();

  /// What is to be checked once all were placed.
  ///
  /// @throws BadInputException where nothing that was told means anything
  void requireSense();

  /// Takes the next record, in the order in which they were placed; on the second thread.
  ///
  /// @return the records up to this one that wait for nothing any more, in their order
  List<AnnotatedRecord> tell(PlacedRecord record);

  /// What still waits behind the last one; on the second thread.
  List<AnnotatedRecord> end();
}
