package org.idiome.genomics.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// Finds the contigs of a FASTA file by reading all of it once.
///
/// All lines of a contig but the last must be of one length, or its bases could not be found again
/// without reading; a base is a letter, `*` or `-`.
final class FastaScan {
  private static final int LONGEST_NAME = 4096;

  private final SequenceBytes bytes;
  private final String file;
  private final List<FastaEntry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final byte[] buffer = new byte[1 << 16];
  private long bufferStart;
  private int bufferEnd;
  private long at;
  private long line;

  private String name = "";
  private long offset;
  private long bases;
  private int lineBases;
  private int lineBytes;
  private boolean isLastLine;

  FastaScan(SequenceBytes bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  List<FastaEntry> entries() {
    while (at < bytes.size()) {
      line++;
      if (byteAt(at) == '>') {
        end();
        header();
      } else {
        sequenceLine();
      }
    }
    end();
    if (entries.isEmpty()) {
      throw bad("no contig");
    }
    return entries;
  }

  private byte byteAt(long place) {
    if (place < bufferStart || place >= bufferStart + bufferEnd) {
      bufferStart = place;
      bufferEnd = bytes.read(place, buffer, 0, buffer.length);
    }
    return buffer[(int) (place - bufferStart)];
  }

  private void header() {
    long start = at + 1;
    long to = start;
    long lineEnd = lineEnd(start);
    while (to < lineEnd && byteAt(to) > ' ') {
      to++;
    }
    if (to == start || to - start > LONGEST_NAME) {
      throw bad("a contig without a name");
    }
    var text = new byte[(int) (to - start)];
    bytes.read(start, text, 0, text.length);
    name = new String(text, StandardCharsets.UTF_8);
    if (!names.add(name)) {
      throw bad("a name twice");
    }
    at = Math.min(lineEnd + 1, bytes.size());
    offset = at;
    bases = 0;
    lineBases = 0;
    lineBytes = 0;
    isLastLine = false;
  }

  /// The place of the next line feed, or the end of the file.
  private long lineEnd(long from) {
    long to = from;
    while (to < bytes.size() && byteAt(to) != '\n') {
      to++;
    }
    return to;
  }

  private void sequenceLine() {
    long to = at;
    while (to < bytes.size() && isBase(byteAt(to))) {
      to++;
    }
    int length = (int) Math.min(Integer.MAX_VALUE, to - at);
    boolean hasReturn = to < bytes.size() && byteAt(to) == '\r';
    long behind = to + (hasReturn ? 1 : 0);
    if (behind < bytes.size() && byteAt(behind) != '\n') {
      throw bad("a character that is no base");
    }
    if (length > 0) {
      add(length, (int) Math.min(Integer.MAX_VALUE, behind + 1 - at));
    } else if (!name.isEmpty()) {
      // A blank line may only be followed by blank lines.
      isLastLine = true;
    }
    at = Math.min(behind + 1, bytes.size());
  }

  private static boolean isBase(byte letter) {
    boolean isSmall = letter >= 'a' && letter <= 'z';
    return isSmall || (letter >= 'A' && letter <= 'Z') || letter == '*' || letter == '-';
  }

  private void add(int length, int wholeLine) {
    if (name.isEmpty()) {
      throw bad("bases before the first name");
    }
    if (isLastLine || (lineBases > 0 && length > lineBases)) {
      throw bad("lines of different length");
    }
    if (lineBases == 0) {
      lineBases = length;
      lineBytes = wholeLine;
    } else if (length < lineBases || wholeLine != lineBytes) {
      isLastLine = true;
    }
    bases += length;
    if (bases > Integer.MAX_VALUE) {
      throw bad("a contig too long");
    }
  }

  private void end() {
    if (!name.isEmpty()) {
      entries.add(
          new FastaEntry(
              name, (int) bases, offset, Math.max(1, lineBases), Math.max(2, lineBytes)));
    }
  }

  private BadInputException bad(String what) {
    return new BadInputException(
        Problem.of(
            ProblemCode.REFERENCE_NOT_FASTA, Place.line(file, line), "what", what, "contig", name));
  }
}
