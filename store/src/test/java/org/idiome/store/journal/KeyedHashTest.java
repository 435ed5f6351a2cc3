package org.idiome.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The published vectors of RFC 4231, sections 4.2 and 4.3.
class KeyedHashTest {
  @Test
  void agreesWithThePublishedVectors() {
    var key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);
    assertThat(new KeyedHash(key).of("Hi There").hex())
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(
            new KeyedHash("Jefe".getBytes(StandardCharsets.UTF_8))
                .of("what do ya want for nothing?")
                .hex())
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
