package org.idiome.store.dense;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.jspecify.annotations.Nullable;

/// Writes the dense rows of one batch. For one thread.
///
/// Segments of one layer share a part until it is full; one with [#OWN_ROWS] rows or more ends the
/// part that it is in, so that the next person's rows lie elsewhere. A part is written under a name
/// that begins with a dot, reaches the disk, and then gets its name; until the catalogue names it,
/// it does not exist.
public final class DenseWriter implements AutoCloseable {
  /// Rows from which a segment ends its part.
  public static final long OWN_ROWS = 100_000;

  /// Rows of a part, at most.
  public static final long PART_ROWS = 500_000;

  private final StoreFolder folder;
  private final long batch;
  private final Map<String, RowBuffer> buffers = new TreeMap<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Engine engine;
  private int named;

  /// Writes for a batch, whose number is in the names of its parts.
  public DenseWriter(StoreFolder folder, long batch) {
    this.folder = folder;
    this.batch = batch;
  }

  /// Adds a segment of quantities.
  public void quantities(String layer, long person, long segment, QuantityColumns columns) {
    var buffer = buffer(layer, DenseShape.QUANTITY);
    for (int row = 0; row < columns.size(); row++) {
      buffer.add(person, segment, row, QuantityFields.of(columns, row));
      sealIfFull(buffer);
    }
    if (columns.size() >= OWN_ROWS) {
      seal(buffer);
    }
  }

  /// Rows of one variant file, as they come.
  public final class Calls {
    private final RowBuffer buffer;
    private final long person;
    private final long segment;
    private int rows;

    private Calls(RowBuffer buffer, long person, long segment) {
      this.buffer = buffer;
      this.person = person;
      this.segment = segment;
    }

    /// Adds a record.
    public void add(CallFields fields) {
      buffer.add(person, segment, rows, fields);
      rows++;
      sealIfFull(buffer);
    }

    /// How many were added.
    public int rows() {
      return rows;
    }

    /// Says that no more will come.
    public void end() {
      if (rows >= OWN_ROWS) {
        seal(buffer);
      }
    }
  }

  /// Starts a segment of calls.
  public Calls calls(String layer, long person, long segment) {
    return new Calls(buffer(layer, DenseShape.CALL), person, segment);
  }

  private RowBuffer buffer(String layer, DenseShape shape) {
    return buffers.computeIfAbsent(
        layer + "/" + shape.code(), _ -> new RowBuffer(engine(), layer, shape));
  }

  private Engine engine() {
    var loaded = engine;
    if (loaded == null) {
      loaded = new Engine(folder);
      engine = loaded;
    }
    return loaded;
  }

  private void sealIfFull(RowBuffer buffer) {
    if (buffer.size() >= PART_ROWS) {
      seal(buffer);
    }
  }

  private void seal(RowBuffer buffer) {
    if (buffer.size() == 0) {
      return;
    }
    parts.add(
        PartFile.write(
            folder,
            buffer.layer(),
            PartFile.name(batch, ++named),
            buffer.shape(),
            buffer.stretches(),
            buffer::writeTo));
    buffer.clear();
  }

  /// Forgets segments from a number on. Rows that are in a part already stay there, without a name.
  public void abandonFrom(long segment) {
    buffers.values().forEach(buffer -> buffer.abandonFrom(segment));
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var rest = part.stretches().stream().filter(one -> one.segment() < segment).toList();
      parts.set(
          i,
          new Part(
              part.name(),
              part.shape(),
              part.observations(),
              part.sizeBytes(),
              part.hash(),
              part.checksum(),
              rest));
    }
  }

  /// Writes what waits, and answers with all parts of the batch.
  public List<Part> parts() {
    buffers.values().forEach(this::seal);
    return List.copyOf(parts);
  }

  /// Lets go of the engine; parts that no catalogue names are swept by the next writer.
  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
