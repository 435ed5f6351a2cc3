/// Pharmacogenes: diplotypes, phenotypes, and what they mean for drugs.
@NullMarked
package org.idiome.care.pharmacogenes;

import org.jspecify.annotations.NullMarked;
