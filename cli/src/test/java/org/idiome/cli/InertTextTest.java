package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// Whatever a person's files hold at whatever place stays text: on the page, in the JSON, and in
/// the terminal.
class InertTextTest {
  /// Ends of elements, attributes, comments and scripts, references, and what moves a cursor, names
  /// a window or turns the direction of a line. A slash would part the name of a file.
  private static String hostile(int number) {
    return ("<script>alert(%d)<\\script><img src=x onerror=alert(1)>\"'><svg onload=x>&lt;b&#x3c;"
            + "]]>-->{subject}[x|y]")
        .formatted(number);
  }

  private static final String HOSTILE_TO_TERMINALS =
      "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r\b";

  private static final int PLACES = 16;

  @TempDir private Path folder;
  private final List<String> at = new ArrayList<>();
  private Path hostile;
  private Path plain;

  @BeforeEach
  void writePeople() throws IOException {
    plain = MadePerson.in(folder.resolve("plain")).written();
    for (int place = 0; place < PLACES; place++) {
      at.add(hostile(100 + place) + HOSTILE_TO_TERMINALS);
    }
    hostile = written();
  }

  /// The text at a place.
  private String text(int place) {
    return at.get(place);
  }

  /// Without the characters for which a table or a variant file would be refused.
  private String line(int place) {
    return text(place).replaceAll("[\\x00-\\x1f]", "");
  }

  private static String json(String text) {
    var out = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (c < 0x20 || c == '"' || c == '\\' || c > 0x7e) {
            out.append("\\u%04x".formatted(c));
          } else {
            out.append((char) c);
          }
        });
    return out.toString();
  }

  private Path written() throws IOException {
    var made = MadePerson.in(folder.resolve("hostile"));
    var table = "tab<b onclick=alert(103)>\"'&.tsv";
    var packet =
        made.packet()
            .replace("made-01", json(text(0)))
            .replace("\"Arthralgia\"", "\"" + json(text(1)) + "\"")
            .replace("\"excluded\":true", "\"description\":\"" + json(text(2)) + "\"")
            .replace("\"clopidogrel\"", "\"" + json(text(3)) + "\"")
            .replace("HP:0002829", json("HP:" + text(4)))
            .replace("\"createdBy\":\"test\"", "\"createdBy\":\"" + json(text(5)) + "\"")
            .replace(MadePerson.VITAL_SIGNS, json(table))
            .replace(":\"G1\"", ":\"" + json(line(6)) + "\"")
            .replace("\"resources\":[]", "\"" + json(text(7)) + "\":1,\"resources\":[]");
    var row = "2026-03-01\tLOINC:8867-4" + line(8) + "\t" + line(9) + "\t104\t" + line(10);
    var refused = "2026-03-01\tLOINC:1\tx\t" + line(11) + "\t/min\t60\t100\n";
    Files.createDirectories(folder.resolve("hostile/person"));
    return made.with("phenopacket.json", packet)
        .with(table, vitalSigns(row, refused))
        .with(MadePerson.LABORATORY, laboratory())
        .with(
            MadePerson.GERMLINE,
            MadePerson.germline()
                .replace("\tG1\n", "\t" + line(6) + "\n")
                .replace("\n#CHROM", "\n##note=<ID=x,Description=\"" + line(14) + ">\n#CHROM"))
        .written();
  }

  private String vitalSigns(String row, String refused) {
    return "date\tcode\tname\tvalue\tunit\tlow\thigh\t"
        + line(12)
        + "\n"
        + row
        + "\t60\t100\t"
        + line(13)
        + "\n"
        + refused.replace("100\n", "100\t.\n");
  }

  private String laboratory() {
    return "date\tcode\tname\tvalue\tunit\tlow\thigh\n"
        + "2025-03-01\tLOINC:14682-9\t%s\t80\tumol/L\t44\t90\n".formatted(line(15)).repeat(3);
  }

  @Test
  void noElementOrAttributeOfThePageComesFromAFile() throws IOException {
    var page = page(hostile);
    var names = names(page);
    assertThat(names).isSubsetOf(names(page(plain)));
    assertThat(names).noneMatch(name -> name.startsWith("@on") || name.equals("@src"));
    var elements = elements(page);
    assertThat(elements.stream().map(Element::getTagName))
        .containsOnlyOnce("script", "style")
        .doesNotContain("img", "iframe", "object");
    for (var element : elements) {
      assertThat(element.getAttribute("href")).matches("|#[A-Za-z0-9-]+|data:,");
    }
    assertThat(page).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\b");
  }

  /// The texts are there, so that what is asserted is asserted of them.
  @Test
  void theTextsAreShownAsTheyAre() throws IOException {
    var page = page(hostile);
    for (int place : new int[] {0, 1, 3, 9, 11, 13, 15}) {
      assertThat(page).contains("&lt;script&gt;alert(%d)".formatted(100 + place));
    }
    assertThat(page).contains("tab&lt;b onclick=alert(103)&gt;&quot;&#39;&amp;.tsv");
  }

  @Test
  void thePolicyLetsInTheOneScriptAndStyleOfThePageAlone() throws IOException {
    var page = page(hostile);
    var policy =
        elements(page).stream()
            .filter(element -> element.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(element -> element.getAttribute("content"))
            .toList();
    assertThat(policy).hasSize(1);
    assertThat(policy.getFirst()).startsWith("default-src 'none'").doesNotContain("unsafe");
    var assets = PageTree.ASSET.matcher(page).results().toList();
    assertThat(assets).hasSize(2);
    for (var asset : assets) {
      assertThat(policy.getFirst())
          .contains(asset.group(1) + "-src 'sha256-" + hash(asset.group(2)));
    }
  }

  private static String hash(String text) {
    var hex = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    var bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void theJsonHoldsThemAsValuesAndShowsATerminalNothingThatActs() {
    var out = idiome("interpret", hostile, "--json").out();
    var run = JsonTree.of(out);
    assertThat(run.get("individual").get("id").asString()).isEqualTo(text(0));
    actsOnNoTerminal(out);
  }

  /// A table for pipelines (`--tsv`) is not among them: it gives a name as the file has it.
  @Test
  void noTextForEyesActsOnATerminal() {
    for (var command :
        List.of(
            idiome("interpret", hostile),
            idiome("explain", hostile),
            idiome("explain", hostile, "|"),
            idiome("explain", hostile, "no such finding" + text(0)),
            idiome("scan", hostile),
            idiome("scan", "--json", hostile),
            idiome("pharmacogenes", hostile.resolve(MadePerson.GERMLINE)))) {
      actsOnNoTerminal(command.out());
      actsOnNoTerminal(command.err());
    }
  }

  private static void actsOnNoTerminal(String text) {
    assertThat(text.codePoints().filter(InertTextTest::acts).mapToObj(Integer::toHexString))
        .isEmpty();
  }

  private static boolean acts(int point) {
    boolean isControl = Character.isISOControl(point) && point != '\n' && point != '\t';
    return isControl || point == 0x202e;
  }

  private String page(Path person) throws IOException {
    var page = folder.resolve("page.html");
    idiome("interpret", person, "-o", page, "--quiet");
    return Files.readString(page);
  }

  /// Names of elements, and of attributes behind a sign.
  private static Set<String> names(String page) {
    var names = new TreeSet<String>();
    for (var element : elements(page)) {
      names.add(element.getTagName());
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        names.add("@" + attributes.item(i).getNodeName());
      }
    }
    return names;
  }

  private static List<Element> elements(String page) {
    return PageTree.of(page).all("*");
  }
}
