package org.idiome.genomics.consequence;

import java.util.Map;

/// Descriptions of proteins by HGVS (den Dunnen 2016, doi:10.1002/humu.22981), all predicted.
final class ProteinHgvs {
  static final String SAME = "p.(=)";
  static final String UNKNOWN = "p.?";
  static final String NONE = "p.0?";

  private static final Map<Character, String> NAMES =
      Map.ofEntries(
          Map.entry('A', "Ala"),
          Map.entry('C', "Cys"),
          Map.entry('D', "Asp"),
          Map.entry('E', "Glu"),
          Map.entry('F', "Phe"),
          Map.entry('G', "Gly"),
          Map.entry('H', "His"),
          Map.entry('I', "Ile"),
          Map.entry('K', "Lys"),
          Map.entry('L', "Leu"),
          Map.entry('M', "Met"),
          Map.entry('N', "Asn"),
          Map.entry('P', "Pro"),
          Map.entry('Q', "Gln"),
          Map.entry('R', "Arg"),
          Map.entry('S', "Ser"),
          Map.entry('T', "Thr"),
          Map.entry('U', "Sec"),
          Map.entry('V', "Val"),
          Map.entry('W', "Trp"),
          Map.entry('X', "Xaa"),
          Map.entry('Y', "Tyr"),
          Map.entry('*', "Ter"));

  private ProteinHgvs() {}

  private static String name(char residue) {
    return NAMES.getOrDefault(residue, "Xaa");
  }

  private static String names(String residues) {
    var text = new StringBuilder();
    for (int i = 0; i < residues.length(); i++) {
      text.append(name(residues.charAt(i)));
    }
    return text.toString();
  }

  private static String at(String protein, int index) {
    return name(protein.charAt(index)) + (index + 1);
  }

  private static String range(String protein, int from, int to) {
    return to - from == 1 ? at(protein, from) : at(protein, from) + "_" + at(protein, to - 1);
  }

  /// Codons that are read as before.
  static String silent(String protein, int from, int to) {
    return "p.(" + range(protein, from, to) + "=)";
  }

  /// The first residue is methionine, whatever its codon says elsewhere.
  static String startLost() {
    return "p.(Met1?)";
  }

  static String stop(String protein, int index) {
    return "p.(" + at(protein, index) + "Ter)";
  }

  /// Translation goes on behind the stop.
  static String extension(String protein, int index, String altered) {
    var more = Protein.endsWithStop(altered) ? "" + (altered.length() - 1 - index) : "?";
    return "p.(" + at(protein, index) + name(altered.charAt(index)) + "extTer" + more + ")";
  }

  static String frameshift(String protein, int index, String altered) {
    var more = Protein.endsWithStop(altered) ? "" + (altered.length() - index) : "?";
    return "p.(" + at(protein, index) + name(altered.charAt(index)) + "fsTer" + more + ")";
  }

  /// Some residues become others.
  ///
  /// @param from first residue that is replaced
  /// @param to behind the last
  static String replaced(String protein, int from, int to, String put) {
    if (put.isEmpty()) {
      int last = to;
      int first = from;
      while (last < protein.length() && protein.charAt(last) == protein.charAt(first)) {
        first++;
        last++;
      }
      return "p.(" + range(protein, first, last) + "del)";
    }
    if (from == to) {
      return inserted(protein, from, put);
    }
    if (to - from == 1 && put.length() == 1) {
      return "p.(" + at(protein, from) + name(put.charAt(0)) + ")";
    }
    return "p.(" + range(protein, from, to) + "delins" + names(put) + ")";
  }

  private static String inserted(String protein, int before, String put) {
    int at = before;
    var residues = put;
    while (at < protein.length() && protein.charAt(at) == residues.charAt(0)) {
      residues = residues.substring(1) + residues.charAt(0);
      at++;
    }
    int length = residues.length();
    if (at >= length && protein.startsWith(residues, at - length)) {
      return "p.(" + range(protein, at - length, at) + "dup)";
    }
    if (at == 0 || at == protein.length()) {
      return UNKNOWN;
    }
    return "p.(" + range(protein, at - 1, at + 1) + "ins" + names(residues) + ")";
  }
}
