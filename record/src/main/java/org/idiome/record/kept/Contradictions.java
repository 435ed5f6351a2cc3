package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Locator;
import org.idiome.core.source.Sources;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.record.code.LastingResults;
import org.jspecify.annotations.Nullable;

/// What two inputs of one person say that cannot both be so: sex, birth, death, blood group
/// (record.md 9), and of one sign or disease at no different time that it is and that it is not.
/// Each is a problem that names both places; none is chosen.
final class Contradictions {
  private static final String SIGN = "sign";
  private static final String DISEASE = "disease";
  private static final String ALIVE = "alive";
  private static final String DECEASED = "deceased";

  private final Sources sources;
  private final List<Problem> found = new ArrayList<>();

  /// Something that holds for life, as one input says it.
  ///
  /// @param input which one
  /// @param value as words show it
  private record Said(int input, String value, When when, When written, Place place) {}

  /// An input.
  ///
  /// @param firstFile the first of its files in the sources
  /// @param written when, as it says itself, or *not stated*
  record Input(int firstFile, Individual individual, When written) {}

  Contradictions(Sources sources) {
    this.sources = sources;
  }

  /// All of them, in the order of the inputs.
  ///
  /// @param inputs in the order of their files; those that say nothing of who it is have no birth
  List<Problem> of(List<Input> inputs, List<Statement> statements) {
    if (inputs.size() < 2) {
      return List.of();
    }
    var said = new TreeMap<String, List<Said>>();
    for (int i = 0; i < inputs.size(); i++) {
      var input = inputs.get(i);
      var born = input.individual().born();
      if (!(born instanceof When.NotStated) && input.firstFile() < sources.size()) {
        var place = Place.file(sources.name(input.firstFile()));
        put(said, "birth", new Said(i, born.text(), born, input.written(), place));
      }
    }
    for (var statement : statements) {
      var what = what(statement);
      if (what != null && isSaid(statement)) {
        int input = input(inputs, statement.rows().getFirst().file());
        put(
            said,
            what,
            new Said(
                input,
                value(statement),
                statement.when(),
                inputs.get(input).written(),
                place(statement)));
      }
    }
    said.forEach(this::compare);
    return found;
  }

  private static void put(Map<String, List<Said>> said, String what, Said one) {
    said.computeIfAbsent(what, _ -> new ArrayList<>()).add(one);
  }

  /// A code and a text are two notations, which nothing here compares.
  private static @Nullable String what(Statement statement) {
    return switch (statement.kind()) {
      case "sex", "vital_status" -> statement.kind();
      case SIGN, DISEASE -> presenceOf(statement);
      case "result", "result_text" -> {
        var lasting = LastingResults.of(statement.concept());
        var result = statement.qualifier("result");
        boolean isCode = result != null && result.value() instanceof Value.Thing;
        yield lasting == null || !isCode ? lasting : lasting + "_by_code";
      }
      default -> null;
    };
  }

  /// One thing that is there or not, as `Conflicts` tells it within a packet.
  private static String presenceOf(Statement statement) {
    var specimen = statement.specimen();
    return statement.kind()
        + " "
        + statement.concept().key()
        + (specimen == null ? "" : " of " + specimen);
  }

  private static boolean isPresence(String what) {
    return what.startsWith(SIGN + " ") || what.startsWith(DISEASE + " ");
  }

  /// A text is a result of which no table knows whether it says yes or no.
  private static boolean isSaid(Statement statement) {
    return statement.presence() instanceof Presence.Looked
        || (statement.kind().equals("result_text") && statement.qualifier("result") != null);
  }

  private static String value(Statement statement) {
    return switch (statement.kind()) {
      case "sex", "vital_status" -> statement.concept().id();
      case "result", SIGN, DISEASE -> statement.presence().code();
      default -> {
        var result = statement.qualifier("result");
        yield result == null ? statement.presence().code() : text(result.value());
      }
    };
  }

  private static String text(Value value) {
    var text =
        switch (value) {
          case Value.Text(var words) -> words;
          case Value.Word(var code) -> code;
          case Value.Thing(var coded) -> coded.label();
          default -> value.toString();
        };
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static int input(List<Input> inputs, int file) {
    int input = 0;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).firstFile() <= file) {
        input = i;
      }
    }
    return input;
  }

  private Place place(Statement statement) {
    var row = statement.rows().getFirst();
    var name = sources.name(row.file());
    return switch (sources.locator(row)) {
      case Locator.Line line -> Place.line(name, line.number());
      case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
    };
  }

  /// The first of an earlier input that each one contradicts.
  private void compare(String what, List<Said> all) {
    for (int later = 1; later < all.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        var one = all.get(earlier);
        var two = all.get(later);
        if (one.input() != two.input() && contradict(what, one, two)) {
          found.add(
              Problem.of(
                  ProblemCode.RECORD_SOURCES_CONTRADICTORY,
                  two.place(),
                  "what",
                  isPresence(what) ? what : what.replace('_', ' '),
                  "found",
                  shown(two),
                  "other",
                  shown(one),
                  "place",
                  one.place().text()));
          break;
        }
      }
    }
  }

  private static boolean contradict(String what, Said one, Said two) {
    if (isPresence(what)) {
      // What is there at one time may be gone at another.
      return !one.value().equals(two.value())
          && closed(one.when()).order(closed(two.when())) == Order.CANNOT_BE_SAID;
    }
    return switch (what) {
      case "birth" ->
          one.when().order(two.when()) != Order.CANNOT_BE_SAID && !one.when().equals(two.when());
      case "vital_status" -> ofDeath(one, two) || ofDeath(two, one);
      default -> !one.value().equals(two.value());
    };
  }

  /// Of a time without an end, its beginning: what began may have ended.
  private static When closed(When when) {
    return when instanceof When.Interval interval
            && interval.end() == null
            && interval.start() != null
        ? interval.start()
        : when;
  }

  /// Dead at two times; or dead, and alive in what was not written before the death.
  private static boolean ofDeath(Said dead, Said other) {
    if (!dead.value().equals(DECEASED)) {
      return false;
    }
    if (other.value().equals(DECEASED)) {
      return !dead.when().equals(other.when())
          && isKnown(dead.when())
          && isKnown(other.when())
          && dead.when().order(other.when()) != Order.CANNOT_BE_SAID;
    }
    if (!other.value().equals(ALIVE)) {
      return false;
    }
    var death = isKnown(dead.when()) ? dead.when() : dead.written();
    return other.written().order(death) != Order.BEFORE;
  }

  private static boolean isKnown(When when) {
    return !(when instanceof When.NotStated);
  }

  private static String shown(Said said) {
    return isKnown(said.when()) && !said.value().equals(said.when().text())
        ? said.value() + " " + said.when().text()
        : said.value();
  }
}
