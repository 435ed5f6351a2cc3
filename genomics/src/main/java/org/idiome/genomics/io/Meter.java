package org.idiome.genomics.io;

/// Who watches files being read, to tell a person how far it is: no result depends on it.
///
/// Called on the thread that reads.
public interface Meter {
  /// The one that watches in this stretch of the program; none where it is not bound.
  ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

  /// Where nobody watches.
  Meter NONE =
      new Meter() {
        @Override
        public void opened(String name, long sizeBytes) {}

        @Override
        public void passed(long bytes) {}
      };

  /// A file is about to be read from its beginning.
  ///
  /// @param sizeBytes as it lies on the disk; negative where nobody knows
  void opened(String name, long sizeBytes);

  /// So many more of its bytes were read.
  void passed(long bytes);
}
