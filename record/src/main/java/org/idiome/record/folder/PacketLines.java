package org.idiome.record.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.record.json.JsonDocument;
import org.idiome.record.json.JsonReader;

/// Reads documents that stand one a line in a file (JSON lines), plain or compressed.
final class PacketLines {
  private PacketLines() {}

  /// Takes what the lines are, in their order.
  interface Taker {
    /// A document, and the hash of the line that it is.
    void document(JsonDocument document, Sha256 line) throws IOException;

    /// A line that is none.
    void refused(Problem problem);
  }

  /// Whether a file holds JSON, and a document ends with its first line while more lines follow.
  static boolean looksLikeSome(Path path, String name, ReadingOptions options) throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      if (input.content() != Content.JSON) {
        return false;
      }
      var lines = new LineReader(input, options.bytes());
      if (!lines.next()) {
        return false;
      }
      var first = bytes(lines);
      return lines.next() && isDocument(first, name, options);
    } catch (BadInputException e) {
      // Who reads it says what is wrong with it.
      return false;
    }
  }

  private static boolean isDocument(byte[] line, String name, ReadingOptions options)
      throws IOException {
    try (var input = Input.of(new ByteArrayInputStream(line), name, options.bytes())) {
      JsonReader.readLine(input, options.json(), 1);
      return true;
    } catch (BadInputException e) {
      return false;
    }
  }

  /// Reads a file; what is wrong with one line does not touch the others.
  ///
  /// @param name how problems call the file
  /// @throws BadInputException where the file as a whole cannot be read
  static void read(Path path, String name, ReadingOptions options, Taker to) throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      var lines = new LineReader(input, options.bytes());
      while (lines.next()) {
        if (lines.start() < lines.end()) {
          read(bytes(lines), lines.number(), name, options, to);
        }
      }
    }
  }

  private static void read(byte[] line, long number, String name, ReadingOptions options, Taker to)
      throws IOException {
    JsonDocument document;
    try (var input = Input.of(new ByteArrayInputStream(line), name, options.bytes())) {
      document = JsonReader.readLine(input, options.json(), number);
    } catch (BadInputException e) {
      to.refused(e.problem());
      return;
    }
    to.document(document, Sha256.of(line));
  }

  private static byte[] bytes(LineReader lines) {
    return Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
  }
}
