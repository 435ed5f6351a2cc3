package org.idiome.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.idiome.core.finding.Finding;
import org.idiome.profile.change.Cause;
import org.idiome.profile.change.Change;
import org.idiome.report.SampleFindings;
import org.junit.jupiter.api.Test;

/// What changed is said of the run that said it.
class ChangesTextTest {
  private static String text(Finding before, Finding after, int batches) {
    var change = new Change(Change.Kind.STATE, before, after);
    var between =
        IntStream.rangeClosed(1, batches)
            .mapToObj(i -> new ChangesText.Batch(i, "2026-11-21", "import", "", ""))
            .toList();
    var side = new ChangesText.Side("run 1", "2026-11-21", "2026-11-20", "", true);
    return ChangesText.of(
        new ChangesText.Comparison(
            "p",
            side,
            side,
            between,
            List.of(new ChangesText.Caused(change, Cause.DATA, List.of())),
            1,
            List.of(),
            List.of()),
        Ink.PLAIN);
  }

  @Test
  void theNewTitleDoesNotStandOverTheOldState() {
    var within = SampleFindings.interpreted().run().findings().stream();
    var after = within.filter(one -> one.subject().equals(SampleFindings.CEA)).findFirst();
    var text = text(SampleFindings.high(SampleFindings.CEA), after.orElseThrow(), 0);
    assertThat(text.replace('\u00a0', ' '))
        .contains("\nCEA\n")
        .contains("before   CEA above the laboratory's interval; found; 7.4 mmol/L")
        .contains("now      CEA within the laboratory's interval; excluded; 27 ");
  }

  @Test
  void ofManyBatchesTheFirstAreNamedAndTheOthersCounted() {
    var one = SampleFindings.high(SampleFindings.CEA);
    assertThat(text(one, one, 14))
        .contains("between  batch 1, 2026-11-21: import\n", "batch 12, ", "and 2 more\n")
        .doesNotContain("batch 13");
  }
}
