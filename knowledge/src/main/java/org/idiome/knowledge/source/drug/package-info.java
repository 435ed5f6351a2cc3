/// Readers of what is published about drugs: DGIdb, RxNorm, ATC, tables of interactions.
///
/// - Invariant: the licence of a row is told where it is not that of the file; a claim that holds
///   both ways is told once.
@NullMarked
package org.idiome.knowledge.source.drug;

import org.jspecify.annotations.NullMarked;
