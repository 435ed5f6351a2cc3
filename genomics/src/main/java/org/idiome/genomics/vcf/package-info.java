/// Variant Call Format: records, genotypes, filters and blocks as they stand in the file.
@NullMarked
package org.idiome.genomics.vcf;

import org.jspecify.annotations.NullMarked;
