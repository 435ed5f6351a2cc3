package org.idiome.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Values of one made-up case; the same seed, number and size give the same values.
///
/// Lengths of texts, bytes and lists grow with the size of the case; single numbers do not. Edges
/// (the ends of a range, the empty text) come more often than chance would have them.
public final class Made {
  private static final int LARGEST = 100;
  private static final int EDGES_IN = 8;

  private final SplittableRandom random;
  private final int size;

  Made(long seed, int number, int size) {
    random = new SplittableRandom(seed * 31 + number);
    this.size = size;
  }

  /// A whole number from `least` to `most`, both included.
  public int between(int least, int most) {
    return Math.toIntExact(between((long) least, (long) most));
  }

  /// A whole number from `least` to `most`, both included; `most` is less than the largest long.
  public long between(long least, long most) {
    return switch (random.nextInt(EDGES_IN)) {
      case 0 -> least;
      case 1 -> most;
      default -> random.nextLong(least, most + 1);
    };
  }

  /// A number from `least` up to `most`.
  public double between(double least, double most) {
    return least == most ? least : random.nextDouble(least, most);
  }

  /// True or false, evenly.
  public boolean coin() {
    return random.nextBoolean();
  }

  /// One of the values, evenly.
  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /// A text of at most `longest` letters of an alphabet.
  public String text(String alphabet, int longest) {
    var letters = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int left = length(longest); left > 0; left--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  /// At most `longest` bytes of any value.
  public byte[] bytes(int longest) {
    var bytes = new byte[length(longest)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// At most `longest` values, each made in turn.
  public <T> List<T> list(int longest, Function<Made, T> one) {
    var values = new ArrayList<T>();
    for (int left = length(longest); left > 0; left--) {
      values.add(one.apply(this));
    }
    return List.copyOf(values);
  }

  private int length(int longest) {
    int most = (int) Math.max(Math.min(longest, 1), (long) longest * size / LARGEST);
    return between(0, most);
  }
}
