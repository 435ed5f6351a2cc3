/// Made-up genomes for tests and benchmarks.
///
/// - [SimulatedGenome] writes a VCF of one sample on GRCh38, the same bytes for the same seed.
/// - [Draws] gives its random numbers: each a function of seed and counters, whoever asks first.
@NullMarked
package org.idiome.genomics.simulated;

import org.jspecify.annotations.NullMarked;
