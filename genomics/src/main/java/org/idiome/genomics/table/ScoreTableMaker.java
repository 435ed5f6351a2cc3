package org.idiome.genomics.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.contig.BuildAnswer;
import org.idiome.genomics.contig.BuildDetector;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.normalize.ReferenceTally;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.table.TableMaker.Made;
import org.jspecify.annotations.Nullable;

/// Makes a table of a table of scores: columns of text, a row an allele. For one thread.
///
/// Values are kept as they are written; `.`, `NA` and nothing are no value. Every row is held to
/// the reference; what does not fit is left out, counted, and above 1 % the file is refused.
public final class ScoreTableMaker implements Closeable {
  /// So much of a cell is shown in a problem.
  private static final int SHOWN = 40;

  private final String file;
  private final TableChoice choice;
  private final ScoreLines lines;
  private final ScoreColumns columns;
  private final RowBuilds builds;
  private final ScoreAlleles alleles;
  private final TableWriter out;
  private final RowMerger merger;
  private final RowOrder rows;
  private final ReferenceTally tally;
  private long order;
  private long without;
  private long placeless;

  /// @param lines before the first one
  /// @param file how problems call it
  /// @param build what is said of the file, or null
  /// @param most columns of a line
  /// @throws BadInputException where it is not clear which column is what, or of which build it is
  /// @throws IllegalArgumentException where no build is called as was said
  public ScoreTableMaker(
      LineReader lines,
      String file,
      ReferenceFasta reference,
      @Nullable String build,
      TableChoice choice,
      int most,
      OutputStream out)
      throws IOException {
    this.file = file;
    this.choice = choice;
    this.lines = new ScoreLines(lines, file, most);
    this.columns = ScoreColumns.of(this.lines, file, choice, build(this.lines, reference, build));
    this.builds = new RowBuilds(columns.build());
    this.tally = new ReferenceTally(file);
    this.alleles = new ScoreAlleles(reference, tally);
    this.out = new TableWriter(out, columns.keys().size());
    var several = choice.several() == null ? Several.LIST : choice.several();
    this.merger = new RowMerger(this.out, several, column(several), alleles::contigName);
    this.rows = choice.order(file, merger);
  }

  /// What is said of the file, what its remarks say, and of what lengths the reference is.
  private GenomeBuild build(ScoreLines lines, ReferenceFasta reference, @Nullable String stated) {
    var detector = new BuildDetector();
    if (stated != null && !detector.stated(stated)) {
      throw new IllegalArgumentException(stated);
    }
    lines.remarks().forEach(remark -> detector.declared(remark, 0));
    for (var name : reference.names()) {
      var sequence = reference.sequence(name);
      if (sequence != null && isOfABuild(name, sequence.lengthBases())) {
        detector.contig(name, sequence.lengthBases(), null, 0);
      }
    }
    var answer = detector.answer();
    if (answer instanceof BuildAnswer.Contradiction(var one, var other)) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.VCF_BUILD_CONTRADICTION,
              Place.file(file),
              "one",
              one.text(),
              "other",
              other.text()));
    }
    return answer.build();
  }

  private static boolean isOfABuild(String name, int lengthBases) {
    return Contigs.named(name).stream().anyMatch(known -> known.lengthBases() == lengthBases);
  }

  private int column(Several several) {
    if (several.column().isEmpty()) {
      return -1;
    }
    for (int i = 0; i < columns.kept().size(); i++) {
      if (lines.names().get(columns.kept().get(i)).equals(several.column())) {
        return i;
      }
    }
    throw new BadInputException(
        Problem.of(
            ProblemCode.ALLELE_TABLE_COLUMN_ABSENT,
            Place.line(file, lines.headerLine()),
            "key",
            several.column()));
  }

  /// Reads all of the file; [#end] ends the table.
  ///
  /// @param problems takes what was met
  /// @throws BadInputException where the file is not sorted, or is of another build than the
  ///   reference
  public Made make(Problems problems) throws IOException {
    boolean isEnded = true;
    while (lines.next()) {
      isEnded = lines.isEnded();
      var fault = add();
      if (fault != null) {
        problems.add(
            Problem.of(
                ProblemCode.ALLELE_TABLE_ROW, Place.line(file, lines.number()), "fault", fault));
      }
    }
    if (!isEnded) {
      problems.add(
          Problem.of(ProblemCode.ALLELE_TABLE_LAST_LINE, Place.line(file, lines.number())));
    }
    rows.end();
    tally.end().forEach(problems::add);
    merger.end(file, problems);
    return new Made(out.alleles(), without, placeless, merger.chosen());
  }

  /// Takes the row at hand; what is wrong with it, or null.
  private @Nullable String add() throws IOException {
    if (lines.count() != lines.names().size()) {
      return lines.count() + " of " + lines.names().size() + " columns";
    }
    if (isMissing(columns.position()) || isMissing(columns.contig())) {
      placeless++;
      return null;
    }
    if (!lines.isUtf8()) {
      return "not UTF-8";
    }
    long position = lines.integer(columns.position()) + (choice.isZeroBased() ? 1 : 0);
    if (position < 1 || position > Integer.MAX_VALUE) {
      return "position " + cut(lines.text(columns.position()));
    }
    if (columns.genome() >= 0 && !builds.isOwn(lines.text(columns.genome()))) {
      return "build " + cut(lines.text(columns.genome()));
    }
    var reference = lines.text(columns.reference()).toUpperCase(Locale.ROOT);
    if (!ScoreAlleles.areBases(reference)) {
      return "reference bases " + cut(reference);
    }
    return add((int) position, reference);
  }

  private @Nullable String add(int position1, String reference) throws IOException {
    int contig = alleles.contig(lines.text(columns.contig()));
    if (contig == ScoreAlleles.NONE) {
      return "contig " + cut(lines.text(columns.contig()));
    }
    rows.reached(contig, position1, lines.number());
    boolean isFit = alleles.isFit(contig, position1, reference);
    List<String> values = isFit ? values() : List.of();
    for (var one : lines.text(columns.alternate()).split(",", -1)) {
      var alternate = one.toUpperCase(Locale.ROOT);
      if (alternate.isEmpty() || alternate.equals("-")) {
        return "alternate bases " + alternate;
      }
      if (!isFit || alternate.equals(reference) || !ScoreAlleles.areBases(alternate)) {
        without++;
        continue;
      }
      var normal = alleles.normal(contig, position1, reference, alternate);
      rows.add(
          new AlleleRow(
              contig,
              normal.position1(),
              normal.reference(),
              normal.alternate(),
              order++,
              lines.number(),
              values));
    }
    return null;
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
  }

  private boolean isMissing(int column) {
    return lines.is(column, "") || lines.is(column, ".") || lines.is(column, "NA");
  }

  private List<String> values() {
    var values = new ArrayList<String>(columns.kept().size());
    for (int column : columns.kept()) {
      values.add(isMissing(column) ? "" : ValueText.kept(lines.text(column)));
    }
    return values;
  }

  /// Writes the end of the table.
  ///
  /// @param name by which its columns are told from those of others
  /// @param sha256 of the file that was read
  public void end(String name, String sha256) throws IOException {
    var head = new ArrayList<TableColumn>();
    for (int i = 0; i < columns.keys().size(); i++) {
      var meaning = TableMaker.plain(lines.names().get(columns.kept().get(i)));
      head.add(new TableColumn(columns.keys().get(i), merger.types().type(i), meaning));
    }
    var source = TableMaker.plain(file.substring(file.lastIndexOf('/') + 1));
    out.end(new TableHead(name, source, sha256, builds.build(), out.alleles(), head));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
