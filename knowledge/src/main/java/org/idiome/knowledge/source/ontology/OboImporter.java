package org.idiome.knowledge.source.ontology;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.LineReader;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceDates;
import org.idiome.knowledge.source.SourceText;
import org.jspecify.annotations.Nullable;

/// Reads ontologies in OBO format 1.2 and 1.4.
///
/// Specification: owlcollab.github.io/oboformat/doc/obo-syntax.html. A stanza `[Term]` is a row;
/// stanzas of relations and instances are left out by name.
public final class OboImporter implements Importer {
  private static final String TERM = "[Term]";

  @Override
  public String format() {
    return "obo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (head.content() != Content.TEXT) {
      return Recognition.NO;
    }
    String ontology = "";
    boolean isFirst = true;
    for (var text : head.lines()) {
      if (text.isBlank() || text.startsWith("!")) {
        continue;
      }
      var line = OboLine.of(0, text);
      boolean isVersion = line.tag().equals("format-version");
      if (isFirst && !isVersion && !text.strip().equals(TERM)) {
        return Recognition.NO;
      }
      isFirst = false;
      if (text.startsWith("[")) {
        break;
      }
      if (line.tag().equals("ontology")) {
        ontology = line.text();
      }
    }
    return isFirst ? Recognition.NO : new Recognition.Yes(OntologyName.of(ontology), "obo");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var hierarchy = new Hierarchy();
    var stanzas =
        new OboStanza(new Concept(new Identifiers(settings, sink), hierarchy, sink), sink);
    var header = new ArrayList<OboLine>();
    try (var lines = text.lines()) {
      read(text, lines, stanzas, header);
    }
    hierarchy.requireNoCircle(text.name());
    hierarchy.remarkDangling(sink);
    return statement(header);
  }

  /// Lines of one stanza are gathered, for its id may stand behind other tags.
  private static void read(
      SourceText text, LineReader lines, OboStanza stanzas, List<OboLine> header)
      throws IOException {
    @Nullable String kind = null;
    long begin = 0;
    List<OboLine> gathered = new ArrayList<>();
    while (lines.next()) {
      if (!lines.isEnded()) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.KNOWLEDGE_FILE_CUT,
                Place.line(text.name(), lines.number()),
                "part",
                "a line"));
      }
      var line = continued(lines);
      if (line.isBlank() || line.startsWith("!")) {
        continue;
      }
      if (line.startsWith("[") && line.strip().endsWith("]")) {
        end(stanzas, kind, begin, gathered, header);
        kind = line.strip();
        begin = lines.number();
        gathered = new ArrayList<>();
      } else {
        gathered.add(OboLine.of(lines.number(), line));
      }
    }
    end(stanzas, kind, begin, gathered, header);
  }

  /// A line, with those that follow where it ends in a backslash.
  private static String continued(LineReader lines) throws IOException {
    var line = lines.text();
    if (!line.endsWith("\\") || line.endsWith("\\\\")) {
      return line;
    }
    var whole = new StringBuilder(line);
    while (whole.charAt(whole.length() - 1) == '\\' && lines.next()) {
      whole.setLength(whole.length() - 1);
      whole.append(lines.text());
    }
    return whole.toString();
  }

  private static void end(
      OboStanza stanzas,
      @Nullable String kind,
      long begin,
      List<OboLine> gathered,
      List<OboLine> header) {
    if (kind == null) {
      header.addAll(gathered);
    } else {
      stanzas.tell(kind, begin, gathered);
    }
  }

  private static ReleaseStatement statement(List<OboLine> header) {
    @Nullable String version = null;
    @Nullable String licence = null;
    @Nullable LocalDate date = null;
    @Nullable LocalDate saved = null;
    for (var line : header) {
      switch (line.tag()) {
        case "data-version" -> {
          version = line.text();
          date = SourceDates.in(version);
        }
        case "date" -> saved = SourceDates.ofObo(line.text());
        case "property_value" -> {
          if (line.word(0).endsWith(":license") || line.word(0).endsWith("/license")) {
            var value = line.value().substring(line.value().indexOf(' ') + 1).strip();
            licence = new OboLine(0, "", value, line.qualifiers()).quoted().text();
          }
        }
        default -> {}
      }
    }
    return new ReleaseStatement(
        version,
        date == null ? saved : date,
        date != null ? "data-version" : saved != null ? "date" : null,
        licence);
  }
}
