package org.idiome.core.canonical;

/// A value with one canonical text, hence one hash.
public interface Canonical {
  /// The value as JSON; names in `snake_case`, absent parts left out rather than written as null.
  Json toJson();

  /// UTF-8 bytes of [#toJson] by RFC 8785: names sorted, no white space, shortest numbers.
  default byte[] canonicalBytes() {
    return toJson().canonicalBytes();
  }

  /// SHA-256 of [#canonicalBytes].
  default Sha256 digest() {
    return Sha256.of(canonicalBytes());
  }
}
