package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `idiome knowledge` as a user runs it.
class KnowledgeShellTest {
  private static final String OLD =
      """
      id\tsubject\tpredicate\tobject\tevidence
      1\tHGNC:1097\tbiolink:related_to\tMONDO:1\tB
      2\tHGNC:1097\tbiolink:related_to\tMONDO:2\tC
      """;
  private static final String NEW =
      """
      id\tsubject\tpredicate\tobject\tevidence
      7\tHGNC:1097\tbiolink:related_to\tMONDO:1\tA
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Ran knowledge(Object... words) {
    var whole = new Object[words.length + 3];
    whole[0] = "knowledge";
    System.arraycopy(words, 0, whole, 1, words.length);
    whole[words.length + 1] = "--knowledge";
    whole[words.length + 2] = folder.resolve("home");
    return idiome(whole);
  }

  private String snapshot() {
    var list = knowledge("list", "--snapshots");
    return list.out().lines().toList().getLast();
  }

  @Test
  void aReleaseIsTakenListedShownAndRetired() throws IOException {
    var taken = knowledge("import", file("edges.tsv", OLD), "--source", "toy");
    assertThat(taken.exit()).as(taken.err()).isZero();
    assertThat(taken.err()).contains("toy ", "2 claims", "licence: not known");
    assertThat(knowledge("import", file("edges.tsv", OLD), "--source", "toy").err())
        .contains("already there");
    var row = knowledge("list", "--tsv").out().lines().toList().getLast();
    assertThat(row).contains("\ttoy\tnot known\t.\tnot known\t2\t2\t0\t");
    var shown = knowledge("show", "hgnc:1097");
    assertThat(shown.out()).contains("HGNC:1097 biolink:related_to MONDO:1", "[toy:2]", "[toy:3]");
    assertThat(knowledge("show", "toy").out()).contains("rows: kept 2");
    assertThat(knowledge("retire", "toy").exit()).isZero();
    assertThat(knowledge("show", "hgnc:1097").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(knowledge("list", "--all", "--tsv").out()).contains("\tretired\n");
  }

  @Test
  void wordsFindConceptsAndWhatIsObsoleteSaysWhatReplacedIt() throws IOException {
    var terms =
        """
        format-version: 1.2
        ontology: mondo

        [Term]
        id: MONDO:9000001
        name: made syndrome

        [Term]
        id: MONDO:9000002
        name: obsolete made syndrome of old
        is_obsolete: true
        replaced_by: MONDO:9000001

        [Term]
        id: MONDO:9000003
        name: obsolete made syndrome without heir
        is_obsolete: true
        """;
    knowledge("import", file("made.obo", terms), "--source", "made");
    var found = knowledge("search", "Made", "syndrome", "--tsv");
    assertThat(found.exit()).as(found.err()).isZero();
    var rows = found.out().lines().toList();
    assertThat(rows.getFirst()).startsWith("rank\tid\tname\tmatched_on\tkind\t");
    assertThat(rows.get(1)).startsWith("1\tMONDO:9000001\tmade syndrome\tname\t");
    assertThat(rows.get(2)).contains("\tobsolete\tMONDO:9000001\t");
    assertThat(knowledge("search", "made syndrome").out())
        .contains("obsolete, replaced by MONDO:9000001", "obsolete, no replacement is given");
    assertThat(knowledge("search", "made syndrome", "--limit", "1", "--tsv").out()).hasLineCount(2);
    var nothing = knowledge("search", "xqzv");
    assertThat(nothing.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(nothing.err()).contains("xqzv").contains("1 release");
    assertThat(knowledge("search", "made", "--limit", "0").exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void twoSnapshotsAreComparedClaimByClaim() throws IOException {
    knowledge("import", file("old.tsv", OLD), "--source", "toy");
    var first = snapshot();
    knowledge("import", file("new.tsv", NEW), "--source", "toy");
    var second = snapshot();
    var diff = knowledge("diff", first.substring(0, 12), second.substring(0, 12), "--tsv");
    assertThat(diff.exit()).as(diff.err()).isZero();
    assertThat(diff.out().lines())
        .containsExactly(
            "change\tsubject\tpredicate\tobject\tqualifier\tbefore\tafter\tsource_row_before"
                + "\tsource_row_after",
            "changed\tHGNC:1097\tbiolink:related_to\tMONDO:1\t.\tevidence=B\tevidence=A\told.tsv:2"
                + "\tnew.tsv:2",
            "removed\tHGNC:1097\tbiolink:related_to\tMONDO:2\t.\tevidence=C\t.\told.tsv:3\t.");
    var about = knowledge("diff", first, second, "--tsv", "--about", "MONDO:2");
    assertThat(about.out().lines()).hasSize(2);
    assertThat(knowledge("diff", first, first, "--tsv").out().lines()).hasSize(1);
    assertThat(knowledge("diff", first, second).out()).contains("withdrawn: ", "changed: ");
    assertThat(knowledge("diff", "abcdef", second).exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void twoFilesAreComparedWithoutAHome() throws IOException {
    var diff = knowledge("diff", file("old.tsv", OLD), file("new.tsv", NEW), "--tsv");
    assertThat(diff.out().lines()).hasSize(3);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void aSavedErrorPageIsRefusedAndTheOthersAreTaken() throws IOException {
    var page = file("page.tsv", "<!DOCTYPE html><html><title>404 Not Found</title></html>\n");
    var ran = knowledge("import", page, file("edges.tsv", OLD));
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("page.tsv: ", "HTML");
    assertThat(knowledge("import", page).exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void aFlippedByteIsNamedByItsFile() throws IOException {
    knowledge("import", file("edges.tsv", OLD), "--source", "toy");
    assertThat(knowledge("verify").exit()).isZero();
    Path published;
    try (var files = Files.walk(folder.resolve("home"))) {
      published = files.filter(file -> file.endsWith("published")).findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(published);
    bytes[5] ^= 1;
    Files.write(published, bytes);
    var verified = knowledge("verify");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.err()).contains("/published: ");
  }

  @Test
  void whatIsFetchedIsImportedWithItsAddress() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/edges.tsv",
        exchange -> {
          var bytes = OLD.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      var ran = knowledge("fetch", "hgnc", "--from", address + "/edges.tsv");
      assertThat(ran.exit()).as(ran.err()).isZero();
      assertThat(ran.err()).contains("CC0-1.0", "not confirmed", "2 claims");
      var gone = knowledge("fetch", "hgnc", "--from", address + "/other.tsv");
      assertThat(gone.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(gone.err()).contains("404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatNeedsAnAgreementIsNotFetched() {
    var ran = knowledge("fetch", "omim");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("your own copy");
    assertThat(knowledge("fetch").out()).contains("hgnc", "omim");
  }
}
