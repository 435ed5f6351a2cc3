package org.idiome.record.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.row.RowSplitter;
import org.jspecify.annotations.Nullable;

/// Reads tables of one person. For one thread.
///
/// A table that cannot be read to its end throws, and leaves no quantity, statement or count
/// behind.
public final class TableReader {
  private static final int HEADER_WITHIN_ROWS = 100;

  private final Sources sources;
  private final Problems problems;
  private final Map<String, When> specimens;
  private final Limits limits;
  private final int mostColumns;

  /// @param specimens when each specimen of the packet was collected, by id
  /// @param mostColumns columns that a table may have
  public TableReader(
      Sources sources,
      Problems problems,
      Map<String, When> specimens,
      Limits limits,
      int mostColumns) {
    this.sources = sources;
    this.problems = problems;
    this.specimens = Map.copyOf(specimens);
    this.limits = limits;
    this.mostColumns = mostColumns;
  }

  /// A table that was read.
  ///
  /// @param file its ordinal in the sources
  /// @param headerLine the line of its header
  public record Read(int file, long headerLine, TableCount count) {}

  /// Reads a table into the columns of its layer, and words into statements.
  ///
  /// @param name how problems and source rows call the file
  /// @param specimen id of the specimen where the rows name none; null for the person
  /// @throws BadInputException where the table cannot be used
  public Read read(
      Path path,
      String name,
      TableDescription description,
      @Nullable String specimen,
      QuantityColumnsBuilder quantities,
      List<Statement> statements)
      throws IOException {
    var header = header(path, name, description);
    var place = Place.line(name, header.line());
    var columns = new Columns(description, header.names(), place, specimens.keySet(), problems);
    sayDelimiter(header, description, place);
    int file = sources.open(name);
    int sizeBefore = quantities.size();
    int statementsBefore = statements.size();
    var table = new OpenTable(file, name, description, columns, specimen, specimens);
    var target = new RowTarget(sources, new Problems(), quantities, statements);
    try {
      TableCount count;
      try {
        count = pass(path, table, header, description.conventions(), target);
      } catch (NotPlainException _) {
        // Read anew from its first row: what was found until here will be found again.
        quantities.shrinkTo(sizeBefore);
        forget(statements, statementsBefore);
        target = new RowTarget(sources, new Problems(), quantities, statements);
        count = pass(path, table, header, survey(path, table, header), target);
      }
      problems.addAll(target.problems());
      sayLost(header, count, place);
      return new Read(file, header.line(), count);
    } catch (BadInputException e) {
      problems.addAll(target.problems());
      quantities.shrinkTo(sizeBefore);
      forget(statements, statementsBefore);
      closeUnread(path, name, file);
      throw e;
    }
  }

  /// What stands above the header is not read, and a header alone says nothing.
  private void sayLost(Header header, TableCount count, Place place) {
    if (header.above() > 0) {
      problems.add(
          Problem.of(
              ProblemCode.TABLE_ROWS_ABOVE_HEADER,
              place,
              "count",
              Integer.toString(header.above())));
    }
    if (count.rowsRead() == 0) {
      problems.add(Problem.of(ProblemCode.TABLE_NO_ROWS, place));
    }
  }

  private void sayDelimiter(Header header, TableDescription description, Place place) {
    if (!description.statesDelimiter()
        || header.delimiter() != description.delimiters().charAt(0)) {
      problems.add(
          Problem.of(
              ProblemCode.TABLE_FORMAT_DETECTED,
              place,
              "delimiter",
              header.delimiter() == '\t' ? "tab" : Character.toString(header.delimiter())));
    }
  }

  /// The file was looked at, so that its hash belongs to the sources though nothing came of it.
  private void closeUnread(Path path, String name, int file) throws IOException {
    try (var input = Input.open(path, name, limits)) {
      sources.close(file, input.finish(), input.sizeBytes());
    }
  }

  private static void forget(List<Statement> statements, int size) {
    statements.subList(size, statements.size()).clear();
  }

  /// A header line that has the columns of the description.
  ///
  /// @param above rows above it that are no comments
  private record Header(long line, char delimiter, List<String> names, int above) {}

  /// Looks for the header among the first rows, by each delimiter in turn.
  private Header header(Path path, String name, TableDescription description) throws IOException {
    @Nullable Header widest = null;
    @Nullable BadInputException notEven = null;
    for (char delimiter : description.delimiters().toCharArray()) {
      try {
        var found = header(path, name, description, delimiter);
        if (found.names().containsAll(description.requiredColumns())) {
          return found;
        }
        if (widest == null || found.names().size() > widest.names().size()) {
          widest = found;
        }
      } catch (BadInputException e) {
        if (!isOfDelimiter(e.problem().code())) {
          throw e;
        }
        notEven = notEven == null ? e : notEven;
      }
    }
    if (widest != null) {
      return widest;
    }
    throw notEven != null
        ? notEven
        : new BadInputException(Problem.of(ProblemCode.FILE_EMPTY, Place.file(name)));
  }

  /// What another delimiter may cure.
  private static boolean isOfDelimiter(ProblemCode code) {
    return code == ProblemCode.TABLE_QUOTE_NOT_CLOSED || code == ProblemCode.TABLE_TOO_MANY_COLUMNS;
  }

  /// The first row that has the columns of the description by this delimiter, else the first row.
  private Header header(Path path, String name, TableDescription description, char delimiter)
      throws IOException {
    try (var input = Input.open(path, name, limits)) {
      requireText(input);
      var rows = rows(input, name, delimiter);
      @Nullable Header first = null;
      int above = 0;
      for (int i = 0; i < HEADER_WITHIN_ROWS && rows.next(); i++) {
        var found = new Header(rows.line(), delimiter, names(rows), above);
        if (found.names().containsAll(description.requiredColumns())) {
          requireCleanHeader(rows, name);
          return found;
        }
        first = first == null ? found : first;
        above += rows.count() > 0 && rows.text(0).startsWith("#") ? 0 : 1;
      }
      if (first == null) {
        throw new BadInputException(Problem.of(ProblemCode.FILE_EMPTY, Place.file(name)));
      }
      return first;
    }
  }

  private static void requireText(Input input) throws IOException {
    var content = input.content();
    if (content == Content.EMPTY) {
      throw new BadInputException(Problem.of(ProblemCode.FILE_EMPTY, Place.file(input.name())));
    }
    var binary = content.binary();
    if (binary != null) {
      throw new BadInputException(
          Problem.of(ProblemCode.FILE_NOT_RECOGNISED, Place.file(input.name()), "content", binary));
    }
  }

  private RowSplitter rows(Input input, String name, char delimiter) throws IOException {
    return new RowSplitter(
        new LineReader(input, limits), name, delimiter, limits.lineBytes(), mostColumns);
  }

  private static List<String> names(RowSplitter row) {
    var names = new ArrayList<String>(row.count());
    for (int i = 0; i < row.count(); i++) {
      names.add(row.text(i));
    }
    return names;
  }

  private static void requireCleanHeader(RowSplitter row, String name) {
    for (int field = 0; field < row.count(); field++) {
      if (!row.isUtf8(field)) {
        throw new BadInputException(
            Problem.of(ProblemCode.FILE_NOT_UTF8, Place.line(name, row.line())));
      }
      if (row.controlCharacter(field) >= 0) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.FILE_CONTROL_CHARACTER, Reach.FILE, Place.line(name, row.line())));
      }
    }
  }

  private TableCount pass(
      Path path, OpenTable table, Header header, Conventions conventions, RowTarget target)
      throws IOException {
    try (var input = Input.open(path, table.name(), limits)) {
      var lines = new LineReader(input, limits);
      var rows =
          new RowSplitter(lines, table.name(), header.delimiter(), limits.lineBytes(), mostColumns);
      skipTo(rows, header.line());
      var reader =
          table.description().isWide()
              ? new WideRows(table, conventions, target)
              : new LongRows(table, conventions, target);
      var count = new RowCounter(table, target);
      while (rows.next()) {
        count.row(rows, reader);
      }
      reportLines(lines, table.name(), target.problems());
      sources.close(table.file(), input.finish(), input.sizeBytes());
      return count.end();
    }
  }

  private static void skipTo(RowSplitter rows, long headerLine) throws IOException {
    while (rows.next()) {
      if (rows.line() >= headerLine) {
        return;
      }
    }
  }

  private static void reportLines(LineReader lines, String name, Problems problems) {
    if (lines.hasByteOrderMark()) {
      problems.add(Problem.of(ProblemCode.FILE_BYTE_ORDER_MARK, Place.line(name, 1)));
    }
    if (lines.mixedEndsAt() > 0) {
      problems.add(
          Problem.of(ProblemCode.FILE_MIXED_LINE_ENDS, Place.line(name, lines.mixedEndsAt())));
    }
  }

  private Conventions survey(Path path, OpenTable table, Header header) throws IOException {
    var survey = new Survey();
    table.description().samples().forEach(sample -> survey.date(sample.time()));
    try (var input = Input.open(path, table.name(), limits)) {
      var rows = rows(input, table.name(), header.delimiter());
      skipTo(rows, header.line());
      while (rows.next()) {
        if (rows.count() == table.columns().width()) {
          table.columns().survey(rows, survey);
        }
      }
    }
    var place = Place.line(table.name(), header.line());
    return survey.conventions(table.description().conventions(), place, problems);
  }
}
