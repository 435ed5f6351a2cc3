package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.Sources;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Packing;
import org.idiome.record.json.Documents;
import org.idiome.record.json.JsonDocument;
import org.idiome.record.phenopacket.Packet;
import org.idiome.record.phenopacket.Part;
import org.idiome.record.phenopacket.PhenopacketReader;
import org.idiome.record.table.TableShape;

/// What one file is, by its content, and what it holds.
///
/// @param name as given
/// @param hash of the file as it lies on the disk
/// @param problems the first of each kind; a file that is refused has its reason here
public record Scan(
    String name,
    Packing packing,
    Sha256 hash,
    long sizeBytes,
    Holds holds,
    List<Problem> problems,
    SortedMap<ProblemCode, Long> problemCounts) {

  /// What a file holds.
  public sealed interface Holds {
    /// A phenopacket or a family.
    record OnePerson(Packet packet) implements Holds {}

    /// A cohort, or phenopackets one a line or one a document.
    record Persons(long count) implements Holds {}

    /// Variant calls: to be looked into by whoever reads variant files.
    record Variants() implements Holds {}

    /// Rows of fields under a header.
    record Table(TableShape shape) implements Holds {}

    /// Something else, or something that was refused.
    record Other(Content content) implements Holds {}
  }

  /// Reads variant files while they are hashed.
  @FunctionalInterface
  public interface VariantTaker {
    /// Reads a file from its first byte as far as it likes, and leaves it open.
    void take(Input input) throws IOException;
  }

  /// Copies the collections.
  public Scan {
    problems = List.copyOf(problems);
  }

  /// Looks at a file.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where there is no such file, or it may not be read
  public static Scan of(Path path, String name, ReadingOptions options) throws IOException {
    return of(path, name, options, _ -> {});
  }

  /// Looks at a file, which is read once where it holds variants.
  ///
  /// @param name how problems call it
  /// @param taker is given a file that holds variants
  /// @throws BadInputException where there is no such file, or it may not be read
  public static Scan of(Path path, String name, ReadingOptions options, VariantTaker taker)
      throws IOException {
    var problems = new Problems();
    Packing packing;
    Sha256 hash;
    long sizeBytes;
    Content content;
    try (var input = Input.open(path, name, options.bytes())) {
      packing = input.packing();
      content = contentOf(input, problems);
      if (content == Content.VCF) {
        taker.take(input);
      }
      hash = input.finish();
      sizeBytes = input.sizeBytes();
    }
    Holds holds;
    try {
      holds = holds(path, name, content, options, problems);
    } catch (BadInputException e) {
      problems.add(e.problem());
      holds = new Holds.Other(content);
    }
    return new Scan(
        name, packing, hash, sizeBytes, holds, problems.kept(), new TreeMap<>(problems.counts()));
  }

  /// A file that is damaged from its first bytes on has a content nobody knows.
  private static Content contentOf(Input input, Problems problems) throws IOException {
    try {
      return input.content();
    } catch (BadInputException e) {
      problems.add(e.problem());
      return Content.BINARY;
    }
  }

  private static Holds holds(
      Path path, String name, Content content, ReadingOptions options, Problems problems)
      throws IOException {
    return switch (content) {
      case VCF -> new Holds.Variants();
      case JSON -> json(path, name, content, options, problems);
      case TEXT, UTF16 ->
          isYaml(path, name, options)
              ? json(path, name, content, options, problems)
              : table(path, name, content, options, problems);
      case EMPTY, XML, BCF, BAM, CRAM, GZIP, ZIP, OTHER_COMPRESSION, BINARY ->
          new Holds.Other(content);
    };
  }

  private static boolean isYaml(Path path, String name, ReadingOptions options) throws IOException {
    try (var input = Input.open(path, name, options.bytes())) {
      return Documents.looksLikeYaml(input);
    }
  }

  private static Holds json(
      Path path, String name, Content content, ReadingOptions options, Problems problems)
      throws IOException {
    if (ManyPersons.looksLikeSome(path, name, options)
        && !ManyPersons.isFamily(path, name, options)) {
      return persons(path, name, options, problems);
    }
    try (var input = Input.open(path, name, options.bytes())) {
      var document = Documents.read(input, options.json());
      if (!PhenopacketReader.looksLikeOne(document.root())) {
        document.notes().forEach(problems::add);
        return new Holds.Other(content);
      }
      var sources = new Sources();
      int file = sources.open(name);
      return new Holds.OnePerson(PhenopacketReader.read(document, name, file, sources, problems));
    }
  }

  /// Refused parts refuse the file only where no part is left.
  private static Holds persons(Path path, String name, ReadingOptions options, Problems problems)
      throws IOException {
    var count = new AtomicLong();
    var refused = new ArrayList<Problem>();
    ManyPersons.parts(
        path,
        name,
        options,
        new ManyPersons.PartTaker() {
          @Override
          public void part(JsonDocument document, Part part, Sha256 hash) {
            var sources = new Sources();
            int file = sources.open(name);
            try {
              PhenopacketReader.read(document, part, name, file, sources, problems);
              count.incrementAndGet();
            } catch (BadInputException e) {
              refused.add(e.problem());
            }
          }

          @Override
          public void refused(Problem problem) {
            refused.add(problem);
          }
        });
    for (var one : refused) {
      var reach = count.get() == 0 ? one.reach() : Reach.RECORD;
      problems.add(new Problem(one.code(), reach, one.place(), one.values()));
    }
    return new Holds.Persons(count.get());
  }

  private static Holds table(
      Path path, String name, Content content, ReadingOptions options, Problems problems)
      throws IOException {
    var shape = TableShape.of(path, name, options.bytes(), options.columns(), problems);
    return shape == null ? new Holds.Other(content) : new Holds.Table(shape);
  }
}
