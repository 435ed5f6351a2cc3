package org.idiome.store;

import java.util.Objects;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.source.SourceRow;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.form.CallFields;
import org.jspecify.annotations.Nullable;

/// Gives an intake of one person to another, row by row.
///
/// Nothing is shared between the two: what a person has can be erased, and the other's stays whole.
/// What it holds was acknowledged in an earlier batch.
public final class IntakeCopy {
  private final StoreWriter writer;
  private final StoreReader reader;
  private long observations;

  /// Copies within a batch.
  public IntakeCopy(StoreWriter writer) {
    this.writer = writer;
    this.reader = writer.reader();
  }

  /// Copies, and answers with how many observations that is.
  ///
  /// @param to who gets it
  public long copy(Rows.IntakeRow intake, long to) {
    observations = 0;
    long copied = writer.intake(to, intake.source(), intake.subject(), intake.inputs());
    for (var file : reader.files(intake.intake())) {
      writer.file(copied, file);
      var hash = file.hash();
      if (hash != null && !writer.hasLines(to, hash)) {
        lines(intake.person(), to, hash);
      }
    }
    reader.elements(intake.intake()).forEach(element -> writer.element(copied, element));
    for (var segment : reader.segments(intake.intake())) {
      writer.link(copied, segment(segment, to), segment.ordinal());
      observations += segment.observations();
    }
    writer.content(copied, intake.content());
    return observations;
  }

  private void lines(long from, long to, Sha256 file) {
    writer
        .sql()
        .change(
            "INSERT INTO source_lines (person, sha256, first, last, bytes, deflated, digest)"
                + " SELECT ?, sha256, first, last, bytes, deflated, digest FROM source_lines"
                + " WHERE person = ? AND sha256 = ?",
            to,
            from,
            file.hex());
  }

  private long segment(Rows.SegmentRow segment, long to) {
    if (segment.shape().equals(DenseShape.CALL.code())) {
      return calls(segment, to);
    }
    var copy =
        new Rows.NewSegment(
            to,
            segment.layer(),
            segment.shape(),
            segment.hash(),
            segment.digest(),
            day("first_day", segment.segment()),
            day("last_day", segment.segment()));
    if (segment.shape().equals("statement")) {
      return writer.statements(copy, reader.statements(segment.segment()));
    }
    var builder = QuantityColumns.of(layer(segment.layer()));
    reader.quantities(
        segment.segment(), layer(segment.layer()), locator -> new SourceRow(0, locator), builder);
    return writer.quantities(copy, builder.build());
  }

  private long calls(Rows.SegmentRow segment, long to) {
    var calls = writer.calls(to, segment.layer(), segment.hash());
    reader.calls(segment.segment(), (CallFields call) -> calls.add(call));
    calls.end(Objects.requireNonNull(segment.facts()));
    return calls.number();
  }

  private @Nullable String day(String column, long segment) {
    var found =
        writer
            .sql()
            .one(
                "SELECT " + column + " FROM segment WHERE segment = ?",
                row -> new Day(row.textOrNull(1)),
                segment);
    return found == null ? null : found.day();
  }

  private record Day(@Nullable String day) {}

  private static Layer layer(String code) {
    for (var layer : Layer.values()) {
      if (layer.code().equals(code)) {
        return layer;
      }
    }
    throw new IllegalStateException("the store holds an unknown layer " + code);
  }
}
