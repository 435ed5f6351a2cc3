/// Small JSON documents of our own as trees: [JsonTree].
///
/// - Absent on purpose: publishers' JSON, which may be large, is read as a stream by whoever knows
///   its form.
@NullMarked
package org.idiome.knowledge.json;

import org.jspecify.annotations.NullMarked;
