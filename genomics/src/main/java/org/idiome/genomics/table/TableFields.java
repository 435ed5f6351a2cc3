package org.idiome.genomics.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.vcf.VcfReader;

/// What tables say of the alleles of a record, as fields of INFO. For one thread.
///
/// A table that has none of the alleles says nothing: it may not have looked there.
public final class TableFields {
  private final List<Searched> tables = new ArrayList<>();
  private final SequencedMap<String, String> definitions = new LinkedHashMap<>();

  /// What a definition that was written here ends with.
  private static final Pattern OWN = Pattern.compile("\\(of .*, SHA-256 [0-9a-f]{64}\\)$");

  /// Keys that the header does not give to a table, with their numbers.
  private final List<Foreign> foreign = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private final BitSet any = new BitSet();
  private long found;
  private final VcfReader reader;
  private final FileContigs contigs;

  private record Foreign(String key, int number) {}

  private record Searched(TableHead head, TableSearch search, List<ColumnText> columns) {}

  /// What a column says of the alleles of a record.
  private static final class ColumnText {
    private final String key;
    private final StringBuilder text = new StringBuilder();
    private boolean isSaid;

    ColumnText(String key) {
      this.key = key;
    }

    /// @param missing how many alleles before are not in the table
    void begin(int missing) {
      text.setLength(0);
      text.repeat(".,", missing);
      isSaid = false;
    }

    /// Commas part the alleles: one in a value is written as VCF asks for.
    void add(String value) {
      text.append(value.isEmpty() ? "." : value.replace(",", "%2C")).append(',');
      isSaid |= !value.isEmpty() && !value.equals(".");
    }

    void addTo(StringBuilder fields) {
      if (isSaid) {
        text.setLength(text.length() - 1);
        fields.append(fields.isEmpty() ? "" : ";").append(key).append('=').append(text);
      }
    }
  }

  /// Looks into some tables for the records of a reader.
  ///
  /// @param contigs of the reader
  /// @throws BadInputException where two of them give one key, or the file has it
  public TableFields(List<AlleleTable> tables, VcfReader reader, FileContigs contigs) {
    this.reader = reader;
    this.contigs = contigs;
    for (var table : tables) {
      var head = table.head();
      var columns = new ArrayList<ColumnText>();
      for (var column : head.columns()) {
        var key = head.name() + "_" + column.key();
        columns.add(new ColumnText(key));
        if (definitions.put(key, definition(key, head, column)) != null) {
          throw new BadInputException(
              Problem.of(
                  ProblemCode.ALLELE_TABLE_NAME_TWICE, Place.file(head.source()), "key", key));
        }
      }
      this.tables.add(new Searched(head, new TableSearch(table), columns));
    }
    var known = new HashMap<String, String>();
    for (var key : reader.header().infoKeys()) {
      known.put(key.key(), key.description());
    }
    for (var key : definitions.keySet()) {
      if (!OWN.matcher(known.getOrDefault(key, "")).find()) {
        if (known.containsKey(key)) {
          throw taken(key, Place.file(reader.name()));
        }
        foreign.add(new Foreign(key, reader.infoNumber(key)));
      }
    }
  }

  /// What the file itself says under a key of a table is not written over.
  private static BadInputException taken(String key, Place place) {
    return new BadInputException(Problem.of(ProblemCode.ALLELE_TABLE_KEY_TAKEN, place, "key", key));
  }

  private void requireFree() {
    for (var key : foreign) {
      if (reader.hasInfo(key.number())) {
        throw taken(key.key(), Place.line(reader.name(), reader.record().line()));
      }
    }
  }

  private static String definition(String key, TableHead head, TableColumn column) {
    var meaning = column.meaning().replace("\\", "\\\\").replace("\"", "\\\"");
    return "##INFO=<ID="
        + key
        + ",Number=A,Type="
        + column.type()
        + ",Description=\""
        + meaning
        + " (of "
        + head.source()
        + ", SHA-256 "
        + head.sha256()
        + ")\">";
  }

  /// The lines of the header, by their keys.
  public SequencedMap<String, String> definitions() {
    return definitions;
  }

  /// Refuses tables of another build than the variants.
  ///
  /// @throws BadInputException where both are known and differ
  public void requireBuild(GenomeBuild build) {
    for (var table : tables) {
      var own = table.head().build();
      if (own != GenomeBuild.UNKNOWN && build != GenomeBuild.UNKNOWN && own != build) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.ALLELE_TABLE_OTHER_BUILD,
                Place.file(table.head().source()),
                "found",
                own.code(),
                "wanted",
                build.code()));
      }
    }
  }

  /// How many alleles any of the tables had.
  public long found() {
    return found;
  }

  /// The fields of the record at hand, joined; empty where no table has any of its alleles.
  public String of(List<NormalizedAllele> alleles) {
    if (tables.isEmpty()) {
      return "";
    }
    requireFree();
    text.setLength(0);
    any.clear();
    for (var table : tables) {
      add(table, alleles);
    }
    found += any.cardinality();
    return text.toString();
  }

  /// Most alleles are in no table: nothing is written before one is found.
  private void add(Searched table, List<NormalizedAllele> alleles) {
    var columns = table.columns();
    boolean isFound = false;
    for (int i = 0; i < alleles.size(); i++) {
      boolean isThere = isThere(table, alleles.get(i));
      if (!isThere && !isFound) {
        continue;
      }
      for (int column = 0; column < columns.size(); column++) {
        if (!isFound) {
          columns.get(column).begin(i);
        }
        columns.get(column).add(isThere ? table.search().value(column) : "");
      }
      isFound = true;
      any.set(i, any.get(i) || isThere);
    }
    for (int column = 0; isFound && column < columns.size(); column++) {
      columns.get(column).addTo(text);
    }
  }

  private boolean isThere(Searched table, NormalizedAllele allele) {
    var normal = allele.normal();
    if (normal == null || allele.names() == null) {
      return false;
    }
    return table
        .search()
        .find(contig(), normal.position1(), normal.reference(), normal.alternate());
  }

  /// The sequence of the record at hand: on GRCh37 a `chrM` of no stated length may be either.
  private String contig() {
    var record = reader.record();
    contigs.contig(record.contig(), record.line());
    return contigs.settled(record.contig(), contigs.detector().answer().build()).name();
  }
}
