package org.idiome.record.kept;

import java.util.Arrays;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Citation;
import org.idiome.core.finding.Explanation;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// Reads back why a finding said what it said, down to the rows.
final class ExplanationReader {
  private ExplanationReader() {}

  /// The nodes below a claim, a rule or a value.
  static List<Explanation> below(Stored node) {
    return node.list("because", ExplanationReader::node);
  }

  private static Explanation node(Stored node) {
    var claim = node.textOrNull("claim");
    if (claim != null) {
      return new Explanation.Claim(claim, FindingReader.detailsOf(node), below(node));
    }
    var rule = node.textOrNull("rule");
    if (rule != null) {
      return new Explanation.Rule(
          rule,
          node.text("version"),
          Citation.of(node.text("citation")),
          FindingReader.detailsOf(node),
          rowOrNull(node),
          below(node));
    }
    var used = node.textOrNull("used");
    if (used != null) {
      return new Explanation.Used(used, FindingReader.value(node.in("value")), below(node));
    }
    var note = node.textOrNull("note");
    if (note != null) {
      return new Explanation.Note(kind(note), node.text("code"), FindingReader.detailsOf(node));
    }
    return new Explanation.Row(row(node.in("row")));
  }

  private static Explanation.Note.Kind kind(String code) {
    return Arrays.stream(Explanation.Note.Kind.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the store holds an unknown note " + code));
  }

  private static @Nullable CitedRow rowOrNull(Stored node) {
    var row = node.at("row");
    return row == null ? null : row(row);
  }

  private static CitedRow row(Stored row) {
    var file = row.in("file");
    var at = row.in("at");
    var pointer = at.textOrNull("pointer");
    long line = (long) at.number("line");
    return new CitedRow(
        new SourceFile(
            file.text("name"), new Sha256(file.text("sha256")), (long) file.number("bytes")),
        pointer == null ? new Locator.Line(line) : new Locator.Pointer(pointer, line),
        row.textOrNull("header"),
        row.text("text"),
        row.textOrNull("mark"));
  }
}
