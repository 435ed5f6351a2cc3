package org.idiome.knowledge.starter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, by one thread, and kept.
final class Once<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    var made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
