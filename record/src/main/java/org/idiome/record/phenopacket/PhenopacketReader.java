package org.idiome.record.phenopacket;

import java.util.List;
import java.util.Set;
import org.idiome.core.observation.Individual;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.record.json.JsonDocument;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Reads one person's part of a document into the words of the house: a phenopacket, a family, a
/// cohort or (version 1) an interpretation.
///
/// Readers of blocks see the names of version 2; what version 1 calls otherwise was given its shape
/// before ([Shapes]). What cannot be read in an item refuses that item and nothing else; what
/// leaves nobody to attribute the rest to, or no version to read it by, refuses the file.
public final class PhenopacketReader {
  private static final Set<String> TELLING =
      Set.of(
          "metaData",
          "meta_data",
          "proband",
          "phenotypicFeatures",
          "phenotypic_features",
          "resolutionStatus",
          "resolution_status");

  private final Reading reading;
  private final Times times;
  private final FeatureReader features;
  private final MeasurementReader measurements;
  private final FileReader files;

  private PhenopacketReader(Reading reading) {
    this.reading = reading;
    this.times = new Times(reading);
    this.features = new FeatureReader(times);
    this.measurements = new MeasurementReader(reading, times);
    this.files = new FileReader(reading);
  }

  /// Whether a document looks like a phenopacket, a family or a cohort, in any version.
  public static boolean looksLikeOne(JsonValue root) {
    return root instanceof JsonValue.Obj object
        && object.members().keySet().stream().anyMatch(TELLING::contains);
  }

  /// Reads a document about one person: alone, or as the proband of a family.
  ///
  /// @param name how problems call the file
  /// @param file its ordinal in `sources`
  /// @throws BadInputException where nothing can be attributed to one person
  public static Packet read(
      JsonDocument document, String name, int file, Sources sources, Problems problems) {
    var parts = Part.of(document.root());
    if (parts.isEmpty() || parts.getFirst().role() == Part.Role.MEMBER) {
      var reading = new Reading(name, file, sources, problems);
      throw new BadInputException(
          Problem.of(ProblemCode.PHENOPACKET_COHORT, reading.place(document.root())));
    }
    return read(document, parts.getFirst(), name, file, sources, problems);
  }

  /// Reads one person's part of a document.
  ///
  /// @param part one of [Part#of]
  /// @throws BadInputException where nothing can be attributed to that person
  public static Packet read(
      JsonDocument document, Part part, String name, int file, Sources sources, Problems problems) {
    document.notes().forEach(problems::add);
    var reading = new Reading(name, file, sources, problems);
    try {
      Message.of(part.packet(), reading, "packet");
      var version = SchemaVersion.of(part, reading);
      return reading.by(version, () -> new PhenopacketReader(reading).packet(part));
    } catch (ItemRefused refused) {
      var problem = refused.problem();
      throw new BadInputException(
          new Problem(problem.code(), Reach.FILE, problem.place(), problem.values()));
    }
  }

  private BadInputException bad(ProblemCode code, Message at) {
    return new BadInputException(Problem.of(code, reading.place(at.value())));
  }

  private Packet packet(Part part) {
    var packet = message("packet", part.packet());
    var around = part.around() == null ? null : message(around(part), part.around());
    var meta = packet.message("metaData");
    if (meta == null && around != null) {
      meta = around.message("metaData");
    }
    var id = packet.text("id");
    requireWhole(id, packet);
    var origin = new OriginReader(times).read(id, meta);
    var individual = individual(packet);
    var scope = new Scope(individual.id(), origin.author(), origin.created());
    var found = new Found();
    blocks(packet, scope, found);
    interpretation(part, scope, found);
    Conflicts.mark(found.statements, reading);
    Remarks.make(found, reading);
    var pedigree = around == null ? List.<PedigreePerson>of() : around(part, around, scope, found);
    packet.end();
    return new Packet(
        origin,
        individual,
        found.specimens,
        found.statements,
        found.quantities,
        found.files,
        pedigree,
        reading.counts(),
        reading.notUnderstood());
  }

  private Message message(String name, JsonValue value) {
    return Message.of(new Shapes(reading, reading::refused).shaped(name, value), reading, "packet");
  }

  private static String around(Part part) {
    return part.role() == Part.Role.MEMBER ? "packet" : "family";
  }

  /// The pedigree; what else a family or cohort says of the person goes into `found`.
  private List<PedigreePerson> around(Part part, Message around, Scope scope, Found found) {
    var families = new FamilyReader(reading, features, files);
    List<PedigreePerson> pedigree = List.of();
    switch (part.role()) {
      case PROBAND -> {
        around.passOver("proband");
        pedigree = families.read(around, scope.subject(), found);
        around.end();
      }
      case RELATIVE -> {
        pedigree = families.readAround(around, scope.subject(), found);
        sharedFiles(around, scope, found);
      }
      case MEMBER, ALONE -> sharedFiles(around, scope, found);
    }
    return pedigree;
  }

  /// The files of all that name this person; those that name nobody are nobody's.
  private void sharedFiles(Message around, Scope scope, Found found) {
    var shared = new Found();
    block(around, "files", shared, (item, into) -> into.files.add(files.read(item, null)));
    for (var file : shared.files) {
      var ids = file.identifiers().keySet();
      if (ids.contains(scope.subject()) || ids.stream().anyMatch(id -> scope.state(id) != null)) {
        found.files.add(file);
      } else if (ids.isEmpty()) {
        reading.note(
            ProblemCode.FOLDER_FILE_OF_ANOTHER, file.row(), "path", Reading.quoted(file.uri()));
      }
    }
  }

  private void interpretation(Part part, Scope scope, Found found) {
    if (part.interpretation() == null) {
      return;
    }
    var message = Message.of(part.interpretation(), reading, "packet");
    var reported = new ReportedReader(reading);
    switch (reading.version()) {
      case ONE -> {
        try {
          reported.interpretation(message, scope, found);
          message.end();
        } catch (ItemRefused refused) {
          reading.refused("diagnosis", refused);
        }
      }
      case TWO -> reported.refuse(message);
    }
  }

  /// What stands for half of a character stands for any: two persons would be one.
  private void requireWhole(@Nullable String id, Message at) {
    if (!Reading.isWhole(id)) {
      throw bad(ProblemCode.PHENOPACKET_ID_NOT_UNICODE, at);
    }
  }

  private Individual individual(Message packet) {
    var value = packet.take("subject");
    if (value == null) {
      throw bad(ProblemCode.PHENOPACKET_PERSON_MISSING, packet);
    }
    var subject = Message.of(value, reading, "subject");
    var id = subject.text("id");
    if (id == null || id.isBlank()) {
      throw bad(ProblemCode.PHENOPACKET_PERSON_MISSING, subject);
    }
    requireWhole(id, subject);
    return new Individual(
        id, subject.texts("alternateIds"), times.lenientTimestamp(subject, "dateOfBirth"));
  }

  private void blocks(Message packet, Scope scope, Found found) {
    var subject = packet.take("subject");
    if (subject != null) {
      reading.items("subject", List.of(subject), found, subjectReader(scope));
    }
    block(packet, "biosamples", found, specimenReader(scope));
    block(
        packet,
        "phenotypicFeatures",
        found,
        (item, into) -> into.statements.add(features.sign(item, null)));
    block(packet, "measurements", found, measurements.of(null, When.notStated()));
    block(packet, "diseases", found, (item, into) -> into.statements.add(features.disease(item)));
    block(packet, "medicalActions", found, new ActionReader(reading, times)::read);
    var interpretations = new InterpretationReader(reading);
    block(
        packet, "interpretations", found, (item, into) -> interpretations.read(item, scope, into));
    block(packet, "files", found, (item, into) -> into.files.add(files.read(item, null)));
    if (reading.version() == SchemaVersion.ONE) {
      reported(packet, scope, found);
    }
  }

  private void reported(Message packet, Scope scope, Found found) {
    var reported = new ReportedReader(reading);
    block(packet, "genes", found, (item, into) -> into.statements.add(reported.gene(item, scope)));
    block(
        packet,
        "variants",
        found,
        (item, into) -> into.statements.add(reported.variant(item, null, scope)));
  }

  private Reading.ItemReader specimenReader(Scope scope) {
    var specimens = new SpecimenReader(reading, times, features, measurements, files);
    var remains = new Remains(reading);
    return new Reading.ItemReader() {
      @Override
      public void read(Message item, Found into) {
        specimens.read(item, scope, into);
      }

      @Override
      public void refused(JsonValue item, Found into) {
        remains.specimen(item, scope.subject(), into);
      }
    };
  }

  private Reading.ItemReader subjectReader(Scope scope) {
    var reader = new SubjectReader(times);
    return (item, into) -> {
      item.passOver("id", "alternateIds", "dateOfBirth");
      reader.read(item, scope, into);
    };
  }

  /// Reads a block; one that is no array is refused whole and leaves the others in place.
  private void block(Message packet, String name, Found found, Reading.ItemReader reader) {
    try {
      reading.items(name, packet.list(name), found, reader);
    } catch (ItemRefused refused) {
      reading.refused(name, refused);
    }
  }
}
