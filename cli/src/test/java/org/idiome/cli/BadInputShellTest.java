package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.idiome.cli.Ran.idiome;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.idiome.record.json.JsonLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with an input is said by name, place and remedy, in words and as JSON, with
/// the exit code of the contract, and leaves nothing half done.
class BadInputShellTest {
  private static final String ROW = "2026-04-01\tLOINC:2823-3\tPotassium\t4.1\tmmol/L\t3.5\t5.1";
  private static final String HEAD = "date\tcode\tname\tvalue\tunit\tlow\thigh\n";
  private static final String RECORD = "chr10\t94781859\t.\tG\tA\t50\tPASS\t.\tGT\t0/1\n";
  private static final Pattern OPTION = Pattern.compile("--max-[a-z-]+");

  @TempDir Path folder;

  /// What a test does to a person whose folder is in order.
  interface Spoil {
    void spoil(MadePerson person) throws IOException;
  }

  private static Spoil packet(String from, String to) {
    return person -> {
      assertThat(person.packet()).contains(from);
      person.with("phenopacket.json", person.packet().replace(from, to));
    };
  }

  private static Spoil laboratory(String text) {
    return person -> person.with(MadePerson.LABORATORY, HEAD + text);
  }

  private static Spoil laboratory(byte[] bytes) {
    return person -> person.with(MadePerson.LABORATORY, bytes);
  }

  private static Spoil germline(String text) {
    return person -> person.with(MadePerson.GERMLINE, text);
  }

  private static Spoil germline(byte[] bytes) {
    return person -> person.with(MadePerson.GERMLINE, bytes);
  }

  private static Spoil named(String path) {
    return person ->
        person.with(
            "phenopacket.json",
            person.packet().replace("\"" + MadePerson.LABORATORY + "\"", "\"" + path + "\""));
  }

  static Stream<Arguments> people() {
    return Stream.of(
        arguments("vcf without header", 1, "vcf-header-absent", "germline.vcf:", germline(RECORD)),
        arguments(
            "vcf without column names",
            1,
            "vcf-header-absent",
            "germline.vcf:",
            germline(MadePerson.VCF_HEADER.replaceFirst("#CHROM.*\n", "") + RECORD)),
        arguments(
            "vcf with a column too few",
            0,
            "vcf-columns",
            "germline.vcf:5:",
            germline(MadePerson.VCF_HEADER + RECORD.replace("\t0/1", ""))),
        arguments(
            "gzip cut", 1, "file-compression-cut", "germline.vcf:", germline(cut(gzip(vcf()), 9))),
        arguments(
            "bgzf without end block",
            1,
            "file-compression-cut",
            "germline.vcf:",
            germline(blocks(vcf()))),
        arguments(
            "sample absent",
            1,
            "vcf-sample-absent",
            "germline.vcf:",
            germline(MadePerson.VCF_HEADER.replace("G1", "G2") + RECORD)),
        arguments(
            "enum wrong",
            0,
            "phenopacket-enum-not-known",
            "phenopacket.json:1:",
            packet("FEMALE", "WOMAN")),
        arguments(
            "id missing",
            2,
            "phenopacket-person-missing",
            "phenopacket.json:1:",
            packet("\"subject\":{\"id\":\"made-01\",", "\"subject\":{")),
        arguments(
            "field unknown",
            0,
            "phenopacket-field-not-known",
            "phenopacket.json:",
            (Spoil) person -> person.more(",\n\"shoeSize\":42")),
        arguments("path absent", 1, "file-not-found", "phenopacket.json:", named("no.tsv")),
        arguments(
            "path upward", 1, "folder-path-outside", "phenopacket.json:", named("../secret.tsv")),
        arguments(
            "path absolute", 1, "folder-path-outside", "phenopacket.json:", named("/etc/passwd")),
        arguments(
            "number wrong",
            0,
            "table-value-not-a-number",
            "laboratory.tsv:2:",
            laboratory(ROW.replace("4.1", "lots"))),
        arguments(
            "unit impossible",
            0,
            "amount-unit-not-understood",
            "laboratory.tsv:2:",
            laboratory(ROW.replace("mmol", "f"))),
        arguments(
            "line ends mixed",
            0,
            "file-mixed-line-ends",
            "laboratory.tsv:3:",
            laboratory(ROW + "\n" + ROW + "\r\n")),
        arguments(
            "table in utf16",
            1,
            "file-not-utf8",
            "laboratory.tsv:",
            laboratory((HEAD + ROW).getBytes(UTF_16))),
        arguments(
            "table with mark",
            0,
            "file-byte-order-mark",
            "laboratory.tsv:1:",
            laboratory(marked(HEAD + ROW + "\n"))),
        arguments(
            "packet in utf16",
            2,
            "file-not-utf8",
            "phenopacket.json:",
            (Spoil) person -> person.with("phenopacket.json", person.packet().getBytes(UTF_16))),
        arguments(
            "packet with mark",
            0,
            "file-byte-order-mark",
            "phenopacket.json:1:",
            (Spoil) person -> person.with("phenopacket.json", marked(person.packet()))),
        arguments(
            "packet cut",
            2,
            "json-cut",
            "phenopacket.json:",
            (Spoil) person -> person.with("phenopacket.json", person.packet().substring(0, 300))),
        arguments(
            "packet no json",
            2,
            "json-not-valid",
            "phenopacket.json:1:",
            (Spoil) person -> person.with("phenopacket.json", "{\"id\": \"m\",,}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void interpretSaysWhatIsWrongWithAPerson(
      String what, int exit, String code, String place, Spoil bad) throws IOException {
    Files.writeString(folder.resolve("secret.tsv"), HEAD + ROW + "\n");
    var person = MadePerson.in(folder);
    bad.spoil(person);
    check(person.written(), exit, code, place);
  }

  @Test
  void interpretFollowsNoLinkOutOfTheFolder() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.tsv"), HEAD + ROW + "\n");
    var person = MadePerson.in(folder).without(MadePerson.LABORATORY).written();
    Files.createSymbolicLink(person.resolve(MadePerson.LABORATORY), secret);
    check(person, 1, "folder-path-outside", "phenopacket.json:");
    assertThat(idiome("interpret", person, "--json").out()).doesNotContain("2026-04-01");
  }

  @Test
  void interpretNeedsAPacket() throws IOException {
    check(Files.createDirectory(folder.resolve("person")), 2, "folder-no-phenopacket", "");
    check(folder.resolve("nowhere"), 2, "file-not-found", "nowhere");
  }

  /// An administrator may read everything, and nothing is refused to one.
  @Test
  void aFileThatMayNotBeReadIsSaid() throws IOException {
    var person = MadePerson.in(folder).written();
    Files.setPosixFilePermissions(person.resolve(MadePerson.LABORATORY), Set.of());
    assumeThat(Files.isReadable(person.resolve(MadePerson.LABORATORY))).isFalse();
    check(person, 1, "file-not-readable", "laboratory.tsv");
    assertThat(idiome("scan", person.resolve(MadePerson.LABORATORY)).exit()).isEqualTo(2);
  }

  @Test
  @Tag("slow")
  void aWordInRowOneMillionIsNamedByItsLine() throws IOException {
    var rows = (ROW + "\n").repeat(999_999) + ROW.replace("4.1", "lots") + "\n";
    var person = MadePerson.in(folder).with(MadePerson.LABORATORY, HEAD + rows).written();
    check(person, 0, "table-value-not-a-number", "laboratory.tsv:1000001:");
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        arguments("line", "file-line-too-long", 1, laboratory(ROW + "m".repeat(17 << 20) + "\n")),
        arguments("columns", "table-too-many-columns", 1, laboratory("\tx".repeat(100_001) + "\n")),
        arguments(
            "bomb", "file-too-large", 1, laboratory(gzip(HEAD + ROW + "\n".repeat(60_000_000)))),
        arguments(
            "depth",
            "json-limit-exceeded",
            2,
            (Spoil) person -> person.more(",\"x\":" + nested(200))),
        arguments(
            "string", "json-limit-exceeded", 2, (Spoil) person -> person.id("m".repeat(17 << 20))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sizes")
  @Tag("slow")
  void absurdSizesAreRefusedByTheOptionThatRaisesTheBound(
      String what, String code, int exit, Spoil absurd) throws IOException {
    var person = MadePerson.in(folder);
    absurd.spoil(person);
    var written = person.written();
    check(written, exit, code, "");
    var option = option(idiome("interpret", written));
    int most = option.equals(JsonLimits.DEPTH_OPTION) ? JsonLimits.DEEPEST : 1 << 27;
    var raised = idiome("interpret", written, option, most, "--json");
    assertThat(raised.out() + raised.err()).doesNotContain(code).doesNotContain(option);
  }

  @Test
  void aFolderOfTooManyFilesIsRefused() throws IOException {
    var person = MadePerson.in(folder).written();
    for (int i = 0; i < 20; i++) {
      Files.createFile(person.resolve("file" + i));
    }
    for (var command : new String[] {"interpret", "scan"}) {
      var ran = idiome(command, person, "--json", "--max-files", 10);
      assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(codes(ran)).containsExactly("folder-too-many-files");
      assertThat(option(ran)).isEqualTo("--max-files");
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String option(Ran ran) {
    var option = OPTION.matcher(ran.err());
    assertThat(option.find()).as(ran.err()).isTrue();
    return option.group();
  }

  /// The problem is said on standard error and in the JSON, once each; outputs are whole or absent.
  private void check(Path person, int exit, String code, String place) throws IOException {
    var outputs = Files.createTempDirectory(folder, "outputs");
    var page = outputs.resolve("page.html");
    var json = outputs.resolve("run.json");
    var ran = idiome("interpret", person, "-o", page, "--json", json);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertBlock(ran.err(), place);
    assertThat(codes(idiome("interpret", person, "--json"))).contains(code);
    if (exit == ExitCode.WRONG_INPUT) {
      assertThat(ran.out()).isEmpty();
      assertThat(outputs).isEmptyDirectory();
    } else {
      assertThat(page).content().endsWith("</html>\n");
      assertThat(JsonTree.of(Files.readString(json)).has("run")).isTrue();
      assertThat(outputs.toFile().list()).hasSize(2);
    }
  }

  private static void assertBlock(String err, String place) {
    assertThat(err)
        .containsPattern("(?m)^(?=\\S*" + Pattern.quote(place) + ")\\S+: \\S.*\\R  \\S")
        .doesNotContain("\tat ", "Exception", "\n\n");
  }

  private static Set<String> codes(Ran ran) {
    var codes = new TreeSet<String>();
    for (var problem : JsonTree.of(ran.out()).get("problems")) {
      codes.add(problem.get("code").asString());
    }
    return codes;
  }

  // scan and pharmacogenes

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("nothing", "x.vcf", 2, "file-empty", new byte[0]),
        arguments(
            "vcf without header",
            "x.vcf",
            2,
            "vcf-header-absent",
            RECORD.repeat(3).getBytes(UTF_8)),
        arguments("vcf cut", "x.vcf.gz", 2, "file-compression-cut", cut(gzip(vcf()), 9)),
        arguments("vcf without end block", "x.vcf.gz", 2, "file-compression-cut", blocks(vcf())),
        arguments(
            "vcf with a column too few",
            "x.vcf",
            0,
            "vcf-columns",
            vcf().replace("\t0/1", "").getBytes(UTF_8)),
        arguments("vcf in utf16", "x.vcf", 2, "file-not-utf8", vcf().getBytes(UTF_16)),
        arguments("vcf with mark", "x.vcf", 0, "file-byte-order-mark", marked(vcf())),
        arguments(
            "vcf of mixed lines",
            "x.vcf",
            0,
            "file-mixed-line-ends",
            (vcf() + RECORD.replace("\n", "\r\n")).getBytes(UTF_8)),
        arguments(
            "packet cut", "x.json", 2, "json-cut", "{\"subject\":{\"id\":\"m\"},".getBytes(UTF_8)),
        arguments(
            "json of no known kind", "x.json", 2, "file-not-recognised", "{}".getBytes(UTF_8)),
        arguments(
            "table of two columns of one name",
            "x.tsv",
            2,
            "table-column-repeated",
            "a\tb\ta\n1\t2\t3\n".getBytes(UTF_8)),
        arguments("archive", "x.zip", 2, "file-not-recognised", new byte[] {'P', 'K', 3, 4, 0, 0}),
        arguments(
            "bomb", "x.tsv.gz", 2, "file-too-large", gzip("a\tb\n" + "\n".repeat(60_000_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void scanSaysWhatIsWrongWithAFile(String what, String name, int exit, String code, byte[] bytes)
      throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    var good = Files.writeString(folder.resolve("good.tsv"), "a\tb\n1\t2\n");
    var ran = idiome("scan", "--json", file);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertThat(codes(ran)).contains(code);
    assertBlock(ran.err(), name);
    assertThat(idiome("scan", file, good).exit()).isEqualTo(exit == 0 ? 0 : ExitCode.PARTLY);
    if (name.contains("vcf")) {
      var genes = idiome("pharmacogenes", "--json", file);
      assertThat(genes.exit()).as(genes.err()).isEqualTo(exit);
      assertThat(codes(genes)).contains(code);
      assertBlock(genes.err(), name);
    }
  }

  // bytes

  private static String vcf() {
    return MadePerson.VCF_HEADER + RECORD;
  }

  private static byte[] marked(String text) {
    return ("\ufeff" + text).getBytes(UTF_8);
  }

  private static byte[] cut(byte[] bytes, int missing) {
    return Arrays.copyOf(bytes, bytes.length - missing);
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// One block of BGZF: a gzip member whose extra field holds its own length; no end block.
  private static byte[] blocks(String text) {
    var plain = gzip(text);
    var block = new byte[plain.length + 8];
    System.arraycopy(plain, 0, block, 0, 10);
    System.arraycopy(plain, 10, block, 18, plain.length - 10);
    block[3] = 4;
    byte[] extra = {
      6, 0, 'B', 'C', 2, 0, (byte) (block.length - 1), (byte) ((block.length - 1) >> 8)
    };
    System.arraycopy(extra, 0, block, 10, extra.length);
    return block;
  }
}
