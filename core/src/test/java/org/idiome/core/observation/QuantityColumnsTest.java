package org.idiome.core.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.idiome.core.concept.Coded;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;

@DefaultLocale("tr-TR")
@DefaultTimeZone("Asia/Kathmandu")
class QuantityColumnsTest {
  private static QuantityColumns columns(List<Quantity> quantities) {
    var builder = QuantityColumns.of(Layer.LABORATORY);
    quantities.forEach(builder::add);
    assertThat(builder.size()).isEqualTo(quantities.size());
    return builder.build();
  }

  @Test
  void areASortedListWithoutTheObjects() {
    Cases.check(
        "columns hold the rows that were added, in the stated order",
        made -> {
          var rows = made.list(60, QuantityColumnsTest::quantity);
          var columns = columns(rows);
          var held = new ArrayList<Quantity>();
          for (int row = 0; row < columns.size(); row++) {
            held.add(columns.quantity(row));
          }
          assertThat(held).containsExactlyInAnyOrderElementsOf(rows);
          assertThat(held).isSortedAccordingTo(ORDER);
          var last = rows.isEmpty() ? 0 : columns.endRow(columns.features().size() - 1);
          assertThat(last).isEqualTo(rows.size());
          for (int feature = 0; feature < columns.features().size(); feature++) {
            for (int row = columns.firstRow(feature); row < columns.endRow(feature); row++) {
              assertThat(columns.feature(row)).isEqualTo(columns.features().get(feature));
            }
          }
        });
  }

  @Test
  void keepEverySourceRowOfAValue() {
    var builder = QuantityColumns.of(Layer.LABORATORY);
    builder.add(from("b", 3, 7)).add(from("a", 1, 5, 9)).add(from("c", 4)).add(from("d", 6, 8));
    builder.shrinkTo(3);
    builder.add(from("e", 2));
    var columns = builder.build();
    var rows = new ArrayList<List<Long>>();
    for (int row = 0; row < columns.size(); row++) {
      assertThat(columns.quantity(row).rows()).isEqualTo(columns.rows(row));
      assertThat(columns.row(row)).isEqualTo(columns.rows(row).getFirst());
      rows.add(columns.rows(row).stream().map(SourceRow::locator).toList());
    }
    assertThat(rows)
        .containsExactly(List.of(1L, 5L, 9L), List.of(3L, 7L), List.of(4L), List.of(2L));
  }

  private static Quantity from(String feature, long... lines) {
    return new Quantity(
        Layer.LABORATORY,
        Coded.of(feature),
        Amount.of(1, "g"),
        null,
        When.notStated(),
        null,
        null,
        null,
        Arrays.stream(lines).mapToObj(line -> new SourceRow(0, line)).toList());
  }

  /// What the class promises first; ties are broken by the rest of what a row says.
  private static final Comparator<Quantity> ORDER =
      Comparator.comparing(Quantity::feature)
          .thenComparing(Quantity::when, When.DISPLAY_ORDER)
          .thenComparing(
              Quantity::specimen, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  @Test
  void sayTheSameWhateverOrderAndFileTheRowsCameFrom() {
    Cases.check(
        "order of rows and hash depend on what the rows say alone",
        made -> {
          var rows = made.list(60, QuantityColumnsTest::quantity);
          var shuffled = new ArrayList<>(rows);
          Collections.shuffle(shuffled, new Random(made.between(0, 1000)));
          shuffled.replaceAll(QuantityColumnsTest::inAnotherFile);
          var one = columns(rows);
          var other = columns(shuffled);
          assertThat(other.digest()).isEqualTo(one.digest());
          assertThat(other.features().stream().map(Coded::toJson))
              .isEqualTo(one.features().stream().map(Coded::toJson).toList());
          for (int row = 0; row < one.size(); row++) {
            assertThat(other.quantity(row).toJson()).isEqualTo(one.quantity(row).toJson());
          }
        });
  }

  @Test
  void changeTheirHashWithAnythingTheySay() {
    var unit = Unit.ucum("mg/dL");
    var base = full("a", "A", new Magnitude.Exact(1), unit, "s", "g", "m", 1.0);
    var others =
        List.of(
            full("b", "A", new Magnitude.Exact(1), unit, "s", "g", "m", 1.0),
            full("a", "B", new Magnitude.Exact(1), unit, "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(2), unit, "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Below(1, false), unit, "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Below(1, true), unit, "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Missing(Absence.FAILED), unit, "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), Unit.ucum("mg/L"), "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), Unit.notStated(), "s", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, "t", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, null, "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, "", "g", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, "s", "h", "m", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, "s", "g", "n", 1.0),
            full("a", "A", new Magnitude.Exact(1), unit, "s", "g", "m", 2.0),
            full("a", "A", new Magnitude.Exact(1), unit, "s", "g", "m", null));
    var digests = new ArrayList<>(List.of(columns(List.of(base)).digest()));
    others.forEach(other -> digests.add(columns(List.of(other)).digest()));
    assertThat(digests).doesNotHaveDuplicates();
  }

  @Test
  void neverMakeANumberOfAnAbsence() {
    var failed = new Magnitude.Missing(Absence.FAILED);
    var columns = columns(List.of(full("a", "A", failed, Unit.one(), null, null, null, null)));
    assertThat(columns.isExact(0)).isFalse();
    assertThat(columns.magnitude(0)).isEqualTo(failed);
    assertThatThrownBy(() -> columns.value(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void growOnAfterTheyWereBuilt() {
    var builder = QuantityColumns.of(Layer.LABORATORY);
    for (int i = 0; i < 100; i++) {
      var exact = new Magnitude.Exact(i);
      var when = When.parse("2024-01-01");
      builder.add(
          Coded.of("f" + i), exact, Unit.one(), null, when, null, null, null, new SourceRow(0, i));
      assertThat(builder.build().features()).hasSize(i + 1);
    }
  }

  @Test
  void refuseAnotherLayer() {
    var builder = QuantityColumns.of(Layer.PROTEOME);
    var row = full("a", "A", new Magnitude.Exact(1), Unit.one(), null, null, null, null);
    assertThatThrownBy(() -> builder.add(row)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Quantity quantity(Made made) {
    var strange = new Unit.NotUnderstood("per field");
    var unit = made.oneOf(List.of(Unit.one(), Unit.ucum("mg/dL"), Unit.notStated(), strange));
    var interval = made.oneOf(List.of(0, 1, 2, 3));
    return new Quantity(
        Layer.LABORATORY,
        new Coded("f" + made.between(0, 3), made.coin() ? null : made.text("ABab", 3)),
        new Amount(magnitude(made), unit),
        interval == 0
            ? null
            : new ReferenceInterval(
                interval == 1 ? null : 1.0, interval == 2 ? null : 5.0, Unit.ucum("g")),
        When.parse(made.oneOf(List.of("2024", "2024-01", "2024-01-05", "P6M"))),
        made.coin() ? null : made.text("xy", 2),
        made.coin() ? null : made.text("xy", 2),
        made.coin() ? null : made.text("xy", 2),
        List.of(new SourceRow(made.between(0, 2), made.between(1, 5))));
  }

  private static Magnitude magnitude(Made made) {
    double value = made.between(-2, 2);
    return switch (made.between(0, 3)) {
      case 0 -> new Magnitude.Exact(value);
      case 1 -> new Magnitude.Below(value, made.coin());
      case 2 -> new Magnitude.Above(value, made.coin());
      default -> new Magnitude.Missing(made.oneOf(List.of(Absence.values())));
    };
  }

  private static Quantity inAnotherFile(Quantity row) {
    return new Quantity(
        row.layer(),
        row.feature(),
        row.amount(),
        row.reference(),
        row.when(),
        row.specimen(),
        row.group(),
        row.method(),
        List.of(new SourceRow(9 - row.rows().getFirst().file(), 77)));
  }

  private static Quantity full(
      String feature,
      String display,
      Magnitude magnitude,
      Unit unit,
      @Nullable String specimen,
      @Nullable String group,
      @Nullable String method,
      @Nullable Double low) {
    return new Quantity(
        Layer.LABORATORY,
        new Coded(feature, display),
        new Amount(magnitude, unit),
        low == null ? null : new ReferenceInterval(low, null, unit),
        When.parse("2024"),
        specimen,
        group,
        method,
        List.of(new SourceRow(0, 1)));
  }
}
