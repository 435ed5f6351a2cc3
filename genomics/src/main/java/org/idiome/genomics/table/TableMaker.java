package org.idiome.genomics.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
public final class TableMaker implements Closeable {
  private final VcfReader reader;
  private final Normalizer normalizer;
  private final FileContigs contigs;
  private final String file;
  private final List<InfoKey> keys;
  private final TableChoice choice;
  private final List<Boolean> areEntries = new ArrayList<>();
  private final TableWriter out;
  private final RowMerger merger;
  private final RowOrder rows;
  private final ContigNumbers numbers = new ContigNumbers();
  private int number = -1;
  private int contig;
  private long order;
  private long without;

  /// @param reader before its first record
  /// @param normalizer of the reader
  /// @param contigs of the reader
  /// @param file how problems call it
  /// @param choice what is made of the file
  /// @throws BadInputException where the header does not define a key
  public TableMaker(
      VcfReader reader,
      Normalizer normalizer,
      FileContigs contigs,
      String file,
      TableChoice choice,
      OutputStream out)
      throws IOException {
    this.reader = reader;
    this.normalizer = normalizer;
    this.contigs = contigs;
    this.file = file;
    this.choice = choice;
    this.keys = keys(choice.columns());
    for (var key : keys) {
      areEntries.add(AlleleEntries.are(key.description()));
    }
    this.out = new TableWriter(out, keys.size());
    var several = choice.several() == null ? Several.FIRST : choice.several();
    this.merger = new RowMerger(this.out, several, column(several), numbers::name);
    this.rows = choice.order(file, merger);
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

  private int column(Several several) {
    if (several.column().isEmpty()) {
      return -1;
    }
    int column = keys.stream().map(InfoKey::key).toList().indexOf(several.column());
    if (column < 0) {
      throw bad(ProblemCode.ALLELE_TABLE_COLUMN_ABSENT, "key", several.column());
    }
    return column;
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
    rows.end();
    normalizer.end().forEach(problems::add);
    merger.end(file, problems);
    return new Made(out.alleles(), without, 0, merger.chosen());
  }

  /// What was made.
  ///
  /// @param alleles how many are in the table
  /// @param without how many are not, as they have no normal form
  /// @param placeless rows of which the source says no place
  /// @param chosen alleles with several rows, of which one was made as was asked for
  public record Made(long alleles, long without, long placeless, long chosen) {}

  private void add() throws IOException {
    var record = reader.record();
    if (choice.isSorted() && !reader.isSorted()) {
      throw bad(ProblemCode.ALLELE_TABLE_NOT_SORTED);
    }
    if (record.contig() != number) {
      number = record.contig();
      contigs.contig(number, record.line());
      contig = numbers.of(contigs.settled(number, build()).name());
    }
    rows.reached(contig, record.position1(), record.line());
    var alleles = normalizer.alleles();
    for (int i = 0; i < alleles.size(); i++) {
      var normal = alleles.get(i).normal();
      if (normal == null || alleles.get(i).names() == null) {
        without++;
        continue;
      }
      var values = new ArrayList<String>(keys.size());
      for (int column = 0; column < keys.size(); column++) {
        values.add(value(column, i));
      }
      rows.add(
          new AlleleRow(
              contig,
              normal.position1(),
              normal.reference(),
              normal.alternate(),
              order++,
              record.line(),
              values));
    }
  }

  private String value(int column, int alternate) {
    var value = reader.info(keys.get(column).key(), alternate);
    var alternates = reader.record().alternates();
    return areEntries.get(column) && alternates.size() > 1
        ? AlleleEntries.of(value, alternates.get(alternate))
        : value;
  }

  /// Writes the end of the table.
  ///
  /// @param name by which its columns are told from those of others
  /// @param sha256 of the file that was read
  public void end(String name, String sha256) throws IOException {
    var columns = new ArrayList<TableColumn>();
    for (int i = 0; i < keys.size(); i++) {
      var key = keys.get(i);
      var type = merger.types().isListed(i) ? "String" : type(key);
      columns.add(new TableColumn(key.key(), type, plain(key.description())));
    }
    var source = file.substring(file.lastIndexOf('/') + 1);
    out.end(new TableHead(name, plain(source), sha256, build(), out.alleles(), columns));
  }

  @Override
  public void close() throws IOException {
    rows.close();
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

  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
