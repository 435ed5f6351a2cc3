package org.idiome.report.html;

import org.jspecify.annotations.Nullable;

/// What a page says beyond its run.
///
/// @param command the command that repeats it, as one would type it
/// @param json name of the file beside the page that holds every finding, or null where none was
///   written
/// @param kept the person as a store keeps them, or null for a folder
public record ReportOptions(String command, @Nullable String json, @Nullable Kept kept) {

  /// A page about a folder.
  public ReportOptions(String command, @Nullable String json) {
    this(command, json, null);
  }

  /// A person of a store.
  ///
  /// @param id as commands call them
  /// @param hasEarlierRuns whether a run other than this one was kept
  public record Kept(String id, boolean hasEarlierRuns) {}
}
