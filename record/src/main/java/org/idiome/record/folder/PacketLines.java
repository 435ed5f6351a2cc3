package org.idiome.record.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.source.SourceFile;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.record.json.JsonReader;

/// Reads phenopackets that stand one a line in a file (JSON lines), plain or compressed.
public final class PacketLines {
  private PacketLines() {}

  /// Takes what the lines say, in their order.
  public interface Taker {
    /// A person, and the hash of the line that says so.
    void person(PersonRecord record, Sha256 line);

    /// A line that cannot be attributed to one person.
    void refused(Problem problem);
  }

  /// Whether a file holds JSON, and a document ends with its first line while more lines follow.
  public static boolean looksLikeSome(Path path, String name, ReadingOptions options)
      throws IOException {
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
  /// @param name how problems and rows call the file
  /// @throws BadInputException where the file as a whole cannot be read
  public static void read(Path path, String name, ReadingOptions options, Taker to)
      throws IOException {
    var source = source(path, name, options);
    try (var input = Input.open(path, name, options.bytes())) {
      var lines = new LineReader(input, options.bytes());
      while (lines.next()) {
        if (lines.start() < lines.end()) {
          read(bytes(lines), lines.number(), source, path, options, to);
        }
      }
    }
  }

  private static SourceFile source(Path path, String name, ReadingOptions options)
      throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      var hash = input.finish();
      return new SourceFile(name, hash, input.sizeBytes());
    }
  }

  private static void read(
      byte[] line, long number, SourceFile source, Path path, ReadingOptions options, Taker to)
      throws IOException {
    PersonRecord record;
    try (var input = Input.of(new ByteArrayInputStream(line), source.name(), options.bytes())) {
      var document = JsonReader.readLine(input, options.json(), number);
      record = PersonFolder.of(document, source, path, options);
    } catch (BadInputException e) {
      to.refused(e.problem());
      return;
    }
    to.person(record, Sha256.of(line));
  }

  private static byte[] bytes(LineReader lines) {
    return Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
  }
}
