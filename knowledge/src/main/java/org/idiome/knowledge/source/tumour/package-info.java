/// Readers of what is published about tumours: CIViC, cancer hotspots.
///
/// [CivicImporter] tells each evidence item as a claim of a variant (or molecular profile) and a
/// disease; [HotspotImporter] tells residues and changes of proteins that recur.
///
/// - Source of the rules: Griffith et al. 2017, doi:10.1038/ng.3774; `docs/sources.md`.
/// - Invariant: *Does Not Support* is a denied claim, never a supporting one; what a copy of the
///   file grouped so that it cannot be told apart is refused.
@NullMarked
package org.idiome.knowledge.source.tumour;

import org.jspecify.annotations.NullMarked;
