package org.idiome.genomics.annotate;

import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.idiome.genomics.consequence.Decay;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.io.ByteText;
import org.jspecify.annotations.Nullable;

/// The field of INFO in which consequences stand, one item an allele and transcript. For one
/// thread.
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

  private static final int NUMBER_AT = PARTS.indexOf("ALLELE_NUM");

  /// What stands between the allele and its number where it is near no transcript.
  private static final String INTERGENIC =
      "|" + Term.INTERGENIC.code() + "|".repeat(NUMBER_AT - PARTS.indexOf("Consequence"));

  private static final String BEHIND_NUMBER = "|".repeat(PARTS.size() - 1 - NUMBER_AT);

  private static final boolean[] ESCAPED = marks("%;=,| ");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// What may not stand in a description of the header, or is read as a part of the format.
  private static final Pattern NOT_IN_HEADER = Pattern.compile("[\"\\\\|:<>\\p{Cntrl}]");

  /// Its line in the header.
  ///
  /// @param genes name and hash of the file of genes; empty where they are not known
  static String definition(String genes) {
    var source =
        genes.isEmpty() ? "" : " Genes of " + NOT_IN_HEADER.matcher(genes).replaceAll("_") + ".";
    return "##INFO=<ID="
        + KEY
        + ",Number=.,Type=String,Description=\""
        + MEANING
        + source
        + " Format: "
        + String.join("|", PARTS)
        + "\">";
  }

  private final IdentityHashMap<Transcript, byte[]> names = new IdentityHashMap<>();

  /// Whether a description of the field says that it was written here.
  static boolean isOwn(String description) {
    return description.startsWith(MEANING);
  }

  /// Puts a record with the field, and those that are written besides, behind a text, with its end.
  public void addTo(ByteText text, AnnotatedRecord record) {
    boolean isTold = isTold(record);
    if (!isTold && record.fields().isEmpty()) {
      record.line().addTo(text);
    } else {
      record.line().addBeginTo(text);
      if (isTold) {
        text.put(KEY).put('=');
        items(text, record);
      }
      if (!record.fields().isEmpty()) {
        text.put(isTold ? ";" : "").put(record.fields());
      }
      record.line().addEndTo(text);
    }
    text.put('\n');
  }

  private static boolean isTold(AnnotatedRecord record) {
    for (var allele : record.alleles()) {
      if (allele.isIntergenic() || !allele.annotations().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void items(ByteText text, AnnotatedRecord record) {
    boolean isFirst = true;
    for (var allele : record.alleles()) {
      if (allele.isIntergenic()) {
        separate(text, isFirst);
        intergenic(text, allele);
        isFirst = false;
      }
      for (var one : allele.annotations()) {
        separate(text, isFirst);
        item(text, allele, one);
        isFirst = false;
      }
    }
  }

  private static void separate(ByteText text, boolean isFirst) {
    if (!isFirst) {
      text.put(',');
    }
  }

  private static void intergenic(ByteText text, AnnotatedAllele allele) {
    escape(text, allele.alternate());
    text.put(INTERGENIC).put(allele.number()).put(BEHIND_NUMBER);
  }

  private void item(ByteText text, AnnotatedAllele allele, Annotation one) {
    var transcript = one.alone().transcript();
    escape(text, allele.alternate());
    text.put('|').put(one.terms().text());
    var names = names(transcript);
    text.put(names, 0, names.length);
    part(text, one.alone().exon());
    part(text, one.alone().intron());
    text.put('|');
    var hgvs = one.alone().hgvs();
    if (hgvs != null) {
      escape(text, transcript.id());
      text.put(':');
      escape(text, hgvs);
    }
    part(text, Objects.toString(one.proteinHgvs(), ""));
    text.put('|').put(allele.number());
    part(text, one.pick());
    part(text, decay(one.decay()));
    parts(text, one.joinedWith());
    parts(text, one.notes());
    parts(text, one.differs());
  }

  /// What every item of a transcript says of it.
  private byte[] names(Transcript transcript) {
    var known = names.get(transcript);
    if (known == null) {
      var text = new ByteText(64);
      part(text, transcript.gene().name());
      part(text, transcript.gene().id());
      part(text, transcript.id());
      part(text, transcript.biotype());
      known = text.toBytes();
      names.put(transcript, known);
    }
    return known;
  }

  private static void part(ByteText text, String part) {
    escape(text.put('|'), part);
  }

  private static void parts(ByteText text, List<String> parts) {
    char sign = '|';
    for (var part : parts) {
      escape(text.put(sign), part);
      sign = '&';
    }
    if (sign == '|') {
      text.put('|');
    }
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

  /// Characters of the format, and a blank, are written as `%` and two digits (VCF 4.5, 1.2).
  private static void escape(ByteText text, String part) {
    if (text.putUnmarked(part, ESCAPED)) {
      return;
    }
    int from = 0;
    for (int i = 0; i < part.length(); i++) {
      char sign = part.charAt(i);
      if (sign < ESCAPED.length && ESCAPED[sign]) {
        text.put(part.substring(from, i)).put('%').put(HEX.toHexDigits((byte) sign));
        from = i + 1;
      }
    }
    text.put(part.substring(from));
  }

  private static boolean[] marks(String marked) {
    var marks = new boolean[1 << 7];
    marked.chars().forEach(sign -> marks[sign] = true);
    return marks;
  }
}
