package org.idiome.knowledge.home;

import java.io.IOException;
import java.time.LocalDate;
import org.idiome.core.concept.Curie;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;

/// Reads a format made for tests: `pairs DATE`, then two identifiers a line.
record PairImporter(int version) implements Importer {
  @Override
  public String format() {
    return "pairs";
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return head.text().startsWith("pairs ") ? new Recognition.Yes("pairs", "1") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var lines = text.lines()) {
      lines.next();
      var date = LocalDate.parse(lines.text().substring("pairs ".length()));
      while (lines.next()) {
        sink.row(lines.number());
        var cells = lines.text().split(" ", -1);
        if (Curie.parse(cells[0]) == null) {
          sink.refuse("subject", cells[0]);
        } else {
          sink.claim(
              new Claim(
                  cells[0],
                  "biolink:related_to",
                  cells[1],
                  false,
                  Attributes.NONE,
                  Attributes.NONE));
        }
      }
      return new ReleaseStatement(null, date, "first line", null);
    }
  }
}
