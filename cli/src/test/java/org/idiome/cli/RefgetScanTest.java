package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefgetScanTest {
  @TempDir Path folder;

  @Test
  void everyContigIsARowWithItsDigest() throws IOException {
    var fasta = Files.writeString(folder.resolve("x.fa"), ">c\nac\nGT\n>chr1\nACGT\n");
    var ran = idiome("scan", fasta, "--refget", "--tsv");
    assertThat(ran.exit()).isZero();
    // The digest of ACGT is that of GA4GH refget.
    assertThat(ran.out().lines().map(row -> row.substring(row.indexOf('\t') + 1)))
        .containsExactly(
            "contig\tlength\trefget\tstate\tknown_as",
            "c\t4\tSQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2\tnot_standard\t.",
            "chr1\t4\tSQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2\tnot_standard\t.");
    assertThat(idiome("scan", fasta, "--refget", "--json").out())
        .contains("\"state\": \"not_standard\"");
  }

  @Test
  void whatIsNoFastaIsRefused() throws IOException {
    var fasta = Files.writeString(folder.resolve("x.fa"), ">c\nACGT\n");
    var text = Files.writeString(folder.resolve("y.txt"), "hello\n");
    var ran = idiome("scan", fasta, text, "--refget", "--tsv");
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("y.txt").contains("FASTA");
    assertThat(idiome("scan", text, "--refget").exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }
}
