package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDataTest {
  private static final String DAYS = "186 255 289 290 292 294 297 301 307 311 322 329 369 380 400";

  @TempDir Path folder;

  private static String samples() {
    var samples = new StringBuilder();
    for (var day : DAYS.split(" ", -1)) {
      samples.append("day").append(day).append('=').append(day).append(';');
    }
    return samples.toString();
  }

  /// 25,268 gene names on 15 days: counts as `data/person/ipop/SOURCE.md` has them.
  @Test
  void readsATranscriptomeOf15Days() throws IOException {
    Files.copy(Truth.data("person/ipop/rna_fpkm_by_gene.tsv.gz"), folder.resolve("rna.tsv.gz"));
    Folders.packet(
        folder,
        Folders.file(
            "rna.tsv.gz",
            "\"layer\":\"transcriptome\",\"shape\":\"wide\",\"feature\":\"gene\","
                + "\"timeUnit\":\"study_day\",\"unit\":\"={FPKM}\",\"fileFormat\":\"TSV\","
                + "\"samples\":\""
                + samples()
                + "\""));
    var record = Folders.read(folder);
    assertThat(record.problems()).isEmpty();
    var columns = record.quantities().get(Layer.TRANSCRIPTOME);
    assertThat(columns == null ? 0 : columns.size()).isEqualTo(25_268 * 15);
    assertThat(columns == null ? 0 : columns.features().size()).isEqualTo(25_268);
  }

  /// The shared part of the phenopacket store: counts as its `SOURCE.md` has them.
  @Test
  @Tag("slow")
  void readsEveryPublishedCase() throws IOException {
    var corpus = Truth.data("rare/phenopacket-store/phenopackets.jsonl.gz");
    long cases = 0;
    long present = 0;
    long excluded = 0;
    long onsets = 0;
    long places = 0;
    long noted = 0;
    long late = 0;
    var packet = folder.resolve("p.json");
    try (var input = Input.open(corpus, "corpus", Limits.DEFAULT)) {
      var lines = new LineReader(input, Limits.DEFAULT);
      while (lines.next()) {
        Files.writeString(packet, lines.text());
        var record = Folders.read(packet);
        cases++;
        noted += record.problemCount();
        late +=
            record.problemCounts().getOrDefault(ProblemCode.PHENOPACKET_ONSET_AFTER_ENCOUNTER, 0L);
        for (var statement : record.statements(Layer.PHENOTYPE)) {
          if (!statement.kind().equals("sign")) {
            continue;
          }
          boolean isPresent = statement.presence() == Presence.Looked.PRESENT;
          present += isPresent ? 1 : 0;
          excluded += statement.presence() == Presence.Looked.EXCLUDED ? 1 : 0;
          onsets += isPresent && statement.qualifier("onset") != null ? 1 : 0;
        }
        places +=
            record.statements(Layer.GENOME).stream()
                .filter(one -> one.qualifier("place") != null)
                .count();
      }
    }
    assertThat(cases).isEqualTo(6438);
    assertThat(present).isEqualTo(57_842);
    assertThat(excluded).isEqualTo(90_040);
    assertThat(onsets).isEqualTo(5536);
    assertThat(places).isEqualTo(6675);
    // Such as an onset at P45Y of one who was last seen at P38Y; nothing else is to be remarked.
    assertThat(late).isEqualTo(97);
    assertThat(noted).isEqualTo(late);
  }
}
