package org.idiome.store.dense;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What two segments of calls do not say alike, some contigs at a time.
///
/// The engine leaves out what both say alike, so that of two files of one genome little comes out.
/// For one thread.
final class CallDifferences {
  /// What follows the alleles that are named: one that stands for any other.
  private static final String ALTERNATES =
      "CASE WHEN alternates IS NULL THEN '' WHEN ends_with(alternates, '>')"
          + " THEN regexp_replace(alternates, ',?<(NON_REF|\\*)>$', '') ELSE alternates END";

  /// Phase and the order of two alleles say nothing of which alleles there are.
  private static final String GENOTYPE =
      "CASE replace(genotype, '|', '/') WHEN '1/0' THEN '0/1'"
          + " ELSE replace(genotype, '|', '/') END";

  /// What makes two records one, as a number: of millions, two others would share one once in a
  /// million files.
  private static final String SAME = "hash(contig, start0, reference, alts, gt)";

  private static final String NAMES_AN_ALLELE = " WHERE alts <> ''";
  private static final String BLOCKS = " WHERE alts = '' AND gt IN ('0/0', '0')";

  private final Engine engine;
  private final DenseReader reader;

  CallDifferences(Engine engine, DenseReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  /// One side of a comparison.
  ///
  /// @param parts those that hold the segment
  record Side(Collection<KnownPart> parts, long segment) {}

  /// The contigs of a segment, with how many records each has.
  SortedMap<String, Long> contigs(Side side) {
    var contigs = new TreeMap<String, Long>();
    reader.ask(
        "SELECT contig, count(*)" + from(side) + " GROUP BY contig",
        row -> contigs.put(row.getString(1), row.getLong(2)));
    return contigs;
  }

  /// What the two sides do not say alike on some contigs.
  DenseDifference of(Side one, Side two, Collection<String> contigs) {
    table("one", numbers(one, contigs));
    table("two", numbers(two, contigs));
    table("one_alone", alone(one, contigs, "one", "two"));
    table("two_alone", alone(two, contigs, "two", "one"));
    long alike =
        engine.number("SELECT count(*) FROM one WHERE is_named")
            - engine.number("SELECT count(*) FROM one_alone" + NAMES_AN_ALLELE);
    return new DenseDifference(
        alike,
        rows("SELECT * FROM one_alone" + NAMES_AN_ALLELE),
        rows(blocks("one_alone", "two_alone")),
        rows("SELECT * FROM two_alone" + NAMES_AN_ALLELE),
        rows(blocks("two_alone", "one_alone")));
  }

  private String from(Side side) {
    return " FROM " + reader.files(side.parts()) + " WHERE segment = " + side.segment();
  }

  /// What each record says in one number: nothing else is held for all of them.
  private String numbers(Side side, Collection<String> contigs) {
    return "SELECT number, alts <> '' AS is_named, "
        + SAME
        + " AS said FROM ("
        + records(side, contigs, "")
        + ")";
  }

  private String alone(Side side, Collection<String> contigs, String own, String other) {
    return records(
            side,
            contigs,
            ", filter, split_part(text, chr(9), 9) AS format, split_part(text, chr(9), 10) AS said")
        + " AND row IN (SELECT number FROM "
        + own
        + " ANTI JOIN "
        + other
        + " USING (said))";
  }

  private String records(Side side, Collection<String> contigs, String more) {
    return "SELECT row AS number, contig, line, start0, end0, reference, "
        + ALTERNATES
        + " AS alts, "
        + GENOTYPE
        + " AS gt"
        + more
        + from(side)
        + " AND contig IN ("
        + String.join(", ", contigs.stream().map(Engine::quoted).toList())
        + ") AND readable AND genotype IS NOT NULL";
  }

  private void table(String name, String query) {
    engine.run("CREATE OR REPLACE TEMP TABLE " + name + " AS " + query);
  }

  /// Stretches of reference of one side that touch a record of the other.
  private static String blocks(String one, String other) {
    return "SELECT DISTINCT b.* FROM (SELECT * FROM "
        + one
        + BLOCKS
        + ") b JOIN (SELECT contig, start0, end0 FROM "
        + other
        + NAMES_AN_ALLELE
        + ") v ON b.contig = v.contig AND b.start0 < v.end0 AND b.end0 > v.start0";
  }

  private List<DenseDifference.Row> rows(String query) {
    var rows = new ArrayList<DenseDifference.Row>();
    reader.ask(
        "SELECT contig, line, start0, end0, reference, alts, gt, filter, format, said FROM ("
            + query
            + ") ORDER BY contig, start0, line",
        row ->
            rows.add(
                new DenseDifference.Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10))));
    return rows;
  }
}
