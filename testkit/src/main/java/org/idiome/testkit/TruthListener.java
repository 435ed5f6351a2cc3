package org.idiome.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes which tests read real data and which were skipped for want of them.
///
/// One file for each test process, one line for each test: `run` or `skipped`, tab, the test. Data
/// that a container asks for (`@BeforeAll`, the source of a parameterised test) count for every
/// test in it; a container that is skipped counts as many tests as are known to be in it, at least
/// one. Tests of one process are taken to run one after another.
public final class TruthListener implements TestExecutionListener {
  private final Path folder;
  private final TruthCount count;
  private final List<String> lines = new ArrayList<>();
  private final Deque<TestIdentifier> open = new ArrayDeque<>();
  private final Set<String> readers = new HashSet<>();
  private @Nullable TestPlan plan;

  /// As JUnit makes it: counts this process into the checkout's `target/truth`.
  public TruthListener() {
    this(Checkout.root().resolve("target/truth"), TruthCount.OF_THIS_PROCESS);
  }

  TruthListener(Path folder, TruthCount count) {
    this.folder = folder;
    this.count = count;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    creditInnermost();
    open.push(test);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    creditInnermost();
    open.remove(test);
    if (result.getThrowable().orElse(null) instanceof Truth.Missing) {
      for (long i = testsIn(test); i > 0; i--) {
        lines.add("skipped\t" + test.getUniqueId());
      }
    } else if (test.isTest() && isReader(test)) {
      lines.add("run\t" + test.getUniqueId());
    }
  }

  /// Whoever has started last and not finished is the one who asked.
  private void creditInnermost() {
    var innermost = open.peek();
    if (count.foundSinceLastAsked() && innermost != null) {
      readers.add(innermost.getUniqueId());
    }
  }

  private boolean isReader(TestIdentifier test) {
    for (TestIdentifier at = test; at != null; at = parent(at)) {
      if (readers.contains(at.getUniqueId())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TestIdentifier parent(TestIdentifier test) {
    return plan == null ? null : plan.getParent(test).orElse(null);
  }

  private long testsIn(TestIdentifier test) {
    if (plan == null || test.isTest()) {
      return 1;
    }
    return Math.max(1, plan.getDescendants(test).stream().filter(TestIdentifier::isTest).count());
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    try {
      Files.createDirectories(folder);
      Files.write(Files.createTempFile(folder, "tests", ".tsv"), lines);
      lines.clear();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
