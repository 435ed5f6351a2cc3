package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bytes, and what is wrong behind them, are the same for any number of threads that inflate,
/// by the inflater of the system and by that of the platform.
class BlockCrewTest {
  private static final int MANY = 1 << 19;

  @TempDir Path folder;

  /// What comes out of a file, what was wrong behind it, and the hash of the file.
  private record Told(ByteBuffer bytes, String end, Sha256 file) {}

  private static Told read(byte[] file, int room, @Nullable BlockCrew crew) throws IOException {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[room + 7];
    var end = "whole";
    var raw = new RawBytes(new ByteArrayInputStream(file), true);
    try (var inflation = new Inflation(raw, new BlockInflater.Platform(), crew)) {
      for (int read = 0; read >= 0; read = inflation.read(buffer, 7, room)) {
        out.write(buffer, 7, read);
      }
    } catch (DamagedException e) {
      end = e.part() + (e.isCut() ? " cut" : "");
    }
    return new Told(ByteBuffer.wrap(out.toByteArray()), end, raw.finish());
  }

  /// Reads with one, two and four threads, and with each inflater.
  private static Told same(byte[] file) throws IOException {
    var alone = read(file, MANY, null);
    assertThat(alone.file()).isEqualTo(Sha256.of(file));
    for (int room : new int[] {1_000, MANY}) {
      assertThat(read(file, room, null)).as("alone, room %d", room).isEqualTo(alone);
      for (int threads : new int[] {1, 2, 4}) {
        for (Supplier<BlockInflater> inflaters :
            List.<Supplier<BlockInflater>>of(BlockInflater::open, BlockInflater.Platform::new)) {
          assertThat(read(file, room, new BlockCrew(threads, inflaters)))
              .as("%d threads, room %d", threads, room)
              .isEqualTo(alone);
        }
      }
    }
    return alone;
  }

  private static void assertWhole(byte[] file, byte[] content) throws IOException {
    var told = same(file);
    assertThat(told.end()).isEqualTo("whole");
    assertThat(told.bytes().array()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 59_999, 60_000, 60_001, 1_000_000, 3_000_000})
  void wholeFiles(int length) throws IOException {
    var content = Packed.content(length, length);
    assertWhole(Packed.bgzf(content), content);
  }

  @Test
  void blocksOfAllSizesWithEmptyOnesAmongThemAndFieldsMore() throws IOException {
    var draws = new Random(3);
    var content = Packed.content(2_000_000, 3);
    var file = new ByteArrayOutputStream();
    for (int at = 0; at < content.length; ) {
      int size = draws.nextInt(6) == 0 ? 1 << 16 : 1 + draws.nextInt(9_000);
      size = Math.min(size, content.length - at);
      var more = new byte[draws.nextInt(3) == 0 ? 4 + draws.nextInt(2_000) : 0];
      file.writeBytes(Packed.block(content, at, size, more));
      at += size;
      while (draws.nextInt(4) == 0) {
        file.writeBytes(Packed.END_BLOCK);
      }
    }
    // What stands before it is not the end of the file, though it is a block of the end.
    file.writeBytes(Packed.END_BLOCK);
    assertWhole(file.toByteArray(), content);
    assertWhole(Packed.join(file.toByteArray(), new byte[700]), content);
  }

  @Test
  void blocksThatCannotBePacked() throws IOException {
    var noise = new byte[900_000];
    new Random(4).nextBytes(noise);
    assertWhole(Packed.bgzf(noise), noise);
  }

  /// A name in the head of a block is allowed by gzip.
  @Test
  void anotherHeadAmongThem() throws IOException {
    var content = Packed.content(300_000, 7);
    var named = Packed.block(content, 120_000, 60_000, new byte[0]);
    var file =
        Packed.join(
            Packed.withoutEnd(Packed.bgzf(Arrays.copyOf(content, 120_000))),
            Packed.named(named, "a"),
            Packed.bgzf(Arrays.copyOfRange(content, 180_000, 300_000)));
    assertWhole(file, content);
  }

  @ParameterizedTest
  @CsvSource({
    "0, gzip header", // The magic itself is checked apart.
    "3, gzip header",
    "-8, CRC",
    "-5, CRC",
    "-4, length",
    "-1, length"
  })
  void damageInTheMiddleIsNamed(int at, String part) throws IOException {
    var content = Packed.content(1_200_000, 9);
    int place = 10;
    var file = Packed.bgzf(content);
    int block = 0;
    for (int i = 0; i < place; i++) {
      block += size(file, block);
    }
    int changed = at < 0 ? block + size(file, block) + at : block + at;
    file[changed] ^= (byte) (at == 3 ? 0x80 : 0x40);
    var told = same(file);
    var expected = at == 0 ? "bytes after the last gzip member" : part;
    assertThat(told.end()).isEqualTo(expected);
    assertThat(told.bytes().array()).startsWith(Arrays.copyOf(content, 60_000 * place));
  }

  private static int size(byte[] file, int block) {
    return ((file[block + 16] & 0xff) | (file[block + 17] & 0xff) << 8) + 1;
  }

  @Test
  void anyBitThatChangesAndAnyCut() throws IOException {
    var content = Packed.content(300_000, 5);
    var file = Packed.bgzf(content);
    var draws = new Random(11);
    for (int i = 0; i < 16; i++) {
      var changed = file.clone();
      changed[draws.nextInt(file.length)] ^= (byte) (1 << draws.nextInt(8));
      same(changed);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(same(Arrays.copyOf(file, 1 + draws.nextInt(file.length - 1))).end())
          .isNotEqualTo("whole");
    }
    assertThat(same(Packed.withoutEnd(file)).end()).isEqualTo("BGZF end block cut");
  }

  private Input open(byte[] bytes, int threads) throws IOException {
    var file = Files.write(folder.resolve("large"), bytes);
    return new Input(
        "large",
        Files.newInputStream(file),
        Limits.DEFAULT,
        bytes.length,
        Meter.NONE,
        true,
        threads);
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> List.of("read-ahead", "inflate").contains(thread.getName()))
        .toList();
  }

  /// The same through all that stands between: a large file, read ahead and hashed.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void largeFilesWholeAndDamaged(int threads) throws Exception {
    var content = Packed.content(24_000_000, 1);
    var file = Packed.bgzf(content);
    try (var input = open(file, threads)) {
      var read = new byte[content.length + 1];
      int all = 0;
      for (int some = 0; some >= 0; some = input.read(read, all, read.length - all)) {
        all += some;
      }
      assertThat(threads().stream().filter(thread -> thread.getName().equals("inflate")))
          .hasSize(threads - 1);
      assertThat(Arrays.equals(read, 0, all, content, 0, content.length)).isTrue();
      assertThat(input.finish()).isEqualTo(Sha256.of(file));
      assertThat(input.sizeBytes()).isEqualTo(file.length);
    }
    file[file.length / 2] ^= 1;
    try (var input = open(file, threads)) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> {
            var piece = new byte[1 << 16];
            while (input.read(piece, 0, piece.length) >= 0) {
              assertThat(piece).isNotNull();
            }
          })
          .satisfies(
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_COMPRESSION_DAMAGED));
      assertThat(input.finish()).isEqualTo(Sha256.of(file));
    }
    var left = open(file, threads);
    assertThat(left.read(new byte[10], 0, 10)).isPositive();
    left.close();
    left.close();
    for (var thread : threads()) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
  }
}
