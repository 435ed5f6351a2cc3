/// Which identifiers mean one thing: a view, computed from the mappings of a snapshot.
///
/// [Equivalence#of] reads the mapping claims; [Equivalence#resolve] says where an identifier leads,
/// and [Equivalence#conflicts] why some lead nowhere. The rules (Matentzoglu 2022,
/// doi:10.1093/database/baac035; specification in `docs/methods/knowledge.md`):
///
/// 1. Only `skos:exactMatch`, `owl:sameAs` and `owl:equivalentClass` that are not negated merge.
/// 2. A star, not a chain: the hub of a kind takes what is mapped to it directly.
/// 3. Kinds must agree.
/// 4. One identifier mapped to two hubs merges with neither; two identifiers of one vocabulary
///    mapped to one hub both lead to it, and that is said.
///
/// - Invariant: nothing is rewritten. Claims keep the identifiers of their sources.
@NullMarked
package org.idiome.knowledge.equivalence;

import org.jspecify.annotations.NullMarked;
