package org.idiome.knowledge.source.ontology;

import java.time.LocalDate;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.SourceDates;
import org.idiome.knowledge.source.json.JsonItem;
import org.jspecify.annotations.Nullable;

/// What an OBO graph says of itself; the first graph of a file speaks for it.
final class GraphStatement {
  private static final String VERSION = "http://www.w3.org/2002/07/owl#versionInfo";

  private @Nullable String version;
  private @Nullable LocalDate date;
  private @Nullable String dateFrom;
  private @Nullable String licence;

  void take(JsonItem.Fields meta) {
    var address = meta.text("version");
    var words = "";
    for (var value : meta.objects("basicPropertyValues")) {
      if (value.text("pred").equals(VERSION)) {
        words = value.text("val");
      } else if (value.text("pred").endsWith("/license") && licence == null) {
        licence = value.text("val");
      }
    }
    var told = words.isEmpty() ? address : words;
    if (version == null && !told.isEmpty()) {
      version = told;
      date = SourceDates.in(told);
      dateFrom = date == null ? null : words.isEmpty() ? "version" : "owl:versionInfo";
      if (date == null) {
        date = SourceDates.in(address);
        dateFrom = date == null ? null : "version";
      }
    }
  }

  ReleaseStatement told() {
    return new ReleaseStatement(version, date, dateFrom, licence);
  }
}
