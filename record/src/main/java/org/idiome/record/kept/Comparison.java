package org.idiome.record.kept;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.record.json.JsonValue;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.form.QuantityFields;
import org.idiome.store.form.TimeText;

/// Counts what an input says otherwise than the one whose place it takes.
///
/// Segments that both have are not read. Birth, other ids, specimens and relatives count as rows,
/// so that no change of what is said passes for none.
final class Comparison {
  private static final Set<String> PLACES = Set.of("rows", "row");

  private final StoreReader store;
  private final Rows.IntakeRow before;
  private final Set<Long> segments = new HashSet<>();
  private final Set<Long> shared = new HashSet<>();
  private final RowHashes now = new RowHashes();
  private long unchanged;

  Comparison(StoreReader store, Rows.IntakeRow before) {
    this.store = store;
    this.before = before;
    store.segments(before.intake()).forEach(one -> segments.add(one.segment()));
  }

  /// Where rows go that are written now.
  RowHashes now() {
    return now;
  }

  /// A segment that was there already belongs to the new intake.
  void linked(long segment, long rows, String layer, String shape) {
    if (segments.contains(segment)) {
      if (shared.add(segment)) {
        unchanged += rows;
      }
    } else {
      rows(segment, layer, shape, now);
    }
  }

  /// The counts, once everything is written.
  ///
  /// @param content of the new intake
  RowHashes.Counts counts(String content) {
    var then = new RowHashes();
    for (var segment : store.segments(before.intake())) {
      if (!shared.contains(segment.segment())) {
        rows(segment.segment(), segment.layer(), segment.shape(), then);
      }
    }
    content(Stored.of(before.content()), then);
    content(Stored.of(content), now);
    var counts = RowHashes.compare(then, now);
    return new RowHashes.Counts(counts.added(), counts.unchanged() + unchanged, counts.gone());
  }

  private void rows(long segment, String layer, String shape, RowHashes into) {
    switch (shape) {
      case Intake.STATEMENT ->
          store.statements(segment).forEach(one -> into.text(layer, one.content()));
      case Intake.QUANTITY -> {
        var builder = QuantityColumns.of(ContentReader.layer(layer));
        store.quantities(
            segment, ContentReader.layer(layer), locator -> new SourceRow(0, locator), builder);
        quantities(layer, builder.build(), into);
      }
      default -> store.calls(segment, call -> into.call(layer, call));
    }
  }

  static void quantities(String layer, QuantityColumns columns, RowHashes into) {
    for (int row = 0; row < columns.size(); row++) {
      into.quantity(layer, QuantityFields.of(columns, row));
    }
  }

  private static void content(Stored content, RowHashes into) {
    var born = content.textOrNull("born");
    if (born != null && !(TimeText.read(born) instanceof When.NotStated)) {
      into.text("born", born);
    }
    content.list("other_ids", Stored::asText).forEach(id -> into.text("other_id", id));
    for (var list : new String[] {"specimens", "pedigree"}) {
      content.list(list, one -> one).forEach(one -> into.text(list, withoutPlaces(one.value())));
    }
  }

  private static String withoutPlaces(JsonValue value) {
    var said = new StringBuilder();
    if (value instanceof JsonValue.Obj object) {
      new TreeMap<>(object.members())
          .forEach((name, member) -> {
            if (!PLACES.contains(name)) {
              said.append(name).append('=').append(member.compact()).append('\n');
            }
          });
    }
    return said.toString();
  }
}
