package org.idiome.knowledge.source.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneImportersTest {
  private static final String HGNC =
      "hgnc_id\tsymbol\tname\tstatus\talias_symbol\tprev_symbol\tgene_family\tdate_modified"
          + "\tentrez_id\tensembl_gene_id\tomim_id\tuniprot_ids\tmgd_id\torphanet\tnew_column\n";
  private static final String GENE_INFO =
      "#tax_id\tGeneID\tSymbol\tSynonyms\tdbXrefs\tdescription\ttype_of_gene"
          + "\tSymbol_from_nomenclature_authority\tModification_date\n";

  @TempDir Path folder;

  @Test
  void aGeneOfHgncHasItsSymbolsAndEquivalents() throws IOException {
    var reading =
        Reading.of(
            folder,
            HGNC
                + "HGNC:5\tA1BG\talpha-1-B glycoprotein\tApproved\t\"A1B|ABG\"\tOLD\tfamily"
                + "\t2023-01-20\t1\tENSG00000121410\t\"138670|614888\"\tP04217\tMGI:2152878\t77"
                + "\tx\n"
                + "HGNC:86\tACAD\tacyl-CoA\tEntry Withdrawn\n");
    var told = reading.told();
    assertThat(reading.source()).isEqualTo("hgnc");
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2023, 1, 20));
    assertThat(told.values("HGNC:5", TermProperty.APPROVED_SYMBOL)).containsExactly("A1BG");
    assertThat(told.values("HGNC:5", TermProperty.ALIAS_SYMBOL)).containsExactly("A1B", "ABG");
    assertThat(told.values("HGNC:5", TermProperty.PREVIOUS_SYMBOL)).containsExactly("OLD");
    assertThat(told.values("HGNC:86", TermProperty.APPROVED_SYMBOL)).isEmpty();
    assertThat(told.values("HGNC:86", TermProperty.OBSOLETE)).containsExactly("true");
    assertThat(reading.claims())
        .containsExactly(
            "2 HGNC:5 skos:exactMatch NCBIGene:1",
            "2 HGNC:5 skos:exactMatch ENSEMBL:ENSG00000121410",
            "2 HGNC:5 oboInOwl:hasDbXref OMIM:138670",
            "2 HGNC:5 oboInOwl:hasDbXref OMIM:614888",
            "2 HGNC:5 biolink:has_gene_product UniProtKB:P04217",
            "2 HGNC:5 biolink:orthologous_to MGI:2152878");
    assertThat(told.unknownColumns()).containsExactly("new_column");
    assertThat(notes(reading, "HGNC:5"))
        .isEqualTo("date_modified=2023-01-20;gene_group=family;new_column=x;orphanet=77");
  }

  private static String notes(Reading reading, String id) {
    return reading.told().terms().stream()
        .map(one -> one.term())
        .filter(term -> term.id().equals(id) && term.property() == TermProperty.COLUMNS)
        .map(term -> term.notes().toString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsNoSymbolOfHgncIsRefused() throws IOException {
    var told =
        Reading.of(
                folder,
                HGNC
                    + "HGNC:1\t1-Mar\tx\tApproved\n"
                    + "HGNC:2\tAAA\tx\tPlanned\n"
                    + "\tAAA\tx\tApproved\n"
                    + "HGNC:3\tBBB\tx\tApproved\t\t\t\t30/06/1989\n")
            .told();
    assertThat(told.refused()).containsExactly("2 symbol 1-Mar", "3 status Planned", "4 hgnc_id ");
    assertThat(told.remarks()).containsEntry("spreadsheet_date", 1L);
  }

  /// The subset of 2018 holds three rows with the cells of later generations.
  @ParameterizedTest
  @CsvSource({"hgnc_2018-subset.txt, 266, 3", "hgnc_2023-subset.tsv, 39, 0"})
  void everyGenerationOfHgncIsRead(String file, long rows, long tooWide) throws IOException {
    var told = Reading.of(Truth.data("knowledge/hgnc/" + file)).told();
    assertThat(told.rows()).isEqualTo(rows);
    assertThat(told.refused()).hasSize((int) tooWide).allMatch(one -> one.endsWith(" of 49"));
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(told.unknownValues()).isEmpty();
    assertThat(count(told, TermProperty.APPROVED_SYMBOL)).isEqualTo(rows - tooWide);
  }

  /// The subset of 2020 has no end behind its last row, which is as short as one before it; cut in
  /// its middle it is refused.
  @Test
  void aRowOfHgncThatIsCutEndsTheReading() throws IOException {
    var file = Truth.data("knowledge/hgnc/hgnc_2020-subset.txt");
    var text = Files.readString(file);
    assertThatThrownBy(() -> Reading.of(folder, text.substring(0, text.length() / 2)))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_FILE_CUT));
    var told = Reading.of(file).told();
    assertThat(told.remarks()).containsEntry("last_line_without_end", 1L);
    assertThat(told.rows()).isEqualTo(7);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(count(told, TermProperty.APPROVED_SYMBOL)).isEqualTo(5);
    assertThat(count(told, TermProperty.OBSOLETE)).isEqualTo(2);
  }

  private static long count(ToldRelease told, TermProperty property) {
    return told.terms().stream().filter(one -> one.term().property() == property).count();
  }

  @Test
  void aWithdrawnEntryIsReplacedByOneSuccessorAndOfSeveralNone() throws IOException {
    var reading =
        Reading.of(
            folder,
            """
            HGNC_ID\tSTATUS\tWITHDRAWN_SYMBOL\tMERGED_INTO_REPORT(S) (i.e HGNC_ID|SYMBOL|STATUS)
            HGNC:1\tEntry Withdrawn\tA12M1\t
            HGNC:2\tMerged/Split\tONE\tHGNC:10|TEN|Approved
            HGNC:3\tMerged/Split\tTWO\t"HGNC:10|TEN|Approved, HGNC:11|ELEVEN|Approved"
            HGNC:4\tMerged/Split\tDEAD\tHGNC:12|OLD|Entry Withdrawn
            HGNC:5\tRenamed\tX\t
            """);
    var told = reading.told();
    assertThat(told.values("HGNC:1", TermProperty.REPLACED_BY)).isEmpty();
    assertThat(told.values("HGNC:2", TermProperty.REPLACED_BY)).containsExactly("HGNC:10");
    assertThat(told.values("HGNC:3", TermProperty.REPLACED_BY)).isEmpty();
    assertThat(told.values("HGNC:3", TermProperty.CONSIDER)).containsExactly("HGNC:10", "HGNC:11");
    assertThat(told.values("HGNC:4", TermProperty.CONSIDER)).containsExactly("HGNC:12");
    assertThat(told.refused()).containsExactly("6 status Renamed");
  }

  @Test
  void aRegionIsNoGeneAndOtherHumansAreLeftOut() throws IOException {
    var reading =
        Reading.of(
            folder,
            GENE_INFO
                + "9606\t1\tA1BG\tA1B|ABG\tMIM:138670|HGNC:HGNC:5|Odd:1\tglycoprotein"
                + "\tprotein-coding\tA1BG\t20190213\n"
                + "9606\t4540\tND5\t-\tHGNC:HGNC:7461\tsubunit\tprotein-coding\tMT-ND5\t20190401\n"
                + "9606\t107652445\tLOC107652445\t-\t-\tenhancer\tbiological-region\t-\t20170402\n"
                + "63221\t6775085\tND1\t-\t-\tNADH\tprotein-coding\t-\t20160101\n");
    var told = reading.told();
    assertThat(told.leftOut()).containsEntry("other_species", 1L);
    assertThat(told.values("NCBIGene:1", TermProperty.APPROVED_SYMBOL)).containsExactly("A1BG");
    assertThat(told.values("NCBIGene:1", TermProperty.ENTRY_SYMBOL)).isEmpty();
    assertThat(told.values("NCBIGene:4540", TermProperty.ENTRY_SYMBOL)).containsExactly("ND5");
    assertThat(told.values("NCBIGene:107652445", TermProperty.CATEGORY))
        .containsExactly("biolink:GenomicEntity");
    assertThat(told.values("NCBIGene:107652445", TermProperty.ENTRY_SYMBOL)).isEmpty();
    assertThat(reading.claims())
        .containsExactly(
            "2 NCBIGene:1 oboInOwl:hasDbXref OMIM:138670",
            "2 NCBIGene:1 skos:exactMatch HGNC:5",
            "3 NCBIGene:4540 skos:exactMatch HGNC:7461");
    assertThat(told.unknownValues()).containsEntry("db_xrefs=Odd:1", 1L);
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2019, 4, 1));
  }

  /// Counts of the publisher's file by `awk`.
  @Test
  void theGenesOfNcbiAreCounted() throws IOException {
    var reading = Reading.of(Truth.data("knowledge/ncbi/Homo_sapiens.gene_info_20190507.gz"));
    var told = reading.told();
    assertThat(told.rows()).isEqualTo(61_393);
    assertThat(told.leftOut()).containsEntry("other_species", 73L).hasSize(1);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(told.unknownValues()).isEmpty();
    assertThat(told.terms().stream().filter(one -> one.term().value().equals("biolink:Gene")))
        .hasSize(61_320 - 3_779);
    assertThat(reading.claims().stream().filter(claim -> claim.contains("exactMatch")))
        .hasSize(41_682);
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2019, 5, 7));
  }
}
