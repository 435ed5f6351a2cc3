package org.idiome.report.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.report.Sample;
import org.idiome.report.SampleFindings;
import org.idiome.report.markup.Html;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
  private static final Coded COUGH = new Coded("HP:0012735", "Cough");
  private static final Coded SODIUM = new Coded("LOINC:2951-2", "Sodium");

  private static Course course(Sample sample) {
    return Course.of(sample.interpreted(_ -> List.of()).profile(), List.of());
  }

  private static Sample signs(String born, String... times) {
    var sample = new Sample("x", born);
    for (var time : times) {
      sample.statement(Layer.PHENOTYPE, "sign", COUGH, Presence.Looked.PRESENT, time);
    }
    return sample;
  }

  @Test
  void standsOnTheScaleThatPlacesMost() {
    assertThat(course(signs("", "2024-01-02", "2024-02", "P3Y")).axis().scale())
        .isEqualTo(TimeAxis.Scale.CALENDAR);
    assertThat(course(signs("", "P3Y", "P4Y", "2024")).axis().scale())
        .isEqualTo(TimeAxis.Scale.AGE);
    assertThat(course(signs("", "day 3", "day 9")).axis().scale()).isEqualTo(TimeAxis.Scale.STUDY);
    assertThat(course(signs("2019-03-01", "P3Y", "P4Y")).axis().scale())
        .isEqualTo(TimeAxis.Scale.CALENDAR);
  }

  @Test
  void namesAndCountsWhatHasNoPlace() {
    var course = course(signs("", "2024-01-02", "P3Y", ""));
    assertThat(course.unplaced())
        .containsExactly(new Unplaced("layer.phenotype", "mark.found", List.of("Cough"), 0));
    assertThat(course.rows()).hasSize(1);
    var sample = new Sample("x", "").value(Layer.LABORATORY, SODIUM, 140, "mmol/L", "");
    assertThat(course(sample).undated()).containsEntry("layer.laboratory", 1L);
  }

  /// A record without a single date still shows what it says.
  @Test
  void namesWhatWasStatedWithoutADate() {
    var course =
        course(
            signs("", "").statement(Layer.PHENOTYPE, "sign", SODIUM, Presence.Looked.EXCLUDED, ""));
    assertThat(course.isEmpty()).isFalse();
    assertThat(course.hasNoPlaces()).isTrue();
    assertThat(course.unplaced())
        .containsExactly(
            new Unplaced("layer.phenotype", "mark.found", List.of("Cough"), 0),
            new Unplaced("layer.phenotype", "mark.excluded", List.of("Sodium"), 0));
  }

  /// A text that nobody interprets is shown as a text, neither as found nor as nothing.
  @Test
  void showsAResultInWordsAsText() {
    var text = new Qualifier("result", new Value.Text("nicht nachweisbar"));
    var sample =
        new Sample("x", "")
            .statement(Layer.LABORATORY, "result_text", SODIUM, Absence.NOT_STATED, "", text);
    assertThat(course(sample).unplaced())
        .containsExactly(
            new Unplaced("layer.laboratory", "mark.text", List.of("Sodium: nicht nachweisbar"), 0));
  }

  @Test
  void saysWhoseASignIsThatARelativeHas() {
    var mothers = new Qualifier("relation", new Value.Word("mother"));
    var sample =
        new Sample("x", "")
            .statement(Layer.FAMILY, "relative_sign", COUGH, Presence.Looked.PRESENT, "", mothers);
    assertThat(course(sample).unplaced().getFirst().names()).containsExactly("Mother: Cough");
  }

  @Test
  void breaksTheAxisBeforeALongEarlierHistory() {
    var course = course(signs("", "1998", "2024-01-02", "2024-05-01", "2024-09-01"));
    var map = AxisMap.of(course.days(), 0, 1000);
    assertThat(map.isBroken()).isTrue();
    assertThat(map.x(map.mainFrom())).isLessThan(200);
    assertThat(AxisMap.of(List.of(0.0, 200.0, 400.0, 900.0), 0, 1000).isBroken()).isFalse();
  }

  @Test
  void placesLaterDaysFurtherRight() {
    Cases.check(
        "the map of an axis never turns back",
        made -> {
          var days = made.list(40, one -> one.between(-20000.0, 20000.0));
          if (days.isEmpty()) {
            return;
          }
          var map = AxisMap.of(days, 10, 500);
          var sorted = days.stream().sorted().toList();
          for (int i = 1; i < sorted.size(); i++) {
            assertThat(map.x(sorted.get(i))).isGreaterThanOrEqualTo(map.x(sorted.get(i - 1)));
          }
          assertThat(map.x(sorted.getFirst())).isBetween(10.0, 500.0);
        });
  }

  @Test
  void takesTheMedianOfEarlierReadingsAsOwnBaseline() {
    var sample = new Sample("x", "");
    double[] values = {140, 141, 139, 152};
    for (int i = 0; i < values.length; i++) {
      sample.value(Layer.LABORATORY, SODIUM, values[i], "mmol/L", "2024-0" + (i + 1) + "-01");
    }
    var panel = course(sample).panels().getFirst();
    var baseline = Objects.requireNonNull(panel.baseline());
    assertThat(baseline.median()).isEqualTo(140);
    // The median absolute deviation is 1: 3 × 1.4826 is less than 5% of 140.
    assertThat(baseline.high()).isEqualTo(147);
    assertThat(baseline.isOutside(152)).isTrue();
    assertThat(panel.last().isOfBaseline()).isFalse();
  }

  @Test
  void makesNoBaselineOfTwoReadings() {
    assertThat(Baseline.of(new double[] {1, 2}, 0)).isNull();
    assertThat(Objects.requireNonNull(Baseline.of(new double[] {10, 10, 40}, 0)).median())
        .isEqualTo(10);
  }

  /// Tumour DNA that was gone and came back has no usual value within which it could be.
  @Test
  void makesNoBaselineOfReadingsBesideManyThatAreOnlyBounded() {
    var sample = new Sample("x", "");
    double[] values = {4.8, 0.3, 0, 0, 0.9, 1.4, 3.1};
    for (int i = 0; i < values.length; i++) {
      var at = "2024-0" + (i + 1) + "-01";
      var below = new Magnitude.Below(0.05, false);
      var magnitude = values[i] == 0 ? below : new Magnitude.Exact(values[i]);
      sample.value(Layer.TUMOUR, SODIUM, magnitude, "%", null, at);
    }
    var panel = course(sample).panels().getFirst();
    assertThat(panel.baseline()).isNull();
    assertThat(panel.isOftenBounded()).isTrue();
    assertThat(Baseline.of(new double[] {10, 12, 11}, 1)).isNotNull();
    assertThat(Baseline.of(new double[] {10, 12, 11}, 2)).isNull();
  }

  /// What lasted is drawn behind its name, not through it.
  @ParameterizedTest
  @MethodSource("frames")
  void strikesNoNameThrough(Frame frame) {
    var sample =
        new Sample("x", "")
            .statement(
                Layer.PHENOTYPE, "sign", COUGH, Presence.Looked.PRESENT, "2021-01-01/2025-06-01");
    for (int year = 2021; year < 2027; year++) {
      sample.value(Layer.LABORATORY, SODIUM, 140, "mmol/L", year + "-01-01");
    }
    var course = course(sample);
    var html = new Html();
    CourseChart.write(html, course, "what it shows");
    var name =
        CourseChart.texts(course, frame).stream()
            .filter(box -> box.text().equals("Cough"))
            .findFirst()
            .orElseThrow();
    var lines =
        Pattern.compile("class=\"lasts\" d=\"M([0-9.]+) ").matcher(html.end()).results().toList();
    assertThat(lines).hasSize(3);
    var from = Double.parseDouble(lines.get(frames().indexOf(frame)).group(1));
    assertThat(from).isGreaterThanOrEqualTo(name.right());
  }

  @Test
  void drawsNoLineAcrossAFailedOrCensoredReading() {
    var course = Course.of(SampleFindings.interpreted().profile(), List.of("HGNC:3236"));
    var panel = course.panels().getFirst();
    assertThat(panel.name()).isEqualTo("EGFR, plasma");
    assertThat(panel.readings())
        .extracting(reading -> SeriesReader.mark(reading.magnitude()))
        .containsExactly(
            Mark.FOUND, Mark.FOUND, Mark.BELOW, Mark.NOT_ASSESSED, Mark.FOUND, Mark.FOUND);
    assertThat(course.rows())
        .anyMatch(row -> row.value().equals("below 0.05%"))
        .anyMatch(row -> row.value().equals("failed"));
  }

  @Test
  void givesUnitsAndMethodsTheirOwnPanels() {
    var sample = new Sample("x", "");
    for (var month : List.of("2024-01", "2024-02", "2024-03")) {
      sample.value(Layer.LABORATORY, SODIUM, 140, "mmol/L", month);
      sample.value(Layer.LABORATORY, SODIUM, 322, "mg/dL", month);
    }
    assertThat(course(sample).panels()).hasSize(2);
  }

  /// As the shell says it: one code in several spellings is one series, and what two of them say
  /// alike is one reading.
  @Test
  void spellingsOfOneCodeAreOnePanel() {
    var sample = new Sample("x", "");
    var address = new Coded("http://loinc.org|2951-2", "Na");
    sample.value(Layer.LABORATORY, address, 140, "mmol/L", "2024-01-01");
    sample.value(Layer.LABORATORY, SODIUM, 141, "mmol/L", "2024-02-01");
    sample.value(Layer.LABORATORY, Coded.of("loinc:2951-2"), 141, "mmol/L", "2024-02-01");
    sample.value(Layer.LABORATORY, Coded.of("loinc:2951-2"), 142, "mmol/L", "2024-03-01");
    var course = course(sample);
    assertThat(course.panels()).hasSize(1);
    var panel = course.panels().getFirst();
    assertThat(panel.name()).isEqualTo("Sodium");
    assertThat(panel.featureId()).isEqualTo("LOINC:2951-2");
    assertThat(panel.readings()).extracting(Panel.Reading::exact).containsExactly(140., 141., 142.);
    assertThat(course.lanes()).isEmpty();
  }

  @Test
  void countsDenseLayersInsteadOfDrawingThem() {
    var course = Course.of(SampleFindings.interpreted().profile(), List.of());
    assertThat(course.lanes())
        .filteredOn(lane -> lane instanceof Lane.Density)
        .singleElement()
        .satisfies(lane -> assertThat(lane.aside()).isEqualTo("250 features"));
  }

  @Test
  void countsNoValueOnADayOnWhichTheTableHasNone() {
    var sample = new Sample("x", "");
    sample.value(Layer.PROTEOME, SODIUM, 1, "1", "day 12");
    var blank = new Magnitude.Missing(Absence.NOT_STATED);
    sample.value(Layer.PROTEOME, COUGH, blank, "1", null, "day 40");
    var course = course(sample);
    assertThat(course.rows())
        .containsExactly(new CourseRow("day 12", "Proteome", "1 reading", "mark.measured"));
    assertThat(course.lanes())
        .filteredOn(lane -> lane instanceof Lane.Density)
        .singleElement()
        .satisfies(lane ->
            assertThat(((Lane.Density) lane).counts()).containsExactly(new Lane.Count(12, 1)));
  }

  @Test
  void saysAgesAsTheyWereRecorded() {
    assertThat(course(signs("", "P5Y")).span()).isEqualTo("age 5 years");
    assertThat(course(signs("", "P17Y", "P2M", "P1Y")).span())
        .isEqualTo("age 2 months to age 17 years");
    assertThat(course(signs("", "P1Y/")).span()).isEqualTo("age 1 year");
  }

  static List<Frame> frames() {
    return List.of(Frame.WIDE, Frame.MEDIUM, Frame.PHONE);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void noTextCoversAnother(Frame frame) {
    for (var course :
        List.of(Course.of(SampleFindings.interpreted().profile(), List.of()), busy())) {
      var boxes = CourseChart.texts(course, frame);
      for (int i = 0; i < boxes.size(); i++) {
        assertThat(boxes.get(i).left()).as(boxes.get(i).text()).isGreaterThanOrEqualTo(-1);
        assertThat(boxes.get(i).right())
            .as(boxes.get(i).text())
            .isLessThanOrEqualTo(frame.width() + 1);
        for (int k = i + 1; k < boxes.size(); k++) {
          assertThat(boxes.get(i).overlaps(boxes.get(k)))
              .as(boxes.get(i) + " and " + boxes.get(k))
              .isFalse();
        }
      }
    }
  }

  /// Many things on few days, with long names.
  private static Course busy() {
    var sample = new Sample("busy", "1950-01-01");
    for (int i = 0; i < 40; i++) {
      var coded = new Coded("HP:" + i, "A sign with quite a long name " + i);
      sample
          .statement(
              Layer.PHENOTYPE, "sign", coded, Presence.Looked.PRESENT, "2024-0" + (1 + i % 9))
          .statement(Layer.DIAGNOSIS, "disease", coded, Presence.Looked.PRESENT, "1999")
          .statement(
              Layer.THERAPY,
              "drug",
              coded,
              Presence.Looked.PRESENT,
              "2024-01-0" + (1 + i % 9) + "/");
    }
    for (int feature = 0; feature < 12; feature++) {
      var coded =
          new Coded("LOINC:" + feature, "An analyte with a very long name indeed " + feature);
      for (int month = 1; month < 10; month++) {
        var value = new Magnitude.Exact(StrictMath.pow(3, month) + feature);
        sample.value(Layer.LABORATORY, coded, value, "mg/dL", null, "2024-0" + month + "-15");
      }
    }
    return course(sample);
  }

  @Test
  void isDrawnForEveryRoomWithItsSentence() {
    var html = new Html();
    CourseChart.write(html, busy(), "what it shows");
    assertThat(html.end().split("aria-label=\"what it shows\"", -1)).hasSize(4);
  }
}
