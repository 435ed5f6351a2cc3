package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.notAssessed;
import static org.idiome.care.pharmacogenes.Explained.notes;

import java.nio.file.Path;
import org.idiome.core.finding.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A germline file that could not be used is another thing than none.
class RefusedFileTest {
  @TempDir private Path folder;

  @Test
  void aFileOfWhichNobodySaysThatTheBuildIsTrueIsNamedAndToBeMended() {
    Runs.vcf(folder, "one.vcf", "GRCh37", new String[] {"chr10 94842866 A G GT 1/1"});
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .drug("RxNorm:32968", "clopidogrel", "2024-01-01/")
            .run();
    var gene = Runs.finding(run, "|diplotype|CYP2C19");
    notAssessed(gene, ReasonCode.NO_DATA, "file_refused");
    assertThat(notes(gene)).contains("reason file_refused", "settles mend_file");
    assertThat(gene.why().children().toString()).contains("one.vcf");
    var medicine = Runs.finding(run, "|medicine|clopidogrel");
    notAssessed(medicine, "file_refused");
    assertThat(medicine.advice()).isNull();
  }
}
