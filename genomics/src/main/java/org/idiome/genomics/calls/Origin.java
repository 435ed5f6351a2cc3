package org.idiome.genomics.calls;

import org.idiome.core.observation.Layer;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What calls of a file carry besides what stands in it.
///
/// @param file ordinal of the file in the sources
/// @param when the time the calls are of
/// @param specimen id of the specimen, or null where none is named
public record Origin(int file, Layer layer, When when, @Nullable String specimen) {}
