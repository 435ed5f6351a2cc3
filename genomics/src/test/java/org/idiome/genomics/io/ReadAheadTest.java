package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are large enough to be read ahead, through [Input].
class ReadAheadTest {
  private static final byte[] NOISE = new byte[3_000_000];

  static {
    new Random(5).nextBytes(NOISE);
  }

  @TempDir Path folder;

  private Input open(byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve("large"), bytes);
    return Input.open(file, "large", Limits.DEFAULT);
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("read-ahead"))
        .toList();
  }

  /// A thread that was told to end may need a moment.
  private static void assertThatAllHaveEnded() throws InterruptedException {
    for (var thread : threads()) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void theBytesAndTheHashAreTheSameInPiecesOfAnySize() throws IOException {
    var draws = new Random(6);
    for (var bytes : List.of(NOISE, Packed.gzip(NOISE), Packed.bgzf(NOISE))) {
      try (var input = open(bytes)) {
        assertThat(threads()).isNotEmpty();
        var out = new ByteArrayOutputStream();
        var piece = new byte[300_000];
        int read;
        while ((read = input.read(piece, 7, 1 + draws.nextInt(piece.length - 7))) >= 0) {
          out.write(piece, 7, read);
        }
        assertThat(input.read(piece, 0, 1)).isEqualTo(-1);
        assertThat(out.toByteArray()).isEqualTo(NOISE);
        assertThat(input.finish()).isEqualTo(Sha256.of(bytes));
        assertThat(input.sizeBytes()).isEqualTo(bytes.length);
      }
    }
  }

  @Test
  void whoStopsEarlyHasTheHashOfAllAndLeavesNoThread() throws Exception {
    var packed = Packed.bgzf(NOISE);
    try (var input = open(packed)) {
      assertThat(input.read(new byte[100], 0, 100)).isPositive();
      assertThat(input.finish()).isEqualTo(Sha256.of(packed));
    }
    var unread = open(packed);
    unread.close();
    assertThatAllHaveEnded();
  }

  /// Everything before the damage is handed out, and nothing behind it.
  @Test
  void damageIsMetWhereItStands() throws Exception {
    var packed = Packed.bgzf(NOISE);
    packed[packed.length * 2 / 3] ^= 1;
    for (var bytes : List.of(packed, Arrays.copyOf(packed, packed.length / 2))) {
      try (var input = open(bytes)) {
        var piece = new byte[50_000];
        int all = 0;
        int read = 0;
        BadInputException refused = null;
        while (read >= 0 && refused == null) {
          try {
            read = input.read(piece, 0, piece.length);
            assertThat(Arrays.mismatch(piece, 0, read, NOISE, all, all + read)).isEqualTo(-1);
            all += read;
          } catch (BadInputException e) {
            refused = e;
          }
        }
        assertThat(refused).isNotNull();
        assertThat(all).isBetween(bytes.length - 1_200_000, bytes.length);
        assertThatExceptionOfType(BadInputException.class)
            .isThrownBy(() -> input.read(piece, 0, 1));
        assertThat(input.finish()).isEqualTo(Sha256.of(bytes));
      }
    }
    assertThatAllHaveEnded();
  }

  @Test
  void whatInflatesTooFarIsRefused() throws IOException {
    var bomb = Packed.join(Packed.gzip(new byte[40_000_000]), Packed.gzip(NOISE));
    var file = Files.write(folder.resolve("bomb"), bomb);
    try (var input = Input.open(file, "bomb", new Limits(100, 10, Long.MAX_VALUE))) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> readAll(input))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE));
    }
  }

  private static void readAll(Input input) throws IOException {
    var piece = new byte[1 << 16];
    while (input.read(piece, 0, piece.length) >= 0) {
      assertThat(piece).isNotNull();
    }
  }
}
