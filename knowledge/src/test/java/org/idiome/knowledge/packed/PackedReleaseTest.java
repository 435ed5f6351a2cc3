package org.idiome.knowledge.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.RowCounts;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedReleaseTest {
  @TempDir Path folder;

  private static Claim claim(String subject, String object, String values) {
    return new Claim(
        subject, "biolink:treats", object, false, Attributes.NONE, Attributes.of("level", values));
  }

  private interface Teller {
    void tell(ReleasePacker packer);
  }

  private ReleasePacker.PackedSummary pack(String name, Teller teller) throws IOException {
    try (var packer = new ReleasePacker(folder)) {
      teller.tell(packer);
      return packer.write(folder.resolve(name));
    }
  }

  @Test
  void claimsComeInTheOrderOfTheirNames() throws IOException {
    pack(
        "a",
        packer -> {
          packer.row(2);
          packer.claim(claim("MONDO:2", "HP:1", "A"));
          packer.row(3);
          packer.claim(claim("MONDO:10", "HP:2", "B"));
          packer.claim(claim("MONDO:10", "HP:1", "C"));
        });
    try (var release = PackedRelease.open(folder.resolve("a"))) {
      assertThat(release.claims()).isEqualTo(3);
      assertThat(release.claim(0)).isEqualTo(claim("MONDO:10", "HP:1", "C"));
      assertThat(release.claim(1)).isEqualTo(claim("MONDO:10", "HP:2", "B"));
      assertThat(release.claim(2)).isEqualTo(claim("MONDO:2", "HP:1", "A"));
      assertThat(release.lines(2)).containsExactly(2);
      assertThat(release.claimsAbout(release.name("HP:1"))).containsExactly(0, 2);
      assertThat(release.claimsFrom(release.name("MONDO:2"))).isEqualTo(2);
      assertThat(release.name("MONDO:3")).isEqualTo(PackedRelease.ABSENT);
    }
  }

  @Test
  void whatIsToldTwiceIsOneClaimWithBothLines() throws IOException {
    var summary =
        pack(
            "a",
            packer -> {
              packer.row(2);
              packer.claim(claim("A:1", "B:1", "x"));
              packer.row(3);
              packer.claim(claim("A:1", "B:1", "y"));
              packer.row(4);
              packer.claim(claim("A:1", "B:1", "x"));
            });
    assertThat(summary.rows()).isEqualTo(new RowCounts(3, 2, 1, 0, 0));
    try (var release = PackedRelease.open(folder.resolve("a"))) {
      assertThat(release.claims()).isEqualTo(2);
      assertThat(release.lines(0)).containsExactly(2, 4);
      assertThat(release.lines(1)).containsExactly(3);
    }
  }

  @Test
  void aNegatedClaimIsAnother() throws IOException {
    var told = claim("A:1", "B:1", "x");
    var denied =
        new Claim(
            told.subject(),
            told.predicate(),
            told.object(),
            true,
            told.qualifiers(),
            told.values());
    var summary =
        pack(
            "a",
            packer -> {
              packer.row(1);
              packer.claim(denied);
              packer.row(2);
              packer.claim(told);
            });
    assertThat(summary.claims()).isEqualTo(2);
    try (var release = PackedRelease.open(folder.resolve("a"))) {
      assertThat(release.isNegated(0)).isFalse();
      assertThat(release.isNegated(1)).isTrue();
      assertThat(release.claim(1)).isEqualTo(denied);
    }
  }

  @Test
  void rowsAddUpWhateverBecomesOfThem() throws IOException {
    var summary =
        pack(
            "a",
            packer -> {
              packer.row(1);
              packer.leaveOut("other_species");
              packer.row(2);
              packer.refuse("id", "x1");
              packer.row(3);
              packer.row(4);
              packer.term(Term.of("A:1", TermProperty.NAME, "one"));
              packer.row(5);
              packer.term(Term.of("A:1", TermProperty.NAME, "one"));
            });
    assertThat(summary.rows()).isEqualTo(new RowCounts(5, 1, 1, 2, 1));
    assertThat(summary.notices().leftOut())
        .containsOnly(
            java.util.Map.entry("other_species", 1L), java.util.Map.entry("says_nothing", 1L));
    assertThat(summary.notices().notUnderstood())
        .containsExactly(new Notices.Refused(2, "id", "x1"));
  }

  @Test
  void aRowCannotBeTwoThings() throws IOException {
    try (var packer = new ReleasePacker(folder)) {
      packer.row(1);
      packer.claim(claim("A:1", "B:1", "x"));
      assertThatThrownBy(() -> packer.refuse("a", "b")).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> packer.leaveOut("a")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void termsAreFoundByTheirConcept() throws IOException {
    pack(
        "a",
        packer -> {
          packer.row(1);
          packer.term(Term.of("B:1", TermProperty.NAME, "ﬁrst Größe"));
          packer.at(7);
          packer.term(
              new Term("A:1", TermProperty.EXACT_SYNONYM, "z", Attributes.of("type", "layperson")));
          packer.term(Term.of("A:1", TermProperty.NAME, "a"));
        });
    try (var release = PackedRelease.open(folder.resolve("a"))) {
      int from = release.termsFrom(release.name("A:1"));
      assertThat(release.property(from)).isEqualTo(TermProperty.NAME);
      assertThat(release.term(from + 1))
          .isEqualTo(
              new Term("A:1", TermProperty.EXACT_SYNONYM, "z", Attributes.of("type", "layperson")));
      assertThat(release.termLine(from + 1)).isEqualTo(7);
      assertThat(release.term(release.termsFrom(release.name("B:1"))).value())
          .isEqualTo("ﬁrst Größe");
    }
  }

  /// Against sorted sets of the standard library, over more texts and names than one table holds.
  @Test
  void manyShuffledRowsGiveWhatSortedSetsGive() throws IOException {
    var random = new Random(7);
    var told = new ArrayList<Claim>();
    for (int i = 0; i < 30_000; i++) {
      told.add(
          claim("S:" + random.nextInt(3_000), "O:" + random.nextInt(50), "v" + random.nextInt(3)));
    }
    var expected = new TreeMap<String, TreeSet<Integer>>();
    for (int i = 0; i < told.size(); i++) {
      expected.computeIfAbsent(text(told.get(i)), _ -> new TreeSet<>()).add(i + 1);
    }
    var order = new ArrayList<Integer>();
    for (int i = 0; i < told.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    var summary =
        pack(
            "a",
            packer -> {
              for (int i : order) {
                packer.row(i + 1L);
                packer.claim(told.get(i));
              }
            });
    assertThat(summary.rows())
        .isEqualTo(
            new RowCounts(
                told.size(), expected.size(), told.size() - (long) expected.size(), 0, 0));
    try (var release = PackedRelease.open(folder.resolve("a"))) {
      var found = new ArrayList<String>();
      for (int i = 0; i < release.claims(); i++) {
        var lines = new TreeSet<Integer>();
        for (int line : release.lines(i)) {
          lines.add(line);
        }
        found.add(text(release.claim(i)) + lines);
      }
      var wanted = new ArrayList<String>();
      expected.forEach((text, lines) -> wanted.add(text + lines));
      assertThat(found).containsExactlyElementsOf(wanted);
    }
  }

  private static String text(Claim claim) {
    return claim.subject() + " " + claim.object() + " " + claim.values();
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    pack(
        "a",
        packer -> {
          packer.row(1);
          packer.claim(claim("A:1", "B:1", "x"));
        });
    var bytes = Files.readAllBytes(folder.resolve("a"));
    for (int length : List.of(0, 7, 100, bytes.length / 2)) {
      var cut = Files.write(folder.resolve("cut" + length), java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> PackedRelease.open(cut)).isInstanceOf(PackedException.class);
    }
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    pack("a", packer -> packer.row(1));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a");
    }
  }
}
