package org.idiome.genomics.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.jspecify.annotations.Nullable;

/// An index beside a FASTA file, as `samtools faidx` writes it: five columns a contig.
final class FastaIndex {
  private static final int COLUMNS = 5;

  private FastaIndex() {}

  /// The contigs that the index names, or null where it cannot be of this file: older than it, not
  /// in the format, or with a contig that does not begin behind its header line and end at one.
  static @Nullable List<FastaEntry> read(Path index, Path fasta, SequenceBytes bytes)
      throws IOException {
    if (Files.getLastModifiedTime(index).compareTo(Files.getLastModifiedTime(fasta)) < 0) {
      return null;
    }
    var entries = new ArrayList<FastaEntry>();
    var names = new HashSet<String>();
    var input = Input.open(index, index.getFileName().toString(), Limits.DEFAULT);
    try (var lines = new LineReader(input, Limits.DEFAULT)) {
      while (lines.next()) {
        int length = lines.end() - lines.start();
        var text = new String(lines.buffer(), lines.start(), length, StandardCharsets.UTF_8);
        var entry = entry(text);
        if (entry == null || !names.add(entry.name()) || !isAt(entry, bytes)) {
          return null;
        }
        entries.add(entry);
      }
    }
    return entries.isEmpty() ? null : entries;
  }

  private static @Nullable FastaEntry entry(String line) {
    var cells = line.split("\t", -1);
    if (cells.length < COLUMNS) {
      return null;
    }
    try {
      var entry =
          new FastaEntry(
              cells[0],
              Integer.parseInt(cells[1]),
              Long.parseLong(cells[2]),
              Math.max(1, Integer.parseInt(cells[3])),
              Math.max(2, Integer.parseInt(cells[4])));
      boolean isSound =
          entry.lengthBases() >= 0 && entry.offset() >= 2 && entry.lineBytes() > entry.lineBases();
      return isSound ? entry : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// Whether a header line with the name ends where the contig begins, and the file or another
  /// header line follows behind it.
  private static boolean isAt(FastaEntry entry, SequenceBytes bytes) {
    long end = entry.end();
    if (end > bytes.size() || bytes.at(entry.offset() - 1) != '\n') {
      return false;
    }
    long header = entry.offset() - 2;
    while (header > 0 && bytes.at(header) != '\n') {
      header--;
    }
    var start = new byte[entry.name().getBytes(StandardCharsets.UTF_8).length + 1];
    bytes.read(header == 0 ? 0 : header + 1, start, 0, start.length);
    if (!new String(start, StandardCharsets.UTF_8).equals(">" + entry.name())) {
      return false;
    }
    long next = end;
    while (next < bytes.size() && bytes.at(next) <= ' ') {
      next++;
    }
    return next == bytes.size() || bytes.at(next) == '>';
  }
}
