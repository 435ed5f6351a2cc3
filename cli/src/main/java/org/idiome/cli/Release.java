package org.idiome.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /// Hash over the jars of the class path, by name; folders of classes (in tests) count by name.
  private static Sha256 content() {
    var digester = new Digester();
    for (var jar : classPath()) {
      digester.text(String.valueOf(jar.getFileName()));
      if (Files.isRegularFile(jar)) {
        try {
          digester.text(Sha256.of(Files.readAllBytes(jar)).hex());
        } catch (IOException e) {
          throw new UncheckedIOException(jar.toString(), e);
        }
      }
    }
    return digester.end();
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
