/// Numbers with units, as a source stated them.
///
/// An [Amount] is a [Magnitude] (exact, censored, or missing for a reason) in a [Unit]. Units are
/// kept, not converted: conversion needs knowledge of the analyte and belongs to the floors above.
///
/// - Invariant: a value below a limit is censored, never zero and never the limit.
@NullMarked
package org.idiome.core.quantity;

import org.jspecify.annotations.NullMarked;
