package org.idiome.record.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.When;
import org.idiome.genomics.row.RowSplitter;
import org.jspecify.annotations.Nullable;

/// Reads rows that hold a feature each, with a column for each sample.
///
/// A feature that comes again (a gene at another locus) is kept as well and said: nothing is
/// overwritten.
final class WideRows implements RowReader {
  private final OpenTable table;
  private final RowTarget target;
  private final RowParts parts;
  private final List<When> whens = new ArrayList<>();
  private final Set<String> features = new HashSet<>();

  WideRows(OpenTable table, Conventions conventions, RowTarget target) {
    this.table = table;
    this.target = target;
    this.parts = new RowParts(table, conventions, target);
    var kind = table.description().timeKind();
    for (var sample : table.description().samples()) {
      whens.add(when(sample, kind == null ? null : new TimeReader(kind, conventions)));
    }
  }

  /// As stated, or when the specimen was collected.
  private When when(TableDescription.Sample sample, @Nullable TimeReader times) {
    var collected = sample.specimen() == null ? null : table.specimens().get(sample.specimen());
    if (sample.time().isEmpty() && collected != null) {
      return collected;
    }
    var when = times == null ? null : times.read(sample.time());
    if (when == null || when instanceof When.NotStated) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_ATTRIBUTE_NOT_UNDERSTOOD,
              table.description().place(),
              "attribute",
              "samples",
              "found",
              Quoted.of(sample.column() + "=" + sample.time())));
    }
    if (TimeReader.isUnstatedDayZero(when, table.description())) {
      target
          .problems()
          .add(Problem.of(ProblemCode.TABLE_STUDY_DAY_ZERO, table.description().place()));
    }
    return when;
  }

  @Override
  public boolean isOfOneValue() {
    return false;
  }

  @Override
  public boolean refused(RowSplitter row) {
    if (!parts.tellsWhatOf(row)) {
      return false;
    }
    boolean isKept = true;
    var samples = table.description().samples();
    for (int i = 0; i < samples.size(); i++) {
      var named = samples.get(i).specimen();
      isKept &=
          parts.addNothing(row, whens.get(i), parts.specimen(row, named == null ? "" : named));
    }
    return isKept;
  }

  @Override
  public boolean uneven(RowSplitter row) {
    return parts.tellsWhatOf(row) && parts.isKnown(row) && refused(row);
  }

  @Override
  public void read(RowSplitter row) {
    var shared = parts.shared(row);
    if (!features.add(shared.feature().id())) {
      target
          .problems()
          .add(
              Problem.of(
                  ProblemCode.TABLE_FEATURE_REPEATED,
                  Place.line(table.name(), row.line()),
                  "feature",
                  Quoted.of(shared.feature().id())));
    }
    var samples = table.description().samples();
    var fields = table.columns().samples;
    for (int i = 0; i < fields.length; i++) {
      var named = samples.get(i).specimen();
      var specimen = parts.specimen(row, named == null ? "" : named);
      parts.add(row, fields[i], shared, whens.get(i), specimen);
    }
  }
}
