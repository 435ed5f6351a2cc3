package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wrong merge is undone, and an import taken back; what was known before stays to be asked.
class CorrectingTest {
  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      ##contig=<ID=chr10,length=133797422,assembly=GRCh38>
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tG1
      chr10\t94781859\t.\tG\tA\t50\tPASS\t.\tGT\t0/1
      """;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void importTwoSourcesOfOnePerson() throws IOException {
    root = folder.resolve("store");
    take(1, packet("one.json", "A", "HP:0001250"), new Joining("anna", false), Map.of());
    take(2, packet("two.json", "B", "HP:0002829"), new Joining("anna", false), Map.of());
    var table = new StringBuilder("code\tvalue\n");
    for (int row = 0; row < 3_000; row++) {
      table.append("X:").append(row).append('\t').append(row).append('\n');
    }
    take(
        3,
        file("rna.tsv", table.toString()),
        new Joining("anna", false),
        Map.of("layer", "transcriptome", "shape", "long", "feature", "code", "value", "value"));
    take(4, file("x.vcf", VCF), new Joining("anna", false), Map.of());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path packet(String name, String id, String sign) throws IOException {
    return file(
        name,
        "{\"id\":\"%s\",\"subject\":{\"id\":\"s\"},\"phenotypicFeatures\":[{\"type\":{\"id\":\"%s\"}}],"
                .formatted(id, sign)
            + "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}");
  }

  private StoreWriter write(int day, @Nullable String reason) {
    var at = Instant.EPOCH.plusSeconds(86_400L * day);
    return Store.orNew(root)
        .write(
            new Rows.BatchHead(at, "test", "test", reason == null ? null : "me", reason), "t", 0);
  }

  private void take(int day, Path path, Joining joining, Map<String, String> attributes)
      throws IOException {
    try (var writer = write(day, null)) {
      var request =
          new ImportRequest(joining, null, attributes, ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
      new Importing(writer, request)
          .take(path, String.valueOf(path.getFileName()), new NothingRefused());
      writer.acknowledge();
    }
  }

  /// Everything that is said of a person, as text.
  private List<String> said(String id, long batch) {
    try (var reader = Store.at(root).read()) {
      var person = KeptPerson.read(reader, id, batch, null);
      if (person == null) {
        return List.of();
      }
      var said = new ArrayList<String>();
      for (var statement : person.statements()) {
        said.add(statement.concept().id() + " " + person.cite(statement.rows().getFirst()).text());
      }
      person
          .quantities()
          .forEach((layer, columns) -> {
            said.add(layer + " " + columns.digest().hex());
            said.add(person.cite(columns.row(columns.size() - 1)).text());
          });
      for (var variants : person.variants()) {
        reader.calls(variants.segment(), call -> said.add(call.text()));
      }
      return said;
    }
  }

  private void split(String source, String to) {
    try (var writer = write(5, "they are two")) {
      var done = new Correcting(writer).split("anna", source, to);
      assertThat(done.observations()).isPositive();
      writer.acknowledge();
    }
  }

  @Test
  void aSplitGivesASourceToAnotherAndKeepsWhatWasKnownBefore() {
    var before = said("anna", StoreReader.NEWEST);
    assertThat(before).hasSize(5);
    split("rna.tsv", "berta");
    split("x.vcf", "berta");
    split("B", "berta");
    var anna = said("anna", StoreReader.NEWEST);
    var berta = said("berta", StoreReader.NEWEST);
    assertThat(anna).hasSize(1);
    assertThat(berta).hasSize(4);
    assertThat(before).containsAll(anna).containsAll(berta);
    assertThat(said("anna", 4)).isEqualTo(before);
    assertThat(said("berta", 4)).isEmpty();
    assertThat(Store.check(root).damage()).isEmpty();
  }

  @Test
  void whatWasWithdrawnIsNoLongerSaidAndStaysToBeAsked() {
    var before = said("anna", StoreReader.NEWEST);
    try (var writer = write(5, "of somebody else")) {
      var done = new Correcting(writer).withdraw("anna", "rna.tsv");
      assertThat(done.observations()).isEqualTo(3_000);
      writer.acknowledge();
    }
    assertThat(said("anna", StoreReader.NEWEST)).hasSize(3);
    assertThat(said("anna", 4)).isEqualTo(before);
    assertThat(Store.check(root).damage()).isEmpty();
  }

  @Test
  void whatWasWithdrawnCanBeImportedAgain() throws IOException {
    var before = said("anna", StoreReader.NEWEST);
    try (var writer = write(5, "by mistake")) {
      new Correcting(writer).withdraw("anna", "A");
      writer.acknowledge();
    }
    take(6, folder.resolve("one.json"), new Joining("anna", false), Map.of());
    assertThat(said("anna", StoreReader.NEWEST)).containsExactlyInAnyOrderElementsOf(before);
  }
}
