package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Lays the native libraries of the store's engines beside their jars.
///
/// The engines would unpack them into the folder for temporary files at every start: slower, and
/// left behind by a process that is killed. Where this machine's library is not among them, the jar
/// stays as it is.
final class NativeLibraries {
  private static final String DENSE = "libduckdb_java.so_";
  private static final String CATALOGUE = "org/sqlite/native/";

  private NativeLibraries() {}

  /// Lays out what a jar holds for this machine; most hold nothing.
  static void layBeside(Path jar, Path folder) throws IOException {
    var name = String.valueOf(jar.getFileName());
    if (name.startsWith("duckdb_jdbc-")) {
      dense(jar, folder);
    } else if (name.startsWith("sqlite-jdbc-")) {
      catalogue(jar, folder);
    }
  }

  /// The engine looks beside its jar only where the jar has no library itself.
  private static void dense(Path jar, Path folder) throws IOException {
    var library = DENSE + system("linux", "macos", "windows") + "_" + machine("amd64", "arm64");
    var aside = jar.resolveSibling(jar.getFileName() + ".aside");
    try (var from = new ZipFile(jar.toFile())) {
      if (from.getEntry(library) == null) {
        return;
      }
      unpack(from, library, folder.resolve(library));
      try (var to = new ZipOutputStream(Files.newOutputStream(aside))) {
        from.stream()
            .filter(entry -> !entry.getName().startsWith(DENSE))
            .forEach(entry -> copy(from, entry, to));
      }
    }
    Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) {
    var same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    try (var in = from.getInputStream(entry)) {
      to.putNextEntry(same);
      in.transferTo(to);
      to.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The engine is told the folder by the launcher.
  private static void catalogue(Path jar, Path folder) throws IOException {
    var home = CATALOGUE + system("Linux", "Mac", "Windows") + "/" + machine("x86_64", "aarch64");
    try (var from = new ZipFile(jar.toFile())) {
      var file = System.mapLibraryName("sqlitejdbc");
      if (from.getEntry(home + "/" + file) != null) {
        unpack(from, home + "/" + file, folder.resolve(file));
      }
    }
  }

  private static void unpack(ZipFile from, String name, Path to) throws IOException {
    try (var in = from.getInputStream(from.getEntry(name))) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String system(String linux, String mac, String windows) {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("linux") ? linux : name.startsWith("mac") ? mac : windows;
  }

  private static String machine(String intel, String arm) {
    @Nullable String name = System.getProperty("os.arch");
    return name != null && (name.equals("aarch64") || name.equals("arm64")) ? arm : intel;
  }
}
