package org.idiome.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Bytes on their way out, which remembers why they could not go: a print stream does not.
final class Outlet extends FilterOutputStream {
  private static final Path OF_PROCESS = Path.of("/proc/self/fd/1");

  private boolean isClosed;

  Outlet(OutputStream to) {
    super(to);
  }

  /// Whether whoever read it has gone.
  boolean isClosed() {
    return isClosed;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      isClosed = isBroken(e) || isPipe();
      throw e;
    }
  }

  private static boolean isBroken(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  /// A pipe cannot be full; the words of the system may be in any language.
  private static boolean isPipe() {
    try {
      return Files.readSymbolicLink(OF_PROCESS).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
