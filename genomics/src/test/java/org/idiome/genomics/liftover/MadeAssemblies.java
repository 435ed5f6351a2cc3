package org.idiome.genomics.liftover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.testkit.Made;

/// Two contigs, one made of the other: pieces in another order, on either strand, with gaps on both
/// sides and single bases that differ; and what lies where, kept while they are made.
final class MadeAssemblies {
  private static final String LETTERS = "ACGT";

  /// A stretch without a gap, by where it lies in each.
  record Block(int source0, int target0, int size, boolean isReversed) {}

  private record Segment(String source, String target, List<int[]> blocks, boolean isReversed) {}

  final StringBuilder source = new StringBuilder();
  final StringBuilder target = new StringBuilder();

  /// For each base of the source its place on the target, or -1.
  int[] places = {};

  final List<Block> blocks = new ArrayList<>();
  private final StringBuilder chain = new StringBuilder();
  private final StringBuilder back = new StringBuilder();

  static MadeAssemblies of(Made made) {
    var both = new MadeAssemblies();
    var segments = new ArrayList<Segment>();
    for (int i = made.between(1, 4); i > 0; i--) {
      segments.add(segment(made));
    }
    var starts = new int[segments.size()];
    for (int i = 0; i < segments.size(); i++) {
      both.source.append(bases(made, made.between(0, 3)));
      starts[i] = both.source.length();
      both.source.append(segments.get(i).source());
    }
    both.source.append(bases(made, made.between(0, 3)));
    both.places = new int[both.source.length()];
    Arrays.fill(both.places, -1);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < segments.size(); i++) {
      order.add(made.between(0, order.size()), i);
    }
    var targets = new int[segments.size()];
    for (int i : order) {
      both.target.append(bases(made, made.between(0, 3)));
      targets[i] = both.target.length();
      both.target.append(segments.get(i).target());
    }
    both.target.append(bases(made, made.between(0, 3)));
    for (int i = 0; i < segments.size(); i++) {
      both.add(segments.get(i), starts[i], targets[i], i);
    }
    return both;
  }

  private static String bases(Made made, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      // Repeats of two letters come often, so that insertions and deletions roll.
      text.append(LETTERS.charAt(made.coin() ? made.between(0, 3) : made.between(0, 1)));
    }
    return text.toString();
  }

  private static Segment segment(Made made) {
    var source = new StringBuilder();
    var target = new StringBuilder();
    var blocks = new ArrayList<int[]>();
    int count = made.between(1, 3);
    for (int i = 0; i < count; i++) {
      var block = bases(made, made.between(1, 40));
      source.append(block);
      for (int at = 0; at < block.length(); at++) {
        char base = block.charAt(at);
        boolean isOther = made.between(0, 15) == 7;
        target.append(isOther ? LETTERS.charAt(made.between(0, 3)) : base);
      }
      boolean isLast = i == count - 1;
      int gap = isLast ? 0 : made.between(0, 4);
      int targetGap = isLast ? 0 : made.between(gap == 0 ? 1 : 0, 4);
      source.append(bases(made, gap));
      target.append(bases(made, targetGap));
      blocks.add(new int[] {block.length(), gap, targetGap});
    }
    boolean isReversed = made.coin();
    var text = target.toString();
    return new Segment(source.toString(), isReversed ? other(text) : text, blocks, isReversed);
  }

  static String other(String bases) {
    var text = new StringBuilder(bases).reverse();
    for (int i = 0; i < text.length(); i++) {
      text.setCharAt(i, "TGCA".charAt(LETTERS.indexOf(text.charAt(i))));
    }
    return text.toString();
  }

  private void add(Segment segment, int start0, int target0, int id) {
    int end0 = start0 + segment.source().length();
    int targetEnd0 = target0 + segment.target().length();
    boolean isReversed = segment.isReversed();
    int from = isReversed ? target.length() - targetEnd0 : target0;
    int to = isReversed ? target.length() - target0 : targetEnd0;
    char sign = isReversed ? '-' : '+';
    chain.append(
        "chain 1 s %d + %d %d t %d %c %d %d %d%n"
            .formatted(source.length(), start0, end0, target.length(), sign, from, to, id + 1));
    int backFrom = isReversed ? source.length() - end0 : start0;
    int backTo = isReversed ? source.length() - start0 : end0;
    back.append(
        "chain 1 t %d + %d %d s %d %c %d %d %d%n"
            .formatted(
                target.length(),
                target0,
                targetEnd0,
                source.length(),
                sign,
                backFrom,
                backTo,
                id + 1));
    int at = start0;
    int there = isReversed ? targetEnd0 - 1 : target0;
    int step = isReversed ? -1 : 1;
    var backLines = new ArrayList<String>();
    for (int i = 0; i < segment.blocks().size(); i++) {
      var block = segment.blocks().get(i);
      boolean isLast = i == segment.blocks().size() - 1;
      int lowest = isReversed ? there - block[0] + 1 : there;
      blocks.add(new Block(at, lowest, block[0], isReversed));
      for (int k = 0; k < block[0]; k++) {
        places[at + k] = there + step * k;
      }
      at += block[0] + block[1];
      there += step * (block[0] + block[2]);
      chain.append(
          isLast ? block[0] + "\n\n" : block[0] + "\t" + block[1] + "\t" + block[2] + "\n");
    }
    int count = segment.blocks().size();
    for (int i = 0; i < count; i++) {
      // Read along the target, a chain on the other strand has its blocks the other way.
      var block = segment.blocks().get(isReversed ? count - 1 - i : i);
      var gap = segment.blocks().get(isReversed ? Math.max(0, count - 2 - i) : i);
      backLines.add(
          i == count - 1 ? block[0] + "\n\n" : block[0] + "\t" + gap[2] + "\t" + gap[1] + "\n");
    }
    back.append(String.join("", backLines));
  }

  String chainText() {
    return chain.toString();
  }

  Chains chains() throws IOException {
    return read(chain.toString());
  }

  /// The way back.
  Chains back() throws IOException {
    return read(back.toString());
  }

  static Chains read(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return ChainReader.read(Input.of(bytes, "x.chain", Limits.DEFAULT), Limits.DEFAULT);
  }

  /// A FASTA file of one contig.
  static Path fasta(Path folder, String name, CharSequence bases) throws IOException {
    return Files.writeString(folder.resolve(name + ".fa"), ">" + name + "\n" + bases + "\n");
  }
}
