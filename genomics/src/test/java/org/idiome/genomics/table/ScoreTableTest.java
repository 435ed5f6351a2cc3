package org.idiome.genomics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.reference.ReferenceFasta;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows in the shapes that publishers give them (`score-columns.tsv` names where these were seen),
/// with places and values made up for a reference of 22 bases.
class ScoreTableTest {
  private static final String BASES = "GGCAAAATTCGGATCACACAGG";

  private static final String ALPHA_MISSENSE =
      """
      # Copyright 2023 DeepMind Technologies Limited
      #
      # Licensed under CC BY-NC-SA 4.0 license
      #CHROM\tPOS\tREF\tALT\tgenome\tuniprot_id\ttranscript_id\tprotein_variant\tam_pathogenicity\tam_class
      chr1\t2\tG\tA\thg38\tP1\tENST1.1\tV2M\t0.3296\tlikely_benign
      chr1\t2\tG\tA\thg38\tP2\tENST2.4\tV9M\t0.9\tlikely_pathogenic
      chr1\t2\tG\tT\thg38\tP1\tENST1.1\tV2L\t0.2937\tlikely_benign
      """;

  private static final String REVEL =
      """
      chr,hg19_pos,grch38_pos,ref,alt,aaref,aaalt,REVEL,Ensembl_transcriptid
      1,2,10,C,A,T,M,0.027,ENST00000335137
      1,3,.,C,T,T,M,0.025,ENST00000335137
      1,13,2,G,A,T,M,0.150,ENST1;ENST2
      """;

  private static final String DBNSFP =
      """
      #chr\tpos(1-based)\tref\talt\taaref\trs_dbSNP\thg19_chr\thg19_pos(1-based)\thg18_chr\thg18_pos(1-based)\tSIFT_score\tGERP++_RS\tclinvar_trait
      1\t2\tG\tA\tX\t.\t1\t11\t.\t.\t0.002;.;0.01\t4.5\ta b=50%;c&d
      1\t10\tC\tT\tX\trs7\t.\t.\t.\t.\t.\t-1e-05\t.
      """;

  @TempDir Path folder;
  private Path fasta = Path.of("");
  private final Problems problems = new Problems();

  @BeforeEach
  void reference() throws IOException {
    fasta =
        Files.writeString(folder.resolve("ref.fa"), ">1\n" + BASES + "\n>chr1\n" + BASES + "\n");
  }

  private static TableChoice choice(@Nullable Several several, String... columns) {
    return new TableChoice(List.of(columns), Map.of(), false, several, null);
  }

  private AlleleTable make(byte[] bytes, @Nullable String build, TableChoice choice)
      throws IOException {
    var out = Files.createTempFile(folder, "x", ".alleles");
    try (var reference = ReferenceFasta.open(fasta, "ref");
        var input = Input.of(new ByteArrayInputStream(bytes), "scores.tsv", Limits.DEFAULT);
        var lines = new LineReader(input, Limits.DEFAULT);
        var to = Files.newOutputStream(out);
        var maker = new ScoreTableMaker(lines, "scores.tsv", reference, build, choice, 1000, to)) {
      maker.make(problems);
      maker.end("x", input.finish().hex());
    }
    return AlleleTable.open(out, "t");
  }

  private AlleleTable make(String text, @Nullable String build, TableChoice choice)
      throws IOException {
    return make(text.getBytes(StandardCharsets.UTF_8), build, choice);
  }

  private static List<String> values(AlleleTable table, int at, String... alleles) {
    var search = new TableSearch(table);
    if (!search.find("1", at, alleles[0], alleles[1])) {
      return List.of("none");
    }
    var values = new ArrayList<String>();
    for (int i = 0; i < table.head().columns().size(); i++) {
      values.add(search.value(i));
    }
    return values;
  }

  private void refused(ProblemCode code, String text, @Nullable String build, TableChoice choice) {
    assertThatThrownBy(() -> make(text, build, choice).close())
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /// Anchored as VCF writes them, found by their normal form; the text of a number stays.
  @Test
  void scoresOfCaddAreRead() throws IOException {
    var text =
        """
        ## CADD GRCh38-v1.7 (c) 2013-2023. All rights reserved.
        #Chrom\tPos\tRef\tAlt\tRawScore\tPHRED
        1\t2\tG\tA\t0.702541\t8.470
        1\t2\tG\tC\t-1e-05\tNA
        1\t6\tAA\tA\t0.10\t32
        """;
    try (var table = make(text, null, choice(null))) {
      assertThat(problems.kept()).isEmpty();
      assertThat(table.head().build()).isEqualTo(GenomeBuild.GRCH38);
      assertThat(table.head().columns())
          .extracting(TableColumn::key, TableColumn::type)
          .hasToString("[(\"RawScore\", \"Float\"), (\"PHRED\", \"Float\")]");
      assertThat(values(table, 2, "G", "A")).containsExactly("0.702541", "8.470");
      assertThat(values(table, 2, "G", "C")).containsExactly("-1e-05", "");
      assertThat(values(table, 3, "CA", "C")).containsExactly("0.10", "32");
      assertThat(values(table, 2, "G", "T")).containsExactly("none");
    }
  }

  @Test
  void ofSeveralRowsOfOneAlleleAllAreListedOrOneIsChosen() throws IOException {
    try (var table =
        make(ALPHA_MISSENSE, null, choice(null, "transcript_id", "am_pathogenicity"))) {
      assertThat(table.head().build()).isEqualTo(GenomeBuild.GRCH38);
      assertThat(values(table, 2, "G", "A")).containsExactly("ENST1.1&ENST2.4", "0.3296&0.9");
      assertThat(values(table, 2, "G", "T")).containsExactly("ENST1.1", "0.2937");
      assertThat(table.head().columns().get(1).type()).isEqualTo("String");
    }
    try (var table = make(ALPHA_MISSENSE, null, choice(null, "am_class", "genome"))) {
      assertThat(values(table, 2, "G", "A"))
          .containsExactly("likely_benign&likely_pathogenic", "hg38");
    }
    var greatest = choice(Several.of("max=am_pathogenicity"), "am_pathogenicity", "am_class");
    try (var table = make(ALPHA_MISSENSE, null, greatest)) {
      assertThat(values(table, 2, "G", "A")).containsExactly("0.9", "likely_pathogenic");
      assertThat(table.head().columns().getFirst().type()).isEqualTo("Float");
    }
    var least = choice(Several.of("min=am_pathogenicity"), "am_pathogenicity");
    try (var table = make(ALPHA_MISSENSE, null, least)) {
      assertThat(values(table, 2, "G", "A")).containsExactly("0.3296");
    }
    assertThat(problems.isEmpty()).isTrue();
    try (var table = make(ALPHA_MISSENSE, null, choice(Several.FIRST, "am_pathogenicity"))) {
      assertThat(values(table, 2, "G", "A")).containsExactly("0.3296");
    }
    assertThat(problems.count(ProblemCode.ALLELE_TABLE_REPEATED)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "last", "max", "list=x", "first=", "min="})
  void rulesThatAreNoneAreRefused(String text) {
    assertThatThrownBy(() -> Several.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  /// The positions of the build that is asked for; a row without one has no place in it.
  @Test
  void positionsOfTheBuildAreTaken() throws IOException {
    var older = REVEL.replace("1,2,10,C,A", "1,3,10,C,A").replace("1,13,2", "1,12,2");
    try (var table = make(older, "GRCh37", choice(null, "REVEL"))) {
      assertThat(table.head().build()).isEqualTo(GenomeBuild.GRCH37);
      assertThat(table.head().alleles()).isEqualTo(3);
      assertThat(values(table, 12, "G", "A")).containsExactly("0.150");
    }
    refused(ProblemCode.ALLELE_TABLE_NOT_SORTED, REVEL, "GRCh38", choice(null));
    var sorted = new TableChoice(List.of("REVEL"), Map.of(), false, null, folder);
    try (var table = make(REVEL, "GRCh38", sorted)) {
      assertThat(table.head().alleles()).isEqualTo(2);
      assertThat(values(table, 2, "G", "A")).containsExactly("0.150");
      assertThat(values(table, 10, "C", "A")).containsExactly("0.027");
    }
  }

  @Test
  void columnsThatMayBeSeveralAreRefused() {
    refused(ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR, REVEL, null, choice(null));
    refused(ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR, DBNSFP, null, choice(null));
    refused(ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR, REVEL, "T2T-CHM13v2.0", choice(null));
    refused(
        ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR, "chr\tpos\tref\n1\t2\tG\n", null, choice(null));
    refused(
        ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR,
        "chr\tpos\tref\treference\talt\n1\t2\tG\tG\tA\n",
        null,
        choice(null));
    refused(ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR, "some words\n", null, choice(null));
    refused(ProblemCode.FILE_EMPTY, "", null, choice(null));
  }

  @Test
  void aColumnThatIsNotThereIsRefused() {
    refused(ProblemCode.ALLELE_TABLE_COLUMN_ABSENT, REVEL, "GRCh38", choice(null, "revel"));
    refused(
        ProblemCode.ALLELE_TABLE_COLUMN_ABSENT,
        ALPHA_MISSENSE,
        null,
        choice(Several.of("max=am_pathogenicity"), "am_class"));
  }

  /// What INFO cannot hold is written in codes; names become keys.
  @Test
  void valuesAndNamesAreWrittenAsInfoCanHoldThem() throws IOException {
    try (var table = make(DBNSFP, "hg38", choice(null))) {
      assertThat(table.head().columns())
          .extracting(TableColumn::key)
          .containsExactly(
              "aaref",
              "rs_dbSNP",
              "hg19_chr",
              "hg19_pos_1_based_",
              "hg18_chr",
              "hg18_pos_1_based_",
              "SIFT_score",
              "GERP___RS",
              "clinvar_trait");
      assertThat(values(table, 2, "G", "A"))
          .containsExactly(
              "X", "", "1", "11", "", "", "0.002%3B.%3B0.01", "4.5", "a%20b%3D50%25%3Bc%26d");
      assertThat(ValueText.plain("a%20b%3D50%25%3Bc%26d")).isEqualTo("a b=50%;c&d");
      assertThat(values(table, 10, "C", "T").get(7)).isEqualTo("-1e-05");
    }
  }

  @Test
  void columnsAreNamedAndPositionsCountedFromZero() throws IOException {
    var text = "where;\tfrom\tbefore\tafter\tscore\n1\t1\tG\ta,T\t007\n1\t9\tc\tT\t12\n";
    var places = Map.of("chrom", "where;", "pos", "from", "ref", "before", "alt", "after");
    try (var table = make(text, null, new TableChoice(List.of(), places, true, null, null))) {
      assertThat(table.head().alleles()).isEqualTo(3);
      assertThat(values(table, 2, "G", "A")).containsExactly("007");
      assertThat(values(table, 2, "G", "T")).containsExactly("007");
      assertThat(values(table, 10, "C", "T")).containsExactly("12");
      assertThat(table.head().columns().getFirst().type()).isEqualTo("String");
    }
    // Counted from 1, the same rows are not what the reference has.
    refused(
        ProblemCode.REFERENCE_DIFFERS,
        text,
        null,
        new TableChoice(List.of(), places, false, null, null));
  }

  @Test
  void rowsThatAreNoneAreNamed() throws IOException {
    var text =
        """
        chr,pos,ref,alt,genome,score
        1,2,G,A,hg38,1
        1,2,G,A
        1,x,G,A,hg38,1
        1,0,G,A,hg38,1
        1,99999999999,G,A,hg38,1
        1,3,-,A,hg38,1
        [1,3,C,A,hg38,1
        1,3,C,-,hg38,1

        1,3,C,T,hg19,1
        1,4,A,A,hg38,1
        1,4,A,<DEL>,hg38,1
        1,NA,A,G,hg38,1
        1,5,A,"G",hg38,"a,""b"
        """;
    try (var table = make(text, null, choice(null, "score"))) {
      assertThat(problems.kept())
          .extracting(one -> one.place().line())
          .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 11L);
      assertThat(problems.count(ProblemCode.ALLELE_TABLE_ROW)).isEqualTo(8);
      assertThat(table.head().alleles()).isEqualTo(2);
      assertThat(values(table, 5, "A", "G")).containsExactly("a,\"b");
    }
  }

  @Test
  void aLastLineWithoutEndIsSaid() throws IOException {
    make("chr\tpos\tref\talt\ts\n1\t2\tG\tA\t0.9", null, choice(null)).close();
    assertThat(problems.count(ProblemCode.ALLELE_TABLE_LAST_LINE)).isOne();
    assertThat(problems.faults()).isZero();
  }

  @Test
  void aFileOfAnotherBuildIsRefused() {
    var cadd = "## CADD GRCh37-v1.6\n#Chrom\tPos\tRef\tAlt\tPHRED\n1\t2\tG\tA\t3\n";
    refused(ProblemCode.VCF_BUILD_CONTRADICTION, cadd, "GRCh38", choice(null));
  }

  @Test
  void whatDoesNotFitTheReferenceIsCounted() throws IOException {
    var text = new StringBuilder("chr\tpos\tref\talt\ts\n");
    for (int i = 0; i < 300; i++) {
      text.append("1\t2\tG\tA\t").append(i).append('\n');
    }
    text.append("1\t4\tC\tA\t1\n1\t21\tGGT\tG\t1\n3\t1\tA\tC\t1\n");
    make(text.toString(), null, choice(Several.of("max=s"))).close();
    assertThat(problems.kept().getFirst().values())
        .containsEntry("count", "2")
        .containsEntry("compared", "302")
        .containsEntry("places", "1:4, 1:21");
    assertThat(problems.count(ProblemCode.REFERENCE_LACKS_CONTIGS)).isOne();
  }

  /// Of two files with the same rows in any order one table is made, over many pieces, too.
  @Test
  void rowsInAnyOrderAreSorted() throws IOException {
    var draws = new Random(11);
    var bases = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      bases.append("ACGT".charAt(draws.nextInt(4)));
    }
    Files.writeString(fasta, ">1\n" + bases + "\n>2\n" + bases + "\n");
    var rows = new ArrayList<String>();
    var known = new HashMap<String, String>();
    for (int contig = 1; contig <= 2; contig++) {
      for (int at = 1; at <= 3000; at++) {
        char base = bases.charAt(at - 1);
        for (char other : "ACGT".replace(String.valueOf(base), "").toCharArray()) {
          var score = Double.toString(draws.nextDouble());
          rows.add(contig + "\t" + at + "\t" + base + "\t" + other + "\t" + score);
          known.put(contig + " " + at + " " + base + " " + other, score);
        }
      }
    }
    Collections.shuffle(rows, draws);
    var text = "chr\tpos\tref\talt\ts\n" + String.join("\n", rows) + "\n";
    var taken = new ArrayList<AlleleRow>();
    try (var sort = new RowSort(folder, taken::add, 20_000)) {
      for (int i = 0; i < rows.size(); i++) {
        var cells = rows.get(i).split("\t", -1);
        int contig = Integer.parseInt(cells[0]);
        int at = Integer.parseInt(cells[1]);
        sort.add(new AlleleRow(contig, at, cells[2], cells[3], i, i, List.of(cells[4])));
      }
      sort.end();
    }
    assertThat(taken).hasSize(rows.size()).isSortedAccordingTo(AlleleRow.ORDER);
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
    var sorted = new TableChoice(List.of(), Map.of(), false, null, folder);
    try (var table = make(text, null, sorted)) {
      var search = new TableSearch(table);
      assertThat(table.head().alleles()).isEqualTo(known.size());
      known.forEach((allele, score) -> {
        var parts = allele.split(" ", -1);
        int at = Integer.parseInt(parts[1]);
        assertThat(search.find(parts[0], at, parts[2], parts[3])).isTrue();
        assertThat(search.value(0)).isEqualTo(score);
      });
    }
  }

  @Test
  void contigsOfTwoNamesAreOne() throws IOException {
    var text = "chr\tpos\tref\talt\ts\n1\t2\tG\tA\t1\nchr1\t2\tG\tA\t2\nchr1\t3\tC\tA\t3\n";
    Files.writeString(fasta, ">1\n" + BASES + "\n>chr1\n" + BASES + "\n");
    try (var table = make(text, null, choice(null))) {
      assertThat(values(table, 2, "G", "A")).containsExactly("1&2");
      assertThat(table.head().alleles()).isEqualTo(2);
    }
  }

  @Test
  void packedFilesAreRead() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(ALPHA_MISSENSE.getBytes(StandardCharsets.UTF_8));
    }
    try (var table = make(packed.toByteArray(), null, choice(null))) {
      assertThat(table.head().alleles()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n",
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n",
        "{\"a\":1}",
        "BCF\u0002\u0002",
        ""
      })
  void variantFilesAndOthersAreNoScores(String text) throws IOException {
    assertThat(isScores(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## CADD GRCh38-v1.7\n#CHROM\tPOS\tREF\tALT\tRawScore\tPHRED\n",
        "#CHROM\tPOS\tREF\tALT\tgenome\n",
        "chr,hg19_pos\n"
      })
  void scoresAreKnown(String text) throws IOException {
    assertThat(isScores(text)).isTrue();
  }

  private static boolean isScores(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var input = Input.of(bytes, "x", Limits.DEFAULT)) {
      return ScoreFile.isOne(input);
    }
  }

  /// Each cut and each flipped bit of a file ends in a table or a named problem.
  @Test
  void whateverStandsInItAnswersOrRefuses() {
    for (var text : List.of(ALPHA_MISSENSE, REVEL, DBNSFP)) {
      var whole = text.getBytes(StandardCharsets.UTF_8);
      var draws = new Random(5);
      for (int i = 0; i < 700; i++) {
        var bytes = whole.clone();
        int flips = 1 + draws.nextInt(4);
        for (int flip = 0; flip < flips; flip++) {
          bytes[draws.nextInt(bytes.length)] = (byte) draws.nextInt(256);
        }
        int length = i < whole.length ? i : draws.nextInt(whole.length);
        try {
          make(bytes, "GRCh38", choice(null)).close();
          make(java.util.Arrays.copyOf(whole, length), "GRCh38", choice(null)).close();
        } catch (BadInputException e) {
          assertThat(e.problem().code()).isNotNull();
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
