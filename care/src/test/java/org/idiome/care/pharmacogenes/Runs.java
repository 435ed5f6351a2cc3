package org.idiome.care.pharmacogenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.idiome.care.CodeTable;
import org.idiome.core.finding.Finding;
import org.idiome.core.run.Run;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Interpretation;
import org.idiome.profile.PersonSource;
import org.idiome.profile.VcfSource;
import org.jspecify.annotations.Nullable;

/// Runs the interpreter over files, as the shell does.
final class Runs {
  private Runs() {}

  static Run of(Path vcf, @Nullable String sample) {
    return of(new VcfSource(vcf, sample, null, VcfLimits.DEFAULT));
  }

  static Run of(PersonSource person) {
    return of(StarterKnowledge.shipped(), person);
  }

  static Run of(Knowledge knowledge, PersonSource person) {
    var run =
        new Interpretation(List.of(new PharmacogeneInterpreter()), knowledge, "test", 1)
            .interpret(person, new TreeMap<>())
            .run();
    CodeTable.hold(PharmacogeneInterpreter.class, run.findings());
    return run;
  }

  /// A file of one sample `S1`; records are `CHROM POS REF ALT FORMAT SAMPLE`, or those six with
  /// FILTER and INFO behind.
  static Path vcf(Path folder, String... records) {
    return vcf(folder, "case.vcf", "GRCh38", records);
  }

  static Path vcf(Path folder, String name, String assembly, String... records) {
    var text = new StringBuilder();
    text.append("##fileformat=VCFv4.2\n");
    for (var contig : List.of("chr1", "chr10", "chr13")) {
      text.append("##contig=<ID=").append(contig);
      text.append(assembly.isEmpty() ? "" : ",assembly=" + assembly).append(">\n");
    }
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n");
    for (var record : records) {
      var f = record.split(" ", -1);
      var filter = f.length > 6 ? f[6] : "PASS";
      var info = f.length > 7 ? f[7] : ".";
      text.append(String.join("\t", f[0], f[1], ".", f[2], f[3], ".", filter, info, f[4], f[5]));
      text.append('\n');
    }
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The cell of a gene's row.
  static String cell(Run run, String gene, String column) {
    for (var row : new PharmacogeneTable().rows(run)) {
      if (row.get(1).equals(gene)) {
        return row.get(PharmacogeneTable.COLUMNS.indexOf(column));
      }
    }
    throw new AssertionError("no row of " + gene);
  }

  static Finding finding(Run run, String... keyParts) {
    for (var finding : run.findings()) {
      if (Arrays.stream(keyParts).allMatch(part -> finding.key().text().contains(part))) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + Arrays.toString(keyParts));
  }
}
