package org.idiome.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.idiome.core.problem.Problem;
import org.idiome.report.words.ProblemText;

/// Where a command writes: data to one side, words to the other, both in UTF-8.
///
/// @param out data
/// @param err words, problems and progress
/// @param in what was piped in
/// @param progress the bar on `err`, which words clear away
/// @param outlet below `out`
/// @param isWatched whether `out` leads to a terminal
record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Progress progress,
    Outlet outlet,
    boolean isWatched) {
  private static final String CLOSED = "standard output was closed or is full";

  /// Streams without a terminal, and nothing piped in.
  Shell(PrintStream out, PrintStream err) {
    this(out, err, InputStream.nullInputStream());
  }

  /// Streams without a terminal.
  Shell(PrintStream out, PrintStream err, InputStream in) {
    this(out, err, in, new Progress(err, System::nanoTime, false));
  }

  /// Streams whose `out` is no terminal.
  Shell(PrintStream out, PrintStream err, InputStream in, Progress progress) {
    this(out, err, in, progress, new Outlet(OutputStream.nullOutputStream()), false);
  }

  /// The process's own streams.
  static Shell ofProcess() {
    var err = stream(FileDescriptor.err);
    var progress = new Progress(err, System::nanoTime, Terminal.ERR.isThere());
    var outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
    return new Shell(
        new PrintStream(outlet, false, StandardCharsets.UTF_8),
        err,
        new FileInputStream(FileDescriptor.in),
        progress,
        outlet,
        Terminal.OUT.isThere());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Writes text and sends it on its way; to a terminal nothing that would command it.
  ///
  /// @throws MachineException where standard output cannot take it
  /// @throws ClosedOutputException where nobody reads it any more
  void print(String text) {
    var said = isWatched ? Inert.coloured(text) : text;
    print(to -> to.write(said.getBytes(StandardCharsets.UTF_8)));
  }

  /// Writes bytes as they are made and sends them on their way.
  ///
  /// @throws MachineException where standard output cannot take them
  void print(OutputFile.Writing writing) {
    progress.clear();
    try {
      writing.to(stopping());
    } catch (IOException e) {
      throw new MachineException(CLOSED, e);
    }
    out.flush();
    if (out.checkError()) {
      if (outlet.isClosed()) {
        throw new ClosedOutputException();
      }
      throw new MachineException(CLOSED, null);
    }
  }

  /// Standard output that ends the work where nobody reads it any more: a print stream would go on.
  private OutputStream stopping() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        if (outlet.isClosed()) {
          throw new ClosedOutputException();
        }
      }
    };
  }

  /// Says a line to the person at the terminal.
  void say(String line) {
    progress.clear();
    err.print(Inert.text(Called.in(line)) + "\n");
    err.flush();
  }

  /// Says what is wrong with an input, and what mends it.
  void say(Problem problem) {
    progress.clear();
    err.print(Called.in(ProblemText.block(problem)));
    err.flush();
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
