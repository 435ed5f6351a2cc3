package org.idiome.record.export;

import java.util.SortedMap;

/// What every file of an export is, for whoever opens it without Idiome.
final class Readme {
  private static final String TEXT =
      """
      Everything that Idiome keeps about PERSON

      These files hold health data of one person. Whoever has them answers for them.

      record/                the record as a folder that `idiome import` and others can read:
        phenopacket.json     GA4GH phenopacket, version 2: the person, signs, diseases, values,
                             specimens, treatments, what others concluded, files; a family where
                             relatives are known
        LAYER-date.tsv, ...  values and results that the packet has no place for, one a row; the
                             packet's fileAttributes say which column is what
        variants-N.vcf       genetic variants of one sample, as the file had them
      statements.jsonl       every statement, one a line, with its file and place; those that an
                             import of record/ does not bring back are marked "in_record": false
      quantities.tsv         every measured value with all that is known of it, also those that
                             were not measured and why
      quantities.parquet     the same with types, where there are any; null says nothing
      sources.tsv            the files that were taken in, with SHA-256
      source_rows.tsv        the text of each row that a statement or value rests on
      history.tsv            every intake that ever was, also those that were replaced later
      history/N/             what a replaced intake had said
      consent.tsv            what the person agreed to, and took back
      audit.tsv              who read the person's data, when, for what
      runs/N.json            what was concluded, with all reasons
      manifest.tsv           size and SHA-256 of each file above

      LEFT

      Text is UTF-8, tables are separated by tabs with a header line; an empty cell says nothing.
      """;

  private static final String NOTHING_LEFT =
      """
      An import of record/ brings back everything that is said of the person. History, audit and
      runs are not part of it.\
      """;

  private static final String SOME_LEFT =
      """
      An import of record/ does not bring back history, audit and runs, and of what is said of the
      person, with how many of each:
      """;

  private Readme() {}

  /// @param left what an import does not bring back, by name
  static String text(String person, SortedMap<String, Long> left) {
    var said = new StringBuilder();
    left.forEach(
        (name, count) -> said.append("  ").append(name).append('\t').append(count).append('\n'));
    var all = left.isEmpty() ? NOTHING_LEFT : SOME_LEFT + said.toString().stripTrailing();
    return TEXT.replace("PERSON", person.replaceAll("\\p{Cntrl}", " ")).replace("LEFT", all);
  }
}
