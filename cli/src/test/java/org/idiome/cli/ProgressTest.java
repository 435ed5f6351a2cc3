package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Meter;
import org.junit.jupiter.api.Test;

/// The bar that a person sees while a large file is read.
class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long now;

  private Progress progress(boolean isWanted) {
    return new Progress(new PrintStream(terminal, true, UTF_8), () -> now, isWanted);
  }

  private String shown() {
    var text = terminal.toString(UTF_8);
    terminal.reset();
    return text;
  }

  @Test
  void saysNothingOfWhatIsDoneWithinASecond() {
    var progress = progress(true);
    progress.opened("x.vcf", 1_000);
    now = SECOND - 1;
    progress.passed(1_000);
    progress.clear();
    assertThat(shown()).isEmpty();
  }

  @Test
  void saysHowMuchHowFastAndHowLongYet() {
    var progress = progress(true);
    progress.opened("x.vcf", 400_000_000);
    now = SECOND;
    progress.passed(100_000_000);
    assertThat(shown())
        .isEqualTo("\r\u001b[K[#####---------------] 25%  100 MB/s  3 s left  x.vcf");
    progress.passed(100_000_000);
    assertThat(shown()).as("at most five times a second").isEmpty();
    now = 2 * SECOND;
    progress.passed(200_000_000);
    assertThat(shown()).contains("[####################] 100%");
    progress.clear();
    assertThat(shown()).isEqualTo("\r\u001b[K");
    progress.clear();
    assertThat(shown()).isEmpty();
  }

  @Test
  void showsSmallFilesOnlyWhereManyTakeLong() {
    var progress = progress(true);
    progress.opened("small.tsv", 10);
    now = 2 * SECOND;
    progress.passed(5);
    assertThat(shown()).isEmpty();
    now = 5 * SECOND;
    progress.passed(5);
    assertThat(shown()).contains("100%", "small.tsv");
  }

  @Test
  void claimsNoTimeLeftWhereTheSizeIsNotKnown() {
    var progress = progress(true);
    progress.opened("-", -1);
    now = 2 * SECOND;
    progress.passed(50_000_000);
    assertThat(shown()).isEqualTo("\r\u001b[K50 MB  25 MB/s  -");
  }

  @Test
  void isSilentWhereNobodyWatchesOrWantsIt() {
    var unwatched = progress(false);
    var hushed = progress(true);
    hushed.hush();
    now = 5 * SECOND;
    unwatched.opened("x.vcf", 10);
    unwatched.passed(5);
    hushed.opened("x.vcf", 10);
    hushed.passed(5);
    assertThat(shown()).isEmpty();
  }

  @Test
  void wordsClearTheBarFirst() {
    var progress = progress(true);
    var err = new PrintStream(terminal, true, UTF_8);
    var shell = new Shell(err, err, System.in, progress);
    progress.opened("a\u001b[31m.vcf", 10_000_000);
    now = SECOND;
    progress.passed(5_000_000);
    assertThat(shown()).contains("50%").doesNotContain("\u001b[31m");
    shell.say("a word");
    assertThat(shown()).isEqualTo("\r\u001b[Ka word\n");
  }

  /// A line of a file of thousands is a part of it, not a file of its own.
  @Test
  void whatLiesInMemoryDoesNotTouchTheBar() throws Exception {
    var progress = progress(true);
    progress.opened("people.jsonl.gz", 4_000_000);
    now = SECOND;
    progress.passed(1_000_000);
    var bar = shown();
    assertThat(bar).contains("25%");
    ScopedValue.where(Meter.CURRENT, progress)
        .call(() -> {
          var line = new ByteArrayInputStream("{}".getBytes(UTF_8));
          var limits = Limits.DEFAULT;
          try (var input = Input.of(line, "line", limits)) {
            return input.finish();
          }
        });
    now = 2 * SECOND;
    progress.passed(1_000_000);
    assertThat(shown()).contains("50%").contains("people.jsonl.gz");
  }
}
