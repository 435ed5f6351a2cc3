package org.idiome.knowledge.gene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.idiome.knowledge.gene.Bearer.Level;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

class GeneSymbolsTest {
  private final GeneNamesInMemory names = new GeneNamesInMemory();

  private void says(String gene, TermProperty property, String... values) {
    for (var value : values) {
      names.add(Term.of(gene, property, value));
    }
  }

  private GeneMatch resolve(String name) {
    return new GeneSymbols(names.names()).resolve(name);
  }

  private static Bearer bearer(String gene, String symbol, Level level) {
    return new Bearer(gene, symbol, level);
  }

  /// Identifiers and states of `golden-gene-symbols.tsv`, computed apart from this code.
  @Test
  void agreesWithTheGoldenCasesOnTheGenesOfNcbi() throws IOException {
    var gene = Truth.data("knowledge/ncbi/Homo_sapiens.gene_info_20190507.gz");
    var told = Reading.of(gene).told();
    told.terms().forEach(one -> names.add(one.term()));
    told.claims().forEach(one -> names.add(one.claim()));
    var symbols = new GeneSymbols(names.names());
    var cases =
        Files.readAllLines(Truth.data("knowledge/ncbi/golden-gene-symbols.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(cases).hasSize(55);
    for (var row : cases) {
      var expected = row[1] + " " + row[2] + " " + row[3] + " " + bearersOf(row[5]);
      assertThat(words(symbols.resolve(row[0]))).as(row[0]).isEqualTo(expected);
    }
  }

  /// `9027:NAT8|…` without the symbols.
  private static String bearersOf(String cell) {
    return List.of(cell.split("\\|")).stream()
        .map(one -> one.substring(0, one.indexOf(':') < 0 ? one.length() : one.indexOf(':')))
        .collect(Collectors.joining("|"));
  }

  private static String words(GeneMatch match) {
    return switch (match) {
      case GeneMatch.Found(var bearer, var isOtherCase, var also) ->
          "found "
              + how(bearer, isOtherCase)
              + " "
              + numbers(List.of(bearer))
              + " "
              + numbers(also);
      case GeneMatch.Ambiguous(var isOtherCase, var candidates) ->
          "ambiguous " + how(candidates.getFirst(), isOtherCase) + " " + numbers(candidates) + " .";
      case GeneMatch.SpreadsheetDate _ -> "refused spreadsheet_date . .";
      case GeneMatch.NotFound _ -> "not_found . . .";
    };
  }

  private static String how(Bearer bearer, boolean isOtherCase) {
    var level =
        switch (bearer.level()) {
          case IDENTIFIER -> "hgnc_id";
          case APPROVED -> "official";
          case ENTRY -> "entry_symbol";
          case PREVIOUS -> "previous";
          case ALIAS -> "synonym";
        };
    return isOtherCase ? level + "_other_case" : level;
  }

  private static String numbers(List<Bearer> bearers) {
    return bearers.isEmpty()
        ? "."
        : bearers.stream()
            .map(bearer -> bearer.gene().replace("NCBIGene:", ""))
            .collect(Collectors.joining("|"));
  }

  @Test
  void aPreviousSymbolGoesBeforeAnAlias() {
    says("HGNC:7133", TermProperty.APPROVED_SYMBOL, "KMT2D");
    says("HGNC:7133", TermProperty.ALIAS_SYMBOL, "MLL4");
    says("HGNC:15840", TermProperty.APPROVED_SYMBOL, "KMT2B");
    says("HGNC:15840", TermProperty.PREVIOUS_SYMBOL, "MLL4");
    assertThat(resolve("MLL4"))
        .isEqualTo(
            new GeneMatch.Found(
                bearer("HGNC:15840", "KMT2B", Level.PREVIOUS),
                false,
                List.of(bearer("HGNC:7133", "KMT2D", Level.ALIAS))));
  }

  /// What NCBI calls a synonym HGNC may call a previous symbol: the lists of HGNC decide.
  @Test
  void theAuthorityDecidesForGenesThatItHas() {
    says("HGNC:9221", TermProperty.APPROVED_SYMBOL, "POU5F1");
    says("HGNC:9221", TermProperty.ALIAS_SYMBOL, "OCT4");
    says("HGNC:9222", TermProperty.APPROVED_SYMBOL, "POU5F1P3");
    says("NCBIGene:642559", TermProperty.APPROVED_SYMBOL, "POU5F1P3");
    says("NCBIGene:642559", TermProperty.ALIAS_SYMBOL, "OCT4");
    says("NCBIGene:1", TermProperty.ENTRY_SYMBOL, "LOC1");
    names.add(
        new Claim(
            "NCBIGene:642559",
            "skos:exactMatch",
            "HGNC:9222",
            false,
            Attributes.NONE,
            Attributes.NONE));
    assertThat(resolve("OCT4"))
        .isEqualTo(
            new GeneMatch.Found(bearer("HGNC:9221", "POU5F1", Level.ALIAS), false, List.of()));
    assertThat(resolve("NCBIGene:642559"))
        .isEqualTo(
            new GeneMatch.Found(
                bearer("HGNC:9222", "POU5F1P3", Level.IDENTIFIER), false, List.of()));
    assertThat(resolve("LOC1"))
        .isEqualTo(
            new GeneMatch.Found(bearer("NCBIGene:1", "LOC1", Level.ENTRY), false, List.of()));
  }

  @Test
  void aWithdrawnSymbolLeadsToItsSuccessorAndOfSeveralNoneIsChosen() {
    says("HGNC:1", TermProperty.APPROVED_SYMBOL, "AAA");
    says("HGNC:2", TermProperty.APPROVED_SYMBOL, "BBB");
    says("HGNC:3", TermProperty.PREVIOUS_SYMBOL, "OLD");
    says("HGNC:3", TermProperty.REPLACED_BY, "HGNC:1");
    says("HGNC:4", TermProperty.PREVIOUS_SYMBOL, "SPLIT");
    says("HGNC:4", TermProperty.CONSIDER, "HGNC:2", "HGNC:1");
    says("HGNC:5", TermProperty.PREVIOUS_SYMBOL, "GONE");
    assertThat(resolve("OLD"))
        .isEqualTo(new GeneMatch.Found(bearer("HGNC:1", "AAA", Level.PREVIOUS), false, List.of()));
    assertThat(resolve("SPLIT"))
        .isEqualTo(
            new GeneMatch.Ambiguous(
                false,
                List.of(
                    bearer("HGNC:1", "AAA", Level.PREVIOUS),
                    bearer("HGNC:2", "BBB", Level.PREVIOUS))));
    assertThat(resolve("GONE")).isEqualTo(new GeneMatch.NotFound());
  }

  @Test
  void aDateOfASpreadsheetNamesWhatItMayHaveBeen() {
    says("HGNC:9221", TermProperty.APPROVED_SYMBOL, "POU5F1");
    says("HGNC:9221", TermProperty.ALIAS_SYMBOL, "Oct-4");
    assertThat(resolve("1-Mar"))
        .isEqualTo(new GeneMatch.SpreadsheetDate(List.of("MARCHF1", "MTARC1")));
    assertThat(resolve("Mar-01"))
        .isEqualTo(new GeneMatch.SpreadsheetDate(List.of("MARCHF1", "MTARC1")));
    assertThat(resolve("Sep-2")).isEqualTo(new GeneMatch.SpreadsheetDate(List.of("SEPTIN2")));
    assertThat(resolve("Oct-4")).isEqualTo(new GeneMatch.SpreadsheetDate(List.of("POU5F1")));
    assertThat(resolve("Jan-30")).isEqualTo(new GeneMatch.SpreadsheetDate(List.of()));
  }

  /// The letter case of Turkish would make another name of MIR21.
  @Test
  void theLetterCaseIsThatOfNoLanguage() {
    says("HGNC:31586", TermProperty.APPROVED_SYMBOL, "MIR21");
    var before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(resolve("mir21"))
          .isEqualTo(
              new GeneMatch.Found(bearer("HGNC:31586", "MIR21", Level.APPROVED), true, List.of()));
    } finally {
      Locale.setDefault(before);
    }
  }
}
