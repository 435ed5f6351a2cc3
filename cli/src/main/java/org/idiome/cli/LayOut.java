package org.idiome.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a folder of jars ready to be started from. The launcher runs it once for each build.
final class LayOut {
  private LayOut() {}

  /// Lays native libraries beside their jars, and lifts classes of an old form.
  ///
  /// @param args the folder of the jars
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (var jar : jars) {
        NativeLibraries.layBeside(jar, folder);
        OldClasses.lift(jar);
      }
    }
  }
}
