package org.idiome.record.table;

import java.util.List;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Sources;

/// Where the rows of a table go.
record RowTarget(
    Sources sources,
    Problems problems,
    QuantityColumnsBuilder quantities,
    List<Statement> statements) {}
