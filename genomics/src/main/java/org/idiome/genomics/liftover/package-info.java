/// Variants of one assembly told on another, by a chain file the user has.
///
/// [ChainReader] reads the file into [Chains]: for every base of the source the base of the target,
/// or none, or several. [Liftover] takes one record's alleles and answers with a [Lifted]: where
/// they stand now, or the [Unlifted] reason. [LiftedVcf] does so for a variant file and writes it
/// sorted, structural records and blocks of reference included.
///
/// ```java
/// var chains = ChainReader.read(input, limits);
/// var liftover = new Liftover(chains, new TargetContigs(fasta), null, true);
/// switch (liftover.lift("chr1", 1000, "A", List.of("G"))) { ... }
/// ```
///
/// - Invariants: REF of what is written is the target's sequence; what it says of a copy is what
///   the source said of it. A reference that was exchanged with an alternate is refused unless it
///   was asked for, and then every value that is not known to follow its allele is left out.
/// - Absent on purpose: no guess. A base with two places, an insertion or deletion that can be
///   rolled to where the assemblies differ, a block of reference whose bases cannot be compared are
///   refused with their reason.
@NullMarked
package org.idiome.genomics.liftover;

import org.jspecify.annotations.NullMarked;
