package org.idiome.knowledge.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.source.Locator;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
  private enum Colour {
    DEEP_BLUE,
    RED
  }

  private static Table table(String text) {
    return Table.read("facts.tsv", text.getBytes(UTF_8));
  }

  private static TableRow row(String value) {
    return table("value\n" + value + "\n").rows().getFirst();
  }

  @Test
  void citesARowByFileHashLineAndText() {
    var text = "gene\tcitation\nCYP2C19\tPMID:35034351\nDPYD\tPMID:29152729\n";
    var cited = table(text).rows().get(1).cited();
    assertThat(cited.file().name()).isEqualTo("facts.tsv");
    assertThat(cited.file().hash()).isEqualTo(Sha256.of(text.getBytes(UTF_8)));
    assertThat(cited.at()).isEqualTo(new Locator.Line(3));
    assertThat(cited.header()).isEqualTo("gene\tcitation");
    assertThat(cited.text()).isEqualTo("DPYD\tPMID:29152729");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", "facts.tsv: no header"),
        Arguments.of("a\tb\n1\t2", "facts.tsv: last line is not ended"),
        Arguments.of("a\tb\r\n1\t2\r\n", "facts.tsv: carriage returns"),
        Arguments.of("a\ta\n1\t2\n", "facts.tsv:1: a column has no name, or the name of another"),
        Arguments.of("a\t\n1\t2\n", "facts.tsv:1: a column has no name"),
        Arguments.of("a\tb\n1\t2\n3\n", "facts.tsv:3: 1 cells under 2 columns"),
        Arguments.of("a\tb\n1\t2\t3\n", "facts.tsv:2: 3 cells under 2 columns"),
        Arguments.of("a\tb\n1\t2\n\n", "facts.tsv:3: 1 cells under 2 columns"),
        Arguments.of("a\tb\n1\t\n", "facts.tsv:2: a cell is blank or padded"),
        Arguments.of("a\tb\n1\t 2\n", "facts.tsv:2: a cell is blank or padded"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsNoTable(String text, String message) {
    assertThatThrownBy(() -> table(text))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith(message)
        .message()
        .contains("; ");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> Table.read("facts.tsv", "a\nä\n".getBytes(ISO_8859_1)))
        .isInstanceOf(TableException.class)
        .hasMessage("facts.tsv: not UTF-8; save the table as UTF-8");
  }

  static Stream<Arguments> misread() {
    return Stream.of(
        reading(".", row -> row.required("value"), "value is missing"),
        reading("0", row -> row.ordinal("value"), "value is 0, below 1"),
        reading("x", row -> row.ordinal("value"), "value is x, no whole number"),
        reading("99999999999", row -> row.ordinal("value"), "no whole number"),
        reading("1e5", row -> row.decimal("value"), "value is 1e5, no decimal number"),
        reading("1.2.3", row -> row.decimal("value"), "value is 1.2.3, no decimal number"),
        reading("true", row -> row.flag("value"), "value is true"),
        reading("blue", row -> row.code("value", Colour.values()), "one of deep_blue, red"),
        reading("red;;red", row -> row.list("value"), "a blank or padded value"),
        reading("none", row -> row.curie("value"), "value is none, no CURIE"));
  }

  private static Arguments reading(String cell, Consumer<TableRow> reading, String message) {
    return Arguments.of(cell, reading, message);
  }

  @ParameterizedTest
  @MethodSource("misread")
  void namesFileAndLineOfACellThatIsSomethingElse(
      String cell, Consumer<TableRow> reading, String message) {
    assertThatThrownBy(() -> reading.accept(row(cell)))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("facts.tsv:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void readsEachKindOfCell() {
    assertThat(row(".").optional("value")).isNull();
    assertThat(row(".").decimal("value")).isNull();
    assertThat(row(".").list("value")).isEmpty();
    assertThat(row("1.50").decimal("value")).isEqualTo(new BigDecimal("1.50"));
    assertThat(row("17").ordinal("value")).isEqualTo(17);
    assertThat(row("yes").flag("value")).isTrue();
    assertThat(row("a;b c;d").list("value")).containsExactly("a", "b c", "d");
    assertThat(row("deep_blue").code("value", Colour.values())).isEqualTo(Colour.DEEP_BLUE);
    assertThat(row("red;deep_blue").codes("value", Colour.values()))
        .containsExactly(Colour.RED, Colour.DEEP_BLUE);
  }

  @Test
  void refusesOtherColumnsAndASecondRowOfAKey() {
    var table = table("gene\tallele\nA\t1\nA\t2\nA\t1\n");
    assertThatThrownBy(() -> table.requireColumns(List.of("gene")))
        .hasMessage("facts.tsv:1: columns are [gene, allele]; they must be [gene]");
    assertThatThrownBy(() -> table.requireUnique(List.of("gene", "allele")))
        .hasMessageStartingWith("facts.tsv:4: a second row of [A, 1]");
  }

  @Test
  void neverFailsButWithItsOwnFault() {
    Cases.check(
        "any text is a table or a named fault",
        made -> {
          var text = made.text("a.;\t\n\r1é", 60);
          try {
            for (var row : table(text).rows()) {
              assertThat(row.cited().text()).doesNotContain("\n");
            }
          } catch (TableException fault) {
            assertThat(fault).hasMessageStartingWith("facts.tsv:");
          }
        });
  }
}
