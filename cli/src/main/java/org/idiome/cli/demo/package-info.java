/// Three synthetic individuals with planted truth.
///
/// [DemoPeople#writeInto] lays their folders into a folder of the user's: a phenopacket each and
/// the files that it names. What there is stands in the resource `demo-files.tsv`, by path, size
/// and SHA-256; nothing is searched for.
///
/// - Invariant: a file that the demo did not write, or that was changed since, is never replaced.
/// - Invariant: a file is written whole or not at all.
/// - The truth that was planted is a table beside the tests (`truth/truth.tsv`).
@NullMarked
package org.idiome.cli.demo;

import org.jspecify.annotations.NullMarked;
