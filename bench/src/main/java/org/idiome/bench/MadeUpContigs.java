package org.idiome.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A reference of random bases, and the variants of one sample on it: five contigs, a record each
/// 30 to 339 bases; 85 % substitutions, 7 % insertions and 6.5 % deletions of 1 to 7 bases, 1.5 %
/// with two alternates; INFO and FORMAT as GATK writes them. The same for the same number. On them
/// genes ([MadeUpGenes]).
public final class MadeUpContigs {
  private static final int CONTIGS = 5;
  private static final int LEAST_STEP = 30;
  private static final int STEPS = 310;
  private static final int BASES_EACH = 200;
  private static final int LINE = 60;
  private static final int BUFFER = 1 << 16;
  private static final String LETTERS = "ACGT";
  private static final String INFO =
      "AC:A:Integer AF:A:Float AN:1:Integer BaseQRankSum:1:Float DP:1:Integer ExcessHet:1:Float"
          + " FS:1:Float MLEAC:A:Integer MLEAF:A:Float MQ:1:Float MQRankSum:1:Float QD:1:Float"
          + " ReadPosRankSum:1:Float SOR:1:Float";
  private static final String FORMAT =
      "GT:1:String AD:R:Integer DP:1:Integer GQ:1:Integer PL:G:Integer";

  private final Random draws = new Random(7);
  private final byte[] bases;
  private final int records;

  private MadeUpContigs(int records) {
    this.records = records / CONTIGS;
    this.bases = new byte[Math.max(1000, this.records * BASES_EACH)];
  }

  /// Writes a FASTA file with its index, a VCF file, and a GFF3 file.
  ///
  /// @param args number of records, paths of the FASTA, VCF and GFF3 files
  public static void main(String[] args) throws IOException {
    var made = new MadeUpContigs(Integer.parseInt(args[0]));
    var fasta = Path.of(args[1]);
    String index;
    try (var reference = new BufferedOutputStream(Files.newOutputStream(fasta));
        var variants = Files.newOutputStream(Path.of(args[2]));
        var genes = Files.newBufferedWriter(Path.of(args[3]));
        var out =
            new PrintStream(
                new BufferedOutputStream(variants, BUFFER), false, StandardCharsets.UTF_8)) {
      index = made.write(reference, out, new MadeUpGenes(genes));
    }
    // Behind the last byte of the reference: an index that is older is not believed.
    Files.writeString(Path.of(args[1] + ".fai"), index);
  }

  /// @return the index of the reference
  private String write(OutputStream reference, PrintStream out, MadeUpGenes genes)
      throws IOException {
    head(out);
    var index = new StringBuilder();
    long place = 0;
    for (int contig = 1; contig <= CONTIGS; contig++) {
      for (int i = 0; i < bases.length; i++) {
        bases[i] = (byte) LETTERS.charAt(draws.nextInt(LETTERS.length()));
      }
      genes.put("c" + contig, bases);
      var name = ">c" + contig + "\n";
      reference.write(name.getBytes(StandardCharsets.UTF_8));
      place += name.length();
      index.append("c" + contig + "\t" + bases.length + "\t" + place + "\t60\t61\n");
      for (int i = 0; i < bases.length; i += LINE) {
        int length = Math.min(LINE, bases.length - i);
        reference.write(bases, i, length);
        reference.write('\n');
        place += length + 1;
      }
      records(out, contig);
    }
    return index.toString();
  }

  private void head(PrintStream out) {
    out.print("##fileformat=VCFv4.2\n");
    for (int contig = 1; contig <= CONTIGS; contig++) {
      out.print("##contig=<ID=c" + contig + ",length=" + bases.length + ">\n");
    }
    define(out, "INFO", INFO);
    define(out, "FORMAT", FORMAT);
    out.print("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n");
  }

  private static void define(PrintStream out, String column, String keys) {
    for (var key : keys.split(" ", -1)) {
      var parts = key.split(":", -1);
      out.print(
          "##"
              + column
              + "=<ID="
              + parts[0]
              + ",Number="
              + parts[1]
              + ",Type="
              + parts[2]
              + ",Description=\"x\">\n");
    }
  }

  private void records(PrintStream out, int contig) {
    int position1 = 100;
    for (int i = 0; i < records; i++) {
      position1 += LEAST_STEP + draws.nextInt(STEPS);
      if (position1 > bases.length - LEAST_STEP) {
        return;
      }
      out.print("c" + contig + "\t" + position1 + "\t.\t" + change(position1 - 1));
    }
  }

  /// REF, ALT and all behind them.
  private String change(int at0) {
    double kind = draws.nextDouble();
    var base = String.valueOf((char) bases[at0]);
    int size = 1 + draws.nextInt(7);
    if (kind < 0.85) {
      return rest(base + "\t" + other(base, 1), 1);
    }
    if (kind < 0.92) {
      var inserted = new StringBuilder(base);
      for (int i = 0; i < size; i++) {
        inserted.append(LETTERS.charAt(draws.nextInt(LETTERS.length())));
      }
      return rest(base + "\t" + inserted, 1);
    }
    if (kind < 0.985) {
      var longer = new String(bases, at0, size + 1, StandardCharsets.US_ASCII);
      return rest(longer + "\t" + base, 1);
    }
    return rest(base + "\t" + other(base, 1) + "," + other(base, 2), 2);
  }

  private static char other(String base, int step) {
    return LETTERS.charAt((LETTERS.indexOf(base) + step) % LETTERS.length());
  }

  private String rest(String alleles, int alternates) {
    int depth = 10 + draws.nextInt(50);
    var genotype =
        alternates == 2
            ? "1/2"
            : draws.nextInt(100) < 24
                ? (draws.nextBoolean() ? "0|1" : "1|0")
                : draws.nextInt(3) == 0 ? "1/1" : "0/1";
    return alleles
        + "\t"
        + (30 + draws.nextInt(3000))
        + ".77\tPASS\tAC="
        + each("1", alternates)
        + ";AF="
        + each("0.500", alternates)
        + ";AN=2;BaseQRankSum="
        + number()
        + ";DP="
        + depth
        + ";ExcessHet=3.0103;FS="
        + number()
        + ";MLEAC="
        + each("1", alternates)
        + ";MLEAF="
        + each("0.500", alternates)
        + ";MQ=60.00;MQRankSum=0.000;QD="
        + number()
        + ";ReadPosRankSum="
        + number()
        + ";SOR="
        + number()
        + "\tGT:AD:DP:GQ:PL\t"
        + genotype
        + ":"
        + counts(alternates + 1, 30)
        + ":"
        + depth
        + ":99:"
        + counts((alternates + 1) * (alternates + 2) / 2, 999)
        + "\n";
  }

  private static String each(String value, int times) {
    return times == 1 ? value : value + "," + value;
  }

  private String number() {
    return draws.nextInt(10) + "." + (100 + draws.nextInt(900));
  }

  private String counts(int many, int most) {
    var counts = new StringBuilder();
    for (int i = 0; i < many; i++) {
      counts.append(i == 0 ? "" : ",").append(draws.nextInt(most));
    }
    return counts.toString();
  }
}
