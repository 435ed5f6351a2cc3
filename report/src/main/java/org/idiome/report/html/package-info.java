/// The report of a run as one self-contained page.
///
/// One call: [HtmlReport#page] lays out the sections that have output, in the order in which a
/// reader needs them, and answers with the text of one file: no request, no script needed.
///
/// - Every text is escaped by the one writer of `markup`.
/// - [Stylesheet] and the script are resources, named by their hashes in the page's own security
///   policy.
/// - Invariant: same run, same bytes. No clock, locale or chance; ids are hashes of keys.
/// - Absent on purpose: addresses. The page links to itself alone.
@NullMarked
package org.idiome.report.html;

import org.jspecify.annotations.NullMarked;
