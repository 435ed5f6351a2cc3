package org.idiome.genomics.simulated;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of made-up records, gathered as bytes.
final class SimulatedLines {
  private static final byte[] BASES = {'A', 'C', 'G', 'T'};
  private static final byte[] TRANSITIONS = {'G', 'T', 'A', 'C'};

  // Shares of the kinds, as in genomes of today: 1000 Genomes 2015, doi:10.1038/nature15393.
  private static final double DELETIONS = 0.07;
  private static final double INSERTIONS = DELETIONS + 0.06;
  private static final double SEVERAL = INSERTIONS + 0.02;
  private static final double TRANSITION_SHARE = 0.67;
  private static final double LOW_QUALITY = 0.03;
  private static final int LONGEST_CHANGE = 40;
  private static final int LEAST_DEPTH = 18;
  private static final int DEPTHS = 30;
  private static final int BEST_QUALITY = 99;
  private static final int LONGEST_LINE = 512;

  // What is drawn of one record, each by a number of its own.
  private static final int KIND = 1;
  private static final int BASE = 2;
  private static final int LENGTH = 3;
  private static final int FREQUENCY = 4;
  private static final int GENOTYPE = 5;
  private static final int DEPTH = 6;
  private static final int QUALITY = 7;
  private static final int SHARE = 8;

  private final Draws draws;
  private byte[] bytes = new byte[1 << 17];
  private int size;

  SimulatedLines(Draws draws) {
    this.draws = draws;
  }

  int size() {
    return size;
  }

  void drainTo(OutputStream to) throws IOException {
    to.write(bytes, 0, size);
    size = 0;
  }

  /// @param start0 0-based
  /// @param record its number in the genome
  /// @param isHaploid whether the person has one copy of the place
  void add(String contig, int start0, long record, boolean isHaploid) {
    if (bytes.length - size < LONGEST_LINE) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    double kind = draws.unit(record, KIND);
    boolean hasTwo = kind >= INSERTIONS && kind < SEVERAL;
    text(contig).tab().number(start0 + 1L).text("\t.\t");
    alleles(start0, record, kind, hasTwo);
    double frequency = 0.005 + 0.99 * StrictMath.pow(draws.unit(record, FREQUENCY), 1.5);
    int depth = LEAST_DEPTH + draws.below(DEPTHS, record, DEPTH);
    boolean isLow = draws.unit(record, QUALITY) < LOW_QUALITY;
    tab().number(isLow ? 15 : 30L * depth / 2).text(isLow ? "\tLowQual\tAF=" : "\tPASS\tAF=");
    thousandths(frequency);
    if (hasTwo) {
      text(",").thousandths((1 - frequency) / 2);
    }
    text(";DP=").number(depth).text("\tGT:AD:DP:GQ\t");
    sample(record, frequency, depth, hasTwo, isHaploid, isLow);
    bytes[size++] = '\n';
  }

  private void alleles(int start0, long record, double kind, boolean hasTwo) {
    byte reference = base(start0);
    int more = 1 + (int) (LONGEST_CHANGE * StrictMath.pow(draws.unit(record, LENGTH), 4));
    bytes[size++] = reference;
    if (kind < DELETIONS) {
      for (int i = 1; i <= more; i++) {
        bytes[size++] = base(start0 + i);
      }
      tab();
      bytes[size++] = reference;
    } else if (kind < INSERTIONS) {
      tab();
      bytes[size++] = reference;
      for (int i = 0; i < more; i++) {
        bytes[size++] = BASES[draws.below(BASES.length, record, SHARE + 1 + i)];
      }
    } else {
      tab();
      int own = Arrays.binarySearch(BASES, reference);
      byte transition = TRANSITIONS[own];
      byte transversion = BASES[(own ^ (draws.unit(record, LENGTH) < 0.5 ? 1 : 3)) & 3];
      boolean isTransition = hasTwo || draws.unit(record, BASE) < TRANSITION_SHARE;
      bytes[size++] = isTransition ? transition : transversion;
      if (hasTwo) {
        bytes[size++] = ',';
        bytes[size++] = transversion;
      }
    }
  }

  /// The base of a place, the same whoever asks.
  private byte base(int start0) {
    return BASES[(int) (draws.bits(start0, -2) >>> 62)];
  }

  private void sample(
      long record, double frequency, int depth, boolean hasTwo, boolean isHaploid, boolean isLow) {
    // Of those who carry it, by Hardy and Weinberg.
    double heterozygous = 2 * (1 - frequency) / (2 - frequency);
    boolean isHomozygous = isHaploid || draws.unit(record, GENOTYPE) >= heterozygous;
    int alternate = isHomozygous ? depth : depth * (35 + draws.below(30, record, SHARE)) / 100;
    if (hasTwo && !isHomozygous) {
      text("1/2:0,").number(alternate).text(",").number(depth - alternate);
    } else {
      text(isHomozygous ? "1/1:" : "0/1:").number(depth - alternate).text(",").number(alternate);
      if (hasTwo) {
        text(",0");
      }
    }
    text(":").number(depth).text(":").number(isLow ? 12 : Math.min(BEST_QUALITY, 3L * depth));
  }

  private SimulatedLines text(String text) {
    var ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, size, ascii.length);
    size += ascii.length;
    return this;
  }

  private SimulatedLines tab() {
    bytes[size++] = '\t';
    return this;
  }

  private SimulatedLines number(long number) {
    return text(Long.toString(number));
  }

  private void thousandths(double share) {
    int thousandths = Math.max(1, (int) (share * 1000));
    text("0.");
    text(Integer.toString(1000 + thousandths).substring(1));
  }
}
