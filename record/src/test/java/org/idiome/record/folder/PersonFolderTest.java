package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.idiome.record.json.JsonLimits;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonFolderTest {
  private static final String VCF =
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  private static final String TABLE =
      "\"layer\":\"laboratory\",\"shape\":\"long\",\"feature\":\"f\",\"value\":\"v\","
          + "\"unit\":\"=mg/L\",\"fileFormat\":\"TSV\"";

  @TempDir Path folder;

  @Test
  void readsPacketAndTablesIntoOneRecord() throws IOException {
    Folders.packet(folder, Folders.file("sub/t.tsv", TABLE));
    Folders.write(folder, "sub/t.tsv", "f\tv\nX:2\t2\nX:1\t1\n");
    var record = Folders.read(folder);
    var columns = record.quantities().get(Layer.LABORATORY);
    assertThat(columns == null ? 0 : columns.size()).isEqualTo(2);
    assertThat(record.problems()).isEmpty();
    assertThat(record.sources().size()).isEqualTo(2);
    assertThat(record.sources().name(1)).isEqualTo("sub/t.tsv");
    assertThat(record.sources().file(1).sizeBytes()).isEqualTo(16);
  }

  @Test
  void saysHowManyRowsOfATableWereRefused() throws IOException {
    Folders.packet(folder, Folders.file("t.tsv", TABLE));
    Folders.write(folder, "t.tsv", "f\tv\nX:1\t1\n" + "X:2\tmany\n".repeat(30));
    var record = Folders.read(folder);
    assertThat(record.problems()).hasSize(20 + 1);
    assertThat(Folders.problem(record, ProblemCode.TABLE_ROWS_REFUSED).values())
        .containsEntry("read", "31")
        .containsEntry("refused", "30");
  }

  @Test
  void readsAPacketByItsOwnName() throws IOException {
    var golden = Truth.data("person/phenopackets/v2-rare-disease.json");
    var record = Folders.read(golden);
    assertThat(record.individual().id()).isEqualTo("proband-1");
    assertThat(record.sources().name(0)).isEqualTo("v2-rare-disease.json");
  }

  @Test
  void aFolderWithoutPacketIsRefused() throws IOException {
    assertThat(Folders.refusal(folder).code()).isEqualTo(ProblemCode.FOLDER_NO_PHENOPACKET);
    assertThat(Folders.refusal(folder.resolve("nothing")).code())
        .isEqualTo(ProblemCode.FILE_NOT_FOUND);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "../secret.tsv, FOLDER_PATH_OUTSIDE",
    "file:../secret.tsv, FOLDER_PATH_OUTSIDE",
    "sub/../../secret.tsv, FOLDER_PATH_OUTSIDE",
    "file:%2e%2e/secret.tsv, FOLDER_PATH_OUTSIDE",
    "/etc/passwd, FOLDER_PATH_OUTSIDE",
    "file:/etc/passwd, FOLDER_PATH_OUTSIDE",
    "file:///etc/passwd, FOLDER_PATH_OUTSIDE",
    "file://host/share/x.tsv, FOLDER_REMOTE_FILE",
    "https://example.org/x.vcf.gz, FOLDER_REMOTE_FILE",
    "s3://bucket/x.vcf.gz, FOLDER_REMOTE_FILE",
    "drs:abc, FOLDER_REMOTE_FILE",
    "absent.tsv, FILE_NOT_FOUND",
    "sub, FILE_NOT_FOUND",
    "., FILE_NOT_FOUND",
    "bad\\u0000name, FILE_NOT_FOUND",
  })
  void namesThatLeadNowhereOrOutAreNamed(String uri, ProblemCode code) throws IOException {
    Files.createDirectories(folder.resolve("in/sub"));
    Files.writeString(folder.resolve("secret.tsv"), "f\tv\nX\t1\n");
    Folders.packet(folder.resolve("in"), Folders.file(uri, TABLE));
    var record = Folders.read(folder.resolve("in"));
    var problem = Folders.problem(record, code);
    assertThat(problem.place().pointer()).isEqualTo("/files/0");
    assertThat(record.quantities()).isEmpty();
    assertThat(record.sources().size()).isOne();
  }

  @Test
  void aLinkThatLeavesTheFolderIsNotFollowed() throws IOException {
    var inside = Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("secret.tsv"), "f\tv\nX\t1\n");
    Files.createSymbolicLink(inside.resolve("link.tsv"), folder.resolve("secret.tsv"));
    Folders.packet(inside, Folders.file("link.tsv", TABLE));
    var record = Folders.read(inside);
    Folders.problem(record, ProblemCode.FOLDER_PATH_OUTSIDE);
    assertThat(record.problemCounts()).doesNotContainKey(ProblemCode.FOLDER_FILE_NOT_NAMED);
    assertThat(record.quantities()).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsNamedAllTheSame() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.tsv"), folder.resolve("gone.tsv"));
    Files.createSymbolicLink(folder.resolve("other.tsv"), folder.resolve("gone.tsv"));
    Folders.packet(folder, Folders.file("link.tsv", TABLE));
    var record = Folders.read(folder);
    Folders.problem(record, ProblemCode.FILE_NOT_FOUND);
    assertThat(Folders.problem(record, ProblemCode.FOLDER_FILE_NOT_NAMED).values())
        .containsEntry("names", "other.tsv");
  }

  @Test
  void aPacketThatIsALinkOutOfTheFolderIsNotRead() throws IOException {
    var inside = Files.createDirectories(folder.resolve("in"));
    Folders.packet(folder, "");
    Files.createSymbolicLink(
        inside.resolve(PersonFolder.PACKET_NAME), folder.resolve(PersonFolder.PACKET_NAME));
    assertThat(Folders.refusal(inside).code()).isEqualTo(ProblemCode.FOLDER_PATH_OUTSIDE);
  }

  @Test
  void aLinkWithinTheFolderIs() throws IOException {
    Folders.write(folder, "real.tsv", "f\tv\nX:1\t1\n");
    Files.createSymbolicLink(folder.resolve("link.tsv"), folder.resolve("real.tsv"));
    Folders.packet(folder, Folders.file("link.tsv", TABLE));
    var record = Folders.read(folder);
    assertThat(record.quantities()).hasSize(1);
    assertThat(record.problemCounts()).doesNotContainKey(ProblemCode.FOLDER_FILE_NOT_NAMED);
  }

  @Test
  void namesWithBlanksAndPlusesAreDecoded() throws IOException {
    Folders.write(folder, "my table+1.tsv", "f\tv\nX:1\t1\n");
    Folders.packet(folder, Folders.file("file:my%20table+1.tsv", TABLE));
    assertThat(Folders.read(folder).quantities()).hasSize(1);
  }

  private PersonRecord variants(String biosamples, String file) throws IOException {
    Folders.write(folder, "x.vcf", VCF);
    Folders.packet(
        folder,
        (biosamples.isEmpty() ? "" : "\"biosamples\":[" + biosamples + "],")
            + "\"files\":[{\"uri\":\"x.vcf\""
            + file
            + "}]");
    return Folders.read(folder);
  }

  private static final String TUMOUR =
      "{\"id\":\"T\",\"tumorProgression\":{\"id\":\"NCIT:C84509\"}}";
  private static final String GERMLINE =
      "{\"id\":\"G\",\"materialSample\":{\"id\":\"EFO:0009654\"}}";

  @Test
  void aVariantFileOfThePersonIsGermline() throws IOException {
    var record =
        variants(
            "",
            ",\"individualToFileIdentifiers\":{\"s\":\"NA1\",\"mother\":\"NA2\"},"
                + "\"fileAttributes\":{\"genomeAssembly\":\"GRCh38\"}");
    var file = record.variantFiles().getFirst();
    assertThat(file.layer()).isEqualTo(Layer.GENOME);
    assertThat(file.specimen()).isNull();
    assertThat(file.sample()).isEqualTo("NA1");
    assertThat(file.assembly()).isEqualTo("GRCh38");
    assertThat(file.identifiers()).containsEntry("mother", "NA2");
    assertThat(file.path()).isEqualTo(folder.toRealPath().resolve("x.vcf"));
  }

  @Test
  void aFileOfTwoSpecimensIsTwoSamples() throws IOException {
    var record =
        variants(
            TUMOUR + "," + GERMLINE, ",\"individualToFileIdentifiers\":{\"T\":\"a\",\"G\":\"b\"}");
    assertThat(record.variantFiles())
        .extracting(one -> one.specimen() + " " + one.layer() + " " + one.sample())
        .containsExactly("G GENOME b", "T TUMOUR a");
  }

  @Test
  void theOwnSampleBesideASpecimenIsReadUnlessItIsTheSpecimens() throws IOException {
    var two = variants(TUMOUR, ",\"individualToFileIdentifiers\":{\"T\":\"a\",\"s\":\"b\"}");
    assertThat(two.variantFiles())
        .extracting(one -> one.specimen() + " " + one.layer() + " " + one.sample())
        .containsExactly("T TUMOUR a", "null GENOME b");
    var one = variants(TUMOUR, ",\"individualToFileIdentifiers\":{\"T\":\"a\",\"s\":\"a\"}");
    assertThat(one.variantFiles()).extracting(VariantFile::layer).containsExactly(Layer.TUMOUR);
  }

  @Test
  void aTumourIsNeverReadAsTheGenomeThatAFileStates() throws IOException {
    var plasma = "{\"id\":\"P\",\"sampledTissue\":{\"id\":\"UBERON:0001969\"}}";
    var record =
        variants(
            TUMOUR + "," + GERMLINE + "," + plasma,
            ",\"individualToFileIdentifiers\":{\"T\":\"a\",\"G\":\"b\",\"P\":\"c\"},"
                + "\"fileAttributes\":{\"layer\":\"genome\"}");
    assertThat(record.variantFiles()).extracting(VariantFile::specimen).containsExactly("G");
    assertThat(record.problems())
        .allMatch(one -> one.code() == ProblemCode.FOLDER_LAYER_CONTRADICTORY)
        .extracting(one -> one.values().get("specimen"))
        .containsExactly("P", "T");
  }

  @Test
  void theLayerOfASpecimenOfNoStateIsNeverGuessed() throws IOException {
    var map = ",\"individualToFileIdentifiers\":{\"B\":\"a\"}";
    var unknown = variants("{\"id\":\"B\"}", map);
    assertThat(unknown.variantFiles()).isEmpty();
    Folders.problem(unknown, ProblemCode.FOLDER_LAYER_NOT_STATED);
    var stated = variants("{\"id\":\"B\"}", map + ",\"fileAttributes\":{\"layer\":\"Genome\"}");
    assertThat(stated.variantFiles().getFirst().layer()).isEqualTo(Layer.GENOME);
  }

  @Test
  void aSampleThatTwoAttributesNameDifferentlyIsNotRead() throws IOException {
    var record =
        variants(
            "",
            ",\"individualToFileIdentifiers\":{\"s\":\"NA1\"},"
                + "\"fileAttributes\":{\"sampleName\":\"NA2\"}");
    assertThat(record.variantFiles()).isEmpty();
    Folders.problem(record, ProblemCode.FOLDER_SAMPLE_CONTRADICTORY);
  }

  @Test
  void aFileOfSomebodyElseIsNotThePersons() throws IOException {
    var record = variants("", ",\"individualToFileIdentifiers\":{\"mother\":\"NA2\"}");
    assertThat(record.variantFiles()).isEmpty();
    Folders.problem(record, ProblemCode.FOLDER_FILE_OF_ANOTHER);
  }

  @Test
  void whatNothingDescribesOrNamesIsSaid() throws IOException {
    Folders.write(folder, "notes.txt", "hello\n");
    Folders.write(folder, "loose.tsv", "a\tb\n");
    Folders.write(folder, ".hidden", "x");
    Folders.packet(folder, Folders.file("notes.txt", ""));
    var record = Folders.read(folder);
    assertThat(Folders.problem(record, ProblemCode.FOLDER_FILE_NOT_DESCRIBED).values())
        .containsEntry("content", "text");
    assertThat(Folders.problem(record, ProblemCode.FOLDER_FILE_NOT_NAMED).values())
        .containsEntry("names", "loose.tsv")
        .containsEntry("count", "1");
  }

  @Test
  void whatTheDescriptionOfATableLacksIsNamed() throws IOException {
    Folders.write(folder, "loose.tsv", "f\tv\nX:1\t1\n");
    var said = "\"layer\":\"laboratory\",\"feature\":\"f\",\"value\":\"v\"";
    Folders.packet(folder, Folders.file("loose.tsv", said));
    var problem = Folders.problem(Folders.read(folder), ProblemCode.FOLDER_FILE_NOT_DESCRIBED);
    assertThat(problem.values()).containsEntry("missing", "shape").doesNotContainKey("content");
  }

  @Test
  void oneBadTableLeavesTheOthers() throws IOException {
    Folders.write(folder, "good.tsv", "f\tv\nX:1\t1\n");
    Folders.write(folder, "bad.tsv", "f\tw\nX:1\t1\n");
    var one = "{\"uri\":\"%s\",\"fileAttributes\":{" + TABLE + "}}";
    Folders.packet(
        folder,
        "\"files\":["
            + one.formatted("bad.tsv")
            + ","
            + one.formatted("good.tsv")
            + ","
            + one.formatted("good.tsv")
            + "]");
    var record = Folders.read(folder);
    Folders.problem(record, ProblemCode.TABLE_COLUMN_NOT_FOUND);
    Folders.problem(record, ProblemCode.FOLDER_FILE_REPEATED);
    var columns = record.quantities().get(Layer.LABORATORY);
    assertThat(columns == null ? 0 : columns.size()).isOne();
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    var options = new ReadingOptions(Limits.DEFAULT, JsonLimits.DEFAULT, 3, 10);
    for (int i = 0; i < 4; i++) {
      Folders.write(folder, "f" + i, "x");
    }
    Folders.packet(folder, "");
    var inFolder = Folders.refusal(folder, options);
    assertThat(inFolder.code()).isEqualTo(ProblemCode.FOLDER_TOO_MANY_FILES);
    assertThat(inFolder.values()).containsEntry("option", "--max-files");
    Folders.packet(
        folder, "\"files\":[{\"uri\":\"a\"},{\"uri\":\"b\"},{\"uri\":\"c\"},{\"uri\":\"d\"}]");
    assertThat(Folders.refusal(folder, options).values()).containsEntry("count", "4");
  }

  @Test
  void absurdSizesAreRefused() throws IOException {
    Folders.packet(folder, "");
    var limits = new Limits(100, 1000, 20);
    var options = new ReadingOptions(limits, JsonLimits.DEFAULT, 10, 10);
    assertThat(Folders.refusal(folder, options).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    Folders.packet(folder, Folders.file("t.tsv", TABLE));
    Folders.write(folder, "t.tsv", "f\tv" + "\tx".repeat(50) + "\n");
    var narrow = new ReadingOptions(Limits.DEFAULT, JsonLimits.DEFAULT, 10, 10);
    var record = PersonFolder.read(folder, narrow);
    Folders.problem(record, ProblemCode.TABLE_TOO_MANY_COLUMNS);
  }

  @Test
  void allPacketsOfTheGoldenFoldersAreReadOrRefusedWithAName() throws IOException {
    for (var folderName : List.of("person/phenopackets", "person/bad")) {
      try (var files = Files.list(Truth.data(folderName))) {
        for (var file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
          try {
            Folders.read(file);
          } catch (BadInputException e) {
            assertThat(e.problem().place().file()).isEqualTo(String.valueOf(file.getFileName()));
          }
        }
      }
    }
  }

  /// What is claimed and not known is named; the file is read by what it says itself.
  @Test
  void namesAnAssemblyThatNobodyKnows() throws IOException {
    Folders.write(
        folder, "g.vcf", "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\n");
    var read =
        Folders.read(
            Folders.packet(folder, Folders.file("g.vcf", "\"genomeAssembly\":\"banana\"")));
    assertThat(Folders.problem(read, ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN).values())
        .containsEntry("assembly", "banana");
  }
}
