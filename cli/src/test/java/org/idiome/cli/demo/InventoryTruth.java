package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.idiome.cli.demo.PlantedTruthTest.Planted;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Observation;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.source.Locator;

/// Rows of `inventory`: what the finding of a layer counts, file by file and block by block.
///
/// A finding counts a layer as a whole and cites its first and last row. What the table says of one
/// file or block is therefore held to the record, and the record to the finding.
final class InventoryTruth {
  private static final Pattern BLOCK = Pattern.compile("\"(\\w+)\": \\[");

  private final Told told;
  private final Planted planted;
  private final Layer layer;
  private final Finding finding;

  private InventoryTruth(Told told, Planted planted) {
    this.told = told;
    this.planted = planted;
    this.layer = Layer.valueOf(planted.fields().get(3).toUpperCase(Locale.ROOT));
    this.finding = told.finding("inventory", "layer", layer.code());
  }

  static void compare(Told told, Planted planted) {
    new InventoryTruth(told, planted).compare();
  }

  private void compare() {
    var observations = told.observations(layer);
    if (finding.state().code().equals("found")) {
      assertThat(count("observations")).isEqualTo(observations.size());
      citesItsFirstAndLast(observations);
    }
    new Clauses(planted.fields().get(5))
        .like("(\\d+) signs, (\\d+) present and (\\d+) excluded", this::signs)
        .like("(\\d+) dose intervals of (\\d+) drugs.*", this::therapies)
        .like("(\\d+) rows of (\\S+), (\\S+) to (\\S+)", this::rows)
        .like("mother and father", _ -> relatives())
        .like("(\\d+) signs of theirs, (\\d+) of them excluded", this::signsOfRelatives)
        .like("(\\d+) genes at (\\d+) times: (\\d+) cells, (\\d+) of them NA", this::cells)
        .like("\\d+ records of \\S+", _ -> records())
        .end();
  }

  private void signs(MatchResult said) {
    var signs = statements("sign");
    assertThat(signs).hasSize(number(said, 1));
    assertThat(kind("sign")).isEqualTo(number(said, 1));
    assertThat(signs.stream().filter(one -> one.presence() == Presence.Looked.PRESENT))
        .hasSize(number(said, 2));
    assertThat(signs.stream().filter(one -> one.presence() == Presence.Looked.EXCLUDED))
        .hasSize(number(said, 3));
    assertThat(count("excluded")).isEqualTo(number(said, 3));
    standInTheirBlock(signs);
  }

  private void therapies(MatchResult said) {
    var drugs = statements("drug");
    assertThat(drugs).hasSize(number(said, 1));
    assertThat(kind("drug")).isEqualTo(number(said, 1));
    assertThat(drugs.stream().map(one -> one.concept().id()).distinct()).hasSize(number(said, 2));
    var others = Pattern.compile("(\\d+) (procedure|radiation)s?").matcher(said.group());
    int sum = 0;
    while (others.find()) {
      sum += Integer.parseInt(others.group(1));
      assertThat(kind(others.group(2))).isEqualTo(Integer.parseInt(others.group(1)));
    }
    assertThat(count("statements")).isEqualTo(drugs.size() + (long) sum);
    standInTheirBlock(drugs);
  }

  /// The lines of a table: how many, and from when to when.
  private void rows(MatchResult said) {
    var lines = new TreeSet<String>();
    var times = new TreeSet<String>();
    for (var one : told.observations(layer)) {
      for (var row : one.rows()) {
        if (told.profile().file(row).name().equals(said.group(2))) {
          lines.add(told.place(row));
          times.add(one.when().text());
        }
      }
    }
    assertThat(lines).hasSize(number(said, 1));
    assertThat(times.getFirst()).isEqualTo(said.group(3));
    assertThat(times.getLast()).isEqualTo(said.group(4));
    assertThat(lines).containsAll(planted.where());
  }

  private void relatives() {
    var relations = new TreeSet<String>();
    for (var one : statements("relative")) {
      relations.add(one.concept().label().toLowerCase(Locale.ROOT));
    }
    assertThat(relations).containsExactly("father", "mother");
    assertThat(kind("relative")).isEqualTo(2);
    for (int i = 0; i < planted.where().size(); i++) {
      var place = planted.where().get(i);
      assertThat(statements("relative")).anyMatch(one -> stands(one, place));
    }
  }

  private boolean stands(Statement statement, String place) {
    int colon = place.lastIndexOf(':');
    var shows = planted.shows().get(planted.where().indexOf(place));
    return statement.rows().stream()
        .map(row -> told.profile().cite(row, null).row())
        .anyMatch(row ->
            Told.covers(
                row, place.substring(0, colon), Long.parseLong(place.substring(colon + 1)), shows));
  }

  private void signsOfRelatives(MatchResult said) {
    var signs = statements("relative_sign");
    assertThat(signs).hasSize(number(said, 1));
    assertThat(kind("relative_sign")).isEqualTo(number(said, 1));
    assertThat(signs.stream().filter(one -> one.presence() == Presence.Looked.EXCLUDED))
        .hasSize(number(said, 2));
    assertThat(count("excluded")).isEqualTo(number(said, 2));
  }

  private void cells(MatchResult said) {
    var columns = told.profile().quantities(layer);
    var times = new TreeSet<String>();
    for (int row = 0; row < columns.size(); row++) {
      times.add(columns.when(row).text());
    }
    assertThat(count("features")).isEqualTo(number(said, 1));
    assertThat(times).hasSize(number(said, 2));
    assertThat(columns.size()).isEqualTo(number(said, 3));
    assertThat(count("values")).isEqualTo(number(said, 3) - (long) number(said, 4));
    assertThat(count("not_stated")).isEqualTo(number(said, 4));
  }

  /// The finding counts the records of all variant files of the layer; the table has each file.
  private void records() {
    long sum = 0;
    for (var other : PlantedTruthTest.truth()) {
      if (other.person().equals(planted.person())
          && other.fields().get(3).equals(layer.code())
          && other.fields().get(5).matches("\\d+ records of \\S+")) {
        var words = other.fields().get(5).split(" ", -1);
        assertThat(told.folder().resolve(words[3])).isRegularFile();
        sum += Long.parseLong(words[0]);
      }
    }
    assertThat(count("records_read")).isEqualTo(sum);
    assertThat(count("records_refused")).isZero();
  }

  private void citesItsFirstAndLast(List<Observation> observations) {
    for (var node : Told.nodes(finding)) {
      if (node instanceof Explanation.Used(String code, Value value, List<Explanation> children)
          && List.of("first_time", "last_time").contains(code)) {
        var detail = code.equals("first_time") ? "from" : "until";
        assertThat(Told.answer(finding).get(detail)).isEqualTo(value);
        var cited = ((Explanation.Row) children.getFirst()).row();
        assertThat(observations)
            .anyMatch(one ->
                one.rows().stream()
                    .anyMatch(row -> told.profile().cite(row, cited.mark()).row().equals(cited)));
      }
    }
  }

  /// Items of a block have pointers below its name, on lines after its own.
  private void standInTheirBlock(List<Statement> items) {
    var name = BLOCK.matcher(planted.shows().getFirst());
    assertThat(name.find()).isTrue();
    var place = planted.where().getFirst();
    long line = Long.parseLong(place.substring(place.lastIndexOf(':') + 1));
    for (var item : items) {
      var at = told.profile().locator(item.rows().getFirst());
      assertThat(at)
          .isInstanceOfSatisfying(
              Locator.Pointer.class,
              pointer -> {
                assertThat(pointer.pointer()).contains("/" + name.group(1) + "/");
                assertThat(pointer.line()).isGreaterThan(line);
              });
    }
  }

  private List<Statement> statements(String kind) {
    return new ArrayList<>(
        told.profile().statements(layer).stream().filter(one -> one.kind().equals(kind)).toList());
  }

  /// How many statements of a kind the explanation counts.
  private long kind(String kind) {
    return Told.nodes(finding).stream()
        .filter(Explanation.Claim.class::isInstance)
        .map(Explanation.Claim.class::cast)
        .filter(claim -> new Value.Word(kind).equals(claim.details().get("kind")))
        .mapToLong(claim -> count(claim.details().get("count")))
        .sum();
  }

  private long count(String name) {
    return count(Told.answer(finding).get(name));
  }

  private static long count(@org.jspecify.annotations.Nullable Value value) {
    return value instanceof Value.Count count ? count.count() : 0;
  }

  private static int number(MatchResult said, int group) {
    return Integer.parseInt(said.group(group));
  }
}
