/// What is known of laboratory features, for interpreters: the read side.
///
/// One call: [LaboratoryKnowledge#analyte] tells which [Analyte] a code or name means;
/// [LaboratoryKnowledge#variation] gives its published [BiologicalVariation], by which a change is
/// judged against the person's own earlier values.
///
/// - Sources: journal articles, one DOI a row; codes of LOINC. Nothing of the EFLM database.
/// - Invariant: a figure that was found in one transcription of its article only says so
///   ([BiologicalVariation#confirmed]).
/// - Absent on purpose: reference intervals (they come with the value), arithmetic (`care`),
///   conversion of units (`profile`).
@NullMarked
package org.idiome.knowledge.laboratory;

import org.jspecify.annotations.NullMarked;
