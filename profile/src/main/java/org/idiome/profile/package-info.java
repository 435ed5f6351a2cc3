/// The door between a person and the interpreters.
///
/// One call: [Interpretation] asks every [Interpreter] what it reads ([Reads]), unites the answers,
/// has each source of the person read once, hands each interpreter a [Profile] that shows what it
/// declared and nothing else, and gathers the findings into a [Run][org.idiome.core.run.Run].
///
/// - Values: [Profile], [Genome] (one sample's calls and what was looked at), [Reads], [Findings]
///   (what other interpreters found).
/// - Invariant: same person, knowledge, software and settings: same bytes, whatever the threads,
///   locale or time zone. No clock but the clinical date of the settings; where none is given it is
///   the latest in the record ([LatestTime]), doubted aloud where it is far from all others.
/// - Absent on purpose: files and stores. Interpreters never open either.
@NullMarked
package org.idiome.profile;

import org.jspecify.annotations.NullMarked;
