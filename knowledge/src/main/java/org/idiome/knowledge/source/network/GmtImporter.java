package org.idiome.knowledge.source.network;

import java.io.IOException;
import java.time.LocalDate;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Content;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceDates;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.predicate.SourcePredicate;
import org.jspecify.annotations.Nullable;

/// Reads gene sets as WikiPathways publishes them in GMT: one set a line,
/// `name%WikiPathways_20160402%WP465%Homo sapiens`, an address, then NCBI genes.
///
/// Sets of other species are left out as `other_species`. A set is one row, whatever its members; a
/// member that is no gene number is told and passed over, the set is kept.
public final class GmtImporter implements Importer {
  private static final String HUMAN = "Homo sapiens";
  private static final String RELEASE = "WikiPathways_";
  private static final int PARTS = 4;
  private static final SourcePredicate MEMBER = Predicates.of("gmt").known("member");

  @Override
  public String format() {
    return "gmt";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (head.content() != Content.TEXT || head.lines().isEmpty()) {
      return Recognition.NO;
    }
    var cells = head.lines().getFirst().split("\t", -1);
    boolean isSet = cells.length >= 2 && cells[0].split("%", -1).length == PARTS;
    boolean isWikiPathways = isSet && cells[0].split("%", -1)[1].startsWith(RELEASE);
    return isWikiPathways ? new Recognition.Yes("wikipathways", "gmt") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var ids = new Identifiers(settings, sink);
    @Nullable String version = null;
    @Nullable LocalDate date = null;
    try (var lines = text.lines()) {
      while (lines.next()) {
        if (!lines.isEnded()) {
          throw new BadInputException(
              Problem.of(
                  ProblemCode.KNOWLEDGE_FILE_CUT,
                  Place.line(text.name(), lines.number()),
                  "part",
                  "a row"));
        }
        sink.row(lines.number());
        var cells = lines.text().split("\t", -1);
        var parts = cells[0].split("%", -1);
        if (parts.length != PARTS || cells.length < 2) {
          sink.refuse("name", cells[0]);
          continue;
        }
        if (version == null) {
          version = parts[1];
          date = SourceDates.in(parts[1]);
        } else if (!version.equals(parts[1])) {
          sink.unknownValue("release", parts[1]);
        }
        set(parts, cells, ids, sink);
      }
    }
    return new ReleaseStatement(version, date, date == null ? null : "name of the sets", null);
  }

  private static void set(String[] parts, String[] cells, Identifiers ids, ReleaseSink sink) {
    if (!parts[3].equals(HUMAN)) {
      sink.leaveOut("other_species");
      return;
    }
    var set = ids.curie("WIKIPATHWAYS", parts[2]);
    if (set == null) {
      sink.refuse("id", parts[2]);
      return;
    }
    sink.term(Term.of(set, TermProperty.CATEGORY, "biolink:Pathway"));
    sink.term(Term.of(set, TermProperty.NAME, parts[0]));
    sink.term(Term.of(set, TermProperty.IN_TAXON, "NCBITaxon:9606"));
    sink.term(new Term(set, TermProperty.COLUMNS, "", Attributes.of("address", cells[1])));
    var values =
        Attributes.of(
            Values.KNOWLEDGE_LEVEL, MEMBER.knowledgeLevel(), Values.ORIGINAL_PREDICATE, "member");
    for (int i = 2; i < cells.length; i++) {
      var gene = isNumber(cells[i]) ? ids.curie("NCBIGene", cells[i]) : null;
      if (gene != null) {
        sink.claim(new Claim(gene, MEMBER.predicate(), set, false, MEMBER.qualifiers(), values));
      } else if (!cells[i].isEmpty()) {
        sink.unknownValue("gene", cells[i]);
      }
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
