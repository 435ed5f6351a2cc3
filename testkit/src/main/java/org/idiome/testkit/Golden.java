package org.idiome.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds texts to files that lie beside a test: `src/test/resources/<package>/<name>`.
///
/// A golden file says what *stays*, so that a person sees each change; that it is *right* must be
/// known from elsewhere. `-Dgolden.update` rewrites the files that differ and fails those tests
/// once.
public final class Golden {
  private final Path files;
  private final Path actuals;
  private final boolean isUpdate;

  private Golden(Path files, Path actuals, boolean isUpdate) {
    this.files = files;
    this.actuals = actuals;
    this.isUpdate = isUpdate;
  }

  /// The golden files of a test class's package.
  public static Golden beside(Class<?> test) {
    var asked = System.getProperty("golden.update");
    return in(Checkout.module(test), test, asked != null && !"false".equals(asked));
  }

  static Golden in(Path module, Class<?> test, boolean isUpdate) {
    var folder = test.getPackageName().replace('.', '/');
    return new Golden(
        module.resolve("src/test/resources").resolve(folder),
        module.resolve("target/golden").resolve(folder),
        isUpdate);
  }

  /// Fails, with the first line that differs, unless the file holds exactly this text.
  public void holds(String name, String actual) {
    try {
      var file = files.resolve(name);
      var expected = Files.exists(file) ? Files.readString(file) : null;
      if (actual.equals(expected)) {
        return;
      }
      if (isUpdate) {
        write(file, actual);
        throw new AssertionError(
            "rewrote " + file + ": look at the difference, then run without -Dgolden.update");
      }
      var aside = actuals.resolve(name);
      write(aside, actual);
      throw new AssertionError(difference(file, expected, actual) + "\nall of it: " + aside);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String difference(Path file, @Nullable String expected, String actual) {
    if (expected == null) {
      return file + " is not there; -Dgolden.update writes it";
    }
    var wanted = lines(expected);
    var got = lines(actual);
    int at = 0;
    while (at < wanted.size() && at < got.size() && wanted.get(at).equals(got.get(at))) {
      at++;
    }
    return "%s:%d\nexpected: %s\n but got: %s"
        .formatted(file, at + 1, line(wanted, at), line(got, at));
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) : "(end of text)";
  }
}
