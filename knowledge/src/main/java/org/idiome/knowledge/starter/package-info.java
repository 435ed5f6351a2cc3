/// The starter knowledge: cited facts that ship with Idiome.
///
/// One call: [StarterKnowledge#shipped] reads the manifest, which lists each table with its kind,
/// publisher, release, licence, rows and hash. A table is read, and held to its line of the
/// manifest, when somebody first asks for its kind.
///
/// - Values: [StarterFile] (a line of the manifest),
///   [org.idiome.knowledge.release.SnapshotManifest] (the text whose hash names a snapshot,
///   `docs/methods/starter-knowledge.md`).
/// - Invariants: a publisher's facts stay in files of their own, under their own licence; a table
///   that differs from the manifest by one byte is refused.
/// - The tables lie beside this package in the resources, in one folder a publisher.
@NullMarked
package org.idiome.knowledge.starter;

import org.jspecify.annotations.NullMarked;
