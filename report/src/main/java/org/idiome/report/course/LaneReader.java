package org.idiome.report.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;

/// Makes lanes of what was said, imaged, sampled and given.
final class LaneReader {
  private static final List<Layer> CLINICAL =
      List.of(
          Layer.DIAGNOSIS,
          Layer.PHENOTYPE,
          Layer.EXPOSURE,
          Layer.FAMILY,
          Layer.LABORATORY,
          Layer.PHYSIOLOGY,
          Layer.GENOME,
          Layer.TUMOUR,
          Layer.TRANSCRIPTOME,
          Layer.EPIGENOME,
          Layer.PROTEOME,
          Layer.METABOLOME,
          Layer.MICROBIOME,
          Layer.OUTCOME);

  private static final int MOST_OWN_LANES = 5;

  /// A bar is never so low that it cannot be seen.
  private static final double LEAST_HEIGHT = 0.4;

  private final Profile profile;
  private final Course.Places places;
  private final Words words;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Course.Timed> rows = new ArrayList<>();

  LaneReader(Profile profile, Course.Places places, Words words) {
    this.profile = profile;
    this.places = places;
    this.words = words;
  }

  List<Lane> lanes() {
    return lanes;
  }

  List<Course.Timed> rows() {
    return rows;
  }

  void read() {
    for (var layer : CLINICAL) {
      said(Lane.Group.CLINICAL, layer, words.say("layer." + layer.code()));
    }
    images();
    specimens();
    therapies();
  }

  private void addEvents(Lane.Group group, String name, List<Lane.Event> events) {
    if (!events.isEmpty()) {
      events.sort(Comparator.comparingDouble(event -> event.at().from()));
      lanes.add(new Lane.Events(group, name, events, ""));
    }
  }

  /// What was said of a layer: a lane for each thing that was looked at more than once, and one for
  /// all others.
  private void said(Lane.Group group, Layer layer, String name) {
    var byConcept = new LinkedHashMap<String, List<Statement>>();
    for (var statement : profile.statements(layer)) {
      if (Course.isEvent(statement) && places.place(statement.when()) != null) {
        byConcept.computeIfAbsent(statement.concept().id(), _ -> new ArrayList<>()).add(statement);
      }
    }
    var others = new ArrayList<Lane.Event>();
    var own = new ArrayList<Lane.Event>();
    int lanesOfTheirOwn = 0;
    for (var statements : byConcept.values()) {
      boolean isOwn = statements.size() > 1 && lanesOfTheirOwn < MOST_OWN_LANES;
      for (var statement : statements) {
        addStatement(statement, isOwn ? own : others, isOwn);
      }
      if (isOwn) {
        lanesOfTheirOwn++;
        addEvents(group, Words.capital(statements.getFirst().concept().label()), own);
        own.clear();
      }
    }
    addEvents(group, name, others);
  }

  /// Adds a mark; where the lane names the concept, its label is the result alone.
  private void addStatement(Statement statement, List<Lane.Event> events, boolean isOwn) {
    var placed = places.place(statement.when());
    if (placed != null) {
      var mark = mark(statement);
      var label = isOwn ? Words.capital(words.result(statement)) : words.statement(statement);
      events.add(new Lane.Event(placed, mark, label));
      row(statement, placed, mark);
    }
  }

  private void row(Statement statement, Placed placed, Mark mark) {
    rows.add(
        new Course.Timed(
            placed.from(),
            new CourseRow(
                words.when(statement.when()),
                words.say("layer." + statement.layer().code()),
                words.statement(statement) + dose(statement),
                mark.code())));
  }

  private String dose(Statement statement) {
    var dose = statement.qualifier("dose");
    return dose == null ? "" : ", " + words.value(dose.value());
  }

  static Mark mark(Statement statement) {
    if (statement.kind().equals("result_text") && statement.presence() == Absence.NOT_STATED) {
      return Mark.TEXT;
    }
    return switch (statement.presence()) {
      case Presence.Looked looked ->
          switch (looked) {
            case PRESENT -> Mark.FOUND;
            case EXCLUDED -> Mark.EXCLUDED;
          };
      case Absence absence -> absence == Absence.NOT_DETECTED ? Mark.EXCLUDED : Mark.NOT_ASSESSED;
    };
  }

  private void images() {
    var byModality = new LinkedHashMap<Coded, List<Lane.Event>>();
    for (var layer : Layer.values()) {
      for (var image : profile.images(layer)) {
        var placed = places.place(image.when());
        if (placed != null) {
          byModality
              .computeIfAbsent(image.modality(), _ -> new ArrayList<>())
              .add(new Lane.Event(placed, Mark.IMAGE, ""));
          rows.add(
              new Course.Timed(
                  placed.from(),
                  new CourseRow(
                      words.when(image.when()),
                      words.say("layer.imaging"),
                      image.modality().label(),
                      Mark.IMAGE.code())));
        }
      }
    }
    byModality.forEach(
        (modality, events) -> addEvents(Lane.Group.IMAGING, modality.label(), events));
    said(Lane.Group.IMAGING, Layer.IMAGING, words.say("course.lane.read"));
  }

  private void specimens() {
    var byKind = new LinkedHashMap<String, List<Lane.Event>>();
    for (var specimen : profile.specimens()) {
      var placed = places.place(specimen.collected());
      if (placed != null) {
        byKind
            .computeIfAbsent(kind(specimen), _ -> new ArrayList<>())
            .add(new Lane.Event(placed, Mark.SPECIMEN, specimen.id()));
        rows.add(
            new Course.Timed(
                placed.from(),
                new CourseRow(
                    words.when(specimen.collected()),
                    words.say("course.group.specimens"),
                    specimen.id() + ", " + kind(specimen),
                    Mark.SPECIMEN.code())));
      }
    }
    byKind.forEach((kind, events) -> addEvents(Lane.Group.SPECIMENS, kind, events));
  }

  private String kind(Specimen specimen) {
    var tissue = specimen.tissue();
    var state = specimen.state();
    if (state == Specimen.State.NOT_STATED) {
      return Words.capital(tissue == null ? words.say("specimen.not_stated") : tissue.label());
    }
    var name = words.say("specimen." + state.code());
    return tissue == null || state == Specimen.State.PLASMA ? name : name + ", " + tissue.label();
  }

  private void therapies() {
    var byName = new LinkedHashMap<String, List<Statement>>();
    for (var statement : profile.statements(Layer.THERAPY)) {
      byName
          .computeIfAbsent(
              statement.kind() + " " + statement.concept().id(), _ -> new ArrayList<>())
          .add(statement);
    }
    for (Map.Entry<String, List<Statement>> entry : byName.entrySet()) {
      therapy(entry.getValue());
    }
  }

  private void therapy(List<Statement> parts) {
    double largest = parts.stream().mapToDouble(LaneReader::doseNumber).max().orElse(0);
    var bars = new ArrayList<Lane.Bar>();
    var points = new ArrayList<Lane.Event>();
    for (var part : parts) {
      var placed = places.place(part.when());
      if (placed == null) {
        continue;
      }
      row(part, placed, mark(part));
      if (placed.isOpenEnd() || placed.to() > placed.from()) {
        bars.add(new Lane.Bar(placed, height(part, largest), isMain(part)));
      } else {
        points.add(new Lane.Event(placed, Mark.EVENT, ""));
      }
    }
    var name = Words.capital(parts.getFirst().concept().label());
    var aside = aside(parts.getLast());
    if (!bars.isEmpty()) {
      bars.sort(Comparator.comparingDouble(bar -> bar.at().from()));
      lanes.add(new Lane.Bars(Lane.Group.THERAPY, name, bars, aside));
    } else if (!points.isEmpty()) {
      points.sort(Comparator.comparingDouble(event -> event.at().from()));
      lanes.add(new Lane.Events(Lane.Group.THERAPY, name, points, aside));
    }
  }

  /// Whether it is given against what the person is diagnosed with.
  private boolean isMain(Statement statement) {
    var target = statement.qualifier("target");
    return statement.kind().equals("regimen")
        || (target != null
            && target.value() instanceof Value.Thing thing
            && profile.statements(Layer.DIAGNOSIS).stream()
                .filter(one -> one.presence() == Presence.Looked.PRESENT)
                .anyMatch(one -> one.concept().equals(thing.coded())));
  }

  private static double height(Statement statement, double largest) {
    double dose = doseNumber(statement);
    return largest == 0 || dose == 0 ? 1 : Math.max(LEAST_HEIGHT, dose / largest);
  }

  private static double doseNumber(Statement statement) {
    var dose = statement.qualifier("dose");
    return dose != null
            && dose.value() instanceof Value.Measured measured
            && measured.amount().magnitude() instanceof Magnitude.Exact exact
        ? exact.value()
        : 0;
  }

  private String aside(Statement last) {
    var dose = words(last, "dose");
    var frequency = words(last, "frequency");
    return String.join(
        " ", List.of(dose, frequency).stream().filter(text -> !text.isEmpty()).toList());
  }

  private String words(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier == null ? "" : words.inSentence(words.value(qualifier.value()));
  }
}
