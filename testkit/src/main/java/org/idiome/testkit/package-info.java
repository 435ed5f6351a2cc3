/// What tests of all modules share; never on the product's class path.
///
/// - [Truth][org.idiome.testkit.Truth] finds the real data that lie beside the project. Where they
///   are absent a test is skipped, and the skip is counted: the build's last line says `truth: N
///   run, M skipped`. `-Dtruth=required` makes a skip a failure.
/// - [Golden][org.idiome.testkit.Golden] holds a text to a file beside the test; `-Dgolden.update`
///   rewrites the file and fails once, so that a person looks at the difference.
/// - [Cases][org.idiome.testkit.Cases] tries a claim on 1,000 made-up cases from a stated seed, and
///   makes a failing case smaller.
/// - [Checkout][org.idiome.testkit.Checkout] knows where the project lies.
///
/// The path of a count: `Truth` tells [TruthCount][org.idiome.testkit.TruthCount] that data were
/// found, [TruthListener][org.idiome.testkit.TruthListener] (which JUnit finds by its service file)
/// writes a line for each test into the checkout's `target/truth/`, `./mvnw` adds them up.
///
/// Depends on nothing of ours, so that the tests of `core` can use it.
@NullMarked
package org.idiome.testkit;

import org.jspecify.annotations.NullMarked;
