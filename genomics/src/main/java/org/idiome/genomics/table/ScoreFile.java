package org.idiome.genomics.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;

/// Tells tables of scores from variant files.
public final class ScoreFile {
  private static final int HEAD_BYTES = 1 << 16;

  /// A variant file says so first, or has this line; CADD and others begin theirs with `#CHROM`,
  /// too.
  private static final Pattern VARIANTS =
      Pattern.compile("^\uFEFF?##fileformat=|(?m)^#CHROM\tPOS\tID\tREF\tALT");

  private ScoreFile() {}

  /// Whether an input is text of columns and no variant file; it is used up.
  public static boolean isOne(Input input) throws IOException {
    var content = input.content();
    if (content != Content.TEXT && content != Content.VCF) {
      return false;
    }
    var head = new byte[HEAD_BYTES];
    int length = 0;
    while (length < HEAD_BYTES) {
      int read = input.read(head, length, HEAD_BYTES - length);
      if (read < 0) {
        break;
      }
      length += read;
    }
    return !VARIANTS.matcher(new String(head, 0, length, StandardCharsets.UTF_8)).find();
  }
}
