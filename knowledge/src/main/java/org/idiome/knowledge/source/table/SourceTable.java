package org.idiome.knowledge.source.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.row.RowSplitter;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.SourceText;

/// The rows of a publisher's table, each begun at the sink before it is handed out.
///
/// A row of another width is refused here and passed over. For one thread.
public final class SourceTable implements Closeable {
  /// The last line has no end: what stands in its last cell may be cut.
  static final String LAST_LINE = "last_line_without_end";

  private final TableFormat format;
  private final SourceText text;
  private final ReleaseSink sink;
  private final LineReader lines;
  private final RowSplitter rows;
  private final List<String> above = new ArrayList<>();
  private final TableHeader header;
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> unknown;
  private final BitSet widths = new BitSet();
  private boolean takesShortLast;

  SourceTable(TableFormat format, SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    this.format = format;
    this.text = text;
    this.sink = sink;
    this.lines = text.lines();
    try {
      this.header = find(settings);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
    this.unknown = new HashSet<>(header.unknown());
    header.unknown().forEach(sink::unknownColumn);
    var layout = format.layout();
    int most = VcfLimits.DEFAULT.columns();
    this.rows =
        layout.hasQuotes()
            ? new RowSplitter(
                lines, text.name(), layout.delimiter(), text.limits().lineBytes(), most)
            : RowSplitter.plain(lines, text.name(), layout.delimiter(), most);
  }

  private TableHeader find(ImportSettings settings) throws IOException {
    while (lines.next()) {
      var line = lines.text();
      var candidate = format.header(line, settings);
      if (format.isHeader(candidate)) {
        for (int i = 0; i < candidate.columns().size(); i++) {
          var before = places.put(candidate.columns().get(i), i);
          if (before != null) {
            throw bad(
                ProblemCode.KNOWLEDGE_COLUMN_REPEATED,
                lines.number(),
                "columns",
                candidate.names().get(before) + ", " + candidate.names().get(i));
          }
        }
        return candidate;
      }
      above.add(line);
    }
    throw bad(ProblemCode.KNOWLEDGE_NOT_RECOGNISED, 1);
  }

  private BadInputException bad(ProblemCode code, long line, String... values) {
    return new BadInputException(Problem.of(code, Place.line(text.name(), line), values));
  }

  /// Takes a last row without end that is as short as one before it, as files of this format are
  /// published. That it has no end is remarked, as of any last row.
  public SourceTable takingShortLast() {
    takesShortLast = true;
    return this;
  }

  /// The lines above the header.
  public List<String> above() {
    return List.copyOf(above);
  }

  /// Moves to the next row, which it begins at the sink; false after the last.
  ///
  /// @throws BadInputException where the last row is cut
  public boolean next() throws IOException {
    while (rows.next()) {
      if (format.layout().hasComments() && isComment()) {
        continue;
      }
      int width = header.columns().size();
      boolean isShort = rows.count() < width;
      // A ragged row without end may be whole only if another before it was as short.
      boolean mayBeWhole = takesShortLast && widths.get(rows.count());
      if (!lines.isEnded() && isShort && !mayBeWhole) {
        throw bad(ProblemCode.KNOWLEDGE_FILE_CUT, rows.line(), "part", "a row");
      }
      widths.set(rows.count());
      sink.row(rows.line());
      if (!lines.isEnded()) {
        sink.remark(LAST_LINE);
      }
      boolean isOther = rows.count() > width && !isBlankFrom(width);
      if (isOther || (isShort && !format.layout().isRagged())) {
        sink.refuse("columns", rows.count() + " of " + width);
        continue;
      }
      noteBytes();
      return true;
    }
    return false;
  }

  private boolean isComment() {
    return rows.start(0) < rows.end(0) && rows.bytes()[rows.start(0)] == '#';
  }

  private boolean isBlankFrom(int width) {
    for (int i = width; i < rows.count(); i++) {
      if (!rows.isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  private void noteBytes() {
    for (int i = 0; i < rows.count(); i++) {
      if (!rows.isUtf8(i)) {
        sink.remark("not_utf8");
        return;
      }
    }
  }

  /// Where the row begins.
  public long line() {
    return rows.line();
  }

  /// Whether the table has a column.
  public boolean has(String column) {
    return places.containsKey(column);
  }

  /// The place of a column, to be asked once and given to [#text(int)]; -1 where there is none.
  public int place(String column) {
    return places.getOrDefault(column, -1);
  }

  /// The text of a column; empty where the table lacks it, the cell is empty or says that its value
  /// is missing.
  public String text(String column) {
    return text(place(column));
  }

  /// As [#text(String)], by place.
  public String text(int place) {
    if (place < 0 || place >= rows.count() || rows.isEmpty(place)) {
      return "";
    }
    var cell = rows.text(place);
    return format.layout().missing().contains(cell) ? "" : cell;
  }

  /// The cells of all columns but some, by our names and by the published ones of unknown columns.
  ///
  /// @param told our names of columns that were told otherwise
  public Attributes rest(Set<String> told) {
    var values = new TreeMap<String, String>();
    for (int i = 0; i < header.columns().size(); i++) {
      var column = header.columns().get(i);
      if (!told.contains(column)) {
        var cell = text(i);
        if (!cell.isEmpty()) {
          values.put(unknown.contains(column) ? plain(column) : column, cell);
        }
      }
    }
    return Attributes.of(values);
  }

  private static String plain(String column) {
    var name = column.replaceAll("[=\\p{Cntrl}]", "_");
    return name.isBlank() ? "_" : name;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
