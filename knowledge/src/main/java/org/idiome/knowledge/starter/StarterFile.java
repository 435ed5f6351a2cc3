package org.idiome.knowledge.starter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.table.TableRow;
import org.jspecify.annotations.Nullable;

/// A line of the manifest: one table, what it holds, and where its facts were read.
///
/// @param path below the folder of the starter knowledge
/// @param kind what its rows are
/// @param publisher of the facts
/// @param release the publisher's own name of the release that was read
/// @param date of that release, or null where the publisher states none
/// @param licence SPDX identifier
/// @param attribution that the licence or custom asks for
/// @param origin where the release was read
/// @param importer version of the form in which the facts stand here
record StarterFile(
    String path,
    String kind,
    String publisher,
    String release,
    @Nullable LocalDate date,
    String licence,
    String attribution,
    String origin,
    String importer,
    int rows,
    Sha256 hash) {
  static final List<String> COLUMNS =
      List.of(
          "path",
          "kind",
          "publisher",
          "release",
          "date",
          "licence",
          "attribution",
          "origin",
          "importer",
          "rows",
          "sha256");

  static StarterFile of(TableRow row) {
    try {
      var date = row.optional("date");
      return new StarterFile(
          row.required("path"),
          row.required("kind"),
          row.required("publisher"),
          row.required("release"),
          date == null ? null : LocalDate.parse(date),
          row.required("licence"),
          row.required("attribution"),
          row.required("origin"),
          row.required("importer"),
          row.ordinal("rows"),
          new Sha256(row.required("sha256")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()), "correct the line of the manifest");
    }
  }

  /// The name of the table within a snapshot: its path without the ending.
  String name() {
    return "starter/" + path.substring(0, path.length() - ".tsv".length());
  }

  /// The table as a release of the snapshot. Every row is kept: one that is not understood is
  /// refused, and the table with it.
  SourceRelease toRelease() {
    return new SourceRelease(name(), release, date, licence, hash, importer, rows, rows, 0);
  }
}
