/// What is known of a person, layer by layer, and whose findings a gap limits.
///
/// One call: [InventoryInterpreter] counts each of the sixteen layers once ([LayerCount],
/// [TimeRange]) and makes one finding of it, with the first and the last row.
///
/// - Thousands of features are one finding with counts.
/// - Which findings a gap limits is what the interpreters of the run declared to read, not a list
///   of ours.
/// - Invariant: an empty layer is *not assessed*, never *excluded*.
@NullMarked
package org.idiome.care.inventory;

import org.jspecify.annotations.NullMarked;
