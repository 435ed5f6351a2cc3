package org.idiome.genomics.annotate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.genomics.consequence.Decay;
import org.idiome.genomics.consequence.Term;
import org.jspecify.annotations.Nullable;

/// The field of INFO in which consequences stand, one item an allele and transcript.
public final class CsqField {
  /// Its key.
  public static final String KEY = "CSQ";

  private static final List<String> PARTS =
      List.of(
          "Allele",
          "Consequence",
          "SYMBOL",
          "Gene",
          "Feature",
          "BIOTYPE",
          "EXON",
          "INTRON",
          "HGVSc",
          "HGVSp",
          "ALLELE_NUM",
          "PICK",
          "NMD",
          "JOINED_WITH",
          "NOTE");

  private CsqField() {}

  /// Its line in the header.
  public static String definition() {
    return "##INFO=<ID="
        + KEY
        + ",Number=.,Type=String,Description=\"Consequences by idiome annotate. Format: "
        + String.join("|", PARTS)
        + "\">";
  }

  /// The field with its key; null where there is nothing to tell.
  public static @Nullable String of(AnnotatedRecord record) {
    var items =
        record.alleles().stream()
            .flatMap(allele ->
                allele.isIntergenic()
                    ? Stream.of(intergenic(allele))
                    : allele.annotations().stream().map(one -> item(allele, one)))
            .collect(Collectors.joining(","));
    return items.isEmpty() ? null : KEY + "=" + items;
  }

  private static String intergenic(AnnotatedAllele allele) {
    var parts = new String[PARTS.size()];
    Arrays.fill(parts, "");
    parts[PARTS.indexOf("Allele")] = allele.alternate();
    parts[PARTS.indexOf("Consequence")] = Term.INTERGENIC.code();
    parts[PARTS.indexOf("ALLELE_NUM")] = Integer.toString(allele.number());
    return String.join("|", parts);
  }

  private static String item(AnnotatedAllele allele, Annotation one) {
    var transcript = one.alone().transcript();
    var parts =
        List.of(
            allele.alternate(),
            one.terms().stream().map(Term::code).collect(Collectors.joining("&")),
            transcript.gene().name(),
            transcript.gene().id(),
            transcript.id(),
            transcript.biotype(),
            one.alone().exon(),
            one.alone().intron(),
            described(transcript.id(), one.alone().hgvs()),
            Objects.toString(one.proteinHgvs(), ""),
            Integer.toString(allele.number()),
            one.pick(),
            decay(one.decay()),
            String.join("&", one.joinedWith()),
            String.join("&", one.notes()));
    return parts.stream().map(CsqField::escaped).collect(Collectors.joining("|"));
  }

  /// A description with the accession on which it stands; empty where there is none.
  public static String described(String accession, @Nullable String hgvs) {
    return hgvs == null ? "" : accession + ":" + hgvs;
  }

  /// What is predicted of the messenger, with the rules; empty where nothing is.
  public static String decay(Decay decay) {
    if (decay.state() == Decay.State.NOT_ASSESSED) {
      return "";
    }
    var rules = decay.rules().stream().map(Decay.Rule::code).collect(Collectors.joining("&"));
    return decay.state().code() + (rules.isEmpty() ? "" : ":" + rules);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25")
        .replace(";", "%3B")
        .replace("=", "%3D")
        .replace(",", "%2C")
        .replace("|", "%7C")
        .replace(" ", "%20");
  }
}
