package org.idiome.store.journal;

import java.security.SecureRandom;

/// The key of a store: the one thing in the house that nobody may be able to make again.
final class SecretKey {
  private SecretKey() {}

  /// A key that was never made before.
  static byte[] made() {
    var key = new byte[KeyedHash.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
