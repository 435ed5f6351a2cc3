package org.idiome.report.html;

import org.jspecify.annotations.Nullable;

/// What a page says beyond its run.
///
/// @param command the command that repeats it, as one would type it
/// @param json name of the file beside the page that holds every finding, or null where none was
///   written
public record ReportOptions(String command, @Nullable String json) {}
