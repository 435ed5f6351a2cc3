package org.idiome.store.folder;

import java.util.regex.Pattern;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// The store cannot do what was asked, and why; its content is as it was before.
public final class StoreFault extends RuntimeException {
  /// As systems say it in English, in which the launcher runs.
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  private final transient Problem problem;

  /// @param values names and values in turn
  public StoreFault(ProblemCode code, String place, String... values) {
    this(null, code, place, values);
  }

  /// @param cause what the machine or an engine said
  public StoreFault(
      @org.jspecify.annotations.Nullable Throwable cause,
      ProblemCode code,
      String place,
      String... values) {
    var what = Problem.of(code, Place.file(place), values);
    super(what.code().code() + " " + what.place().text() + " " + what.values(), cause);
    this.problem = what;
  }

  /// Of what the system said of a disk: one without room is no other failure.
  ///
  /// @param place what was being written
  public static StoreFault ofDisk(Exception e, String place) {
    return ofDisk(e, place, "");
  }

  /// The same, with words before what was said.
  public static StoreFault ofDisk(Exception e, String place, String before) {
    var said = before + e.getMessage();
    var code = FULL.matcher(said).find() ? ProblemCode.STORE_FULL : ProblemCode.STORE_FAILED;
    return new StoreFault(e, code, place, "said", said);
  }

  /// What is wrong, and where.
  public Problem problem() {
    return problem;
  }
}
