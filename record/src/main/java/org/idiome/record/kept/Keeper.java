package org.idiome.record.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ItemCounts;
import org.idiome.record.folder.NotTaken;
import org.idiome.record.folder.PersonRecord;
import org.idiome.store.AlreadyThere;
import org.idiome.store.Consents;
import org.idiome.store.PersonSeals;
import org.idiome.store.Rows;
import org.idiome.store.Sharing;
import org.idiome.store.StoreWriter;

/// Writes what inputs say of persons into a batch of a store. For one thread.
public final class Keeper {
  /// Changes whenever the same inputs would be kept otherwise.
  static final String VERSION = "2";

  /// Rows that are named as corrected or no longer said, at most.
  private static final int GONE = 1_000;

  private final StoreWriter writer;
  private final VcfLimits limits;
  private final MixUps mixUps;

  /// Who may not be found by what an input says of them, because that is damaged.
  private final Set<Long> damaged;

  /// The intake that was written last; 0 where nothing was.
  private long newest;

  /// What became of an input.
  ///
  /// @param person id in the store
  /// @param source what the input is known by
  /// @param observations kept, where it was not there already: what is new, unchanged and corrected
  /// @param rows how the observations fit what the same source said before
  /// @param details the same of birth, other ids, specimens and relatives
  /// @param gone the first of the observations that are corrected, or no longer said
  /// @param items what became of what was read; nothing where it was there already
  /// @param notes what is to be said of how it was taken
  public record Outcome(
      String person,
      String source,
      Kind kind,
      long observations,
      RowCounts rows,
      RowCounts details,
      List<GoneRow> gone,
      ItemCounts items,
      List<Problem> notes) {
    /// In one word.
    public enum Kind {
      /// Nothing of this source was in force, and nobody had that id.
      NEW,
      /// Nothing of this source was in force, nor anything else of the person, who was there.
      RETURNED,
      /// Another source of a person who was there.
      JOINED,
      /// It took the place of what its source said before.
      CHANGED,
      /// It took the place of what its source said before, and says the same in other bytes.
      RESTATED,
      /// The same inputs were there already.
      SAME
    }

    /// Copies the lists.
    public Outcome {
      gone = List.copyOf(gone);
      notes = List.copyOf(notes);
    }

    Outcome with(List<Problem> more) {
      var all = new ArrayList<>(notes);
      all.addAll(more);
      return new Outcome(person, source, kind, observations, rows, details, gone, items, all);
    }
  }

  /// Keeps within a batch.
  ///
  /// @param limits bounds on variant files
  public Keeper(StoreWriter writer, VcfLimits limits) {
    this.writer = writer;
    this.limits = limits;
    this.mixUps = new MixUps(writer);
    this.damaged = PersonSeals.notFoundSurely(writer.reader());
  }

  /// Keeps what one input says of one person.
  ///
  /// @param joining whose the input is asked to be
  /// @throws BadInputException where it is not clear whose it is, or nothing of a variant file that
  ///   came alone can be used; nothing of it is kept then
  public Outcome keep(Given given, Joining joining) {
    newest = 0;
    return writer.whole(() -> {
      var outcome = kept(given, joining);
      return newest == 0 || !hasFiles(given.record())
          ? outcome
          : outcome.with(undoable(mixUps.of(newest), outcome));
    });
  }

  /// With what the command that takes the input back needs.
  private static List<Problem> undoable(List<Problem> met, Outcome outcome) {
    var undoable = new ArrayList<Problem>();
    for (var problem : met) {
      var values = new TreeMap<>(problem.values());
      if (problem.code() == ProblemCode.IMPORT_FILE_OF_ANOTHER
          || problem.code() == ProblemCode.IMPORT_CALLS_OF_ANOTHER) {
        values.put("person", outcome.person());
        values.put("source", outcome.source());
      }
      undoable.add(new Problem(problem.code(), problem.reach(), problem.place(), values));
    }
    return undoable;
  }

  /// What others who had the same took back goes along.
  private void carryObjections(Given given, Rows.PersonRow person, List<Problem> notes) {
    var others = Sharing.alsoHad(writer.reader(), newest);
    if (!damaged.isEmpty()) {
      requireNoObjectionLost();
    }
    var carried = Objections.carry(writer, others, person.person(), "carried along by import");
    if (!carried.isEmpty()) {
      notes.add(
          Problem.of(
              ProblemCode.IMPORT_OBJECTION_CARRIED,
              Whose.place(given),
              "person",
              person.id(),
              "purposes",
              String.join(", ", carried)));
    }
  }

  /// Of who is damaged and has the same rows, be it that no input says so, an objection would be
  /// lost: nothing is taken then.
  private void requireNoObjectionLost() {
    for (long other : Sharing.alsoSaid(writer.reader(), newest)) {
      if (damaged.contains(other) && Consents.hasTakenBack(writer.reader(), other)) {
        writer.requireWhole(other);
      }
    }
  }

  /// Whether there is anything but a packet.
  private static boolean hasFiles(PersonRecord record) {
    return !record.variantFiles().isEmpty() || !record.quantities().isEmpty();
  }

  private Outcome kept(Given given, Joining joining) {
    var decided = new Whose(writer, given, joining);
    var whose = decided.answer();
    var before = whose.before();
    var variants = VariantSource.of(given.record(), limits);
    var inputs = inputs(given, variants);
    if (before != null && before.inputs().equals(inputs)) {
      // Of what nobody can read it is not said that it is there.
      writer.requireWhole(before.person());
      if (before.batch() != writer.batch()) {
        AlreadyThere.require(writer.reader(), before);
      }
      return outcome(
          given,
          whose.id(),
          Outcome.Kind.SAME,
          0,
          RowCounts.NONE,
          ItemCounts.NONE,
          notes(given, decided.remarks(whose)));
    }
    if (before != null && before.batch() == writer.batch()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_SOURCE_REPEATED,
              Whose.place(given),
              "source",
              given.source(),
              "person",
              whose.id()));
    }
    var known = whose.person();
    if (known == null) {
      PersonIds.require(whose.id(), Whose.place(given));
    }
    boolean isKnown =
        known != null && !writer.reader().intakes(known.person(), Long.MAX_VALUE).isEmpty();
    var against = notes(given, decided.remarks(whose));
    var person = known == null ? writer.newPerson(whose.id()) : known;
    var comparison = before == null ? null : new Comparison(writer.reader(), before);
    if (before != null) {
      writer.supersede(before);
    }
    var intake = new Intake(writer, given, person, variants, comparison);
    long observations = intake.keep(inputs);
    newest = intake.number();
    against.addAll(intake.problems());
    carryObjections(given, person, against);
    if (isKnown) {
      var said = given.record().quantities().keySet();
      against.addAll(PersonReading.contradictions(writer.reader(), person, said));
    }
    if (comparison == null) {
      var kind =
          isKnown ? Outcome.Kind.JOINED : known == null ? Outcome.Kind.NEW : Outcome.Kind.RETURNED;
      var counts = new RowCounts(observations, 0, 0, 0);
      return outcome(given, whose.id(), kind, observations, counts, intake.items(), against);
    }
    return changed(given, whose.id(), observations, comparison, intake, against);
  }

  /// What took the place of something. Whatever does not leave standing what was said before is a
  /// correction, and says why.
  private Outcome changed(
      Given given,
      String id,
      long observations,
      Comparison comparison,
      Intake intake,
      List<Problem> against) {
    var rows = comparison.counts();
    var details = comparison.details(intake.content());
    if ((rows.isCorrection() || details.isCorrection()) && !writer.hasReason()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_REASON_NEEDED,
              Whose.place(given),
              "source",
              given.source(),
              "person",
              id,
              "corrected",
              Long.toString(rows.corrected() + details.corrected()),
              "gone",
              Long.toString(rows.gone() + details.gone())));
    }
    boolean isSame = rows.isSame() && details.isSame();
    return new Outcome(
        id,
        given.source(),
        isSame ? Outcome.Kind.RESTATED : Outcome.Kind.CHANGED,
        observations,
        rows,
        details,
        rows.isCorrection() ? comparison.gone(id, GONE) : List.of(),
        intake.items(),
        against);
  }

  private static Outcome outcome(
      Given given,
      String id,
      Outcome.Kind kind,
      long observations,
      RowCounts counts,
      ItemCounts items,
      List<Problem> notes) {
    return new Outcome(
        id, given.source(), kind, observations, counts, RowCounts.NONE, List.of(), items, notes);
  }

  private static List<Problem> notes(Given given, List<Problem> more) {
    var notes = new ArrayList<>(given.notes());
    notes.addAll(more);
    return notes;
  }

  /// Hash over everything that was read: equal where nothing is new.
  private static Sha256 inputs(Given given, List<VariantSource> variants) {
    var record = given.record();
    var digester = new Digester().text(VERSION);
    for (int file = 0; file < record.sources().size(); file++) {
      digester.text(record.sources().name(file));
      var document = given.document();
      if (document != null && file == 0) {
        digester.text(document.hex());
      } else {
        digester.text(hash(record, file).hex());
      }
    }
    for (var variant : variants) {
      digester.text(variant.file().toJson().pretty()).text(variant.hash().hex());
    }
    record.problemCounts().forEach((code, count) -> digester.text(code.code()).integer(count));
    for (var problem : record.problems()) {
      var refused = problem.values().get(NotTaken.BYTES);
      if (refused != null) {
        digester.text(refused);
      }
    }
    return digester.end();
  }

  /// Of a file that was not read to its end nothing is known.
  static Sha256 hash(PersonRecord record, int file) {
    return record.sources().isClosed(file)
        ? record.sources().file(file).hash()
        : VariantSource.NO_HASH;
  }

  static String text(Json json) {
    return new String(json.canonicalBytes(), StandardCharsets.UTF_8);
  }
}
