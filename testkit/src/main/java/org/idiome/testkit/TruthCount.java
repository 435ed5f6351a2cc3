package org.idiome.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/// How often data were asked for and found since it was last asked.
final class TruthCount {
  /// What `Truth` tells and the listener hears, within one test process.
  static final TruthCount OF_THIS_PROCESS = new TruthCount();

  private final AtomicInteger found = new AtomicInteger();

  void found() {
    found.incrementAndGet();
  }

  boolean foundSinceLastAsked() {
    return found.getAndSet(0) > 0;
  }
}
