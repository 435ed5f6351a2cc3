package org.idiome.core.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
public record Sha256(String hex) implements Canonical, Comparable<Sha256> {
  private static final int HEX_DIGITS = 64;
  private static final int SHORT_DIGITS = 12;

  /// Refuses anything but 64 lower-case hexadecimal digits.
  public Sha256 {
    if (!isDigest(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + hex);
    }
  }

  private static boolean isDigest(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return hex.length() == HEX_DIGITS;
  }

  /// The digest of these bytes.
  public static Sha256 of(byte[] bytes) {
    var digest = newDigest();
    digest.update(bytes);
    return of(digest);
  }

  /// Ends a running digest.
  public static Sha256 of(MessageDigest digest) {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  /// A fresh running digest.
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The first twelve digits, for eyes.
  public String shortHex() {
    return hex.substring(0, SHORT_DIGITS);
  }

  @Override
  public Json toJson() {
    return Json.of(hex);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }
}
