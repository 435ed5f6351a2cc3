package org.idiome.knowledge.source.network;

import java.io.IOException;
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
import org.idiome.knowledge.source.SourceText;

/// Reads a network as SIF with tabs: node, kind of edge, node; a header of these three or none.
///
/// Nodes are `Kind::identifier` as Hetionet writes them (blanks stand in kinds), or CURIEs. Of each
/// node and kind one text is made, whatever the number of edges; a claim is all that is made for an
/// edge.
public final class SifImporter implements Importer {
  private static final int COLUMNS = 3;

  /// The header of Hetionet's files.
  private static final String HEADER = "source\tmetaedge\ttarget";

  @Override
  public String format() {
    return "sif";
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
    var lines = head.lines();
    if (lines.isEmpty()) {
      return Recognition.NO;
    }
    if (lines.getFirst().equals(HEADER)) {
      return new Recognition.Yes("hetionet", "header");
    }
    var cells = lines.getFirst().split("\t", -1);
    boolean isEdge =
        cells.length == COLUMNS && cells[0].indexOf("::") > 0 && cells[2].indexOf("::") > 0;
    return isEdge ? new Recognition.Yes("hetionet", "no-header") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var nodes = new SifNodes(new Identifiers(settings, sink));
    var kinds = new SifKinds();
    try (var lines = text.lines()) {
      while (lines.next()) {
        if (lines.number() == 1 && lines.text().equals(HEADER)) {
          continue;
        }
        edge(lines, nodes, kinds, text.name(), sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void edge(
      LineReader lines, SifNodes nodes, SifKinds kinds, String file, ReleaseSink sink) {
    var bytes = lines.buffer();
    int start = lines.start();
    int end = lines.end();
    int first = tab(bytes, start, end);
    int second = first < end ? tab(bytes, first + 1, end) : end;
    if (!lines.isEnded()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.KNOWLEDGE_FILE_CUT, Place.line(file, lines.number()), "part", "a row"));
    }
    if (second == end || second + 1 == end || tab(bytes, second + 1, end) < end) {
      sink.row(lines.number());
      sink.refuse("columns", lines.text());
      return;
    }
    sink.row(lines.number());
    var source = nodes.curie(bytes, start, first);
    var target = nodes.curie(bytes, second + 1, end);
    if (source == null || target == null) {
      var column = source == null ? "source" : "target";
      int from = source == null ? start : second + 1;
      sink.refuse(column, SifNodes.text(bytes, from, source == null ? first : end));
      return;
    }
    sink.claim(kinds.of(bytes, first + 1, second, sink).claim(source, target));
  }

  private static int tab(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\t') {
      at++;
    }
    return at;
  }
}
