package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.concept.Coded;
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
/// Segments that both have are not read. Birth, other ids, specimens and relatives are counted,
/// too, so that no change of what is said passes for none.
final class Comparison {
  private static final Set<String> PLACES = Set.of("rows", "row");

  private final StoreReader store;
  private final Rows.IntakeRow before;
  private final Set<Long> segments = new HashSet<>();
  private final Set<Long> shared = new HashSet<>();
  private final RowHashes now = new RowHashes();
  private final RowHashes then = new RowHashes();
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

  /// The counts of observations, once everything is written.
  RowCounts counts() {
    for (var segment : store.segments(before.intake())) {
      if (!shared.contains(segment.segment())) {
        rows(segment.segment(), segment.layer(), segment.shape(), then);
      }
    }
    var counts = RowHashes.compare(then, now);
    return counts.plus(new RowCounts(0, unchanged, 0, 0));
  }

  /// The counts of what is said of the person beside observations: birth, other ids, specimens and
  /// relatives.
  ///
  /// @param content of the new intake
  RowCounts details(String content) {
    var earlier = new RowHashes();
    var later = new RowHashes();
    content(Stored.of(before.content()), earlier);
    content(Stored.of(content), later);
    return RowHashes.compare(earlier, later);
  }

  /// Statements and quantities of before that are not said any more, the first of them; after
  /// [#counts].
  ///
  /// @param person id in the store
  List<GoneRow> gone(String person, int most) {
    var gone = new ArrayList<GoneRow>();
    var was = KeptPerson.of(store, person, before);
    for (var statement : was.statements()) {
      var layer = statement.layer().code();
      var content = Keeper.text(ContentWriter.statement(statement));
      if (then.hasText(layer, content) && !now.hasText(layer, content) && gone.size() < most) {
        var about = about(statement.kind(), statement.concept().id());
        gone.add(
            new GoneRow(
                layer,
                named(statement.concept()),
                statement.presence().code(),
                text(statement.when()),
                place(was, statement.rows().getFirst()),
                now.isAboutText(layer, about)));
      }
    }
    for (var columns : was.quantities().values()) {
      var layer = columns.layer().code();
      for (int row = 0; row < columns.size() && gone.size() < most; row++) {
        var fields = QuantityFields.of(columns, row);
        if (then.hasQuantity(layer, fields) && !now.hasQuantity(layer, fields)) {
          gone.add(
              new GoneRow(
                  layer,
                  named(columns.feature(row)),
                  said(fields),
                  text(columns.when(row)),
                  place(was, columns.row(row)),
                  now.isAboutQuantity(layer, fields)));
        }
      }
    }
    return gone;
  }

  private static String named(Coded concept) {
    var display = concept.display();
    return display == null ? concept.id() : concept.id() + " " + display;
  }

  private static String said(QuantityFields fields) {
    var value = fields.value();
    return value == null ? fields.kind() : Numbers.text(value) + " " + fields.unit();
  }

  private static String text(When when) {
    return when instanceof When.NotStated ? "" : when.text();
  }

  private static String place(KeptPerson was, SourceRow row) {
    return was.sources().name(row.file()) + ":" + was.sources().locator(row).text();
  }

  static String about(String kind, String concept) {
    return kind + " " + concept;
  }

  private void rows(long segment, String layer, String shape, RowHashes into) {
    switch (shape) {
      case Intake.STATEMENT ->
          store
              .statements(segment)
              .forEach(one -> into.text(layer, about(one.kind(), one.concept()), one.content()));
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
      into.text("born", "", born);
    }
    content.list("other_ids", Stored::asText).forEach(id -> into.text("other_id", id, id));
    for (var list : new String[] {"specimens", "pedigree"}) {
      content
          .list(list, one -> one)
          .forEach(one -> into.text(list, about(one), withoutPlaces(one.value())));
    }
  }

  private static String about(Stored one) {
    var id = one.textOrNull("id");
    return id == null ? withoutPlaces(one.value()) : id;
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
