package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

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

  private final ByteText text = new ByteText(1 << 10);
  private long found;

  /// The contig asked for last, and the build by which it was settled.
  private int number = -1;

  private GenomeBuild settledBy = GenomeBuild.UNKNOWN;
  private String name = "";
  private final VcfReader reader;
  private final FileContigs contigs;

  private record Foreign(String key, int number) {}

  /// A table, and where in it the alleles of the record at hand are.
  private static final class Searched {
    private final TableHead head;
    private final TableSearch search;
    private final List<byte[]> keys;
    private @Nullable TableBlock[] blocks = new @Nullable TableBlock[1];
    private int[] places = new int[1];
    private boolean isAny;

    Searched(AlleleTable table, List<byte[]> keys) {
      this.head = table.head();
      this.search = new TableSearch(table);
      this.keys = keys;
    }

    void begin(int alleles) {
      isAny = false;
      if (blocks.length < alleles) {
        blocks = new @Nullable TableBlock[alleles];
        places = new int[alleles];
      }
    }

    boolean find(int allele, String contig, VcfForm normal) {
      boolean isThere =
          search.find(contig, normal.position1(), normal.reference(), normal.alternate());
      blocks[allele] = search.found();
      places[allele] = search.place();
      isAny |= isThere;
      return isThere;
    }

    void findNot(int allele) {
      blocks[allele] = null;
    }

    /// Puts the columns that say something of any of the alleles behind fields.
    void putInto(ByteText fields, int alleles) {
      for (int column = 0; isAny && column < keys.size(); column++) {
        int size = fields.size();
        var key = keys.get(column);
        if (size > 0) {
          fields.put(';');
        }
        fields.put(key, 0, key.length);
        boolean isSaid = false;
        for (int i = 0; i < alleles; i++) {
          if (i > 0) {
            fields.put(',');
          }
          var block = blocks[i];
          if (block == null) {
            fields.put('.');
          } else {
            isSaid |= block.put(column, places[i], fields);
          }
        }
        if (!isSaid) {
          fields.cut(size);
        }
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
      var keys = new ArrayList<byte[]>();
      for (var column : head.columns()) {
        var key = head.name() + "_" + column.key();
        keys.add((key + "=").getBytes(StandardCharsets.UTF_8));
        if (definitions.put(key, definition(key, head, column)) != null) {
          throw new BadInputException(
              Problem.of(
                  ProblemCode.ALLELE_TABLE_NAME_TWICE, Place.file(head.source()), "key", key));
        }
      }
      this.tables.add(new Searched(table, keys));
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
      var own = table.head.build();
      if (own != GenomeBuild.UNKNOWN && build != GenomeBuild.UNKNOWN && own != build) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.ALLELE_TABLE_OTHER_BUILD,
                Place.file(table.head.source()),
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

  /// The fields of the record at hand, joined; empty where no table has any of its alleles. Valid
  /// until the next record.
  public ByteText of(List<NormalizedAllele> alleles) {
    text.clear();
    if (tables.isEmpty()) {
      return text;
    }
    requireFree();
    for (var table : tables) {
      table.begin(alleles.size());
    }
    var contig = contig();
    boolean isAny = false;
    for (int i = 0; i < alleles.size(); i++) {
      if (find(i, contig, alleles.get(i))) {
        isAny = true;
        found++;
      }
    }
    if (isAny) {
      for (var table : tables) {
        table.putInto(text, alleles.size());
      }
    }
    return text;
  }

  /// Whether any table has an allele.
  private boolean find(int place, String contig, NormalizedAllele allele) {
    var normal = allele.names() == null ? null : allele.normal();
    boolean isThere = false;
    for (var table : tables) {
      if (normal == null) {
        table.findNot(place);
      } else {
        isThere |= table.find(place, contig, normal);
      }
    }
    return isThere;
  }

  /// The sequence of the record at hand: on GRCh37 a `chrM` of no stated length may be either.
  private String contig() {
    var record = reader.record();
    var build = contigs.detector().answer().build();
    if (record.contig() != number || build != settledBy) {
      contigs.contig(record.contig(), record.line());
      // Its name may say more of the build.
      settledBy = contigs.detector().answer().build();
      number = record.contig();
      name = contigs.settled(number, settledBy).name();
    }
    return name;
  }
}
