package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is damaged is said to be, with its file, by whatever would read it; the rest is read.
class DamageTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    MadePeople.keep(root, "one");
    MadePeople.keep(root, "two");
  }

  /// Of every kind of damage, reading any row of the part is refused, and nobody else is touched.
  @Test
  void aDamagedPartIsRefusedWhenItIsRead() throws IOException {
    var part = root.resolve("layers/genome/00000001-0001.parquet");
    var two = MadePeople.told(root, "two");
    var bytes = Files.readAllBytes(part);
    for (var damage : damages(bytes).entrySet()) {
      var content = damage.getValue();
      Files.deleteIfExists(part);
      if (content.length > 0 || !damage.getKey().equals("missing")) {
        Files.write(part, content);
      }
      refuses(damage.getKey(), part, () -> MadePeople.told(root, "one"));
      assertThat(MadePeople.told(root, "two")).as(damage.getKey()).isEqualTo(two);
    }
    Files.write(part, bytes);
    assertThat(MadePeople.told(root, "one")).isNotEmpty();
  }

  private static Map<String, byte[]> damages(byte[] bytes) {
    var damages = new LinkedHashMap<String, byte[]>();
    for (int at : new int[] {0, 4, bytes.length / 2, bytes.length - 9, bytes.length - 1}) {
      var flipped = bytes.clone();
      flipped[at] ^= 1;
      damages.put("flip at " + at, flipped);
    }
    damages.put("missing", new byte[0]);
    damages.put("emptied", new byte[0]);
    damages.put("cut", Arrays.copyOf(bytes, bytes.length / 2));
    damages.put("zeroed", new byte[bytes.length]);
    return damages;
  }

  /// What can be seen without reading is seen of every part, also one that nobody asks for.
  @Test
  void aPartThatIsNotThereIsMissedByWhoDoesNotNeedIt() throws IOException {
    var part = root.resolve("layers/genome/00000001-0001.parquet");
    var bytes = Files.readAllBytes(part);
    for (var damage : new byte[][] {null, {}, Arrays.copyOf(bytes, 99), new byte[bytes.length]}) {
      Files.deleteIfExists(part);
      if (damage != null) {
        Files.write(part, damage);
      }
      try (var reader = Store.at(root).read()) {
        refuses("intake 1", part, () -> reader.requireParts(1));
        reader.requireParts(2);
        assertThat(reader.isDenseLoaded()).isFalse();
      }
    }
  }

  /// Damage is not written anew with a hash that fits it.
  @Test
  void isNotMadeCompact() throws IOException {
    var part = root.resolve("layers/genome/00000001-0001.parquet");
    var bytes = Files.readAllBytes(part);
    bytes[bytes.length / 3] ^= 1;
    Files.write(part, bytes);
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      refuses("compact", part, () -> upkeep.compact(MadePeople.FIRST, 0));
    }
    assertThat(Files.readAllBytes(part)).isEqualTo(bytes);
  }

  /// Cut off or zeroed anywhere: all is read as it was, or the catalogue is said to be damaged.
  @Test
  void aCatalogueThatIsCutOffOrZeroedIsNeverReadAsLess() throws IOException {
    var catalogue = root.resolve("idiome.sqlite");
    var told = MadePeople.told(root, "one") + MadePeople.told(root, "two");
    var bytes = Files.readAllBytes(catalogue);
    int refused = 0;
    int[] lengths = {
      0, 1, 99, 100, 511, 512, PAGE, 2 * PAGE, bytes.length / 2, bytes.length - PAGE
    };
    for (int length : lengths) {
      refused += damaged(catalogue, Arrays.copyOf(bytes, length), told, "cut at " + length);
      var zeroed = Arrays.copyOf(Arrays.copyOf(bytes, length), bytes.length);
      refused += damaged(catalogue, zeroed, told, "zeros from " + length);
    }
    assertThat(refused).isEqualTo(2 * lengths.length);
    Files.write(catalogue, bytes);
    assertThat(Store.check(root).isSound()).isTrue();
  }

  private int damaged(Path catalogue, byte[] content, String told, String what) throws IOException {
    Files.write(catalogue, content);
    try {
      assertThat(MadePeople.told(root, "one") + MadePeople.told(root, "two"))
          .as(what)
          .isEqualTo(told);
      assertThat(Store.check(root).damage()).as(what).isNotEmpty();
      return 0;
    } catch (StoreFault fault) {
      assertThat(fault.problem().code()).as(what).isEqualTo(ProblemCode.STORE_DAMAGED);
      assertThat(fault.problem().place().text()).as(what).contains("idiome.sqlite");
      return 1;
    }
  }

  /// No new store is made in the place of one whose catalogue is gone: it would sweep its layers.
  @Test
  void aCatalogueThatIsGoneIsNotMadeAnew() throws IOException {
    var catalogue = root.resolve("idiome.sqlite");
    var part = root.resolve("layers/genome/00000001-0001.parquet");
    Files.write(catalogue, new byte[0]);
    refuses("empty", catalogue, () -> MadePeople.keepSmall(root, "new"));
    Files.delete(catalogue);
    refuses("missing", catalogue, () -> MadePeople.keepSmall(root, "new"));
    refuses("missing", catalogue, () -> Store.at(root));
    refuses("missing", catalogue, () -> Store.check(root));
    Files.delete(root.resolve("journal.sqlite"));
    refuses("missing, with the journal", catalogue, () -> MadePeople.keepSmall(root, "new"));
    assertThat(part).isRegularFile();
  }

  private static void refuses(String what, Path file, ThrowingCallable work) {
    assertThatThrownBy(work)
        .as(what)
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> {
              assertThat(fault.problem().code()).as(what).isEqualTo(ProblemCode.STORE_DAMAGED);
              assertThat(fault.problem().place().text()).contains(file.getFileName().toString());
              if (file.toString().endsWith(".parquet") && !what.equals("compact")) {
                assertThat(fault.problem().values().get("said")).endsWith("rows of one are in it");
              }
            });
  }
}
