package org.idiome.testkit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the project lies on this machine.
public final class Checkout {
  private Checkout() {}

  /// The folder that holds `mvnw`, at or above the folder that the tests run in.
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException(start + " is not inside a checkout: no mvnw at or above it");
  }

  /// The folder of the module that a test class was compiled in.
  public static Path module(Class<?> test) {
    try {
      // MODULE/target/test-classes, as Maven lays it.
      var classes = Path.of(test.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve("../..").normalize();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
