package org.idiome.cli;

/// The exit codes of every command; part of the public contract.
final class ExitCode {
  /// Done, also when everything is *not assessed*.
  static final int DONE = 0;

  /// Part of many inputs was refused; the others are done.
  static final int PARTLY = 1;

  /// The input or the command line is wrong.
  static final int WRONG_INPUT = 2;

  /// There is nothing to answer from; also nothing but *not assessed* under `--strict`.
  static final int NOTHING_TO_ANSWER = 3;

  /// The machine failed: disk full, out of memory.
  static final int MACHINE = 4;

  /// A fault of Idiome itself.
  static final int FAULT = 70;

  /// Whoever read standard output closed it, as `head` does: what a shell says of a program that
  /// ends so (128 + SIGPIPE).
  static final int CLOSED_OUTPUT = 141;

  private ExitCode() {}
}
