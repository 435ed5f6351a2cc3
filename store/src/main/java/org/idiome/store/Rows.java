package org.idiome.store;

import java.time.Instant;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// The rows of the catalogue that come in and go out.
public final class Rows {
  private Rows() {}

  /// What a batch says of itself.
  ///
  /// @param recorded when it was recorded
  /// @param command what was asked for, without folders of this machine
  /// @param author who changes what was said before, or null
  /// @param reason why, or null
  public record BatchHead(
      Instant recorded,
      String command,
      String software,
      @Nullable String author,
      @Nullable String reason) {

    /// A batch of which nobody said who or why.
    public BatchHead(Instant recorded, String command, String software) {
      this(recorded, command, software, null, null);
    }
  }

  /// A batch that changed what is in force of a person.
  ///
  /// @param recorded when, UTC
  public record BatchLine(
      long batch,
      String recorded,
      String command,
      @Nullable String author,
      @Nullable String reason) {}

  /// A person.
  public record PersonRow(long person, String id) {}

  /// What one input said of one person.
  ///
  /// @param source what a later intake of the same source supersedes
  /// @param subject the person's id as the input gives it
  /// @param inputs hash over the inputs and how they were read: equal where nothing is new
  /// @param content everything but rows, as JSON
  public record IntakeRow(
      long intake,
      long person,
      String source,
      String subject,
      long batch,
      Sha256 inputs,
      String content) {}

  /// A source of a person that is in force.
  ///
  /// @param files names of its files, commas between
  /// @param recorded when its batch was recorded
  public record SourceLine(
      String source,
      String subject,
      long observations,
      String files,
      long batch,
      String recorded,
      String command,
      @Nullable String author,
      @Nullable String reason) {}

  /// A file of an intake.
  ///
  /// @param hash null where it was not read to its end
  /// @param headerLine the line that names its columns, or 0
  public record FileRow(
      int ordinal, String name, @Nullable Sha256 hash, long sizeBytes, long headerLine) {
    /// Adds all of it to a running hash.
    void digest(Digester to) {
      to.integer(ordinal)
          .text(name)
          .text(hash == null ? "" : hash.hex())
          .integer(sizeBytes)
          .integer(headerLine);
    }
  }

  /// An element of a JSON file, with its text.
  public record ElementRow(int ordinal, long locator, long line, String pointer, String text) {
    /// Adds all of it to a running hash.
    void digest(Digester to) {
      to.integer(ordinal).integer(locator).integer(line).text(pointer).text(text);
    }
  }

  /// What is said of one person, in one layer and shape, by one file.
  ///
  /// @param ordinal the file, among those of the intake that was asked for
  /// @param rest digest over what the other leaves out of its rows in the catalogue
  /// @param facts what holds for the file as a whole, as JSON, or null
  public record SegmentRow(
      long segment,
      int ordinal,
      String layer,
      String shape,
      Sha256 hash,
      long batch,
      long observations,
      Sha256 digest,
      Sha256 rest,
      @Nullable String facts) {
    /// Adds all of it to a running hash.
    void digest(Digester to) {
      to.integer(segment)
          .integer(ordinal)
          .text(layer)
          .text(shape)
          .text(hash.hex())
          .integer(batch)
          .integer(observations)
          .text(digest.hex())
          .text(rest.hex())
          .text(facts == null ? "" : facts);
    }
  }

  /// A segment that is about to be written.
  ///
  /// @param hash of its file
  /// @param firstDay earliest calendar day that it touches, or null
  /// @param lastDay latest calendar day that it touches, or null
  public record NewSegment(
      long person,
      String layer,
      String shape,
      Sha256 hash,
      Sha256 digest,
      @Nullable String firstDay,
      @Nullable String lastDay) {}

  /// A statement.
  ///
  /// @param content all of it but its source rows, as JSON
  /// @param locators its source rows, as numbers with spaces between
  public record StatementRow(
      String kind, String concept, String presence, String content, String locators) {
    /// Adds all but the content to a running hash.
    void digestRest(Digester to) {
      to.text(kind).text(concept).text(presence).text(locators);
    }
  }

  /// One line of the list of people.
  ///
  /// @param cases inputs that are in force
  /// @param layers sorted
  /// @param firstDay earliest calendar day, or null
  /// @param lastDay latest calendar day, or null
  /// @param batches batches that brought what is in force
  public record PersonLine(
      String id,
      long cases,
      List<String> layers,
      @Nullable String firstDay,
      @Nullable String lastDay,
      long batches) {
    /// Copies the list.
    public PersonLine {
      layers = List.copyOf(layers);
    }
  }
}
