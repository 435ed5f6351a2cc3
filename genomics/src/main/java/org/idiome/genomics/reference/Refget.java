package org.idiome.genomics.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The truncated digest of GA4GH: SHA-512, its first 24 bytes, base64url (Hart & Prlic 2020,
/// doi:10.1371/journal.pone.0239883).
public final class Refget {
  private static final int BYTES = 24;
  private static final String PREFIX = "SQ.";

  /// Copied for each use: to look for who makes one takes longer than to digest an allele.
  private static final MessageDigest EMPTY = empty();

  private static MessageDigest empty() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private Refget() {}

  /// A new digest of SHA-512.
  public static MessageDigest newDigest() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-512 can be copied", e);
    }
  }

  /// Ends a digest of SHA-512 and writes it truncated.
  public static String truncated(MessageDigest digest) {
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
  }

  /// The accession of a sequence: `SQ.` and the digest of its bases in upper case.
  public static String accession(ReferenceSequence sequence) {
    var digest = newDigest();
    var buffer = new byte[1 << 16];
    int length = sequence.lengthBases();
    for (int start = 0; start < length; start += buffer.length) {
      int part = Math.min(buffer.length, length - start);
      sequence.read(start, buffer, part);
      digest.update(buffer, 0, part);
    }
    return PREFIX + truncated(digest);
  }
}
