package org.idiome.genomics.annotate;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.genomics.consequence.Decay;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.io.ByteText;
import org.jspecify.annotations.Nullable;

/// The field of INFO in which consequences stand, one item an allele and transcript.
public final class CsqField {
  /// Its key.
  static final String KEY = "CSQ";

  private static final String MEANING = "Consequences by idiome annotate.";

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
          "NOTE",
          "DIFFERS");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// Its line in the header, by its key.
  public static final SequencedMap<String, String> DEFINITIONS =
      Collections.unmodifiableSequencedMap(
          new LinkedHashMap<>(
              Map.of(
                  KEY,
                  "##INFO=<ID="
                      + KEY
                      + ",Number=.,Type=String,Description=\""
                      + MEANING
                      + " Format: "
                      + String.join("|", PARTS)
                      + "\">")));

  private CsqField() {}

  /// Whether a description of the field says that it was written here.
  static boolean isOwn(String description) {
    return description.startsWith(MEANING);
  }

  /// Puts a record with the field, and those of tables, behind a text, with its end.
  public static void addTo(ByteText text, AnnotatedRecord record) {
    var told = of(record);
    var fields =
        Stream.of(told, record.fields())
            .filter(field -> !field.isEmpty())
            .collect(Collectors.joining(";"));
    if (fields.isEmpty()) {
      record.line().addTo(text);
    } else {
      record.line().addTo(text, fields);
    }
    text.put('\n');
  }

  /// The field with its key; empty where there is nothing to tell.
  private static String of(AnnotatedRecord record) {
    var text = new StringBuilder();
    for (var allele : record.alleles()) {
      if (allele.isIntergenic()) {
        intergenic(text, allele);
      } else {
        for (var one : allele.annotations()) {
          item(text, allele, one);
        }
      }
    }
    return text.toString();
  }

  private static void begin(StringBuilder text, AnnotatedAllele allele) {
    text.append(text.isEmpty() ? KEY + "=" : ",");
    escape(text, allele.alternate());
  }

  private static void intergenic(StringBuilder text, AnnotatedAllele allele) {
    begin(text, allele);
    for (var part : PARTS.subList(1, PARTS.size())) {
      text.append('|');
      switch (part) {
        case "Consequence" -> text.append(Term.INTERGENIC.code());
        case "ALLELE_NUM" -> text.append(allele.number());
        default -> {}
      }
    }
  }

  private static void item(StringBuilder text, AnnotatedAllele allele, Annotation one) {
    var transcript = one.alone().transcript();
    begin(text, allele);
    char sign = '|';
    for (var term : one.terms()) {
      text.append(sign).append(term.code());
      sign = '&';
    }
    part(text, transcript.gene().name());
    part(text, transcript.gene().id());
    part(text, transcript.id());
    part(text, transcript.biotype());
    part(text, one.alone().exon());
    part(text, one.alone().intron());
    part(text, described(transcript.id(), one.alone().hgvs()));
    part(text, Objects.toString(one.proteinHgvs(), ""));
    text.append('|').append(allele.number());
    part(text, one.pick());
    part(text, decay(one.decay()));
    part(text, String.join("&", one.joinedWith()));
    part(text, String.join("&", one.notes()));
    part(text, String.join("&", one.differs()));
  }

  private static void part(StringBuilder text, String part) {
    escape(text.append('|'), part);
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

  private static void escape(StringBuilder text, String part) {
    for (int i = 0; i < part.length(); i++) {
      char sign = part.charAt(i);
      switch (sign) {
        case '%', ';', '=', ',', '|', ' ' -> text.append('%').append(HEX.toHexDigits((byte) sign));
        default -> text.append(sign);
      }
    }
  }
}
