package org.idiome.knowledge.source.drug;

import java.io.IOException;
import java.util.Set;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// The ATC index with daily doses, as a table of the user's own licence.
///
/// A code of five levels says what is above it: `L01BC02`, `L01BC`, `L01B`, `L01`, `L` (WHO
/// Collaborating Centre for Drug Statistics Methodology, structure and principles). A code with
/// several daily doses stands in several rows.
public final class AtcImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("atc", Layout.TAB.ragged().missing("NA"));
  private static final String CODE = "atc_code";
  private static final String NAME = "atc_name";
  private static final Set<String> TOLD = Set.of(CODE, NAME);

  @Override
  public String format() {
    return "atc";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "atc");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, ReleaseSink sink) {
    var code = table.text(CODE);
    if (!(Identifier.of(code, "ATC") instanceof Identifier.Understood known) || !known.isUsual()) {
      sink.refuse(CODE, code);
      return;
    }
    var id = known.curie();
    if (!table.text(NAME).isEmpty()) {
      sink.term(Term.of(id, TermProperty.NAME, table.text(NAME)));
    }
    int level = above(code.length());
    if (level > 0) {
      sink.claim(
          new Claim(
              id,
              "biolink:subclass_of",
              "ATC:" + code.substring(0, level),
              false,
              Attributes.NONE,
              Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion")));
    }
    var rest = table.rest(TOLD);
    if (!rest.isEmpty()) {
      sink.term(new Term(id, TermProperty.COLUMNS, "", rest));
    }
  }

  /// How many characters the code above has; 0 where there is none.
  private static int above(int length) {
    return switch (length) {
      case 7 -> 5;
      case 5 -> 4;
      case 4 -> 3;
      case 3 -> 1;
      default -> 0;
    };
  }
}
