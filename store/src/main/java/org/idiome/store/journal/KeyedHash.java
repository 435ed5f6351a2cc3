package org.idiome.store.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.core.canonical.Sha256;

/// A hash that only who has the key can compute: HMAC with SHA-256 (RFC 2104).
///
/// Written out because loading the platform's own costs a command more than all else it does here.
public final class KeyedHash {
  static final int KEY_BYTES = 32;

  private static final int BLOCK_BYTES = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final byte[] inner;
  private final byte[] outer;

  /// @param key of at most 64 bytes
  public KeyedHash(byte[] key) {
    if (key.length > BLOCK_BYTES) {
      throw new IllegalArgumentException("a key of more than one block: " + key.length + " bytes");
    }
    this.inner = mixed(key, INNER);
    this.outer = mixed(key, OUTER);
  }

  private static byte[] mixed(byte[] key, byte pad) {
    var block = Arrays.copyOf(key, BLOCK_BYTES);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= pad;
    }
    return block;
  }

  /// The hash of a text in UTF-8.
  public Sha256 of(String text) {
    var digest = Sha256.newDigest();
    digest.update(inner);
    var first = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    digest.update(outer);
    digest.update(first);
    return Sha256.of(digest);
  }
}
