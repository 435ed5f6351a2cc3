/// Pharmacogene alleles, functions, phenotypes and recommendations, for interpreters.
@NullMarked
package org.idiome.knowledge.pharmacogene;

import org.jspecify.annotations.NullMarked;
