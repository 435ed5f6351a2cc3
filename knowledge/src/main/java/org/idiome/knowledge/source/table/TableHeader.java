package org.idiome.knowledge.source.table;

import java.util.List;
import java.util.Set;

/// A header line as a format understands it.
///
/// @param names as they stand there, or as the user says that they are to be read
/// @param columns our names in the same order; the published name where we have none
/// @param known our names that it has
/// @param unknown names that no variant of the format has
record TableHeader(
    List<String> names, List<String> columns, Set<String> known, List<String> unknown) {}
