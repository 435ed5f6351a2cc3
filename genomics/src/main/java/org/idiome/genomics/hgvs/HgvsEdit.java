package org.idiome.genomics.hgvs;

/// What becomes of a stretch. Bases and residues are letters, as they are written but in upper
/// case.
public sealed interface HgvsEdit {

  /// Nothing: `=`.
  record Same() implements HgvsEdit {
    @Override
    public String toString() {
      return "=";
    }
  }

  /// Nobody knows: `?`.
  record Unknown() implements HgvsEdit {
    @Override
    public String toString() {
      return "?";
    }
  }

  /// One base is another one.
  record Substitution(String reference, String alternate) implements HgvsEdit {
    @Override
    public String toString() {
      return reference + ">" + alternate;
    }
  }

  /// The stretch is gone.
  ///
  /// @param reference its bases where they are written; else empty
  record Deletion(String reference) implements HgvsEdit {
    @Override
    public String toString() {
      return "del";
    }
  }

  /// The stretch is there twice.
  ///
  /// @param reference its bases where they are written; else empty
  record Duplication(String reference) implements HgvsEdit {
    @Override
    public String toString() {
      return "dup";
    }
  }

  /// The stretch is turned round.
  record Inversion() implements HgvsEdit {
    @Override
    public String toString() {
      return "inv";
    }
  }

  /// Something is put in between two bases.
  record Insertion(Inserted inserted) implements HgvsEdit {
    @Override
    public String toString() {
      return "ins" + inserted;
    }
  }

  /// Something else stands there.
  ///
  /// @param reference the bases that are gone where they are written; else empty
  record Replacement(String reference, Inserted inserted) implements HgvsEdit {
    @Override
    public String toString() {
      return "delins" + inserted;
    }
  }

  /// The stretch is that of another sequence: `con`.
  record Conversion(String from) implements HgvsEdit {
    @Override
    public String toString() {
      return "con" + from;
    }
  }

  /// A unit is there so many times: `CAG[23]`.
  ///
  /// @param unit its bases; empty where the stretch is the unit
  record Repeat(String unit, int least, int most) implements HgvsEdit {
    @Override
    public String toString() {
      return unit + "[" + (least == most ? "" + least : "(" + least + "_" + most + ")") + "]";
    }
  }

  /// What is put in.
  ///
  /// @param bases empty where only their number is known
  /// @param count how many
  record Inserted(String bases, int count) {
    @Override
    public String toString() {
      return bases.isEmpty() ? "N[" + count + "]" : bases;
    }
  }

  /// An edit of a protein.
  sealed interface OfProtein extends HgvsEdit {}

  /// A residue is another one, or a stop.
  record Residue(char alternate) implements OfProtein {
    @Override
    public String toString() {
      return AminoAcids.name(alternate);
    }
  }

  /// Residues are gone.
  record Lost() implements OfProtein {
    @Override
    public String toString() {
      return "del";
    }
  }

  /// Residues are there twice.
  record Doubled() implements OfProtein {
    @Override
    public String toString() {
      return "dup";
    }
  }

  /// Residues are put in, in the place of the stretch or between two.
  record Residues(boolean isReplacing, String alternate) implements OfProtein {
    @Override
    public String toString() {
      return (isReplacing ? "delins" : "ins") + AminoAcids.names(alternate);
    }
  }

  /// The frame is another one.
  ///
  /// @param alternate the first residue that is another; empty where it is not told
  /// @param stop where translation ends, counted from that residue; empty where it is not told, `?`
  ///   where it is not known
  record Frameshift(String alternate, String stop) implements OfProtein {
    @Override
    public String toString() {
      return AminoAcids.names(alternate) + "fs" + (stop.isEmpty() ? "" : "Ter" + stop);
    }
  }

  /// The protein is longer.
  ///
  /// @param alternate what stands where it ended or began; empty where it is not told
  /// @param begin the residue with which it begins now; empty where it is not told
  /// @param by how many residues; below 0 before its begin; empty where it is not told, `?` where
  ///   it is not known
  record Extension(String alternate, String begin, String by) implements OfProtein {
    @Override
    public String toString() {
      boolean isBefore = by.startsWith("-");
      var more = isBefore || by.isEmpty() ? AminoAcids.names(begin) + by : "Ter" + by;
      return AminoAcids.names(alternate) + "ext" + more;
    }
  }

  /// There is no protein: `0`.
  ///
  /// @param isPresumed `0?`
  record None(boolean isPresumed) implements OfProtein {
    @Override
    public String toString() {
      return isPresumed ? "0?" : "0";
    }
  }
}
