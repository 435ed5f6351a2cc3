package org.idiome.genomics.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.vcf.InfoKey;
import org.idiome.genomics.vcf.VcfReader;

/// Makes a table of what a sorted variant file says of its alleles. For one thread.
public final class TableMaker {
  /// How far behind a record another may still move.
  private static final int WINDOW = 100_000;

  private static final int PLACES_NAMED = 5;

  private final VcfReader reader;
  private final Normalizer normalizer;
  private final FileContigs contigs;
  private final String file;
  private final List<InfoKey> keys;
  private final TableWriter out;
  private final Set<String> passed = new HashSet<>();
  private final List<String> repeated = new ArrayList<>();
  private final PriorityQueue<Row> waiting =
      new PriorityQueue<>(
          Comparator.comparingInt(Row::position1)
              .thenComparing(Row::reference)
              .thenComparing(Row::alternate)
              .thenComparingLong(Row::order));
  private int number = -1;
  private String contig = "";
  private Row last = new Row(0, "", "", 0, 0, List.of());
  private long order;
  private long different;
  private long without;

  private record Row(
      int position1,
      String reference,
      String alternate,
      long order,
      long line,
      List<String> values) {
    boolean isSame(Row other) {
      return position1 == other.position1
          && reference.equals(other.reference)
          && alternate.equals(other.alternate);
    }
  }

  /// @param reader before its first record
  /// @param normalizer of the reader
  /// @param contigs of the reader
  /// @param file how problems call it
  /// @param wanted keys of INFO; all that the header defines where none is
  /// @throws BadInputException where the header does not define one
  public TableMaker(
      VcfReader reader,
      Normalizer normalizer,
      FileContigs contigs,
      String file,
      List<String> wanted,
      OutputStream out)
      throws IOException {
    this.reader = reader;
    this.normalizer = normalizer;
    this.contigs = contigs;
    this.file = file;
    this.keys = keys(wanted);
    this.out = new TableWriter(out, keys.size());
  }

  private List<InfoKey> keys(List<String> wanted) {
    var all = reader.header().infoKeys();
    if (wanted.isEmpty()) {
      return all;
    }
    var some = new ArrayList<InfoKey>();
    for (var key : new LinkedHashSet<>(wanted)) {
      some.add(
          all.stream()
              .filter(one -> one.key().equals(key))
              .findFirst()
              .orElseThrow(() -> bad(ProblemCode.ALLELE_TABLE_COLUMN_ABSENT, "key", key)));
    }
    return some;
  }

  private BadInputException bad(ProblemCode code, String... values) {
    var place = reader.record().line() == 0 ? Place.file(file) : here();
    return new BadInputException(Problem.of(code, place, values));
  }

  private Place here() {
    return Place.line(file, reader.record().line());
  }

  /// Reads all of the file; [#end] ends the table.
  ///
  /// @param problems takes what was met
  /// @throws BadInputException where the file is not sorted, or is of another build than the
  ///   reference
  public Made make(Problems problems) throws IOException {
    while (reader.next()) {
      if (reader.record().isReadable()) {
        add();
      }
    }
    flush(Integer.MAX_VALUE);
    normalizer.end().forEach(problems::add);
    if (different > 0) {
      problems.add(
          Problem.of(
              ProblemCode.ALLELE_TABLE_REPEATED,
              Place.file(file),
              "count",
              Long.toString(different),
              "places",
              String.join(", ", repeated)));
    }
    return new Made(out.alleles(), without);
  }

  /// What was made.
  ///
  /// @param alleles how many are in the table
  /// @param without how many are not, as they have no normal form
  public record Made(long alleles, long without) {}

  private void add() throws IOException {
    var record = reader.record();
    if (!reader.isSorted()) {
      throw bad(ProblemCode.ALLELE_TABLE_NOT_SORTED);
    }
    if (record.contig() != number) {
      flush(Integer.MAX_VALUE);
      number = record.contig();
      contigs.contig(number, record.line());
      contig = contigs.settled(number, build()).name();
      if (!passed.add(contig)) {
        throw bad(ProblemCode.ALLELE_TABLE_NOT_SORTED);
      }
      last = new Row(0, "", "", 0, 0, List.of());
    }
    flush(record.position1() - WINDOW);
    var alleles = normalizer.alleles();
    for (int i = 0; i < alleles.size(); i++) {
      var normal = alleles.get(i).normal();
      if (normal == null || alleles.get(i).names() == null) {
        without++;
        continue;
      }
      var values = new ArrayList<String>(keys.size());
      for (var key : keys) {
        values.add(reader.info(key.key(), i));
      }
      waiting.add(
          new Row(
              normal.position1(),
              normal.reference(),
              normal.alternate(),
              order++,
              record.line(),
              values));
    }
  }

  private void flush(int before1) throws IOException {
    while (!waiting.isEmpty() && waiting.element().position1() < before1) {
      var row = waiting.remove();
      if (row.position1() < last.position1()) {
        throw new BadInputException(
            Problem.of(ProblemCode.ALLELE_TABLE_NOT_SORTED, Place.line(file, row.line())));
      }
      if (row.isSame(last)) {
        repeat(row);
        continue;
      }
      last = row;
      out.add(contig, row.position1(), row.reference(), row.alternate(), row.values());
    }
  }

  /// Of two rows of one allele the first is kept; where they differ that is said.
  private void repeat(Row row) {
    if (row.values().equals(last.values())) {
      return;
    }
    different++;
    if (repeated.size() < PLACES_NAMED) {
      repeated.add(contig + ":" + row.position1());
    }
  }

  /// Writes the end of the table.
  ///
  /// @param name by which its columns are told from those of others
  /// @param sha256 of the file that was read
  public void end(String name, String sha256) throws IOException {
    var columns = new ArrayList<TableColumn>();
    for (var key : keys) {
      columns.add(new TableColumn(key.key(), type(key), plain(key.description())));
    }
    var source = file.substring(file.lastIndexOf('/') + 1);
    out.end(new TableHead(name, plain(source), sha256, build(), out.alleles(), columns));
  }

  private GenomeBuild build() {
    return contigs.detector().answer().build();
  }

  private static String type(InfoKey key) {
    return switch (key.type()) {
      case "Flag" -> "Integer";
      case "Integer", "Float" -> key.isByAllele() ? key.type() : "String";
      default -> "String";
    };
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
