/// The home of knowledge: releases that were imported, and the snapshots made of them.
///
/// One call: [KnowledgeHome#take] copies a publisher's file, finds its reader, packs what it tells,
/// and gives the whole its name by one rename; whatever fails before leaves nothing. A
/// [ReleaseCard] beside the published bytes says what the release is. The releases in force make a
/// snapshot, whose manifest is kept ([SnapshotLog]) whenever it becomes another.
///
/// - Invariants: a release never changes; one source has one release in a snapshot; packed columns
///   are a cache, made again from the published bytes.
/// - Layout: `docs/methods/knowledge.md`.
@NullMarked
package org.idiome.knowledge.home;

import org.jspecify.annotations.NullMarked;
