/// A person's folder: the phenopacket and the files that it names, and no others.
@NullMarked
package org.idiome.record.folder;

import org.jspecify.annotations.NullMarked;
