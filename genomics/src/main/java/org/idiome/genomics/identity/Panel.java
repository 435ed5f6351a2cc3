package org.idiome.genomics.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// The places at which samples are compared: single-base variants that are common everywhere, far
/// from each other, on GRCh37 and GRCh38.
///
/// A place has a number, the same on both builds. Positions of a contig ascend on both.
public final class Panel {
  /// No genotype.
  public static final byte MISSING = -1;

  private static final Panel SHIPPED = new Panel();

  private final int size;
  private final byte[] references;
  private final byte[] alternates;
  private final Map<String, Stretch> contigs = new HashMap<>();

  /// The places of one contig, by their starts on each build.
  static final class Stretch {
    private final int first;
    private final int[] on37;
    private final int[] on38;

    private Stretch(int first, int[] on37, int[] on38) {
      this.first = first;
      this.on37 = on37;
      this.on38 = on38;
    }

    /// Number of the first.
    int first() {
      return first;
    }

    /// Starts on GRCh37, ascending; not to be changed.
    int[] on37() {
      return on37;
    }

    /// Starts on GRCh38, ascending; not to be changed.
    int[] on38() {
      return on38;
    }

    /// Number of the first place at or behind a base, counted from the first of the contig.
    static int from(int[] starts0, int start0) {
      int found = Arrays.binarySearch(starts0, start0);
      return found >= 0 ? found : -found - 1;
    }
  }

  private Panel() {
    var rows = RuleTable.beside(Panel.class, "panel.tsv").rows();
    size = rows.size();
    references = new byte[size];
    alternates = new byte[size];
    int[] on37 = new int[size];
    int[] on38 = new int[size];
    int first = 0;
    for (int i = 0; i < size; i++) {
      var row = rows.get(i);
      references[i] = (byte) row.get("reference").charAt(0);
      alternates[i] = (byte) row.get("alternate").charAt(0);
      on37[i] = row.number("grch37") - 1;
      on38[i] = row.number("grch38") - 1;
      boolean isLast = i + 1 == size || !rows.get(i + 1).get("contig").equals(row.get("contig"));
      if (isLast) {
        contigs.put(
            row.get("contig"),
            new Stretch(
                first,
                Arrays.copyOfRange(on37, first, i + 1),
                Arrays.copyOfRange(on38, first, i + 1)));
        first = i + 1;
      }
    }
  }

  /// The panel that ships.
  public static Panel shipped() {
    return SHIPPED;
  }

  /// How many places there are.
  public int size() {
    return size;
  }

  /// The places of a contig by the assembly's name of it, or null where there is none.
  @Nullable Stretch on(String contig) {
    return contigs.get(contig);
  }

  /// Position of a place on a build, 0-based; -1 where the panel is not known on it.
  public int start0(int place, GenomeBuild build) {
    for (var stretch : contigs.values()) {
      int at = place - stretch.first();
      if (at >= 0 && at < stretch.on38().length) {
        return switch (build) {
          case GRCH37 -> stretch.on37()[at];
          case GRCH38 -> stretch.on38()[at];
          case T2T_CHM13V2, UNKNOWN -> -1;
        };
      }
    }
    throw new IndexOutOfBoundsException(place);
  }

  /// Contig of a place.
  public String contig(int place) {
    for (var entry : contigs.entrySet()) {
      int at = place - entry.getValue().first();
      if (at >= 0 && at < entry.getValue().on38().length) {
        return entry.getKey();
      }
    }
    throw new IndexOutOfBoundsException(place);
  }

  /// The base of the reference, as a letter.
  public byte reference(int place) {
    return references[place];
  }

  /// The other base.
  public byte alternate(int place) {
    return alternates[place];
  }

  /// Genotypes as text: a digit a place, `.` for none.
  static String text(byte[] genotypes) {
    var text = new StringBuilder(genotypes.length);
    for (byte genotype : genotypes) {
      text.append(genotype == MISSING ? '.' : (char) ('0' + genotype));
    }
    return text.toString();
  }

  /// Genotypes from their text.
  public static byte[] genotypes(String text) {
    byte[] genotypes = new byte[text.length()];
    for (int i = 0; i < genotypes.length; i++) {
      genotypes[i] = text.charAt(i) == '.' ? MISSING : (byte) (text.charAt(i) - '0');
    }
    return genotypes;
  }
}
