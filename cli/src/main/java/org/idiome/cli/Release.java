package org.idiome.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import picocli.CommandLine.IVersionProvider;

/// Which Idiome this is: the version, and for a version that is still moving a hash of its content.
final class Release implements IVersionProvider {
  private static final String RESOURCE = "release.txt";
  private static final String MOVING = "-SNAPSHOT";

  /// The version of the build.
  static String version() {
    try (var in = Release.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name of the software in a run: two builds with other content never share it.
  static String software() {
    var version = version();
    return version.endsWith(MOVING) ? version + "+" + content().shortHex() : version;
  }

  /// Hash over the jars of the class path by name, and over what is in those that are moving;
  /// folders of classes (in tests) count by name.
  private static Sha256 content() {
    var digester = new Digester();
    for (var jar : classPath()) {
      var name = String.valueOf(jar.getFileName());
      digester.text(name);
      if (name.contains(MOVING) && Files.isRegularFile(jar)) {
        entries(jar, digester);
      }
    }
    return digester.end();
  }

  /// Hashes of the names, sizes and checksums of a jar's entries: its directory has them, the rest
  /// is not read.
  private static void entries(Path jar, Digester to) {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        to.integer(entry.getName().hashCode()).integer(entry.getSize()).integer(entry.getCrc());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(jar.toString(), e);
    }
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"idiome " + version()};
  }
}
