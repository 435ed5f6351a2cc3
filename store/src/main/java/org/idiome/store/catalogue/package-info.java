/// The catalogue of a store: one SQLite file, and the only rows by which anything in it exists.
///
/// One call: [Catalogue#read] opens it for one reader and one moment; [Catalogue#write] opens it
/// for the one writer and brings it to the newest form ([Migrations]). [Sql] is the door to the
/// driver.
///
/// - Invariant: write-ahead log, every commit on the disk before it is believed, foreign keys.
/// - Invariant: a newer store is refused, an older one is brought up by its writer.
/// - Absent on purpose: what the rows mean; `record` knows.
@NullMarked
package org.idiome.store.catalogue;

import org.jspecify.annotations.NullMarked;
