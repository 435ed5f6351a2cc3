package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.junit.jupiter.api.Test;

/// Whatever stands in a file of genes, it is refused by name, or changes are told by it: nothing
/// ends in a fault of the program.
class HostileGenesTest {
  private static final List<String> MORE =
      List.of(
          "",
          "exception=ribosomal slippage;",
          "exception=annotated by transcript or proteomic data;",
          "transl_except=(pos:40..42%2Caa:Sec);",
          "transl_except=(pos:%2Caa:);transl_table=2;",
          "Note=The RefSeq transcript has 1 substitution compared to this genomic sequence;",
          "tag=cds_start_NF,cds_end_NF;");

  private static String changed(Random random, String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      int at = random.nextInt(lines.size());
      var line = new StringBuilder(lines.get(at));
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), line.toString());
        case 2 -> {
          var cells = line.toString().split("\t", -1);
          if (cells.length > 7) {
            int cell = 3 + random.nextInt(2);
            cells[cell] = Integer.toString(random.nextInt(400) - 20);
            lines.set(at, String.join("\t", cells));
          }
        }
        case 3 -> {
          if (!line.isEmpty()) {
            line.setCharAt(
                random.nextInt(line.length()), "+-.012;=:,\tTG ".charAt(random.nextInt(14)));
            lines.set(at, line.toString());
          }
        }
        default ->
            lines.add(
                "c\tx\tcDNA_match\t"
                    + random.nextInt(90)
                    + "\t"
                    + (90 + random.nextInt(90))
                    + "\t.\t+\t.\tTarget=T "
                    + random.nextInt(9)
                    + " 90;Gap=M9 I1");
      }
    }
    return String.join("\n", lines);
  }

  @Test
  void everyFileOfGenesIsUsedOrRefused() throws IOException {
    var random = new Random(1303);
    int told = 0;
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      var made = MadeUpGene.of(random);
      var gene = random.nextBoolean() ? made : made.turned();
      var more = MORE.get(random.nextInt(MORE.size()));
      var gff = gene.gff().replace("Parent=transcript:T", more + "Parent=transcript:T");
      var text = changed(random, gff);
      try {
        told += told(random, gene, text);
      } catch (BadInputException e) {
        assertThat(e.problem().code().code()).isNotEmpty();
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("case " + i + "\n" + text, e);
      }
    }
    assertThat(told).isGreaterThan(10_000);
    assertThat(refused).isGreaterThan(20);
  }

  private static int told(Random random, MadeUpGene gene, String text) throws IOException {
    var window = gene.window();
    var models = Models.of(text);
    var consequences = new Consequences(models, "models", new Problems());
    int told = 0;
    var changes = new ArrayList<CopyChange>();
    for (int k = 0; k < 8; k++) {
      int start = random.nextInt(gene.bases().length() - 8);
      var reference = gene.bases().substring(start, start + random.nextInt(7));
      var alternate = MadeUpGene.bases(random, random.nextInt(5));
      var form = NormalForm.of(window, start, reference, alternate);
      if (!form.isSame()) {
        told += consequences.of("c", window, form).size();
        changes.add(new CopyChange(k, form, new Copy.Side("", random.nextInt(2))));
      }
    }
    for (var transcript : models.over("c", 0, gene.bases().length())) {
      told += new Haplotypes(consequences).of(transcript, window, changes).known().size();
    }
    return told + structural(random, window, consequences);
  }

  private static int structural(Random random, Window window, Consequences consequences) {
    int length = window.lengthBases();
    int start0 = random.nextInt(length - 1);
    int end0 = start0 + 1 + random.nextInt(length - start0 - 1);
    int told = 0;
    for (var kind : StructuralChange.Kind.values()) {
      boolean isPlace =
          kind == StructuralChange.Kind.CUT || kind == StructuralChange.Kind.INSERTION;
      var form = isPlace ? null : StructuralChange.bases(kind, start0, end0, window);
      var change =
          new StructuralChange(
              kind, "c", start0, isPlace ? start0 : end0, true, true, form, List.of());
      told += new StructuralConsequences(consequences).of(change, window).size();
    }
    return told;
  }
}
