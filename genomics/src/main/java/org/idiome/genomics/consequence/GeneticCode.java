package org.idiome.genomics.consequence;

import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;

/// How codons are read.
public final class GeneticCode {
  /// That of the nucleus.
  public static final GeneticCode STANDARD = of(1);

  /// That of the mitochondria of vertebrates.
  public static final GeneticCode MITOCHONDRIAL = of(2);

  /// The residue of a stop codon.
  public static final char STOP = '*';

  /// The residue of a codon that cannot be read.
  public static final char UNKNOWN = 'X';

  private static final String ORDER = "TCAG";

  private final String residues;
  private final String starts;

  private GeneticCode(String residues, String starts) {
    this.residues = residues;
    this.starts = starts;
  }

  private static GeneticCode of(int number) {
    for (var row : RuleTable.beside(GeneticCode.class, "genetic-codes.tsv").rows()) {
      if (row.number("code") == number) {
        return new GeneticCode(row.get("residues"), row.get("starts"));
      }
    }
    throw new RuleTableException("genetic-codes.tsv", 0, "no code " + number);
  }

  private static int codon(CharSequence bases, int at) {
    int codon = 0;
    for (int i = at; i < at + 3; i++) {
      int base = ORDER.indexOf(bases.charAt(i));
      if (base < 0) {
        return -1;
      }
      codon = codon * 4 + base;
    }
    return codon;
  }

  /// The residue of the codon at a place, [#UNKNOWN] where a base is none of A, C, G and T.
  public char residue(CharSequence bases, int at) {
    int codon = codon(bases, at);
    return codon < 0 ? UNKNOWN : residues.charAt(codon);
  }

  /// Whether translation may begin with the codon at a place.
  public boolean isStart(CharSequence bases, int at) {
    int codon = codon(bases, at);
    return codon >= 0 && starts.charAt(codon) == 'M';
  }
}
