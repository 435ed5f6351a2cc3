/// Who publishes which source, where, and under which licence: the table `publishers.tsv`.
///
/// - Invariant: a row is *unconfirmed* until its address was tried and its licence read on the
///   publisher's page; that is said wherever it is used.
@NullMarked
package org.idiome.knowledge.publisher;

import org.jspecify.annotations.NullMarked;
