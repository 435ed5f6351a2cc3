/// A phenopacket (v2) as observations with their place in the JSON.
@NullMarked
package org.idiome.record.phenopacket;

import org.jspecify.annotations.NullMarked;
