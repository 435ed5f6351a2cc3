package org.idiome.genomics.identity;

import java.util.Arrays;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// Genotypes at the places of the panel, for both builds at once.
///
/// Where two records say different things of a place it has no genotype. Allocates nothing for a
/// record that touches no place.
final class PanelTally {
  private static final byte CONTRADICTED = -2;

  private final Panel panel = Panel.shipped();
  private final byte[] on37 = new byte[panel.size()];
  private final byte[] on38 = new byte[panel.size()];
  private Panel.@Nullable Stretch stretch;
  private int freeFrom0;
  private int freeTo0;

  PanelTally() {
    Arrays.fill(on37, Panel.MISSING);
    Arrays.fill(on38, Panel.MISSING);
  }

  /// The records that follow are on this contig.
  void contig(String name) {
    stretch = panel.on(name);
    freeTo0 = freeFrom0;
  }

  /// Whether a stretch may hold a place on either build.
  boolean touches(int start0, int end0) {
    if (stretch == null || (start0 >= freeFrom0 && end0 <= freeTo0)) {
      return false;
    }
    int next37 = next(stretch.on37(), start0);
    int next38 = next(stretch.on38(), start0);
    freeFrom0 = start0;
    freeTo0 = Math.min(next37, next38);
    return end0 > freeTo0;
  }

  private static int next(int[] starts0, int start0) {
    int at = Panel.Stretch.from(starts0, start0);
    return at < starts0.length ? starts0[at] : Integer.MAX_VALUE;
  }

  /// A record that touches a place.
  ///
  /// @param single place in ALT of its single-base variant; -1 for a stretch of reference
  /// @param dosage alternate alleles
  void take(VcfReader reader, SampleFields sample, int single, int dosage) {
    var contig = stretch;
    if (contig == null) {
      return;
    }
    var record = reader.record();
    int end0 = single < 0 ? reader.blockEnd0(sample) : record.start0() + 1;
    byte reference = single < 0 ? 0 : (byte) record.reference().charAt(0);
    byte alternate = single < 0 ? 0 : (byte) record.alternate(single).charAt(0);
    take(contig, contig.on37(), on37, record.start0(), end0, reference, alternate, dosage);
    take(contig, contig.on38(), on38, record.start0(), end0, reference, alternate, dosage);
  }

  private void take(
      Panel.Stretch contig,
      int[] starts0,
      byte[] into,
      int start0,
      int end0,
      byte reference,
      byte alternate,
      int dosage) {
    for (int at = Panel.Stretch.from(starts0, start0);
        at < starts0.length && starts0[at] < end0;
        at++) {
      int place = contig.first() + at;
      boolean isThis =
          alternate == 0
              || (panel.reference(place) == reference && panel.alternate(place) == alternate);
      if (isThis) {
        boolean isNew = into[place] == Panel.MISSING;
        into[place] = isNew || into[place] == dosage ? (byte) dosage : CONTRADICTED;
      }
    }
  }

  /// The genotypes of the build as text; empty where the panel is not known on it.
  String text(GenomeBuild build) {
    return switch (build) {
      case GRCH37 -> Panel.text(settled(on37));
      case GRCH38 -> Panel.text(settled(on38));
      case T2T_CHM13V2, UNKNOWN -> "";
    };
  }

  private static byte[] settled(byte[] genotypes) {
    byte[] settled = genotypes.clone();
    for (int i = 0; i < settled.length; i++) {
      settled[i] = settled[i] == CONTRADICTED ? Panel.MISSING : settled[i];
    }
    return settled;
  }
}
