package org.idiome.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A command that was run in this process, with what it wrote to either side.
///
/// @param exit its exit code
/// @param out standard output, where data go
/// @param err standard error, where words go
public record Ran(int exit, String out, String err) {

  /// Runs a command line; paths and numbers may stand among the words.
  public static Ran idiome(Object... words) {
    return fed(new byte[0], words);
  }

  /// Runs a command line that is fed bytes on its standard input.
  public static Ran fed(byte[] input, Object... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new Shell(stream(out), stream(err), new ByteArrayInputStream(input)),
            Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
    return new Ran(exit, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
