package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two runs of the same inputs are the same bytes; one changed row changes what rests on it alone.
class SameBytesTest {
  private static final String LABORATORY = "lung-01/laboratory.tsv";

  @TempDir Path folder;

  @BeforeEach
  void writePeople() throws IOException {
    new DemoPeople().writeInto(folder);
  }

  private record Reports(String page, String json, String summary, String explained) {
    /// The hash of a file stands with every row of it that is cited: no use of a changed row.
    Reports without(Path file) throws IOException {
      var hash = Sha256.of(Files.readAllBytes(file)).hex();
      return new Reports(
          page.replace(hash.substring(0, 12), "HASH"), json.replace(hash, "HASH"), "", "");
    }
  }

  private Reports reports(String person, int threads) throws IOException {
    var page = folder.resolve("page.html");
    var json = folder.resolve("run.json");
    var of = folder.resolve(person);
    var ran = idiome("interpret", of, "-o", page, "--json", json, "--threads", threads);
    assertThat(ran.exit()).isZero();
    var explained = idiome("explain", of, "|", "--threads", threads).out();
    return new Reports(Files.readString(page), Files.readString(json), ran.out(), explained);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void neitherLanguageNorZoneNorThreadsReachTheReports(String person) throws IOException {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      var expected = reports(person, 4);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(reports(person, 1)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /// Albumin of a year before: too old for a comparison of the year, part of the own range.
  @Test
  void anEarlierValueChangesTheOwnRangeOfItsFeatureAlone() throws IOException {
    var changed = changed("2025-01-13\tLOINC:1751-7\tAlbumin\t", "42", "41");
    assertThat(changed).containsExactly("laboratory|own_range|LOINC:1751-7|.");
  }

  @Test
  void theLatestValueChangesWhatItsFeatureIsJudgedByAlone() throws IOException {
    var changed = changed("2026-10-12\tLOINC:2823-3\tPotassium\t", "5.3", "5.0");
    assertThat(changed)
        .containsExactly(
            "laboratory|change|LOINC:2823-3|.",
            "laboratory|interval|LOINC:2823-3|.",
            "laboratory|own_range|LOINC:2823-3|.",
            "laboratory|summary|laboratory|.");
  }

  /// Rows in another order and with other line ends are the same rows: a run of the same name.
  @Test
  void theSameRowsInAnotherOrderAreTheSameRun() throws IOException {
    var before = JsonTree.of(reports("lung-01", 2).json());
    var file = folder.resolve(LABORATORY);
    var lines = new ArrayList<>(Files.readAllLines(file));
    Collections.reverse(lines.subList(1, lines.size()));
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
    var after = JsonTree.of(reports("lung-01", 2).json());
    assertThat(after.get("run")).isEqualTo(before.get("run"));
    assertThat(after.get("findings_digest")).isEqualTo(before.get("findings_digest"));
    assertThat(after.get("files")).isNotEqualTo(before.get("files"));
  }

  /// The keys of the findings that differ once a cell of one row is another.
  private Set<String> changed(String row, String from, String to) throws IOException {
    var file = folder.resolve(LABORATORY);
    var before = reports("lung-01", 2).without(file);
    var text = Files.readString(file);
    assertThat(text).containsOnlyOnce(row + from + "\t");
    Files.writeString(file, text.replace(row + from + "\t", row + to + "\t"));
    var after = reports("lung-01", 2).without(file);
    var different = differing(findings(before.json()), findings(after.json()));
    assertThat(blocksThatDiffer(before.page(), after.page())).isSubsetOf(ids(different));
    assertThat(differing(sections(before.page()), sections(after.page())))
        .contains("findings", "provenance")
        .doesNotContain("medicines", "outside", "gloss");
    return different;
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
    var different = new TreeSet<>(before.keySet());
    different.addAll(after.keySet());
    different.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return different;
  }

  /// Of the findings that both pages show whole: how many are, and how many get a line, depends on
  /// how many there are of their state.
  private static Set<String> blocksThatDiffer(String before, String after) {
    var old = blocks(before);
    var now = blocks(after);
    old.keySet().retainAll(now.keySet());
    now.keySet().retainAll(old.keySet());
    return differing(old, now);
  }

  private static Map<String, String> findings(String json) {
    var findings = new TreeMap<String, String>();
    for (var finding : JsonTree.of(json).get("findings")) {
      findings.put(finding.get("key").asString(), finding.toString());
    }
    return findings;
  }

  /// The blocks of a page that each show one finding, by their id.
  private static Map<String, String> blocks(String page) {
    return parts(page, "<details class=\"f\" id=\"(f-\\w+)\".*?</details>");
  }

  private static Map<String, String> sections(String page) {
    return parts(page, "<section id=\"(\\w+)\".*?</section>");
  }

  private static Map<String, String> parts(String page, String pattern) {
    var parts = new TreeMap<String, String>();
    var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      parts.put(matcher.group(1), matcher.group());
    }
    assertThat(parts).isNotEmpty();
    return parts;
  }

  private static Set<String> ids(Set<String> keys) {
    var ids = new TreeSet<String>();
    keys.forEach(key ->
        ids.add("f-" + Sha256.of(key.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12)));
    return ids;
  }
}
