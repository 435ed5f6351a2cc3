package org.idiome.record.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.record.folder.ManyPersons;
import org.idiome.record.folder.ReadingOptions;

/// What an input is, by its content.
enum InputKind {
  /// A person's folder, or a phenopacket; also what no reader knows, so that theirs says so.
  PERSON,
  /// Several persons: phenopackets one a line or one a document, a cohort, a family.
  LINES,
  /// A variant file.
  VARIANTS,
  /// A table.
  TABLE;

  private static final Pattern VARIANTS_BY_NAME = Pattern.compile("(?i).*\\.vcf(\\.b?gz)?");
  private static final Pattern FIELDS = Pattern.compile(".*[\\t,;|].*");
  private static final Pattern MEMBER = Pattern.compile("\\s*[A-Za-z_\"'{#-][^\\t,;|]*:.*");

  /// @param isDescribed whether what it holds is said beside it, as of a table
  static InputKind of(Path path, String name, ReadingOptions options, boolean isDescribed)
      throws IOException {
    if (Files.isDirectory(path)) {
      return PERSON;
    }
    if (ManyPersons.looksLikeSome(path, name, options)) {
      return LINES;
    }
    try (var input = Input.open(path, name, options.bytes())) {
      var content = input.content();
      if (content == Content.VCF || VARIANTS_BY_NAME.matcher(name).matches()) {
        return VARIANTS;
      }
      boolean isText = content == Content.TEXT || content == Content.UTF16;
      return isText && (isDescribed || looksLikeATable(input, options)) ? TABLE : PERSON;
    } catch (BadInputException e) {
      // Who reads it says what is wrong with it.
      return PERSON;
    }
  }

  /// A line of fields that is no member of a YAML document.
  private static boolean looksLikeATable(Input input, ReadingOptions options) throws IOException {
    var lines = new LineReader(input, options.bytes());
    if (!lines.next()) {
      return false;
    }
    var first =
        new String(
            lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
    return FIELDS.matcher(first).matches() && !MEMBER.matcher(first).matches();
  }
}
