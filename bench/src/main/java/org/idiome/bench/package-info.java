/// How fast the inner loops are: JMH benchmarks, each of one loop on made-up input.
///
/// `bench/run` of the checkout starts them, and compares whole commands with their peers; what it
/// printed stands in `bench/RESULTS.md`.
@NullMarked
package org.idiome.bench;

import org.jspecify.annotations.NullMarked;
