package org.idiome.genomics.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.idiome.genomics.io.ByteText;

/// Writes a table: alleles contig by contig, sorted by position. For one thread.
final class TableWriter {
  private final OutputStream out;
  private final BlockBuilder block;
  private final StringBuilder index = new StringBuilder();
  private String contig = "";
  private long place = TableFile.MAGIC.length;
  private long alleles;

  TableWriter(OutputStream out, int columns) throws IOException {
    this.out = out;
    this.block = new BlockBuilder(columns);
    out.write(TableFile.MAGIC);
  }

  /// @param contig by the name of the assembly; all of one stand together
  /// @param values a column each, none with a tab or a line end
  void add(String contig, int position1, String reference, String alternate, List<String> values)
      throws IOException {
    if (block.isFull() || !contig.equals(this.contig)) {
      flush();
      this.contig = contig;
    }
    block.add(position1, reference, alternate, values);
    alleles++;
  }

  private void flush() throws IOException {
    if (block.isEmpty()) {
      return;
    }
    var built = block.end();
    var packed = TableFile.deflated(built);
    out.write(packed);
    index
        .append(contig)
        .append('\t')
        .append(block.first1())
        .append('\t')
        .append(block.last1())
        .append('\t')
        .append(place)
        .append('\t')
        .append(packed.length)
        .append('\t')
        .append(built.length)
        .append('\t')
        .append(TableFile.checksum(packed))
        .append('\n');
    place += packed.length;
  }

  long alleles() {
    return alleles;
  }

  /// Writes head and index.
  void end(TableHead head) throws IOException {
    flush();
    var text =
        new ByteText(index.length() + 1024).put(head.text()).put("\n\n").put(index.toString());
    var bytes = text.toBytes();
    var packed = TableFile.deflated(bytes);
    out.write(packed);
    var end = ByteBuffer.allocate(TableFile.END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    end.putLong(place).putInt(packed.length).putInt(bytes.length);
    var lengths = Arrays.copyOf(end.array(), TableFile.PLACE_BYTES);
    end.putInt(TableFile.checksum(packed, lengths)).put(TableFile.MAGIC);
    out.write(end.array());
    out.flush();
  }
}
