package org.idiome.care.identity;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.identity.Panel;

/// A made-up person's alleles at the places of the panel, on X and on Y: drawn with a seed, or from
/// two parents.
final class MadeGenome {
  /// Places on X outside of the pseudoautosomal regions.
  static final int X_PLACES = 300;

  static final int Y_PLACES = 60;
  private static final int X_FIRST = 10_000_000;
  private static final int Y_FIRST = 10_000_000;
  private static final int STEP = 10_000;

  private final Random random;
  private final byte[][] autosomes = new byte[2][Panel.shipped().size()];
  private final byte[][] x = new byte[2][X_PLACES];
  private final byte[] y = new byte[Y_PLACES];
  private final boolean isMale;
  private boolean hasTwoX;
  private boolean hasX = true;
  private boolean isOneCopyWritten;
  private int places = Panel.shipped().size();

  private MadeGenome(long seed, boolean isMale) {
    this.random = new Random(seed);
    this.isMale = isMale;
  }

  /// How common the alternate allele of a place is.
  static double frequency(int place) {
    return 0.2 + 0.6 * ((place * 37) % 101) / 100.0;
  }

  static MadeGenome drawn(long seed, boolean isMale) {
    var made = new MadeGenome(seed, isMale);
    for (int copy = 0; copy < 2; copy++) {
      for (int place = 0; place < made.autosomes[copy].length; place++) {
        made.autosomes[copy][place] = made.allele(frequency(place));
      }
      for (int place = 0; place < X_PLACES; place++) {
        made.x[copy][place] = made.allele(frequency(place));
      }
    }
    for (int place = 0; place < Y_PLACES; place++) {
      made.y[place] = made.allele(0.9);
    }
    return made;
  }

  private byte allele(double frequency) {
    return (byte) (random.nextDouble() < frequency ? 1 : 0);
  }

  /// A child, one allele of each parent at each place by chance.
  static MadeGenome child(long seed, MadeGenome father, MadeGenome mother, boolean isMale) {
    var made = new MadeGenome(seed, isMale);
    for (int place = 0; place < made.autosomes[0].length; place++) {
      made.autosomes[0][place] = father.autosomes[made.random.nextInt(2)][place];
      made.autosomes[1][place] = mother.autosomes[made.random.nextInt(2)][place];
    }
    for (int place = 0; place < X_PLACES; place++) {
      made.x[0][place] = mother.x[made.random.nextInt(2)][place];
      made.x[1][place] = father.x[0][place];
    }
    System.arraycopy(father.y, 0, made.y, 0, Y_PLACES);
    return made;
  }

  /// Two X of a woman beside the Y of a man.
  static MadeGenome mixture(MadeGenome woman, MadeGenome man) {
    var made = man.losing(0, 0);
    System.arraycopy(woman.x[0], 0, made.x[0], 0, X_PLACES);
    System.arraycopy(woman.x[1], 0, made.x[1], 0, X_PLACES);
    made.hasTwoX = true;
    return made;
  }

  /// This, with nothing known of X.
  MadeGenome withoutX() {
    hasX = false;
    return this;
  }

  /// This, with only so many places of the panel looked at.
  MadeGenome only(int known) {
    places = known;
    return this;
  }

  /// This, with one allele written on X where one copy is there.
  MadeGenome writtenWithOneCopy() {
    isOneCopyWritten = true;
    return this;
  }

  /// This child with both copies of one chromosome from one parent.
  MadeGenome bothFrom(MadeGenome parent, String contig) {
    for (int place = 0; place < autosomes[0].length; place++) {
      if (Panel.shipped().contig(place).equals(contig)) {
        autosomes[0][place] = parent.autosomes[0][place];
        autosomes[1][place] = parent.autosomes[1][place];
      }
    }
    return this;
  }

  /// This, with one copy of some chromosomes lost, as in a tumour.
  MadeGenome losing(long seed, double share) {
    var made = new MadeGenome(seed, isMale);
    for (int place = 0; place < autosomes[0].length; place++) {
      boolean isLost =
          new Random(seed * 31 + Panel.shipped().contig(place).hashCode()).nextDouble() < share;
      made.autosomes[0][place] = autosomes[0][place];
      made.autosomes[1][place] = isLost ? autosomes[0][place] : autosomes[1][place];
    }
    System.arraycopy(x[0], 0, made.x[0], 0, X_PLACES);
    System.arraycopy(x[1], 0, made.x[1], 0, X_PLACES);
    System.arraycopy(y, 0, made.y, 0, Y_PLACES);
    return made;
  }

  /// Genotypes by place: `contig:position` padded so that text order is file order, then the text
  /// `POS REF ALT dosage`.
  SortedMap<String, String> genotypes(GenomeBuild build) {
    var genotypes = new TreeMap<String, String>();
    var panel = Panel.shipped();
    for (int place = 0; place < panel.size(); place++) {
      put(
          genotypes,
          panel.contig(place),
          panel.start0(place, build) + 1,
          (char) panel.reference(place) + " " + (char) panel.alternate(place),
          place < places ? Integer.toString(autosomes[0][place] + autosomes[1][place]) : "none");
    }
    for (int place = 0; place < X_PLACES; place++) {
      boolean isOne = isMale && !hasTwoX;
      int dosage = isOne ? 2 * x[0][place] : x[0][place] + x[1][place];
      var text = isOneCopyWritten ? "one" + x[0][place] : Integer.toString(dosage);
      put(genotypes, "X", X_FIRST + place * STEP, "A G", hasX ? text : "none");
    }
    for (int place = 0; place < Y_PLACES; place++) {
      put(genotypes, "Y", Y_FIRST + place * STEP, "C T", isMale ? "" + 2 * y[place] : "none");
    }
    return genotypes;
  }

  private static void put(
      SortedMap<String, String> into, String contig, int position, String alleles, String dosage) {
    var rank = "X".equals(contig) ? 23 : "Y".equals(contig) ? 24 : Integer.parseInt(contig);
    into.put(
        "%02d:%010d".formatted(rank, position),
        "chr" + contig + " " + position + " " + alleles + " " + dosage);
  }
}
