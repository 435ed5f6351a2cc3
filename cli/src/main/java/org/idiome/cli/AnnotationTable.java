package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.idiome.genomics.annotate.AnnotatedAllele;
import org.idiome.genomics.annotate.AnnotatedRecord;
import org.idiome.genomics.annotate.Annotation;
import org.idiome.genomics.annotate.CsqField;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.io.ByteText;

/// Consequences as a table, a row an allele and transcript.
final class AnnotationTable {
  private static final List<String> COLUMNS =
      List.of(
          "contig",
          "position",
          "ref",
          "alt",
          "gene",
          "transcript",
          "consequence",
          "hgvs_c",
          "hgvs_p",
          "exon",
          "intron",
          "joined_with",
          "note");

  private AnnotationTable() {}

  /// The line of its columns.
  static String head() {
    return Tables.tsv(COLUMNS, List.of());
  }

  /// Puts the rows of a record behind a text.
  static void addTo(ByteText text, AnnotatedRecord record) {
    for (var allele : record.alleles()) {
      if (allele.annotations().isEmpty()) {
        text.put(Tables.line(untold(allele)));
      }
      for (var one : allele.annotations()) {
        text.put(Tables.line(row(allele, one)));
      }
    }
  }

  private static List<String> untold(AnnotatedAllele allele) {
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        "",
        "",
        allele.isIntergenic() ? Term.INTERGENIC.code() : "",
        "",
        "",
        "",
        "",
        "",
        String.join(",", allele.notes()));
  }

  private static List<String> row(AnnotatedAllele allele, Annotation one) {
    var transcript = one.alone().transcript();
    var notes = new ArrayList<String>();
    if (!one.pick().isEmpty()) {
      notes.add("pick:" + one.pick());
    }
    var decay = CsqField.decay(one.decay());
    if (!decay.isEmpty()) {
      notes.add("nmd:" + decay);
    }
    notes.addAll(one.notes());
    one.differs().forEach(difference -> notes.add("differs:" + difference));
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        transcript.gene().name(),
        transcript.id(),
        one.terms().stream().map(Term::code).collect(Collectors.joining(",")),
        CsqField.described(transcript.id(), one.alone().hgvs()),
        Objects.toString(one.proteinHgvs(), ""),
        one.alone().exon(),
        one.alone().intron(),
        String.join(",", one.joinedWith()),
        String.join(",", notes));
  }
}
