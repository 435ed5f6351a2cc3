package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.ShortNumbers;

/// Packs some thousands of alleles of one contig, column by column. For one thread.
final class BlockBuilder {
  /// So many are packed together.
  static final int ALLELES = 1 << 12;

  /// The code of an allele that is no substitution of one base: its bases follow.
  static final int WRITTEN_OUT = 16;

  static final String BASES = "ACGT";

  private final ByteText positions = new ByteText(1 << 14);
  private final ByteText alleles = new ByteText(1 << 14);
  private final List<ByteText> columns = new ArrayList<>();
  private final ByteText all = new ByteText(1 << 16);
  private int count;
  private int first1;
  private int last1;

  BlockBuilder(int columns) {
    for (int i = 0; i < columns; i++) {
      this.columns.add(new ByteText(1 << 14));
    }
  }

  /// Position of the first allele.
  int first1() {
    return first1;
  }

  /// Position of the last allele so far.
  int last1() {
    return last1;
  }

  boolean isFull() {
    return count == ALLELES;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void add(int position1, String reference, String alternate, List<String> values) {
    if (count == 0) {
      first1 = position1;
      last1 = position1;
    }
    ShortNumbers.put(positions, position1 - last1);
    last1 = position1;
    int from = reference.length() == 1 ? BASES.indexOf(reference.charAt(0)) : -1;
    int to = alternate.length() == 1 ? BASES.indexOf(alternate.charAt(0)) : -1;
    if (from >= 0 && to >= 0) {
      alleles.put((char) (from * BASES.length() + to));
    } else {
      alleles.put((char) WRITTEN_OUT);
      text(reference);
      text(alternate);
    }
    for (int i = 0; i < values.size(); i++) {
      columns.get(i).put(values.get(i)).put('\n');
    }
    count++;
  }

  private void text(String bases) {
    var bytes = bases.getBytes(StandardCharsets.US_ASCII);
    ShortNumbers.put(alleles, bytes.length);
    alleles.put(bytes, 0, bytes.length);
  }

  /// All of it, before it is deflated; the next allele begins another one.
  byte[] end() {
    ShortNumbers.put(all, count);
    part(positions);
    part(alleles);
    columns.forEach(this::part);
    var built = all.toBytes();
    all.clear();
    count = 0;
    return built;
  }

  private void part(ByteText part) {
    ShortNumbers.put(all, part.size());
    var bytes = part.toBytes();
    all.put(bytes, 0, bytes.length);
    part.clear();
  }
}
