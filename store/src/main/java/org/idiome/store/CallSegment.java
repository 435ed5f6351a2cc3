package org.idiome.store;

import org.idiome.core.canonical.Digester;
import org.idiome.store.dense.DenseWriter;
import org.idiome.store.form.CallFields;

/// The records of one sample of one variant file, as they come. For one thread.
public final class CallSegment {
  private final StoreWriter writer;
  private final long segment;
  private final DenseWriter.Calls rows;
  private final Digester digester = new Digester();

  CallSegment(StoreWriter writer, long segment, DenseWriter.Calls rows) {
    this.writer = writer;
    this.segment = segment;
    this.rows = rows;
  }

  /// Adds a record.
  public void add(CallFields fields) {
    digest(digester, fields);
    rows.add(fields);
  }

  /// Adds what a record says, not where it stood, to a running hash.
  public static void digest(Digester digester, CallFields fields) {
    digester
        .text(fields.contig())
        .integer(fields.start0())
        .integer(fields.end0())
        .integer(fields.isReadable() ? 1 : 0)
        .text(fields.text());
  }

  /// Says that no more will come.
  ///
  /// @param facts what holds for the file as a whole, as JSON
  public void end(String facts) {
    rows.end();
    writer.end(segment, rows.rows(), digester.end(), facts);
  }

  /// Forgets what was added: the file turned out to be one of which nothing may be kept.
  public void abandon() {
    writer.abandon(segment);
  }

  /// The number of the segment.
  public long number() {
    return segment;
  }

  /// How many records were added.
  public long size() {
    return rows.rows();
  }
}
