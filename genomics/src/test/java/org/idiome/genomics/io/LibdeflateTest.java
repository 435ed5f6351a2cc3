package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both inflaters give the same bytes and find the same damage. Where libdeflate is not installed
/// both are one.
class LibdeflateTest {
  /// What comes out, and what was wrong behind it.
  private static String read(byte[] file, int room, BlockInflater blocks) throws IOException {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[room];
    String end = "whole";
    try (var inflation =
        new Inflation(new RawBytes(new ByteArrayInputStream(file), true), blocks, null)) {
      for (int read = inflation.read(buffer, 0, room); read >= 0; ) {
        out.write(buffer, 0, read);
        read = inflation.read(buffer, 0, room);
      }
    } catch (DamagedException e) {
      end = e.part() + (e.isCut() ? " cut" : "");
    }
    return end.equals("whole")
        ? end + " " + org.idiome.core.canonical.Sha256.of(out.toByteArray()).hex()
        : end;
  }

  private static void same(byte[] file, int room) throws IOException {
    assertThat(read(file, room, BlockInflater.open()))
        .isEqualTo(read(file, room, new BlockInflater.Platform()));
  }

  @Test
  void theBytesAreTheSameWhateverRoomThereIs() throws IOException {
    for (int length : new int[] {0, 1, 59_999, 60_000, 60_001, 400_000}) {
      var file = Packed.bgzf(Packed.content(length, length));
      for (int room : new int[] {100, 60_000, 1 << 16, 1 << 18}) {
        same(file, room);
      }
      assertThat(read(file, 1 << 18, BlockInflater.open())).startsWith("whole ");
    }
  }

  /// A reader closes its input, and so does who opened it.
  @Test
  void itIsClosedAsOftenAsAnybodyLikes() throws IOException {
    for (int i = 0; i < 20; i++) {
      var inflation =
          new Inflation(
              new RawBytes(new ByteArrayInputStream(Packed.bgzf(Packed.content(100, 1))), true),
              BlockInflater.open(),
              null);
      inflation.close();
      inflation.close();
    }
  }

  @Test
  void theDamageIsTheSame() throws IOException {
    var file = Packed.bgzf(Packed.content(130_000, 5));
    var draws = new Random(11);
    for (int i = 0; i < 400; i++) {
      var changed = file.clone();
      changed[draws.nextInt(file.length)] ^= (byte) (1 << draws.nextInt(8));
      same(changed, 1 << 18);
    }
    for (int i = 0; i < 100; i++) {
      same(java.util.Arrays.copyOf(file, draws.nextInt(file.length)), 1 << 18);
    }
  }
}
