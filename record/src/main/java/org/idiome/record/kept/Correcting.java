package org.idiome.record.kept;

import java.util.List;
import org.idiome.store.IntakeCopy;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// Undoes what was wrongly said of a person: a source that is somebody else's, or nobody's.
///
/// Nothing is deleted: what was known before stays for questions of an earlier time.
public final class Correcting {
  private final StoreWriter writer;

  /// Corrects within a batch.
  public Correcting(StoreWriter writer) {
    this.writer = writer;
  }

  /// What became of a source.
  ///
  /// @param person whose it was
  /// @param to whose it is now; null for nobody's
  /// @param isNew whether that person was not there before
  /// @param observations that it holds
  /// @param withdrawn purposes that `person` took back or objected to, and that went along
  public record Corrected(
      String person,
      String source,
      @Nullable String to,
      boolean isNew,
      long observations,
      List<String> withdrawn) {
    /// Copies the list.
    public Corrected {
      withdrawn = List.copyOf(withdrawn);
    }
  }

  /// The ids of the persons who are called so: by their id in the store, or by their inputs.
  public List<String> persons(String called) {
    return writer.person(called) == null ? writer.reader().personsNow(called) : List.of(called);
  }

  /// The sources of a person that are in force, in the order in which they came; none where there
  /// is no such person.
  public List<String> sources(String person) {
    var row = writer.person(person);
    return row == null
        ? List.of()
        : writer.reader().intakes(row.person(), StoreReader.NEWEST).stream()
            .map(Rows.IntakeRow::source)
            .toList();
  }

  /// Takes a source back: the person is as if it had never been imported.
  ///
  /// @param source one of [#sources]
  public Corrected withdraw(String person, String source) {
    var intake = intake(person, source);
    long observations = observations(intake);
    writer.supersede(intake);
    return new Corrected(person, source, null, false, observations, List.of());
  }

  /// Gives a source to another person, with a copy of everything that it holds; what `person` took
  /// back or objected to goes along.
  ///
  /// @param source one of [#sources], and not of `to`
  /// @param to id in the store; a new one makes a new person
  public Corrected split(String person, String source, String to) {
    var corrected =
        writer.whole(() -> {
          var intake = intake(person, source);
          var known = writer.person(to);
          var other = known == null ? writer.newPerson(to) : known;
          writer.supersede(intake);
          long observations = new IntakeCopy(writer).copy(intake, other.person());
          var withdrawn =
              Objections.carry(
                  writer, List.of(intake.person()), other.person(), "carried along by split");
          return new Corrected(
              person, source, to, known == null, observations, List.copyOf(withdrawn));
        });
    var other = writer.person(to);
    if (other != null) {
      // What the person has now was never held against each other.
      Comparing.compare(writer, other);
    }
    return corrected;
  }

  private Rows.IntakeRow intake(String person, String source) {
    var row = writer.person(person);
    if (row != null) {
      for (var intake : writer.reader().intakes(row.person(), StoreReader.NEWEST)) {
        if (intake.source().equals(source)) {
          return intake;
        }
      }
    }
    throw new IllegalArgumentException(person + " has no source " + source);
  }

  private long observations(Rows.IntakeRow intake) {
    return writer.reader().segments(intake.intake()).stream()
        .mapToLong(Rows.SegmentRow::observations)
        .sum();
  }
}
