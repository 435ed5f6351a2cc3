package org.idiome.testkit;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Tries a claim on 1,000 made-up cases, the same ones each time.
///
/// ```java
/// Cases.check("normalising twice changes nothing", made -> {
///   var once = normal(made.text("ACGT", 20));
///   assertThat(normal(once)).isEqualTo(once);
/// });
/// ```
///
/// The seed comes from the claim's words; `-Dcases.seed=N` and `-Dcases=N` give others. Sizes grow
/// from case to case. A case that fails is tried again at half its size for as long as it fails;
/// the failure names seed, case and size.
public final class Cases {
  private static final int CASES = 1000;
  private static final int LARGEST = 100;

  private Cases() {}

  /// What must hold for every case; it makes its values from the source that it is given.
  @FunctionalInterface
  public interface Claim {
    /// Throws where it does not hold.
    void check(Made made) throws Exception;
  }

  /// Fails with the smallest case found for which the claim does not hold.
  public static void check(String claim, Claim body) {
    check(claim, Long.getLong("cases.seed", seed(claim)), Integer.getInteger("cases", CASES), body);
  }

  static void check(String claim, long seed, int cases, Claim body) {
    for (int i = 0; i < cases; i++) {
      int size = 1 + (int) ((long) LARGEST * i / cases);
      var failure = attempt(body, seed, i, size);
      if (failure != null) {
        throw smallest(claim, body, seed, i, size, failure);
      }
    }
  }

  private static AssertionError smallest(
      String claim, Claim body, long seed, int number, int failing, Throwable failure) {
    int size = failing;
    var cause = failure;
    while (size > 1) {
      var smaller = attempt(body, seed, number, size / 2);
      if (smaller == null) {
        break;
      }
      size /= 2;
      cause = smaller;
    }
    var place = "fails for case %d at size %d (-Dcases.seed=%d)".formatted(number, size, seed);
    return new AssertionError(claim + ": " + place + "\n" + cause.getMessage(), cause);
  }

  private static @Nullable Throwable attempt(Claim body, long seed, int number, int size) {
    try {
      body.check(new Made(seed, number, size));
      return null;
    } catch (Exception | AssertionError | StackOverflowError failure) {
      return failure;
    }
  }

  private static long seed(String claim) {
    var sum = new CRC32();
    sum.update(claim.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
