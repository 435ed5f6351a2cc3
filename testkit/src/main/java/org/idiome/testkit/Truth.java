package org.idiome.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// Real data that lie beside the project and are too large, or not ours, to be in it.
///
/// They are looked for in the folder that the environment names as `IDIOME_TRUTH` (relative to the
/// checkout), else in `shared` beside the checkout. A test that asks for data that are not there is
/// skipped, or fails under `-Dtruth=required`.
public final class Truth {
  private static final Truth HERE =
      new Truth(
          folder(Checkout.root(), System.getenv("IDIOME_TRUTH")),
          "required".equals(System.getProperty("truth")),
          TruthCount.OF_THIS_PROCESS);

  private final Path folder;
  private final boolean isRequired;
  private final TruthCount count;

  Truth(Path folder, boolean isRequired, TruthCount count) {
    this.folder = folder;
    this.isRequired = isRequired;
    this.count = count;
  }

  static Path folder(Path checkout, @Nullable String named) {
    return checkout.resolve(named == null || named.isBlank() ? "../shared" : named).normalize();
  }

  /// A file or folder of the data, such as `data("pgx/cases")`; ends the test where it is absent.
  ///
  /// @param path below the folder `data`, with `/` between names
  public static Path data(String path) {
    return HERE.find(path);
  }

  Path find(String path) {
    var found = folder.resolve("data").resolve(path);
    if (Files.exists(found)) {
      count.found();
      return found;
    }
    if (isRequired) {
      throw new AssertionError(found + " is not there, and -Dtruth=required; set IDIOME_TRUTH");
    }
    throw new Missing(found);
  }

  /// A skip, told apart from other assumptions that do not hold.
  static final class Missing extends TestAbortedException {
    private static final long serialVersionUID = 1;

    Missing(Path path) {
      super(path + " is not there; set IDIOME_TRUTH to the folder that holds data/");
    }
  }
}
