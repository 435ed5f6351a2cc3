/// The folder that a store is, and who may write to it.
///
/// One call: [StoreFolder#create] or [StoreFolder#existing] names the files of a store and refuses
/// a folder on a network; [WriterPlace#take] waits for the one writer's place.
///
/// - Invariant: folders are 0700 and files 0600, whatever the mask of the process.
/// - Invariant: nothing here opens a file of the catalogue: closing it would drop SQLite's locks.
@NullMarked
package org.idiome.store.folder;

import org.jspecify.annotations.NullMarked;
