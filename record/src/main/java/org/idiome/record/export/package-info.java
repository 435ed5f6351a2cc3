/// Everything about one person in open formats: GDPR articles 15 and 20.
///
/// One call: [PersonExport#write] takes a person who was opened at the door and fills an
/// [ExportTarget]: a record that can be imported again ([PacketWriter], [TableWriter]), all
/// observations, sources, history, consent, audit, runs, and a manifest of all files.
///
/// - Invariant: what the phenopacket cannot hold is in the tables beside it, whole.
/// - Invariant: files are written one after the other; records of a genome are never held at once.
@NullMarked
package org.idiome.record.export;

import org.jspecify.annotations.NullMarked;
