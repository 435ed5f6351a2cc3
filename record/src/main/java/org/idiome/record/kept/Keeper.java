package org.idiome.record.kept;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.PersonRecord;
import org.idiome.store.Rows;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// Writes what inputs say of persons into a batch of a store. For one thread.
public final class Keeper {
  /// Changes whenever the same inputs would be kept otherwise.
  static final String VERSION = "1";

  private final StoreWriter writer;
  private final VcfLimits limits;

  /// What became of an input.
  ///
  /// @param person id in the store
  /// @param observations kept, where it was not there already
  public record Outcome(String person, Kind kind, long observations) {
    /// In one word.
    public enum Kind {
      /// Nothing of this source was in force.
      NEW,
      /// It took the place of what its source said before.
      CHANGED,
      /// The same inputs were there already.
      SAME
    }
  }

  /// Keeps within a batch.
  ///
  /// @param limits bounds on variant files
  public Keeper(StoreWriter writer, VcfLimits limits) {
    this.writer = writer;
    this.limits = limits;
  }

  /// Keeps what one input says of one person.
  ///
  /// @param document hash of the packet where it is a part of its file; null where it is the file
  /// @param as id in the store that was asked for; null for that of the source
  /// @throws BadInputException where the person of that id is another; nothing of it is kept then
  public Outcome keep(PersonRecord record, @Nullable Sha256 document, @Nullable String as) {
    return writer.whole(() -> kept(record, document, as));
  }

  private Outcome kept(PersonRecord record, @Nullable Sha256 document, @Nullable String as) {
    var subject = record.individual().id();
    var source = record.origin().id() == null ? subject : record.origin().id();
    var variants = VariantSource.of(record, limits);
    var inputs = inputs(record, document, variants);
    var before = before(source, subject, as, record);
    if (before != null && before.inputs().equals(inputs)) {
      return new Outcome(as == null ? source : as, Outcome.Kind.SAME, 0);
    }
    var id = as == null ? source : as;
    var person = before == null ? person(id) : new Rows.PersonRow(before.person(), id);
    if (before != null) {
      writer.supersede(before);
    }
    long observations = new Intake(writer, record, person, variants).keep(source, inputs);
    return new Outcome(id, before == null ? Outcome.Kind.NEW : Outcome.Kind.CHANGED, observations);
  }

  private Rows.PersonRow person(String id) {
    var known = writer.person(id);
    return known == null ? writer.newPerson(id) : known;
  }

  /// What the same source said before, of the person who is meant.
  private Rows.@Nullable IntakeRow before(
      String source, String subject, @Nullable String as, PersonRecord record) {
    var meant = writer.person(as == null ? source : as);
    for (var intake : writer.inForce(source)) {
      if (meant == null || intake.person() != meant.person()) {
        continue;
      }
      if (as == null && !intake.subject().equals(subject)) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.IMPORT_PERSON_CONTRADICTORY,
                Place.file(record.sources().name(0)),
                "known",
                intake.subject(),
                "subject",
                subject));
      }
      return intake;
    }
    return null;
  }

  /// Hash over everything that was read: equal where nothing is new.
  private static Sha256 inputs(
      PersonRecord record, @Nullable Sha256 document, List<VariantSource> variants) {
    var digester = new Digester().text(VERSION);
    for (int file = 0; file < record.sources().size(); file++) {
      digester.text(record.sources().name(file));
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
