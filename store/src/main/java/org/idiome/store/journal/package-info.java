/// What answering writes: who read what of whom, and what was answered.
///
/// One call: [Journal#open] beside the catalogue; [AuditLog#add] appends a row of the audit before
/// an answer is given; [RunLog#keep] keeps a run with its findings.
///
/// - A file of its own (ADR 0012): answering never waits for an import that runs for minutes.
/// - Invariant: the audit is only added to; every row's digest covers the one before, and it holds
///   a person's keyed hash ([KeyedHash]), never the id.
/// - Invariant: runs and findings go with the person whose they are; the audit stays.
/// - Absent on purpose: whether a reading is allowed; `record` decides.
@NullMarked
package org.idiome.store.journal;

import org.jspecify.annotations.NullMarked;
