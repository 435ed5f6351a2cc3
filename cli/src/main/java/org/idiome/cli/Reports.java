package org.idiome.cli;

import java.nio.charset.StandardCharsets;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.report.html.HtmlReport;
import org.idiome.report.html.ReportOptions;
import org.idiome.report.json.RunJson;
import org.idiome.report.text.Ink;
import org.idiome.report.text.TextSummary;
import org.jspecify.annotations.Nullable;

/// One run in the forms that people ask for.
final class Reports {
  private final Interpreted interpreted;
  private final Ink ink;

  Reports(Interpreted interpreted, CommonOptions common) {
    this.interpreted = interpreted;
    this.ink = common.isColoured() ? Ink.COLOURED : Ink.PLAIN;
  }

  /// The page.
  ///
  /// @param command what repeats it
  /// @param json name of the JSON file beside it, or null
  /// @param kept the person of a store, or null for a folder
  byte[] html(String command, @Nullable String json, ReportOptions.@Nullable Kept kept) {
    return HtmlReport.page(interpreted, new ReportOptions(command, json, kept))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The run as JSON.
  byte[] json() {
    return RunJson.text(interpreted.run()).getBytes(StandardCharsets.UTF_8);
  }

  /// A summary for the terminal.
  ///
  /// @param who as a command calls the person
  String summary(String who) {
    return Called.in(TextSummary.of(interpreted, who, ink));
  }
}
