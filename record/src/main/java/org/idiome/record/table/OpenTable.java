package org.idiome.record.table;

import java.util.Map;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// A table whose header was found.
///
/// @param file its ordinal in the sources
/// @param specimen id of the specimen where the rows name none; null for the person
/// @param specimens when each specimen of the packet was collected, by id
record OpenTable(
    int file,
    String name,
    TableDescription description,
    Columns columns,
    @Nullable String specimen,
    Map<String, When> specimens) {}
