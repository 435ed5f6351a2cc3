package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.idiome.cli.demo.Cited;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// From the file and line of every row that a run cites the same text is found in the file.
class CitedRowsTest {
  @TempDir static Path folder;

  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, Map<String, Long>> starts = new HashMap<>();
  private int compared;

  @BeforeAll
  static void writePeople() throws IOException {
    new DemoPeople().writeInto(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"course-01, 100", "lung-01, 100", "rare-01, 100"})
  void everyRowStandsWhereItIsSaidToStand(String person, int least) throws IOException {
    var run = JsonTree.of(idiome("interpret", folder.resolve(person), "--json").out());
    var rows = new ArrayList<JsonNode>();
    for (var finding : run.get("findings")) {
      gather(finding.get("why"), rows);
    }
    for (var row : rows) {
      stands(person, row);
    }
    assertThat(compared).isGreaterThan(least);
  }

  private static void gather(JsonNode node, List<JsonNode> rows) {
    if (node.has("row")) {
      rows.add(node.get("row"));
    }
    node.forEach(child -> gather(child, rows));
  }

  private void stands(String person, JsonNode row) throws IOException {
    var name = row.get("file").get("name").asString();
    var bytes = bytes(person, name);
    assertThat(row.get("file").get("sha256").asString()).isEqualTo(Sha256.of(bytes).hex());
    assertThat(row.get("file").get("bytes").asLong()).isEqualTo(bytes.length);
    var text = row.get("text").asString();
    if (row.has("mark")) {
      assertThat(text).contains(row.get("mark").asString());
    }
    if (row.get("at").has("pointer")) {
      standsInDocument(name, bytes, row, text);
    } else {
      standsOnLine(name, bytes, row, text);
    }
    compared++;
  }

  /// The value of a document, without white space; long ones are cut with an ellipsis.
  private void standsInDocument(String name, byte[] bytes, JsonNode row, String text) {
    var document = new String(bytes, StandardCharsets.UTF_8);
    var pointer = row.get("at").get("pointer").asString();
    var value = JsonTree.of(document).at(pointer).toString();
    if (text.endsWith("…")) {
      assertThat(value).startsWith(text.substring(0, text.length() - 1));
    } else {
      assertThat(text).isEqualTo(value);
    }
    var begins = starts.computeIfAbsent(name, _ -> starts(document));
    assertThat(row.get("at").get("line").asLong()).isEqualTo(begins.get(pointer));
  }

  /// Lines on which values begin, by pointer.
  private static Map<String, Long> starts(String document) {
    var starts = new TreeMap<String, Long>();
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() || token.isStructStart()) {
          var context = parser.streamReadContext();
          boolean isOpened = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
          var at = isOpened && context.getParent() != null ? context.getParent() : context;
          starts.put(
              at.pathAsPointer().toString(), (long) parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return starts;
  }

  /// A line of a table; of a variant file the columns of all other people are left out.
  private void standsOnLine(String name, byte[] bytes, JsonNode row, String text)
      throws IOException {
    var all = lines(name, bytes);
    var line = all.get(row.get("at").get("line").asInt() - 1);
    var header = row.get("header").asString();
    if (!header.startsWith("#CHROM")) {
      assertThat(text).isEqualTo(line);
      assertThat(header).isEqualTo(all.getFirst());
      return;
    }
    var columns =
        all.stream()
            .filter(one -> one.startsWith("#CHROM"))
            .findFirst()
            .orElseThrow()
            .split("\t", -1);
    var wanted = header.split("\t", -1);
    int sample = Arrays.asList(columns).indexOf(wanted[9]);
    assertThat(Arrays.copyOf(wanted, 9)).isEqualTo(Arrays.copyOf(columns, 9));
    assertThat(wanted).hasSize(10);
    var cells = line.split("\t", -1);
    var shown = Arrays.copyOf(cells, 10);
    shown[9] = cells[sample];
    assertThat(text.split("\t", -1)).isEqualTo(shown);
  }

  private List<String> lines(String name, byte[] bytes) throws IOException {
    var known = lines.get(name);
    if (known == null) {
      var plain =
          name.endsWith(".gz")
              ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
              : bytes;
      known = List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
      lines.put(name, known);
    }
    return known;
  }

  /// A file of the person, a table of the starter knowledge, or a rule table of an interpreter.
  private static byte[] bytes(String person, String name) throws IOException {
    if (name.startsWith("starter/")) {
      return Cited.resource("org/idiome/knowledge/" + name).getBytes(StandardCharsets.UTF_8);
    }
    if (name.startsWith("org/idiome/care/")) {
      return Cited.resource(name).getBytes(StandardCharsets.UTF_8);
    }
    if (name.startsWith("pharmacogenes/")) {
      return Cited.resource("org/idiome/care/" + name).getBytes(StandardCharsets.UTF_8);
    }
    return Files.readAllBytes(folder.resolve(person).resolve(name));
  }
}
