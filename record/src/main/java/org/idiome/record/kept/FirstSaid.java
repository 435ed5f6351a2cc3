package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.source.SourceRow;
import org.idiome.store.History;
import org.idiome.store.Remnants;
import org.idiome.store.StoreReader;
import org.idiome.store.form.QuantityFields;

/// Since which batch a person's observations are known: what a source says again in the same words
/// is known since it said so first, however often the source was imported again since.
///
/// A source that was taken back and came again says it anew. Where what it said in between was
/// erased with somebody else, it is known since it was said first of what is left. Records of a
/// variant file are known since their file was read.
public final class FirstSaid {
  private final KeptPerson person;

  /// By the place of an input in those of the person; null where its source came once.
  private final List<Map<Long, Long>> byInput = new ArrayList<>();

  /// Place of the input of each file.
  private final List<Integer> inputs = new ArrayList<>();

  private FirstSaid(KeptPerson person) {
    this.person = person;
  }

  /// Of a person who was read from a store.
  public static FirstSaid of(StoreReader store, KeptPerson person) {
    var first = new FirstSaid(person);
    var history = History.of(store, person.id());
    var gaps = Remnants.gaps(store, person.id());
    for (int input = 0; input < person.intakes().size(); input++) {
      long intake = person.intakes().get(input);
      first.byInput.add(known(store, history, gaps, intake));
      for (int file = store.files(intake).size(); file > 0; file--) {
        first.inputs.add(input);
      }
    }
    return first;
  }

  /// The batch of a statement.
  public long batch(Statement statement) {
    var content = Keeper.text(ContentWriter.statement(statement));
    return batch(statement.rows().getFirst(), RowHashes.number(statement.layer().code(), content));
  }

  /// The batch of a quantity.
  public long batch(QuantityColumns columns, int row) {
    var number = RowHashes.number(columns.layer().code(), QuantityFields.said(columns, row));
    return batch(columns.row(row), number);
  }

  private long batch(SourceRow row, long number) {
    long newest = person.batch(row.file());
    return byInput.get(inputs.get(row.file())).getOrDefault(number, newest);
  }

  private static Map<Long, Long> known(
      StoreReader store, List<History.Entry> history, List<Remnants.Gap> gaps, long intake) {
    var source =
        history.stream()
            .filter(one -> one.intake().intake() == intake)
            .map(one -> one.intake().source())
            .findFirst()
            .orElse("");
    var chain =
        history.stream()
            .filter(one -> one.intake().source().equals(source))
            .filter(one -> one.intake().intake() <= intake)
            .toList();
    Map<Long, Long> known = new HashMap<>();
    if (chain.size() < 2) {
      return known;
    }
    long ended = 0;
    for (var entry : chain) {
      long from = ended;
      long came = entry.intake().batch();
      boolean isUnbroken =
          from == came || gaps.stream().anyMatch(gap -> gap.from() <= from && came <= gap.end());
      var before = isUnbroken ? known : Map.<Long, Long>of();
      known = said(store, entry, before);
      ended = entry.superseded();
    }
    return known;
  }

  private static Map<Long, Long> said(
      StoreReader store, History.Entry entry, Map<Long, Long> before) {
    var now = new HashMap<Long, Long>();
    long batch = entry.intake().batch();
    for (var segment : store.segments(entry.intake().intake())) {
      var layer = segment.layer();
      switch (segment.shape()) {
        case Intake.STATEMENT -> {
          for (var row : store.statements(segment.segment())) {
            long number = RowHashes.number(layer, row.content());
            now.put(number, before.getOrDefault(number, batch));
          }
        }
        case Intake.QUANTITY -> {
          var builder = QuantityColumns.of(ContentReader.layer(layer));
          store.quantities(
              segment.segment(),
              ContentReader.layer(layer),
              locator -> new SourceRow(0, locator),
              builder);
          var columns = builder.build();
          for (int row = 0; row < columns.size(); row++) {
            long number = RowHashes.number(layer, QuantityFields.of(columns, row));
            now.put(number, before.getOrDefault(number, batch));
          }
        }
        default -> {
          // Records are known since their segment was written.
        }
      }
    }
    return now;
  }
}
