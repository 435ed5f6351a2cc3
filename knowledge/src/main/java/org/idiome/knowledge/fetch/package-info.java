/// Files from the publishers' own addresses, when the user asks, and never otherwise.
///
/// [Fetcher#ask] looks at an address and says what would come ([Offer]); [Fetcher#fetch] brings it,
/// going on with what an earlier try left. What was brought is imported like any file.
///
/// - Invariants: a redirect to another host is told before it is followed, one from https to http
///   is not followed; half a file is never taken for a whole one; what comes is bounded.
/// - The only package of the project that opens a connection; a test enforces it.
@NullMarked
package org.idiome.knowledge.fetch;

import org.jspecify.annotations.NullMarked;
