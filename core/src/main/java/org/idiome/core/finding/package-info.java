/// What an interpreter claims, and why.
///
/// A [Finding] has a [FindingKey], a subject, a [State] (found, excluded, or not assessed for a
/// [ReasonCode]), perhaps a [Strength] and an [Advice], and an [Explanation]: a tree that ends in
/// cited rows. Details are [Value]s by name. No prose is stored: `report` renders the words.
///
/// - Invariant: a finding that rests on missing data is *not assessed*, with the reason.
@NullMarked
package org.idiome.core.finding;

import org.jspecify.annotations.NullMarked;
