package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Variant files of an export are read by bcftools, where it is installed, record by record.
class VcfPeerTest {
  @TempDir Path folder;

  private record Said(int exit, String out, String err) {}

  private Said bcftools(Object... words) throws IOException, InterruptedException {
    var out = folder.resolve("bcftools.out");
    var err = folder.resolve("bcftools.err");
    var all = new ArrayList<String>();
    all.add("bcftools");
    for (var word : words) {
      all.add(word.toString());
    }
    int exit =
        new ProcessBuilder(all)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Said(exit, text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private boolean isThere() throws InterruptedException {
    try {
      return bcftools("--version").exit() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void bcftoolsReadsEveryRecordOfAnExport() throws IOException, InterruptedException {
    assumeTrue(isThere(), "bcftools is not installed");
    new DemoPeople().writeInto(folder.resolve("demo"));
    int files = 0;
    for (var person : new String[] {"lung-01", "rare-01", "course-01"}) {
      idiome("import", folder.resolve("demo").resolve(person), "--store", folder.resolve("s"));
      var out = folder.resolve(person);
      assertThat(idiome("export", person, "-o", out, "--store", folder.resolve("s")).exit())
          .isZero();
      try (var all = Files.list(out.resolve("record"))) {
        for (var file : all.filter(one -> one.toString().endsWith(".vcf")).sorted().toList()) {
          same(file);
          files++;
        }
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(4);
  }

  /// Places, alleles, filters and genotypes as bcftools prints them are those of the text.
  private void same(Path file) throws IOException, InterruptedException {
    var format = "%CHROM\\t%POS\\t%REF\\t%ALT\\t%FILTER[\\t%GT]\\n";
    var said = bcftools("query", "-f", format, file);
    assertThat(said.exit()).as("%s: %s", file, said.err()).isZero();
    assertThat(said.err()).as(file.toString()).isEmpty();
    var expected = new StringBuilder();
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        continue;
      }
      var cells = line.split("\t", -1);
      var named = List.of(cells[8].split(":"));
      var genotype = cells[9].split(":", -1)[named.indexOf("GT")];
      expected.append(String.join("\t", cells[0], cells[1], cells[3], cells[4], cells[6]));
      expected.append('\t').append(genotype).append('\n');
    }
    assertThat(said.out()).as(file.toString()).isEqualTo(expected.toString()).isNotEmpty();
  }
}
