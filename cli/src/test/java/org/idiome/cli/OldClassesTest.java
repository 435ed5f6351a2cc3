package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OldClassesTest {
  @TempDir Path folder;

  private static Path jarOf(Class<?> inside) throws URISyntaxException {
    var place = inside.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(place);
  }

  @Test
  void liftsEveryOldClassAndAllOfThemVerify() throws Exception {
    var jar = Files.copy(jarOf(CommandLine.class), folder.resolve("old.jar"));
    assertThat(oldestForm(jar)).isLessThan(ClassFile.JAVA_6_VERSION);
    OldClasses.lift(jar);
    assertThat(oldestForm(jar)).isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
    var platform = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform)) {
      for (var name : new String[] {"CommandLine", "CommandLine$Help", "CommandLine$Model"}) {
        // Initialising verifies.
        assertThat(Class.forName("picocli." + name, true, loader)).isNotNull();
      }
    }
  }

  @Test
  void leavesAJarOfTodayAsItIs() throws Exception {
    var jar = Files.copy(jarOf(Test.class), folder.resolve("new.jar"));
    var before = Files.readAllBytes(jar);
    OldClasses.lift(jar);
    assertThat(jar).hasBinaryContent(before);
  }

  private static int oldestForm(Path jar) throws IOException {
    int oldest = Integer.MAX_VALUE;
    try (var from = new ZipFile(jar.toFile())) {
      for (var entries = from.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (var in = from.getInputStream(entry)) {
            oldest = Math.min(oldest, ClassFile.of().parse(in.readAllBytes()).majorVersion());
          }
        }
      }
    }
    return oldest;
  }
}
