package org.idiome.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.idiome.genomics.annotate.AnnotatedAllele;
import org.idiome.genomics.annotate.AnnotatedRecord;
import org.idiome.genomics.annotate.Annotation;
import org.idiome.genomics.annotate.CsqField;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.table.ValueText;

/// Consequences as a table, a row an allele and transcript, and what tables of alleles say behind
/// them; without genes a row an allele.
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

  private final boolean hasGenes;
  private final List<String> keys;

  /// @param keys what tables of alleles give, as INFO calls it
  AnnotationTable(boolean hasGenes, Collection<String> keys) {
    this.hasGenes = hasGenes;
    this.keys = List.copyOf(keys);
  }

  /// The line of its columns.
  String head() {
    var columns = new ArrayList<>(COLUMNS);
    columns.addAll(keys);
    return Tables.tsv(columns, List.of());
  }

  /// Puts the rows of a record behind a text.
  void addTo(ByteText text, AnnotatedRecord record) {
    for (var allele : record.alleles()) {
      var known = keys.isEmpty() ? List.<String>of() : known(record.fields(), allele.number());
      if (allele.annotations().isEmpty()) {
        text.put(line(untold(allele), known));
      }
      for (var one : allele.annotations()) {
        text.put(line(row(allele, one), known));
      }
    }
  }

  private static String line(List<String> row, List<String> known) {
    if (known.isEmpty()) {
      return Tables.line(row);
    }
    var all = new ArrayList<>(row);
    all.addAll(known);
    return Tables.line(all);
  }

  /// What tables say of an alternate: each key has a value for each, `.` for none.
  private List<String> known(String fields, int number) {
    var values = new HashMap<String, String>();
    for (var field : fields.split(";", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        values.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    var known = new ArrayList<String>(keys.size());
    for (var key : keys) {
      var all = values.getOrDefault(key, "").split(",", -1);
      var own = number <= all.length ? all[number - 1] : "";
      known.add(own.equals(".") ? "" : ValueText.plain(own));
    }
    return known;
  }

  private List<String> untold(AnnotatedAllele allele) {
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        "",
        "",
        hasGenes && allele.isIntergenic() ? Term.INTERGENIC.code() : "",
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
