package org.idiome.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.run.Run;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final String NOTHING_ELSE = "Nothing in the other files";

  private static Account account(String... refused) {
    var sample = new Sample("p", "1980-01-01");
    for (var name : refused) {
      sample.problem(Problem.of(ProblemCode.FILE_COMPRESSION_CUT, Place.file(name)));
    }
    return Account.of(sample.interpreted(_ -> List.of()));
  }

  @Test
  void theBottomLineOpensWithWhatCouldNotBeRead() {
    assertThat(account("a.vcf.gz").bottomLine())
        .startsWith(
            "One of 3 files could not be read: a.vcf.gz; what it held is not in this report. "
                + NOTHING_ELSE);
    assertThat(account("a.vcf.gz", "b.tsv").bottomLine())
        .startsWith("Two of 4 files could not be read: a.vcf.gz and b.tsv; what they held is not");
    assertThat(account("a", "b", "c", "d", "e").bottomLine())
        .startsWith("Five of 7 files could not be read: a, b, c and 2 more; what they held");
    assertThat(account().bottomLine()).startsWith("Nothing needs a decision today.");
  }

  @Test
  void whatIsDueStandsBehindIt() {
    var line = Account.of(SampleFindings.interpretedInPart()).bottomLine();
    assertThat(line)
        .startsWith("One of 3 files could not be read: germline.vcf.gz;")
        .contains(NOTHING_ELSE + " needs a decision today. Creatinine needs a second measurement.");
    assertThat(line.split("\\s+")).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void aFileThatWasRefusedTwiceIsOne() {
    assertThat(account("a", "a").refusals().files()).hasSize(1);
  }

  /// A run keeps the first problems of a kind: of more files than that not each is named.
  @Test
  void claimsNoNumberThatItDoesNotKnow() {
    var whole = account("a").run();
    var found = new Problems();
    for (int i = 0; i < 50; i++) {
      found.add(Problem.of(ProblemCode.FILE_EMPTY, Place.file(i + ".tsv")));
    }
    var run =
        new Run(
            whole.individual(),
            whole.inputs(),
            List.of(),
            whole.files(),
            whole.releases(),
            found.kept(),
            found.count());
    assertThat(Refusals.of(run).line()).startsWith("At least 20 files could not be read: 0.tsv");
  }
}
