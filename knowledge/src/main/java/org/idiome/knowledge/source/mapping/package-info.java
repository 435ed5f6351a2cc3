/// Mappings between vocabularies: the Simple Standard for Sharing Ontological Mappings (SSSOM).
///
/// [SssomImporter] reads the table with its header in YAML, in lines that begin with `#`. A mapping
/// is a claim with its own predicate; `predicate_modifier: Not` denies it. What may be merged is
/// decided by who reads the claims, not here.
@NullMarked
package org.idiome.knowledge.source.mapping;

import org.jspecify.annotations.NullMarked;
