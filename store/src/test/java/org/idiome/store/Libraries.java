package org.idiome.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The class path of this test for processes that are killed, with the native libraries of the
/// engines unpacked once, below `target`.
///
/// Unpacked at each start they would cost more than the process, and be left behind by each kill.
final class Libraries {
  private static final Path FOLDER = Path.of("target", "libraries").toAbsolutePath();
  private static final String DENSE = "libduckdb_java.so_";
  private static final String CATALOGUE = "libsqlitejdbc.so";

  private Libraries() {}

  /// The words that name it to a Java machine.
  static synchronized List<String> words() throws IOException {
    Files.createDirectories(FOLDER);
    var paths = new ArrayList<String>();
    var given =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (var path : given.split(File.pathSeparator, -1)) {
      var jar = Path.of(path);
      var name = String.valueOf(jar.getFileName());
      if (name.startsWith("sqlite-jdbc-")) {
        unpack(jar, "org/sqlite/native/Linux/" + machine("x86_64", "aarch64") + "/" + CATALOGUE);
      }
      if (name.startsWith("slf4j-api-")) {
        continue; // It would say at each start that nobody listens.
      }
      paths.add(name.startsWith("duckdb_jdbc-") ? withoutLibraries(jar).toString() : path);
    }
    return List.of(
        "-Dorg.sqlite.lib.path=" + FOLDER, "-cp", String.join(File.pathSeparator, paths));
  }

  /// The engine looks beside its jar where the jar has no library itself; where this machine's is
  /// not among them, the jar as it is.
  private static Path withoutLibraries(Path jar) throws IOException {
    if (!unpack(jar, DENSE + "linux_" + machine("amd64", "arm64"))) {
      return jar;
    }
    var light = FOLDER.resolve(Objects.requireNonNull(jar.getFileName()));
    if (Files.exists(light)) {
      return light;
    }
    var aside = aside();
    try (var from = new ZipFile(jar.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(aside))) {
      for (var entry : List.copyOf(from.stream().toList())) {
        if (!entry.getName().startsWith(DENSE)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          try (var in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
          to.closeEntry();
        }
      }
    }
    return Files.move(aside, light, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Tests run in two processes: neither may meet a file that the other has half written.
  private static Path aside() throws IOException {
    return Files.createTempFile(FOLDER, "new", ".aside");
  }

  private static boolean unpack(Path jar, String library) throws IOException {
    var file = FOLDER.resolve(library.substring(library.lastIndexOf('/') + 1));
    try (var from = new ZipFile(jar.toFile())) {
      var entry = from.getEntry(library);
      if (entry == null || !System.getProperty("os.name").startsWith("Linux")) {
        return false;
      }
      if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
        var aside = aside();
        try (var in = from.getInputStream(entry)) {
          Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return true;
    }
  }

  private static String machine(String intel, String arm) {
    return System.getProperty("os.arch").equals("aarch64") ? arm : intel;
  }
}
