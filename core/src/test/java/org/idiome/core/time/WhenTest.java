package org.idiome.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DefaultLocale("tr-TR")
@DefaultTimeZone("Asia/Kathmandu")
class WhenTest {
  /// The golden rows of `spec/record.md` section 7, then one for each scale and edge.
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "2024-03, 2024-03-15, CANNOT_BE_SAID",
    "2024-02, 2024-03-15, BEFORE",
    "2023, 2024-01-01T00:30+02:00, CANNOT_BE_SAID",
    "2023, 2024-01-01T12:00Z, BEFORE",
    "2023, 2024-01-01T11:59:59.999999Z, CANNOT_BE_SAID",
    "2023-12-31T09:59Z, 2024, BEFORE",
    "2023-12-31T09:59:59.999999Z, 2024, BEFORE",
    "2023-12-31T10:00Z, 2024, CANNOT_BE_SAID",
    "2023-12-31T10:00:00.000001Z, 2024, CANNOT_BE_SAID",
    "2024-01-01T08:00Z, 2024-01-01T08:00:30Z, CANNOT_BE_SAID",
    "2024-01-01T08:00Z, 2024-01-01T08:01Z, BEFORE",
    "2024-01-01T08:00:00, 2024-01-01T08:00:00.9, CANNOT_BE_SAID",
    "2024-01-01T08:00:00, 2024-01-01T08:00:01, BEFORE",
    "2024-02-29, 2024-03, BEFORE",
    "2024-03-01, 2024-02, AFTER",
    "2024-01-01T08:00, 2024-01-01T09:00, BEFORE",
    "2024-01-01T08:00, 2024-01-01T09:00Z, CANNOT_BE_SAID",
    "2024-01-01T08:00:00.25Z, 2024-01-01T08:00:00.5Z, BEFORE",
    "2024-01-01T08:00+05:45, 2024-01-01T02:15Z, CANNOT_BE_SAID",
    "2024-01-01T08:00+05:45, 2024-01-01T02:16Z, BEFORE",
    "2024-01-01/2024-02-01, 2024-03, BEFORE",
    "2024-01-01/2024-03-01, 2024-03, CANNOT_BE_SAID",
    "2024-01-01/, 2025, CANNOT_BE_SAID",
    "2023, 2024-01-01/, BEFORE",
    "/2023-12-31, 2024, BEFORE",
    "P6M, P7M, CANNOT_BE_SAID",
    "P6M, P8M, BEFORE",
    "P14D, P6M, BEFORE",
    "P1Y, P12M, CANNOT_BE_SAID",
    "P6M, 2024, CANNOT_BE_SAID"
  })
  void saysWhatCanBeSaidOfTwoTimes(String first, String second, Order expected) {
    assertThat(When.parse(first).order(When.parse(second))).isEqualTo(expected);
    assertThat(When.parse(second).order(When.parse(first))).isEqualTo(expected.reversed());
  }

  @Test
  void ordersGestationAndStudyDaysOnTheirOwnScales() {
    var early = new When.GestationalAge(33, 2);
    assertThat(early.order(new When.GestationalAge(33, 3))).isEqualTo(Order.BEFORE);
    assertThat(early.order(new When.GestationalAge(33, null))).isEqualTo(Order.CANNOT_BE_SAID);
    assertThat(early.order(new When.GestationalAge(34, null))).isEqualTo(Order.BEFORE);
    assertThat(new When.StudyDay(-1).order(new When.StudyDay(1))).isEqualTo(Order.BEFORE);
    assertThat(new When.StudyDay(1).order(early)).isEqualTo(Order.CANNOT_BE_SAID);
    assertThat(When.notStated().order(When.notStated())).isEqualTo(Order.CANNOT_BE_SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024",
        "2024-03",
        "2024-02-29",
        "2024-01-01T08:00",
        "2024-01-01T08:00Z",
        "2024-01-01T00:00",
        "2024-01-01T08:00:00",
        "2024-01-01T08:00:00.000",
        "2024-01-01T08:00:00.500Z",
        "2024-01-01T08:00:00.000000001-03:30",
        "2024-01-01T08:00+02:00",
        "2024-01-01T08:00/2024-01-01T09:00:00",
        "2024-01-01T08:00:00.25",
        "2024-01-01T00:30:00+02:00",
        "2024-01-01T00:30:00Z",
        "P3Y2M",
        "P6M",
        "P14D",
        "P2W3D",
        "2024/2025-01",
        "2024-03-01/",
        "/2024-03-01",
        "P1Y/P2Y"
      })
  void printsBackWhatItRead(String text) {
    assertThat(When.parse(text).text()).isEqualTo(text);
    assertThat(When.parse(When.parse(text).text())).isEqualTo(When.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "24",
        "2024-3",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2023-02-29",
        "2024-04-31",
        "2024-01-01T25:00",
        "2024-01-01T24:00:01",
        "2024-01-01 08:00",
        "20240101",
        "0999",
        "0001-01-01",
        "+12024-01-01T00:00Z",
        "-2024-01-01T00:00Z",
        "03/04/2024",
        "2024/2025/2026",
        "2025/2024",
        "P",
        "PT5H",
        "P1.5Y",
        "P-1Y",
        "P1D2M",
        "p6m",
        "٢٠٢٤",
        "2024-01-01T08:00Z/P1Y/"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> When.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesAThousandSlashesWithoutFallingOver() {
    assertThatThrownBy(() -> When.parse("/".repeat(1_000_000)))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesTimesThatCannotBe() {
    assertThatThrownBy(() -> new When.Interval(null, null)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new When.GestationalAge(12, 7)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new When.GestationalAge(51, null))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new When.Day(LocalDate.of(10000, 1, 1)))
        .isInstanceOf(DateTimeException.class);
    var halfSecond = LocalDateTime.parse("2024-01-01T08:00:00.5");
    for (var decimals : new Integer[] {null, 0, -1, 10}) {
      assertThatThrownBy(() -> new When.LocalMoment(halfSecond, decimals))
          .isInstanceOf(DateTimeException.class);
    }
  }

  @Test
  void knowsItsFirstAndLastDay() {
    assertThat(When.parse("2024-02").firstDay()).isEqualTo("2024-02-01");
    assertThat(When.parse("2024-02").lastDay()).isEqualTo("2024-02-29");
    assertThat(When.parse("2024").lastDay()).isEqualTo("2024-12-31");
    assertThat(When.parse("2024-01-01T00:30+02:00").firstDay()).isEqualTo("2024-01-01");
    assertThat(When.parse("2024-02/").lastDay()).isNull();
    assertThat(When.parse("P6M").firstDay()).isNull();
  }

  @Test
  void displayOrderIsTotal() {
    Cases.check(
        "the display order is antisymmetric, transitive and tells different texts apart",
        made -> {
          var a = time(made);
          var b = time(made);
          var c = time(made);
          int ab = Integer.signum(When.DISPLAY_ORDER.compare(a, b));
          assertThat(Integer.signum(When.DISPLAY_ORDER.compare(b, a))).isEqualTo(-ab);
          assertThat(ab == 0).isEqualTo(a.equals(b));
          if (ab <= 0 && When.DISPLAY_ORDER.compare(b, c) <= 0) {
            assertThat(When.DISPLAY_ORDER.compare(a, c)).isLessThanOrEqualTo(0);
          }
        });
  }

  @Test
  void displayOrderNeverContradictsAnOrderThatCanBeSaid() {
    Cases.check(
        "what is surely earlier is displayed earlier, zones apart",
        made -> {
          var times = new ArrayList<When>(List.of(time(made), time(made)));
          times.sort(When.DISPLAY_ORDER);
          var first = times.getFirst();
          var last = times.getLast();
          boolean isOpen = first instanceof When.Interval || last instanceof When.Interval;
          if (!isOpen) {
            assertThat(first.order(last)).isNotEqualTo(Order.AFTER);
          }
        });
  }

  private static When time(Made made) {
    int kind = made.between(0, 9);
    if (kind == 9) {
      var start = point(made, made.between(0, 8));
      var end = point(made, made.between(0, 8));
      var isInverted = start.order(end) == Order.AFTER;
      return switch (made.between(0, 2)) {
        case 0 -> new When.Interval(start, null);
        case 1 -> new When.Interval(null, end);
        default -> isInverted ? new When.Interval(end, start) : new When.Interval(start, end);
      };
    }
    return point(made, kind);
  }

  private static String clock(Made made) {
    return made.oneOf(List.of(":00", ":00:00", ":00:00.0", ":00:01"));
  }

  private static When point(Made made, int kind) {
    var day = LocalDate.of(2024, 1, 1).plusDays(made.between(-40, 40));
    var hour = "%02d".formatted(made.between(0, 23));
    return switch (kind) {
      case 0 -> new When.Day(day);
      case 1 -> When.parse(day.toString().substring(0, 7));
      case 2 -> new When.Year(day.getYear());
      case 3 ->
          When.parse(day + "T" + hour + clock(made) + made.oneOf(List.of("Z", "+05:45", "-11:00")));
      case 4 -> When.parse(day + "T" + hour + clock(made));
      case 5 -> When.parse("P" + made.between(0, 3) + made.oneOf(List.of("Y", "M", "W", "D")));
      case 6 -> new When.GestationalAge(made.between(0, 3), made.coin() ? null : 2);
      case 7 -> new When.StudyDay(made.between(-3, 3));
      default -> made.coin() ? When.notStated() : new When.OnsetClass(Coded.of("HP:0003577"));
    };
  }
}
