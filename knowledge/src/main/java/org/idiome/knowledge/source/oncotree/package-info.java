/// OncoTree: the tree of tumour types of Memorial Sloan Kettering, as JSON.
///
/// Kundra et al. 2021, doi:10.1200/CCI.20.00108. One call: [OncoTreeImporter] walks the tree from
/// its root; each node is a row.
@NullMarked
package org.idiome.knowledge.source.oncotree;

import org.jspecify.annotations.NullMarked;
