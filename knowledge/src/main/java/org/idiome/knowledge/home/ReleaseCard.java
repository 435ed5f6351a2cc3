package org.idiome.knowledge.home;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.packed.Notices;
import org.idiome.knowledge.release.Licence;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.RowCounts;
import org.idiome.knowledge.source.ImportSettings;
import org.jspecify.annotations.Nullable;

/// What a release is: all that `knowledge list` and `show` say of it.
///
/// @param source short stable name; one snapshot has one release of it
/// @param variant of the header or layout
/// @param fileName as it was given, without its folder
/// @param address where it was fetched from, or null for a local file
/// @param published hash of the bytes as published
/// @param content hash of the bytes unpacked
/// @param packed hash of the packed columns
/// @param imported when, by the clock of the machine that did it
public record ReleaseCard(
    String source,
    String format,
    String variant,
    int importerVersion,
    String fileName,
    @Nullable String address,
    long bytes,
    Sha256 published,
    Sha256 content,
    Sha256 packed,
    Instant imported,
    ReleaseStatement statement,
    Licence licence,
    ImportSettings settings,
    RowCounts rows,
    long claims,
    long terms,
    Notices notices)
    implements Canonical {

  /// The settings of a manifest that make it tell what it tells, by name.
  public SortedMap<String, String> manifestSettings() {
    var named = new TreeMap<>(Map.of("importer." + source, format + " " + importerVersion));
    if (!settings.columns().isEmpty()) {
      named.put("columns." + source, settings.columns().toString());
    }
    var prefix = settings.prefix();
    if (prefix != null) {
      named.put("prefix." + source, prefix);
    }
    return named;
  }

  /// The publisher's own name of the release: its version, else its date.
  public String release() {
    var version = statement.version();
    var date = statement.date();
    return version != null ? version : date == null ? "not known" : date.toString();
  }

  /// As a snapshot lists it.
  public SourceRelease toRelease() {
    return new SourceRelease(
        source,
        release(),
        statement.date(),
        licence.name(),
        published,
        format + " " + importerVersion,
        rows.read(),
        rows.kept() + rows.duplicate(),
        rows.notUnderstood());
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("source", source)
        .put("format", format)
        .put("variant", variant)
        .put("importer_version", importerVersion)
        .put("file", fileName)
        .put("address", address)
        .put("bytes", bytes)
        .put("sha256", published)
        .put("sha256_unpacked", content)
        .put("sha256_packed", packed)
        .put("imported", imported.toString())
        .put("statement", statement)
        .put("licence", licence)
        .put("settings", settings)
        .put("rows", rows)
        .put("claims", claims)
        .put("terms", terms)
        .put("notices", notices)
        .end();
  }
}
