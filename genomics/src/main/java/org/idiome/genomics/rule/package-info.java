/// The rule tables that this module carries: tab-separated resources, one fact a row, each cited.
///
/// [RuleTable] reads one and refuses what is not whole; [RuleTables] names them all with their
/// digests, for the software part of a run.
@NullMarked
package org.idiome.genomics.rule;

import org.jspecify.annotations.NullMarked;
