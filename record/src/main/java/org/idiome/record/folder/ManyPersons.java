package org.idiome.record.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.SourceFile;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.record.json.Documents;
import org.idiome.record.json.JsonDocument;
import org.idiome.record.json.JsonValue;
import org.idiome.record.phenopacket.Part;
import org.jspecify.annotations.Nullable;

/// Reads files that hold several persons: phenopackets one a line (JSON lines) or one a document
/// (YAML), cohorts, families with the packets of relatives. Plain or compressed.
///
/// Every packet is a person of its own. What is wrong with one does not touch the others; packets
/// of one document that name the same person are all refused, but for a family's proband.
public final class ManyPersons {
  private static final List<String> TELLING = List.of("members", "relatives", "\n---");
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int OVERLAP_BYTES = 16;

  private final String name;
  private final PartTaker to;

  /// Takes what a file says, in its order.
  public interface Taker {
    /// A person, and the hash of what says so.
    void person(PersonRecord record, Sha256 document);

    /// A part that cannot be attributed to one person.
    void refused(Problem problem);
  }

  /// Takes what a file says of each person, before it is read.
  interface PartTaker {
    /// A part of a document, and the hash of what it says.
    void part(JsonDocument document, Part part, Sha256 hash) throws IOException;

    /// A part that cannot be attributed to one person.
    void refused(Problem problem);
  }

  private ManyPersons(String name, PartTaker to) {
    this.name = name;
    this.to = to;
  }

  /// Whether a file holds a cohort, a family with relatives, several documents or one a line.
  public static boolean looksLikeSome(Path path, String name, ReadingOptions options)
      throws IOException {
    if (PacketLines.looksLikeSome(path, name, options)) {
      return true;
    }
    if (!mentionsSeveral(path, name, options)) {
      return false;
    }
    try (var input = Input.open(path, name, options.bytes())) {
      var documents = Documents.readAll(input, options.json());
      var parts = Part.of(documents.getFirst().root());
      return documents.size() > 1
          || parts.size() != 1
          || parts.getFirst().role() == Part.Role.MEMBER;
    } catch (BadInputException e) {
      // Who reads it says what is wrong with it.
      return false;
    }
  }

  /// Whether a file is one family.
  static boolean isFamily(Path path, String name, ReadingOptions options) throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      var documents = Documents.readAll(input, options.json());
      var parts = Part.of(documents.getFirst().root());
      return documents.size() == 1
          && !parts.isEmpty()
          && parts.getFirst().role() == Part.Role.PROBAND;
    } catch (BadInputException e) {
      return false;
    }
  }

  /// Cheap: most files hold one person, and are read once.
  private static boolean mentionsSeveral(Path path, String name, ReadingOptions options)
      throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      if (input.content() != Content.JSON && !isYaml(path, name, options)) {
        return false;
      }
      var chunk = new byte[OVERLAP_BYTES + CHUNK_BYTES];
      int kept = 0;
      int read;
      while ((read = input.read(chunk, kept, chunk.length - kept)) >= 0) {
        var text = new String(chunk, 0, kept + read, StandardCharsets.ISO_8859_1);
        if (TELLING.stream().anyMatch(text::contains)) {
          return true;
        }
        int end = kept + read;
        kept = Math.min(OVERLAP_BYTES, end);
        System.arraycopy(chunk, end - kept, chunk, 0, kept);
      }
      return false;
    } catch (BadInputException e) {
      return false;
    }
  }

  private static boolean isYaml(Path path, String name, ReadingOptions options) throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      return Documents.looksLikeYaml(input);
    }
  }

  /// Reads a file.
  ///
  /// @param name how problems and rows call the file
  /// @throws BadInputException where the file as a whole cannot be read
  public static void read(Path path, String name, ReadingOptions options, Taker to)
      throws IOException {
    var source = source(path, name, options);
    parts(
        path,
        name,
        options,
        new PartTaker() {
          @Override
          public void part(JsonDocument document, Part part, Sha256 hash) throws IOException {
            PersonRecord record;
            try {
              record = PersonFolder.of(document, part, source, path, options);
            } catch (BadInputException e) {
              to.refused(e.problem());
              return;
            }
            to.person(record, hash);
          }

          @Override
          public void refused(Problem problem) {
            to.refused(problem);
          }
        });
  }

  /// What a file calls its persons, sorted.
  ///
  /// @throws BadInputException where the file as a whole cannot be read
  public static SortedSet<String> subjects(Path path, String name, ReadingOptions options)
      throws IOException {
    var subjects = new TreeSet<String>();
    parts(
        path,
        name,
        options,
        new PartTaker() {
          @Override
          public void part(JsonDocument document, Part part, Sha256 hash) {
            var subject = part.subject();
            if (subject != null) {
              subjects.add(subject);
            }
          }

          @Override
          public void refused(Problem problem) {
            // Said when it is read.
          }
        });
    return subjects;
  }

  /// Hands out the parts of a file.
  static void parts(Path path, String name, ReadingOptions options, PartTaker to)
      throws IOException {
    var many = new ManyPersons(name, to);
    if (PacketLines.looksLikeSome(path, name, options)) {
      PacketLines.read(
          path,
          name,
          options,
          new PacketLines.Taker() {
            @Override
            public void document(JsonDocument document, Sha256 line) throws IOException {
              many.take(document, line);
            }

            @Override
            public void refused(Problem problem) {
              to.refused(problem);
            }
          });
      return;
    }
    try (var input = Input.open(path, name, options.bytes())) {
      for (var document : Documents.readAll(input, options.json())) {
        many.take(document, null);
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

  /// @param line hash of the line that the document is, or null
  private void take(JsonDocument document, @Nullable Sha256 line) throws IOException {
    var parts = Part.of(document.root());
    if (parts.isEmpty()) {
      to.refused(problem(ProblemCode.PHENOPACKET_PERSON_MISSING, document.root()));
    }
    var named = named(parts);
    for (var part : parts) {
      var id = part.subject();
      boolean isOne = part.role() == Part.Role.PROBAND || parts.size() == 1;
      if (!isOne && id != null && named.getOrDefault(id, 0) > 1) {
        to.refused(problem(ProblemCode.PHENOPACKET_ID_REPEATED, part.packet(), "id", quoted(id)));
        continue;
      }
      to.part(document, part, parts.size() == 1 && line != null ? line : hash(part));
    }
  }

  private static Map<String, Integer> named(List<Part> parts) {
    var counts = new HashMap<String, Integer>();
    for (var part : parts) {
      var id = part.subject();
      if (id != null) {
        counts.merge(id, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Sha256 hash(Part part) {
    return Sha256.of(part.said().getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String id) {
    return id.substring(0, Math.min(80, id.length()));
  }

  private Problem problem(ProblemCode code, JsonValue at, String... values) {
    var pointer = at.at().pointer();
    var place =
        pointer.isEmpty()
            ? Place.line(name, at.at().line())
            : Place.pointer(name, at.at().line(), pointer);
    return Problem.of(code, Reach.FILE, place, values);
  }
}
