/// A store: the record of persons in one folder, and the doors to it.
///
/// One call: [Store#read] answers questions as of one moment ([StoreReader]); [Store#write] takes
/// the one writer's place ([StoreWriter]), gathers a batch and acknowledges it with
/// [StoreWriter#acknowledge].
///
/// - Values: [Rows] are the rows of the catalogue that come in and go out.
/// - Order of a batch: dense parts written, on the disk, renamed; then one transaction of the
///   catalogue; then a checkpoint. What the catalogue does not name does not exist.
/// - Absent on purpose: formats of inputs and the meaning of rows (`record`); any clock.
@NullMarked
package org.idiome.store;

import org.jspecify.annotations.NullMarked;
