/// Names and lengths of contigs, and the genome build they speak for.
@NullMarked
package org.idiome.genomics.contig;

import org.jspecify.annotations.NullMarked;
