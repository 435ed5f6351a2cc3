package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the table of planted truth to the files: each line that it cites is there and says so.
class PlantedTruthTest {
  private static final int COLUMNS = 10;

  /// A row of the table.
  record Planted(List<String> fields) {
    String person() {
      return fields.get(0);
    }

    List<String> where() {
      return list(7);
    }

    List<String> shows() {
      return list(8);
    }

    private List<String> list(int column) {
      var field = fields.get(column);
      return field.equals(".") ? List.of() : List.of(field.split(" \\| ", -1));
    }

    @Override
    public String toString() {
      return String.join(" ", fields.subList(0, 4));
    }
  }

  static List<Planted> truth() {
    var rows = new ArrayList<Planted>();
    for (var line : lines(PlantedTruthTest.class, "truth/truth.tsv")) {
      rows.add(new Planted(List.of(line.split("\t", -1))));
    }
    return rows.subList(1, rows.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("truth")
  void citesLinesThatSayIt(Planted planted) {
    assertThat(planted.fields()).hasSize(COLUMNS).noneMatch(String::isBlank);
    assertThat(planted.shows()).hasSameSizeAs(planted.where());
    for (int i = 0; i < planted.where().size(); i++) {
      var place = planted.where().get(i);
      int colon = place.lastIndexOf(':');
      var file = lines(DemoPeople.class, planted.person() + "/" + place.substring(0, colon));
      var line = file.get(Integer.parseInt(place.substring(colon + 1)) - 1);
      assertThat(line).as(place).contains(planted.shows().get(i).replace('␉', '\t'));
    }
  }

  private static List<String> lines(Class<?> beside, String path) {
    try (var in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("not bundled: " + path);
      }
      var whole = path.endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(whole.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
