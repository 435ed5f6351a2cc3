/// One text for one value: canonical JSON, its bytes and its hash.
///
/// Every word of `core` that is compared, stored or hashed is [Canonical]: it answers with a [Json]
/// tree, and [Canonical#canonicalBytes] writes that tree by RFC 8785 (JSON Canonicalization
/// Scheme), so that any other implementation of the scheme gets the same hash.
///
/// - Values: [Json], [Sha256], [Numbers] (the one class that prints numbers).
/// - What in a text nobody sees: [Hidden].
/// - Dense columns are hashed as a stream of length-prefixed fields by [Digester].
/// - Invariant: no clock, locale, hash order or thread count reaches a byte.
@NullMarked
package org.idiome.core.canonical;

import org.jspecify.annotations.NullMarked;
