package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BlockHeadTest {
  /// The block of the end of a file, as the SAM specification writes it (4.1.2).
  private static final String END = "1f8b08040000000000ff0600424302001b0003000000000000000000";

  private static MemorySegment bytes(String hex) {
    return MemorySegment.ofArray(HexFormat.of().parseHex(hex));
  }

  @Test
  void theBlockOfTheEndHasTwentyEightBytes() {
    var file = bytes("ffff" + END);
    assertThat(BlockHead.isAt(file, 2)).isTrue();
    assertThat(BlockHead.isAt(file, 0)).isFalse();
    assertThat(BlockHead.headBytes(file, 2)).isEqualTo(18);
    assertThat(BlockHead.blockBytes(file, 2)).isEqualTo(28);
  }

  /// Other fields may stand before and behind the one of the size.
  @Test
  void otherFieldsArePassedOver() {
    var head = "1f8b08040000000000ff";
    assertThat(BlockHead.blockBytes(bytes(head + "0c00" + "585802000700" + "424302003100"), 0))
        .isEqualTo(0x32);
    assertThat(BlockHead.blockBytes(bytes(head + "0c00" + "424302003100" + "585802000700"), 0))
        .isEqualTo(0x32);
  }

  @Test
  void noSizeThatABlockCanHaveIsNone() {
    var head = "1f8b08040000000000ff";
    assertThat(BlockHead.blockBytes(bytes(head + "0600" + "585802003100"), 0)).isZero();
    // A field of another length is another field.
    assertThat(BlockHead.blockBytes(bytes(head + "0700" + "42430300310000"), 0)).isZero();
    // Eighteen bytes of the head and eight of the end: 26 at least.
    assertThat(BlockHead.blockBytes(bytes(head + "0600" + "424302001800"), 0)).isZero();
    assertThat(BlockHead.blockBytes(bytes(head + "0600" + "424302001900"), 0)).isEqualTo(26);
    // Cut within the field.
    assertThat(BlockHead.blockBytes(bytes(head + "0600" + "4243020031"), 0)).isZero();
  }
}
