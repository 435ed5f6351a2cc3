/// What was observed of one individual.
///
/// An [Observation] has one of four shapes: [Statement], [Quantity], [Call], [Image]. Each belongs
/// to a [Layer], says [When][org.idiome.core.time.When], may name its [Specimen] and carries its
/// source rows. [Presence][org.idiome.core.presence.Presence] keeps apart present, looked for and
/// not there, not looked for, failed, withheld. Dense layers hold quantities as columns:
/// [QuantityColumns].
///
/// - Invariant: nothing here turns one kind of absence into another, or into a value.
@NullMarked
package org.idiome.core.observation;

import org.jspecify.annotations.NullMarked;
