/// The one door to a person who is kept in a store.
///
/// One call: [Door#open] names who asks, for what; [Door#person] looks whether the purpose has a
/// basis ([Basis]), reads the person and hands out an [OpenPerson]; whoever answers says
/// [OpenPerson#answered] first: then the row of the audit is on the disk.
///
/// - Values: [Purpose], [Asker].
/// - Invariant: nobody above this floor opens a store for reading but through here (`OneDoorTest`).
/// - Invariant: what was opened and not answered leaves a row too, and so does what was refused.
/// - Invariant: consent counts as it stands now, whatever else is asked as of an earlier time.
@NullMarked
package org.idiome.record.door;

import org.jspecify.annotations.NullMarked;
