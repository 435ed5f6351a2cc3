package org.idiome.genomics.hgvs;

/// Reads changes of proteins.
final class ResidueReader {
  private static final char STOP = '*';

  /// Asx and Glx are two residues each, of which one is there.
  private static final String AMBIGUOUS = "BZ";

  private final HgvsCursor cursor;

  ResidueReader(HgvsCursor cursor) {
    this.cursor = cursor;
  }

  /// Where and what; all of it may be in parentheses.
  HgvsChange change() throws HgvsException {
    if (cursor.takes("?")) {
      return whole(new HgvsEdit.Unknown(), false);
    }
    if (cursor.takes("0?")) {
      return whole(new HgvsEdit.None(true), false);
    }
    if (cursor.takes("0")) {
      return whole(new HgvsEdit.None(false), false);
    }
    if (cursor.takes("=")) {
      return whole(new HgvsEdit.Same(), false);
    }
    if (cursor.takes("(=)")) {
      return whole(new HgvsEdit.Same(), true);
    }
    boolean isPredicted = cursor.takes("(");
    var interval = interval();
    var edit = edit();
    if (isPredicted) {
      cursor.need(")");
    }
    return new HgvsChange(interval, edit, isPredicted);
  }

  private static HgvsChange whole(HgvsEdit edit, boolean isPredicted) {
    return new HgvsChange(null, edit, isPredicted);
  }

  private HgvsInterval interval() throws HgvsException {
    var start = position();
    var end = cursor.takes("_") ? position() : start;
    return new HgvsInterval(new HgvsEnd(start, start), new HgvsEnd(end, end), false);
  }

  HgvsPosition position() throws HgvsException {
    int from = cursor.at();
    char residue = residue();
    if (AMBIGUOUS.indexOf(residue) >= 0) {
      cursor.back(from);
      throw cursor.wanted("one residue");
    }
    return new HgvsPosition.Residue(residue, cursor.number());
  }

  /// A residue or a stop, by its name or its letter; X is a stop, as it was written once.
  char residue() throws HgvsException {
    int from = cursor.at();
    var name = new StringBuilder();
    while (name.length() < 3 && Character.isLetter(cursor.next())) {
      name.append(cursor.take());
    }
    var known = AminoAcids.letter(name.toString());
    if (known != null) {
      return known;
    }
    cursor.back(from);
    char letter = cursor.next();
    if (!AminoAcids.isLetter(letter)) {
      throw cursor.wanted("a residue");
    }
    cursor.take();
    return letter == 'X' ? STOP : letter;
  }

  /// Residues in one way of writing, a stop only as the last.
  String residues() throws HgvsException {
    int from = cursor.at();
    char first = residue();
    boolean areNames = cursor.at() - from > 1;
    var residues = new StringBuilder().append(first);
    char last = first;
    while (Character.isLetter(cursor.next()) || cursor.next() == STOP) {
      int before = cursor.at();
      char next = residue();
      if (cursor.at() - before > 1 != areNames || last == STOP) {
        cursor.back(before);
        throw cursor.wanted("residues in one way of writing");
      }
      residues.append(next);
      last = next;
    }
    return residues.toString();
  }

  /// What becomes of it; also in parentheses.
  HgvsEdit edit() throws HgvsException {
    if (!cursor.takes("(")) {
      return plainEdit();
    }
    var edit = plainEdit();
    cursor.need(")");
    return edit;
  }

  private HgvsEdit plainEdit() throws HgvsException {
    if (cursor.takes("=")) {
      return new HgvsEdit.Same();
    }
    if (cursor.takes("?")) {
      return new HgvsEdit.Unknown();
    }
    if (cursor.takes("delins")) {
      return new HgvsEdit.Residues(true, residues());
    }
    if (cursor.takes("del")) {
      return new HgvsEdit.Lost();
    }
    if (cursor.takes("dup")) {
      return new HgvsEdit.Doubled();
    }
    if (cursor.takes("ins")) {
      return new HgvsEdit.Residues(false, residues());
    }
    boolean isTold = !cursor.isAt("fs") && !cursor.isAt("ext");
    var alternate = isTold ? "" + residue() : "";
    if (cursor.takes("fs")) {
      return new HgvsEdit.Frameshift(alternate, stop());
    }
    if (cursor.takes("ext")) {
      return extension(alternate);
    }
    return new HgvsEdit.Residue(alternate.charAt(0));
  }

  private HgvsEdit extension(String alternate) throws HgvsException {
    int from = cursor.at();
    var begin = Character.isLetter(cursor.next()) ? "" + residue() : "";
    if (cursor.takes("-")) {
      return new HgvsEdit.Extension(alternate, begin, "-" + cursor.number());
    }
    cursor.back(from);
    return new HgvsEdit.Extension(alternate, "", stop());
  }

  /// `Ter13`, `*?`, `X`, or nothing.
  private String stop() throws HgvsException {
    if (!cursor.takes("Ter") && !cursor.takes("*") && !cursor.takes("X")) {
      return "";
    }
    if (cursor.takes("?")) {
      return "?";
    }
    return cursor.isDigit() ? "" + cursor.number() : "";
  }
}
