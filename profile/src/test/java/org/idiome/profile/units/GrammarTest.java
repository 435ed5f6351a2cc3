package org.idiome.profile.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.idiome.record.code.Ucum;
import org.junit.jupiter.api.Test;

/// Two know what a unit is: the grammar by which `record` reads one, in a few milliseconds, and the
/// library by which this package converts. They are held to agree.
class GrammarTest {
  private static final List<String> PREFIXES =
      List.of("Y", "T", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p", "f", "Ki", "Mi");

  /// Atoms of UCUM 2.2 on which they differ: unknown to the library (`[BSA]`, `[bsa]`), with or
  /// without prefixes (`m[CFU]`, `h[G]`, constants of nature, barrels), or in the prefix of a later
  /// release (`RR`). None is the unit of a table; a code that one of them refuses converts to none.
  private static final List<String> DIFFERING =
      List.of(
          "B[10.nV]",
          "R",
          "[BSA]",
          "[CFU]",
          "[G]",
          "[bsa]",
          "[c]",
          "[e]",
          "[eps_0]",
          "[g]",
          "[h]",
          "[k]",
          "[ly]",
          "[m/s2/Hz^0.5]",
          "[m_e]",
          "[m_p]",
          "[mu_0]",
          "bbl");

  private final UcumEssenceService library = library();

  private static UcumEssenceService library() {
    try {
      return new UcumEssenceService(
          UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
    } catch (UcumException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> column(String table, String column) throws IOException {
    var stream = Ucum.class.getResourceAsStream(table);
    assertThat(stream).as(table).isNotNull();
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var header = List.of(lines.readLine().split("\t", -1));
      int place = header.indexOf(column);
      return lines.lines().map(line -> line.split("\t", -1)[place]).distinct().toList();
    }
  }

  private List<String> disagreements(List<String> codes) {
    var found = new ArrayList<String>();
    for (var code : codes) {
      boolean isOfLibrary = library.validate(code) == null;
      if (Ucum.isPlausible(code) != isOfLibrary) {
        found.add(code + (isOfLibrary ? " by the library alone" : " by the grammar alone"));
      }
    }
    return found;
  }

  @Test
  void agreesOnTheUnitsOfEveryTable() throws IOException {
    var codes = new ArrayList<>(column("units.tsv", "ucum"));
    codes.addAll(column("plausible.tsv", "unit"));
    codes.addAll(column("plausible.tsv", "likely_unit"));
    assertThat(codes).hasSizeGreaterThan(50);
    assertThat(disagreements(codes)).isEmpty();
  }

  @Test
  void agreesOnAllAtomsWithPrefixesAndPowersButThoseThatAreNamed() throws IOException {
    var differing = new ArrayList<String>();
    for (var atom : column("ucum.tsv", "atom")) {
      var codes = new ArrayList<String>();
      codes.addAll(List.of(atom, atom + "2", atom + "-1", "mg/" + atom, "/" + atom, atom + "{x}"));
      codes.addAll(List.of(atom + atom, atom + ".", atom + "/", "(" + atom + ")", atom + " "));
      PREFIXES.forEach(prefix -> codes.add(prefix + atom));
      if (!disagreements(codes).isEmpty()) {
        differing.add(atom);
      }
    }
    assertThat(differing).isEqualTo(DIFFERING);
  }
}
