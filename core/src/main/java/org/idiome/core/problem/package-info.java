/// What was wrong with an input, where, and how far the damage reaches.
///
/// A reader collects [Problem]s in [Problems] and goes on, or throws [BadInputException] where
/// nothing can be attributed any more. Each kind of problem is one row of the catalogue
/// [ProblemCode]; the words for it, and the remedy, are made in `report`.
@NullMarked
package org.idiome.core.problem;

import org.jspecify.annotations.NullMarked;
