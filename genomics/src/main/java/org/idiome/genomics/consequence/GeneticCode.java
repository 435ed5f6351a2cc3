package org.idiome.genomics.consequence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;

/// How codons are read.
public final class GeneticCode {
  private static final String ORDER = "TCAG";

  /// The number of a base in that order; -1 of any other character of ASCII.
  private static final byte[] NUMBERS = numbers();

  /// That of the nucleus.
  public static final GeneticCode STANDARD = of(1);

  /// That of the mitochondria of vertebrates.
  public static final GeneticCode MITOCHONDRIAL = of(2);

  /// The residue of a stop codon.
  public static final char STOP = '*';

  /// The residue of a codon that cannot be read.
  public static final char UNKNOWN = 'X';

  private final byte[] residues;
  private final String starts;

  private GeneticCode(String residues, String starts) {
    this.residues = residues.getBytes(StandardCharsets.US_ASCII);
    this.starts = starts;
  }

  private static byte[] numbers() {
    var numbers = new byte[1 << 7];
    Arrays.fill(numbers, (byte) -1);
    for (int i = 0; i < ORDER.length(); i++) {
      numbers[ORDER.charAt(i)] = (byte) i;
    }
    return numbers;
  }

  /// That of the contig of a transcript.
  static GeneticCode of(Transcript transcript) {
    return Contigs.resolve(transcript.contig()).name().equals("MT") ? MITOCHONDRIAL : STANDARD;
  }

  private static GeneticCode of(int number) {
    for (var row : RuleTable.beside(GeneticCode.class, "genetic-codes.tsv").rows()) {
      if (row.number("code") == number) {
        return new GeneticCode(row.get("residues"), row.get("starts"));
      }
    }
    throw new RuleTableException("genetic-codes.tsv", 0, "no code " + number);
  }

  /// The number of a codon; negative where a base is none of the four.
  private static int codon(String bases, int at) {
    int first = NUMBERS[bases.charAt(at) & 0x7f];
    int second = NUMBERS[bases.charAt(at + 1) & 0x7f];
    return first << 4 | second << 2 | NUMBERS[bases.charAt(at + 2) & 0x7f];
  }

  /// The residue of the codon at a place, [#UNKNOWN] where a base is none of A, C, G and T.
  public char residue(String bases, int at) {
    int codon = codon(bases, at);
    return codon < 0 ? UNKNOWN : (char) residues[codon];
  }

  /// Whether translation may begin with the codon at a place.
  public boolean isStart(String bases, int at) {
    int codon = codon(bases, at);
    return codon >= 0 && starts.charAt(codon) == 'M';
  }
}
