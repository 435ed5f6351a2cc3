package org.idiome.knowledge.source.drug;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// Interactions of drugs with drugs, from a table under the user's own licence; its columns are
/// documented in `docs/sources.md`.
public final class InteractionsImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("interactions", Layout.TAB.withComments());
  private static final String A = "drug_a";
  private static final String B = "drug_b";
  private static final String SEVERITY = "severity";
  private static final String SCALE = "severity_scale";
  private static final String DIRECTION = "direction";
  private static final String PUBLICATIONS = "publications";
  private static final String LICENCE = "licence";
  private static final String BOTH = "both";
  private static final Set<String> DIRECTIONS = Set.of("", BOTH, "a_affects_b");
  private static final Set<String> TOLD =
      Set.of(A, B, SEVERITY, SCALE, DIRECTION, PUBLICATIONS, LICENCE);

  @Override
  public String format() {
    return "interactions";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, Recognition.BY_FILE_NAME);
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, identifiers, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var a = identifiers.curie(table.text(A));
    var b = identifiers.curie(table.text(B));
    var direction = table.text(DIRECTION);
    if (a == null || b == null) {
      sink.refuse(a == null ? A : B, table.text(a == null ? A : B));
    } else if (table.text(SEVERITY).isEmpty()) {
      sink.refuse(SEVERITY, "");
    } else if (!DIRECTIONS.contains(direction)) {
      sink.refuse(DIRECTION, direction);
    } else {
      boolean isBoth = direction.isEmpty() || direction.equals(BOTH);
      boolean isTurned = isBoth && a.compareTo(b) > 0;
      sink.claim(
          new Claim(
              isTurned ? b : a,
              "biolink:interacts_with",
              isTurned ? a : b,
              false,
              Attributes.of(DIRECTION, isBoth ? BOTH : "subject_affects_object"),
              values(table, identifiers, sink)));
    }
  }

  private static Attributes values(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var values = new TreeMap<>(table.rest(TOLD).values());
    values.put(Values.LEVEL, table.text(SEVERITY));
    var scale = table.text(SCALE);
    values.put(Values.SCALE, scale.isEmpty() ? SEVERITY : scale);
    values.put(Values.LICENCE, table.text(LICENCE));
    var publications = new TreeSet<String>();
    for (var given : table.text(PUBLICATIONS).split("\\|", -1)) {
      var id = given.isBlank() ? null : identifiers.curie(given);
      if (id != null) {
        publications.add(id);
      } else if (!given.isBlank()) {
        sink.unknownValue(PUBLICATIONS, given);
      }
    }
    values.put(Values.PUBLICATIONS, String.join("|", publications));
    return Attributes.of(values);
  }
}
