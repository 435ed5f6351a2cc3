package org.idiome.knowledge.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.table.TableException;
import org.junit.jupiter.api.Test;

class StarterKnowledgeTest {
  private static final int FLIPS = 10;

  private static byte[] shipped(String path) {
    try (var stream = StarterKnowledge.class.getResourceAsStream(path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesItsSnapshotByTheManifestAlone() {
    var read = new ArrayList<String>();
    var starter =
        new StarterKnowledge(path -> {
          read.add(path);
          return shipped(path);
        });
    assertThat(starter.snapshot()).isEqualTo(StarterKnowledge.shipped().snapshot());
    assertThat(starter.snapshot().shortText()).hasSize(12);
    assertThat(read).as("no table is read before it is asked for").containsExactly("manifest.tsv");
    starter.laboratory();
    assertThat(read.subList(1, read.size())).allMatch(path -> path.startsWith("laboratory/"));
  }

  @Test
  void listsEachTableAsAReleaseWithItsLicenceAndRows() {
    var releases = StarterKnowledge.shipped().releases();
    assertThat(releases).isSortedAccordingTo(Comparator.comparing(SourceRelease::source));
    assertThat(releases)
        .filteredOn(release -> release.source().equals("starter/dpwg/recommendations"))
        .singleElement()
        .satisfies(release -> {
          assertThat(release.licence()).isEqualTo("CC-BY-SA-4.0");
          assertThat(release.release()).isEqualTo("2024-03-25-16-13");
          assertThat(release.rowsKept()).isEqualTo(release.rowsRead()).isPositive();
        });
  }

  @Test
  void refusesATableThatDiffersFromTheManifestByOneByte() {
    var starter =
        new StarterKnowledge(path -> {
          var bytes = shipped(path);
          if (path.equals("cpic/allele_functions.tsv")) {
            var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            return text.replace("*2\tNo function", "*2\tXo function")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          }
          return bytes;
        });
    assertThatThrownBy(starter::pharmacogenes)
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("starter/cpic/allele_functions.tsv: differs from the manifest; ");
  }

  @Test
  void namesTheFileOfAnyFlippedByte() {
    assertThat(StarterKnowledge.damaged()).isEmpty();
    var random = new SplittableRandom(20261121);
    var paths = new ArrayList<String>(List.of("manifest.tsv"));
    StarterKnowledge.shipped().files().forEach(file -> paths.add(file.path()));
    for (var damaged : paths) {
      for (int flip = 0; flip < FLIPS; flip++) {
        int bit = 1 << random.nextInt(8);
        int at = random.nextInt(shipped(damaged).length);
        var named =
            StarterKnowledge.damaged(path -> {
              var bytes = shipped(path);
              if (path.equals(damaged)) {
                bytes[at] ^= (byte) bit;
              }
              return bytes;
            });
        assertThat(named).as("byte " + at).containsExactly("starter/" + damaged);
      }
    }
  }

  @Test
  void answersWithOneViewForAnyNumberOfThreads() throws Exception {
    var starter = StarterKnowledge.shipped();
    var views = new ArrayList<Future<Pharmacogenes>>();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        views.add(pool.submit(starter::pharmacogenes));
      }
    }
    for (var view : List.copyOf(views)) {
      assertThat(view.get()).isSameAs(starter.pharmacogenes());
    }
  }
}
