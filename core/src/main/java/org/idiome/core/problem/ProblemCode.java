package org.idiome.core.problem;

import java.util.Locale;

/// The catalogue of problems: one constant each, with how far its damage usually reaches.
///
/// The code is part of the public contract and never changes its meaning. Its words and remedy
/// stand in `report`, its test in `docs/problems.md`; tests hold the three together. Sorted within
/// each group.
public enum ProblemCode {
  // Any file.
  /// The bytes begin with a byte order mark.
  FILE_BYTE_ORDER_MARK(Reach.WARNING),
  /// A compressed file ends before its end mark.
  FILE_COMPRESSION_CUT(Reach.FILE),
  /// A compressed file's bytes do not agree with their check sum or structure.
  FILE_COMPRESSION_DAMAGED(Reach.FILE),
  /// A control character where the format forbids one.
  FILE_CONTROL_CHARACTER(Reach.RECORD),
  /// The file has no byte, or no line of content.
  FILE_EMPTY(Reach.FILE),
  /// A line is longer than the limit.
  FILE_LINE_TOO_LONG(Reach.FILE),
  /// Lines end in more than one way.
  FILE_MIXED_LINE_ENDS(Reach.WARNING),
  /// The file does not exist or is no regular file.
  FILE_NOT_FOUND(Reach.FILE),
  /// The file may not be read.
  FILE_NOT_READABLE(Reach.FILE),
  /// The content is none that any reader knows.
  FILE_NOT_RECOGNISED(Reach.FILE),
  /// The bytes are not UTF-8.
  FILE_NOT_UTF8(Reach.FILE),
  /// The inflated size is beyond the limit.
  FILE_TOO_LARGE(Reach.FILE);

  private final Reach reach;

  ProblemCode(Reach reach) {
    this.reach = reach;
  }

  /// The code as tables and JSON write it: lower case, `-` between words.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How far the damage usually reaches.
  public Reach reach() {
    return reach;
  }
}
