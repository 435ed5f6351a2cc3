package org.idiome.genomics.consequence;

import java.util.HashMap;
import java.util.Map;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;

/// A consequence that is told here, a term of the Sequence Ontology. The most severe first.
public enum Term {
  /// All of the transcript is taken away.
  TRANSCRIPT_ABLATION("transcript_ablation"),
  /// The last two bases of an intron.
  SPLICE_ACCEPTOR("splice_acceptor_variant"),
  /// The first two bases of an intron.
  SPLICE_DONOR("splice_donor_variant"),
  /// Translation ends before its end.
  STOP_GAINED("stop_gained"),
  /// The reading frame changes.
  FRAMESHIFT("frameshift_variant"),
  /// The stop codon is gone.
  STOP_LOST("stop_lost"),
  /// The start codon is gone.
  START_LOST("start_lost"),
  /// All of the transcript is there once more.
  TRANSCRIPT_AMPLIFICATION("transcript_amplification"),
  /// The transcript is longer.
  FEATURE_ELONGATION("feature_elongation"),
  /// A part of the transcript is gone or cut off.
  FEATURE_TRUNCATION("feature_truncation"),
  /// Residues are put in, the frame is kept.
  INFRAME_INSERTION("inframe_insertion"),
  /// Residues are taken away, the frame is kept.
  INFRAME_DELETION("inframe_deletion"),
  /// Residues are others.
  MISSENSE("missense_variant"),
  /// The fifth base of an intron.
  SPLICE_DONOR_5TH_BASE("splice_donor_5th_base_variant"),
  /// Near a junction.
  SPLICE_REGION("splice_region_variant"),
  /// The third, fourth or sixth base of an intron.
  SPLICE_DONOR_REGION("splice_donor_region_variant"),
  /// The 3rd to 17th base before the end of an intron.
  SPLICE_POLYPYRIMIDINE_TRACT("splice_polypyrimidine_tract_variant"),
  /// A last codon that is not whole.
  INCOMPLETE_TERMINAL_CODON("incomplete_terminal_codon_variant"),
  /// The start codon was touched and is one still.
  START_RETAINED("start_retained_variant"),
  /// The stop codon was touched and is one still.
  STOP_RETAINED("stop_retained_variant"),
  /// Another codon of the same residue.
  SYNONYMOUS("synonymous_variant"),
  /// In the coding sequence; more cannot be told.
  CODING_SEQUENCE("coding_sequence_variant"),
  /// Before the coding sequence.
  FIVE_PRIME_UTR("5_prime_UTR_variant"),
  /// Behind the coding sequence.
  THREE_PRIME_UTR("3_prime_UTR_variant"),
  /// In an exon of a transcript that is not translated.
  NON_CODING_EXON("non_coding_transcript_exon_variant"),
  /// In an intron.
  INTRON("intron_variant"),
  /// In a transcript that is marked for decay.
  NMD_TRANSCRIPT("NMD_transcript_variant"),
  /// In a transcript that is not translated.
  NON_CODING("non_coding_transcript_variant"),
  /// In a transcript that is translated; more cannot be told.
  CODING_TRANSCRIPT("coding_transcript_variant"),
  /// Before a transcript.
  UPSTREAM("upstream_gene_variant"),
  /// Behind a transcript.
  DOWNSTREAM("downstream_gene_variant"),
  /// Near no transcript.
  INTERGENIC("intergenic_variant");

  private static final Map<String, RuleTable.Row> ROWS = new HashMap<>();

  static {
    for (var row : RuleTable.beside(Term.class, "terms.tsv").rows()) {
      ROWS.put(row.get("term"), row);
    }
  }

  private final String code;

  Term(String code) {
    this.code = code;
  }

  /// The name in the Sequence Ontology.
  public String code() {
    return code;
  }

  private RuleTable.Row row() {
    var row = ROWS.get(code);
    if (row == null) {
      throw new RuleTableException("terms.tsv", 0, "no term " + code);
    }
    return row;
  }

  /// The accession in the Sequence Ontology.
  public String accession() {
    return row().get("accession");
  }

  /// Its place in the order of severity; 1 is the most severe.
  public int rank() {
    return row().number("rank");
  }

  static Term of(String code) {
    for (var term : values()) {
      if (term.code.equals(code)) {
        return term;
      }
    }
    throw new RuleTableException("terms.tsv", 0, "no term " + code);
  }
}
