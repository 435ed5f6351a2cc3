package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// Decides whose an input is: never by a guess, and never a person who is there by chance of a name
/// (ADR 0014).
///
/// A source that is in force stays with its person. Else the id that was asked for decides; else,
/// where it was asked for, the one person of the same subject id; else the input brings a new
/// person, who must not be there already.
final class Whose {
  private static final int NAMED = 5;

  private final StoreWriter writer;
  private final Given given;
  private final Joining joining;

  /// Whose it is.
  ///
  /// @param person who is there; null for a new one
  /// @param before what the same source says of the person now; null where it says nothing
  record Answer(String id, Rows.@Nullable PersonRow person, Rows.@Nullable IntakeRow before) {}

  Whose(StoreWriter writer, Given given, Joining joining) {
    this.writer = writer;
    this.given = given;
    var as = joining.as();
    this.joining = as == null ? joining : new Joining(PersonIds.normal(as), joining.isSamePerson());
  }

  /// @throws BadInputException where it cannot be decided
  Answer answer() {
    var inForce = writer.inForce(given.source());
    var as = joining.as();
    if (as != null) {
      return asked(as, inForce);
    }
    var ofSubject = inForce.stream().filter(one -> one.subject().equals(given.subject())).toList();
    if (ofSubject.size() > 1) {
      throw ambiguous(ofSubject.stream().map(one -> reader().personId(one.person())).toList());
    }
    if (!ofSubject.isEmpty()) {
      var before = ofSubject.getFirst();
      var id = reader().personId(before.person());
      return new Answer(id, new Rows.PersonRow(before.person(), id), before);
    }
    if (joining.isSamePerson()) {
      var same = reader().personsNow(given.subject());
      if (same.size() > 1) {
        throw ambiguous(same);
      }
      if (!same.isEmpty()) {
        return new Answer(same.getFirst(), writer.person(same.getFirst()), null);
      }
    }
    return arriving(inForce);
  }

  /// What is to be said of others who may be the same person, or the wrong one; asked before
  /// anything is kept.
  List<Problem> remarks(Answer answer) {
    var remarks = new ArrayList<Problem>();
    var also = new ArrayList<String>();
    for (var intake : writer.inForce(given.source())) {
      var id = reader().personId(intake.person());
      if (!id.equals(answer.id()) && intake.subject().equals(given.subject()) && !given.isBare()) {
        also.add(id);
      }
    }
    if (!also.isEmpty()) {
      remarks.add(
          Problem.of(
              ProblemCode.IMPORT_SOURCE_OF_ANOTHER,
              place(given),
              "person",
              answer.id(),
              "source",
              given.source(),
              "other",
              also.getFirst(),
              "persons",
              named(also)));
    }
    var another = another(answer);
    if (another != null) {
      remarks.add(another);
    }
    boolean isAsked = answer.before() == null || joining.isSamePerson();
    if (isAsked && !given.subject().isEmpty() && joining.as() == null) {
      var same = new ArrayList<>(reader().personsNow(given.subject()));
      same.remove(answer.id());
      if (!same.isEmpty() && (answer.person() == null || answer.before() != null)) {
        remarks.add(sameSubject(answer, same));
      }
    }
    return remarks;
  }

  /// What is recorded of who had an id holds for whoever gets it: said where nothing else is left
  /// of them, and no input ever called them as this one does.
  private @Nullable Problem another(Answer answer) {
    var person = answer.person();
    if (person == null
        || given.subject().isEmpty()
        || !reader().intakes(person.person(), StoreReader.NEWEST).isEmpty()
        || reader().personsOfSubject(given.subject()).contains(person.id())) {
      return null;
    }
    return Problem.of(
        ProblemCode.IMPORT_PERSON_WAS_ANOTHER,
        place(given),
        "person",
        person.id(),
        "subject",
        given.subject(),
        "source",
        given.source());
  }

  private static String named(List<String> persons) {
    var more = persons.size() > NAMED ? " and " + (persons.size() - NAMED) + " more" : "";
    return String.join(", ", persons.subList(0, Math.min(NAMED, persons.size()))) + more;
  }

  private Problem sameSubject(Answer answer, List<String> others) {
    return Problem.of(
        ProblemCode.IMPORT_SUBJECT_OF_ANOTHER,
        place(given),
        "subject",
        given.subject(),
        "person",
        answer.id(),
        "source",
        given.source(),
        "other",
        others.getFirst(),
        "persons",
        named(others));
  }

  /// The id of the person whom the input brings, unless another is asked for.
  private String id() {
    return PersonIds.normal(given.id());
  }

  private StoreReader reader() {
    return writer.reader();
  }

  private Answer asked(String as, List<Rows.IntakeRow> inForce) {
    var person = writer.person(as);
    for (var intake : inForce) {
      if (person != null && intake.person() == person.person()) {
        return new Answer(as, person, intake);
      }
    }
    return new Answer(as, person, null);
  }

  /// A person of that id of whom nothing is in force comes back, where an input called them so
  /// before; consent and what was settled are theirs, and nobody else's.
  private Answer arriving(List<Rows.IntakeRow> inForce) {
    var person = writer.person(id());
    if (person == null) {
      return new Answer(id(), null, null);
    }
    for (var intake : inForce) {
      if (intake.person() == person.person()) {
        throw bad(
            ProblemCode.IMPORT_PERSON_CONTRADICTORY,
            "known",
            intake.subject(),
            "subject",
            given.subject());
      }
    }
    if (!reader().intakes(person.person(), StoreReader.NEWEST).isEmpty()) {
      throw bad(ProblemCode.IMPORT_PERSON_TAKEN, "person", id(), "source", given.source());
    }
    if (!reader().personsOfSubject(given.subject()).contains(person.id())) {
      throw bad(ProblemCode.IMPORT_PERSON_CONTRADICTORY, "subject", given.subject());
    }
    return new Answer(id(), person, null);
  }

  private BadInputException ambiguous(List<String> persons) {
    var named = new ArrayList<>(persons.subList(0, Math.min(NAMED, persons.size())));
    return bad(
        ProblemCode.IMPORT_PERSON_AMBIGUOUS,
        "subject",
        given.subject(),
        "persons",
        String.join(", ", named),
        "count",
        Integer.toString(persons.size()));
  }

  private BadInputException bad(ProblemCode code, String... values) {
    return new BadInputException(Problem.of(code, place(given), values));
  }

  /// The file that says so.
  static Place place(Given given) {
    var record = given.record();
    return Place.file(
        record.sources().size() > 0
            ? record.sources().name(0)
            : record.variantFiles().isEmpty()
                ? given.source()
                : record.variantFiles().getFirst().name());
  }
}
