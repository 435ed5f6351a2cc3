package org.idiome.genomics.io;

/// How the bytes of a file are packed.
public enum Packing {
  /// As they are.
  PLAIN,
  /// gzip (RFC 1952), one member or many.
  GZIP,
  /// Blocked gzip (SAM specification, section 4.1): members of at most 64 KiB and an end block.
  BGZF
}
