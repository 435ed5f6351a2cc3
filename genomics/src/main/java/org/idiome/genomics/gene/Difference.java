package org.idiome.genomics.gene;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.idiome.genomics.contig.Contigs;

/// How the own sequence of a transcript differs from that of the reference, as far as its publisher
/// says so; where, nobody says.
public enum Difference {
  /// Nothing is said of any.
  NONE(0),
  /// Its protein is not what its codons say; its bases are those of the reference.
  TRANSLATION(1),
  /// Some bases are others; there are as many, so that they are counted alike.
  BASES(2),
  /// It has bases that the reference has not, or lacks some: counted from its begin, a base of the
  /// one is not that of the other.
  LENGTH(3);

  /// Whether it is said in `exception` alone, as INSDC and RefSeq name them.
  private static final String BY_OTHER_DATA = "annotated by transcript or proteomic data";

  /// What RefSeq says of an alignment, in `Note`.
  private static final Pattern COMPARED =
      Pattern.compile("The RefSeq (transcript|protein) (.*?)compared to this genomic sequence");

  private static final Pattern SUBSTITUTIONS_ALONE = Pattern.compile("has [0-9,]+ substitutions? ");

  /// That of bacteria differs from the standard in its start codons alone.
  private static final Set<String> STANDARD_CODES = Set.of("1", "11");

  private static final Set<String> MITOCHONDRIAL_CODES = Set.of("2");

  private final int bits;

  Difference(int bits) {
    this.bits = bits;
  }

  /// A number that stands for it in files.
  int bits() {
    return bits;
  }

  /// @throws IllegalArgumentException where no difference has the number
  static Difference ofBits(int bits) {
    for (var one : values()) {
      if (one.bits == bits) {
        return one;
      }
    }
    throw new IllegalArgumentException("difference " + bits);
  }

  /// The one that leaves less to be told.
  static Difference worst(Difference one, Difference other) {
    return one.bits >= other.bits ? one : other;
  }

  /// What a line says of the transcript of which it is a part.
  static Difference of(Feature feature) {
    var noted = noted(feature);
    var worst = worst(noted, ofCode(feature));
    for (var exception : feature.all("exception")) {
      var text = exception.strip();
      var own = text.equals(BY_OTHER_DATA) && noted != NONE ? noted : ofException(text);
      worst = worst(worst, own);
    }
    return worst;
  }

  /// A genetic code other than the one in which it is read here: that of its contig.
  private static Difference ofCode(Feature feature) {
    var table = feature.get("transl_table");
    if (table == null) {
      return NONE;
    }
    boolean isMitochondrial = Contigs.resolve(feature.contig()).name().equals("MT");
    return (isMitochondrial ? MITOCHONDRIAL_CODES : STANDARD_CODES).contains(table)
        ? NONE
        : TRANSLATION;
  }

  /// Where it is not known what an exception changes, all of it may be other.
  private static Difference ofException(String exception) {
    return switch (exception) {
      case "unclassified translation discrepancy",
          "mismatches in translation",
          "modified codon recognition",
          "translated product replaced" ->
          TRANSLATION;
      case "mismatches in transcription", "RNA editing" -> BASES;
      case BY_OTHER_DATA,
          "unclassified transcription discrepancy",
          "rearrangement required for product",
          "transcribed product replaced",
          "heterogeneous population sequenced",
          "low-quality sequence region",
          "adjusted for low-quality genome",
          "artificial frameshift",
          "artificial location",
          "reasons given in citation" ->
          LENGTH;
      // Slipping ribosomes, unusual splice sites, other start codons: the bases are the same.
      default -> NONE;
    };
  }

  /// The words may stand in several notes and have commas, which GFF3 takes for a list.
  private static Difference noted(Feature feature) {
    var notes = String.join(",", feature.all("Note")) + "," + String.join(",", feature.all("note"));
    var worst = NONE;
    for (Matcher found = COMPARED.matcher(notes); found.find(); ) {
      boolean isAlike = SUBSTITUTIONS_ALONE.matcher(found.group(2)).matches();
      boolean isProtein = found.group(1).equals("protein");
      worst = worst(worst, !isAlike ? LENGTH : isProtein ? TRANSLATION : BASES);
    }
    return worst;
  }
}
