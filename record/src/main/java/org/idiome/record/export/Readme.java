package org.idiome.record.export;

/// What every file of an export is, for whoever opens it without Idiome.
final class Readme {
  private static final String TEXT =
      """
      Everything that Idiome keeps about PERSON

      These files hold health data of one person. Whoever has them answers for them.

      record/                a part of the record, as a folder that Idiome and others can read;
                             drugs, outcomes and what others concluded are not in it:
        phenopacket.json     GA4GH phenopacket, version 2: sex, signs, diseases, specimens, files
        LAYER-date.tsv, ...  measured values, one a row; the packet's fileAttributes say which
                             column is what
        variants-N.vcf       genetic variants of one sample, as the file had them
      statements.jsonl       every statement, one a line, with its file and place; those that
                             the packet does not hold are marked "in_phenopacket": false
      quantities.tsv         every measured value with all that is known of it, also those that
                             were not measured and why
      sources.tsv            the files that were taken in, with SHA-256
      source_rows.tsv        the text of each row that a statement or value rests on
      history.tsv            every intake that ever was, also those that were replaced later
      history/N/             what a replaced intake had said
      consent.tsv            what the person agreed to, and took back
      audit.tsv              who read the person's data, when, for what
      runs/N.json            what was concluded, with all reasons
      manifest.tsv           size and SHA-256 of each file above

      Text is UTF-8, tables are separated by tabs with a header line; an empty cell says nothing.
      """;

  private Readme() {}

  static String text(String person) {
    return TEXT.replace("PERSON", person.replaceAll("\\p{Cntrl}", " "));
  }
}
