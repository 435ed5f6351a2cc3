package org.idiome.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.idiome.core.problem.Problem;
import org.idiome.report.words.ProblemText;

/// Where a command writes: data to one side, words to the other, both in UTF-8.
///
/// @param out data
/// @param err words, problems and progress
record Shell(PrintStream out, PrintStream err) {

  /// The process's own streams.
  static Shell ofProcess() {
    return new Shell(stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Writes text and sends it on its way.
  ///
  /// @throws MachineException where standard output cannot take it
  void print(String text) {
    out.print(text);
    out.flush();
    if (out.checkError()) {
      throw new MachineException("standard output was closed or is full", null);
    }
  }

  /// Says a line to the person at the terminal.
  void say(String line) {
    err.print(line + "\n");
    err.flush();
  }

  /// Says what is wrong with an input, and what mends it.
  void say(Problem problem) {
    err.print(ProblemText.block(problem));
    err.flush();
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
