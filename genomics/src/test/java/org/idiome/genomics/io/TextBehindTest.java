package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TextBehindTest {
  private static final int LINES = 400_000;

  /// Far more than may wait at once.
  @Test
  void allIsWrittenInItsOrder() throws IOException {
    var wanted = new StringBuilder("head\n");
    var out = new ByteArrayOutputStream();
    try (var behind = new TextBehind(out)) {
      for (int i = 0; i < LINES; i++) {
        behind.text().put("line ").put(i).put('\n');
        wanted.append("line ").append(i).append('\n');
        if (i >= LINES / 4) {
          behind.begin("head\n").pass();
        }
      }
      behind.end();
    }
    assertThat(out.toString(StandardCharsets.US_ASCII).contentEquals(wanted)).isTrue();
  }

  /// The stream stands still until as many texts wait as may, and the next one is made.
  @Test
  void textThatWaitsIsNotWrittenOver() throws IOException {
    var isMade = new CountDownLatch(1);
    var written = new StringBuilder();
    var out =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new AssertionError("byte by byte");
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            try {
              if (length > 0) {
                isMade.await();
              }
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            written.append(new String(bytes, from, length, StandardCharsets.US_ASCII));
          }
        };
    try (var behind = new TextBehind(out)) {
      behind.begin("");
      for (var sign : List.of("a", "b", "c", "d")) {
        behind.text().put(sign.repeat(LINES));
        behind.pass();
      }
      behind.text().put("e".repeat(LINES));
      isMade.countDown();
      behind.end();
    }
    assertThat(written.chars().filter(sign -> sign == 'a').count()).isEqualTo(LINES);
    assertThat(written).hasSize(5 * LINES).endsWith("e");
  }

  @Test
  void nothingIsWrittenBeforeItBegins() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var behind = new TextBehind(out)) {
      behind.text().put("x".repeat(1 << 20));
      assertThatIllegalStateException().isThrownBy(behind::pass);
    }
    assertThat(out.size()).isZero();
    try (var behind = new TextBehind(out)) {
      behind.begin("h").end();
    }
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("h");
  }

  @Test
  void aStreamThatFailsIsTold() {
    var full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> {
          try (var behind = new TextBehind(full)) {
            behind.begin("");
            for (int i = 0; i < LINES; i++) {
              behind.text().put("some text of a line\n");
              behind.pass();
            }
          }
        })
        .withMessage("full");
  }
}
