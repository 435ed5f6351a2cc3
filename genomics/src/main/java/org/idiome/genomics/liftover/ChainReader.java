package org.idiome.genomics.liftover;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;

/// Reads a chain file of UCSC (<https://genome.ucsc.edu/goldenPath/help/chain.html>), plain or
/// packed.
///
/// A line `chain score tName tSize + tStart tEnd qName qSize qStrand qStart qEnd id`, lines `size
/// dt dq`, and a last line `size`. What UCSC calls *target* (t) is where one comes from. A position
/// on the reverse strand counts from the end of its contig. A file with any fault is refused whole:
/// one wrong number moves all that follows.
public final class ChainReader {
  /// Those of the largest published files of two human assemblies are under a million.
  private static final int MOST_BLOCKS = 20_000_000;

  /// Fields of the line of a chain up to its id, which some leave out.
  private static final int FIELDS = 12;

  private static final int BLOCK_FIELDS = 3;
  private static final int LONGEST_NUMBER = 10;

  /// A source contig as it is gathered.
  private static final class Gathered {
    final int length;
    final List<Chain> chains = new ArrayList<>();
    final BlockList blocks = new BlockList();

    Gathered(int length) {
      this.length = length;
    }
  }

  private final LineReader lines;
  private final String name;
  private final TreeMap<String, Gathered> sources = new TreeMap<>();
  private final TreeMap<String, Integer> targets = new TreeMap<>();
  private Gathered source = new Gathered(0);
  private boolean isInChain;
  private boolean isReversed;
  private int targetBases;
  private int at;
  private int end;
  private int targetAt;
  private int targetEnd;
  private long blocks;

  private ChainReader(Input input, LineReader lines) {
    this.name = input.name();
    this.lines = lines;
  }

  /// Reads an input to its end and closes it.
  ///
  /// @throws BadInputException where it is no chain file, or has a fault
  public static Chains read(Input input, Limits limits) throws IOException {
    try (input) {
      var binary = input.content().binary();
      if (binary != null) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.FILE_NOT_RECOGNISED, Place.file(input.name()), "content", binary));
      }
      return new ChainReader(input, new LineReader(input, limits)).read();
    }
  }

  private Chains read() throws IOException {
    while (lines.next()) {
      var text = lines.text().strip();
      if (text.startsWith("#")) {
        continue;
      }
      var fields = text.split("[ \t]+");
      if (fields[0].isEmpty()) {
        require(!isInChain, "the chain above has no last line");
      } else if (fields[0].equals("chain")) {
        require(!isInChain, "the chain above has no last line");
        begin(fields);
      } else {
        require(isInChain, "no line of a chain");
        block(fields);
      }
    }
    require(!isInChain, "the file ends within a chain");
    require(!sources.isEmpty(), "no chain");
    return chains();
  }

  private void begin(String[] fields) {
    require(fields.length >= FIELDS, "not " + FIELDS + " fields");
    int sourceBases = number(fields[3]);
    at = number(fields[5]);
    end = number(fields[6]);
    targetBases = number(fields[8]);
    targetAt = number(fields[10]);
    targetEnd = number(fields[11]);
    require(fields[4].equals("+"), "the first strand is not +");
    require(fields[9].equals("+") || fields[9].equals("-"), "no strand");
    require(at < end && end <= sourceBases, "the first stretch is not on its contig");
    require(targetAt < targetEnd && targetEnd <= targetBases, "the second is not on its contig");
    isReversed = fields[9].equals("-");
    source = sources.computeIfAbsent(fields[2], _ -> new Gathered(sourceBases));
    require(source.length == sourceBases, "a contig with two lengths");
    var known = targets.putIfAbsent(fields[7], targetBases);
    require(known == null || known == targetBases, "a contig with two lengths");
    source.chains.add(new Chain(source.chains.size(), fields[7], targetBases, isReversed));
    isInChain = true;
  }

  private void block(String[] fields) {
    require(fields.length == 1 || fields.length == BLOCK_FIELDS, "not 1 or 3 numbers");
    int size = number(fields[0]);
    require(
        size > 0 && size <= end - at && size <= targetEnd - targetAt,
        "the blocks reach beyond the end of the chain");
    require(++blocks <= MOST_BLOCKS, "more than " + MOST_BLOCKS + " blocks");
    int first = isReversed ? targetBases - 1 - targetAt : targetAt;
    source.blocks.add(at, at + size, first, source.chains.size() - 1);
    at += size;
    targetAt += size;
    if (fields.length == 1) {
      require(at == end && targetAt == targetEnd, "the blocks do not end where the chain says");
      isInChain = false;
      return;
    }
    int gap = number(fields[1]);
    int targetGap = number(fields[2]);
    require(
        gap < end - at && targetGap < targetEnd - targetAt,
        "the blocks reach beyond the end of the chain");
    at += gap;
    targetAt += targetGap;
  }

  private int number(String text) {
    boolean isNumber =
        text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = isNumber ? Long.parseLong(text) : -1;
    require(number >= 0 && number < Integer.MAX_VALUE, "no number where one must be");
    return (int) number;
  }

  private void require(boolean isSo, String fault) {
    if (!isSo) {
      throw new BadInputException(
          Problem.of(ProblemCode.CHAIN_DAMAGED, Place.line(name, lines.number()), "fault", fault));
    }
  }

  private Chains chains() {
    var contigs = new TreeMap<String, ChainContig>();
    sources.forEach((contig, gathered) -> {
      var sorted = gathered.blocks.sorted();
      var doubled = sorted.doubled();
      var reversed = new boolean[gathered.chains.size()];
      gathered.chains.forEach(chain -> reversed[chain.number()] = chain.isReversed());
      contigs.put(
          contig,
          new ChainContig(
              contig,
              gathered.length,
              gathered.chains,
              sorted.without(doubled, reversed),
              doubled));
    });
    return new Chains(contigs, targets);
  }
}
