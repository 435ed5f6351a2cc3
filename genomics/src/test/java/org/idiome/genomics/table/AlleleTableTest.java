package org.idiome.genomics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlleleTableTest {
  private static final String HEADER =
      """
      ##fileformat=VCFv4.3
      ##INFO=<ID=AF,Number=A,Type=Float,Description="share \\"of\\" all">
      ##INFO=<ID=AD,Number=R,Type=Integer,Description="each">
      ##INFO=<ID=CLN,Number=.,Type=String,Description="said">
      ##INFO=<ID=OK,Number=0,Type=Flag,Description="is">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      """;

  private static final String BASES = "GGCAAAATTCGGATCACACAGG";

  @TempDir Path folder;
  private Path fasta = Path.of("");

  @BeforeEach
  void reference() throws IOException {
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\n" + BASES + "\n>d\n" + BASES + "\n");
  }

  private static String record(String contig, int position, String alleles, String info) {
    return contig + "\t" + position + "\t.\t" + alleles + "\t.\t.\t" + info + "\n";
  }

  private Path make(String records, Problems problems, String... keys) throws IOException {
    return make(HEADER, records, problems, keys);
  }

  private Path make(String header, String records, Problems problems, String... keys)
      throws IOException {
    var bytes = new ByteArrayInputStream((header + records).getBytes(StandardCharsets.UTF_8));
    var out = folder.resolve("table");
    try (var reference = ReferenceFasta.open(fasta, "ref");
        var input = Input.of(bytes, "sites.vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, problems);
        var to = Files.newOutputStream(out)) {
      var contigs = new FileContigs(reader, reader.header());
      var normalizer = new Normalizer(reader, "sites.vcf", contigs, reference, "ref");
      var choice = TableChoice.of(List.of(keys));
      var maker = new TableMaker(reader, normalizer, contigs, "sites.vcf", choice, to);
      maker.make(problems);
      maker.end("x", input.finish().hex());
    }
    return out;
  }

  @Test
  void whatIsSaidOfAnAlleleIsFoundByItsNormalForm() throws IOException {
    var records =
        record("c", 2, "G\tA", "AF=0.25;AD=1,2;CLN=a,b;OK")
            + record("c", 6, "AA\tA,AAA", "AF=0.5,.;AD=1,2,3")
            + record("d", 3, "C\tT", ".");
    var problems = new Problems();
    try (var table = AlleleTable.open(make(records, problems), "t")) {
      assertThat(problems.kept()).isEmpty();
      assertThat(table.head().alleles()).isEqualTo(4);
      assertThat(table.head().columns())
          .extracting(TableColumn::key, TableColumn::type)
          .hasToString(
              "[(\"AF\", \"Float\"), (\"AD\", \"Integer\"), (\"CLN\", \"String\"), (\"OK\", \"Integer\")]");
      var search = new TableSearch(table);
      assertThat(values(search, "c", 2, "G", "A")).containsExactly("0.25", "2", "a,b", "1");
      assertThat(values(search, "c", 3, "CA", "C")).containsExactly("0.5", "2", "", "");
      assertThat(values(search, "c", 3, "C", "CA")).containsExactly("", "3", "", "");
      assertThat(values(search, "d", 3, "C", "T")).containsExactly("", "", "", "");
      assertThat(search.find("d", 2, "G", "A")).isFalse();
      assertThat(search.find("c", 2, "G", "T")).isFalse();
      assertThat(search.find("e", 2, "G", "A")).isFalse();
    }
  }

  private static List<String> values(TableSearch search, String contig, int at, String... alleles) {
    assertThat(search.find(contig, at, alleles[0], alleles[1])).isTrue();
    var values = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      values.add(search.value(i));
    }
    return values;
  }

  /// Against a map, over several blocks, asked for in any order, mostly near each other.
  @Test
  void manyAllelesAreAllFound() throws IOException {
    var draws = new Random(3);
    var bases = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      bases.append("ACGT".charAt(draws.nextInt(4)));
    }
    Files.writeString(fasta, ">c\n" + bases + "\n");
    var known = new TreeMap<String, String>();
    var records = new StringBuilder();
    for (int at0 = 1; at0 < 59_000; at0 += 1 + draws.nextInt(4)) {
      char base = bases.charAt(at0);
      var alternates = "ACGT".replace(String.valueOf(base), "").chars().limit(1 + draws.nextInt(3));
      var text = alternates.mapToObj(one -> String.valueOf((char) one)).toList();
      var values = text.stream().map(_ -> "0." + draws.nextInt(1000)).toList();
      for (int i = 0; i < text.size(); i++) {
        known.put((at0 + 1) + " " + base + " " + text.get(i), values.get(i));
      }
      records.append(
          record(
              "c",
              at0 + 1,
              base + "\t" + String.join(",", text),
              "AF=" + String.join(",", values)));
    }
    assertThat(known).hasSizeGreaterThan(5 * BlockBuilder.ALLELES);
    try (var table = AlleleTable.open(make(records.toString(), new Problems(), "AF"), "t")) {
      assertThat(table.head().alleles()).isEqualTo(known.size());
      var search = new TableSearch(table);
      int last0 = 0;
      for (int i = 0; i < 20_000; i++) {
        int near0 = Math.min(58_999, last0 + draws.nextInt(30));
        int at0 = draws.nextInt(4) > 0 ? near0 : draws.nextInt(59_000);
        last0 = at0;
        var base = String.valueOf(bases.charAt(at0));
        var other = String.valueOf("ACGT".charAt(draws.nextInt(4)));
        var wanted = known.get((at0 + 1) + " " + base + " " + other);
        assertThat(search.find("c", at0 + 1, base, other)).isEqualTo(wanted != null);
        assertThat(wanted == null || wanted.equals(search.value(0))).isTrue();
      }
    }
  }

  @Test
  void whatIsSaidTwiceIsCounted() throws IOException {
    var records =
        record("c", 4, "A\tAA", "AF=0.1")
            + record("c", 6, "A\tAA", "AF=0.1")
            + record("c", 7, "A\tAA", "AF=0.2");
    var problems = new Problems();
    try (var table = AlleleTable.open(make(records, problems), "t")) {
      assertThat(table.head().alleles()).isOne();
      assertThat(problems.kept()).hasSize(1);
      assertThat(problems.kept().getFirst().values()).containsEntry("count", "1");
    }
  }

  @Test
  void whatIsNotSortedIsRefused() {
    refused(
        ProblemCode.ALLELE_TABLE_NOT_SORTED,
        record("c", 2, "G\tA", ".") + record("d", 2, "G\tA", ".") + record("c", 3, "C\tA", "."));
  }

  @Test
  void aContigInAnotherOrderIsRefused() {
    refused(
        ProblemCode.ALLELE_TABLE_NOT_SORTED,
        record("c", 5, "A\tG", ".") + record("c", 2, "G\tA", "."));
  }

  @Test
  void aKeyThatIsNamedTwiceIsOneColumn() throws IOException {
    var twice =
        HEADER.replace(
            "##INFO=<ID=OK",
            "##INFO=<ID=AF,Number=1,Type=String,Description=\"x\">\n##INFO=<ID=OK");
    var record = record("c", 2, "G\tA", "AF=0.5");
    try (var table = AlleleTable.open(make(twice, record, new Problems(), "AF", "AF"), "t")) {
      assertThat(table.head().columns()).hasSize(1);
    }
    try (var table = AlleleTable.open(make(twice, record, new Problems()), "t")) {
      assertThat(table.head().columns()).hasSize(4);
    }
  }

  /// Entries of SpliceAI name their allele; those of another one are not told of it.
  @Test
  void entriesOfOneAlleleAreItsOwn() throws IOException {
    var entries =
        HEADER.replace(
            "##INFO=<ID=OK",
            "##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"SpliceAIv1.3 variant annotation."
                + " Format: ALLELE|SYMBOL|DS_AG\">\n##INFO=<ID=OK");
    var records =
        record("c", 2, "G\tA,T", "SpliceAI=A|B1|0.9,T|B1|0.1,A|B2|0.3")
            + record("c", 3, "C\tA,T", "SpliceAI=G|B1|0.9");
    try (var table = AlleleTable.open(make(entries, records, new Problems(), "SpliceAI"), "t")) {
      var search = new TableSearch(table);
      assertThat(search.find("c", 2, "G", "A")).isTrue();
      assertThat(search.value(0)).isEqualTo("A|B1|0.9,A|B2|0.3");
      assertThat(search.find("c", 2, "G", "T")).isTrue();
      assertThat(search.value(0)).isEqualTo("T|B1|0.1");
      assertThat(search.find("c", 3, "C", "T")).isTrue();
      assertThat(search.value(0)).isEqualTo("G|B1|0.9");
    }
  }

  @Test
  void aKeyThatIsNotDefinedIsRefused() {
    refused(ProblemCode.ALLELE_TABLE_COLUMN_ABSENT, "", "MISSING");
  }

  private void refused(ProblemCode code, String records, String... keys) {
    assertThatThrownBy(() -> make(records, new Problems(), keys))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /// Every cut, and a flip of every bit of a byte here and there: a named problem, never a value.
  @Test
  void aTableThatWasChangedIsRefused() throws IOException {
    var records = record("c", 2, "G\tA", "AF=0.25") + record("c", 6, "AA\tA", "AF=0.5");
    var path = make(records, new Problems());
    var whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ask(path)).isInstanceOf(BadInputException.class);
    }
    for (int at = 0; at < whole.length; at++) {
      var flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(path, flipped);
      assertThatThrownBy(() -> ask(path)).as("byte " + at).isInstanceOf(BadInputException.class);
    }
  }

  private static void ask(Path path) throws IOException {
    try (var table = AlleleTable.open(path, "t")) {
      var search = new TableSearch(table);
      search.find("c", 2, "G", "A");
    }
  }
}
