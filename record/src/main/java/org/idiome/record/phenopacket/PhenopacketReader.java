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

/// Reads a phenopacket or a family of schema version 2 into the words of the house.
///
/// For one document. What cannot be read in an item refuses that item and nothing else; what leaves
/// nobody to attribute the rest to, or no version to read it by, refuses the file.
public final class PhenopacketReader {
  private static final Set<String> TELLING =
      Set.of("metaData", "meta_data", "proband", "phenotypicFeatures", "phenotypic_features");

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

  /// Reads a document.
  ///
  /// @param name how problems call the file
  /// @param file its ordinal in `sources`
  /// @throws BadInputException where nothing can be attributed to one person
  public static Packet read(
      JsonDocument document, String name, int file, Sources sources, Problems problems) {
    document.notes().forEach(problems::add);
    var reading = new Reading(name, file, sources, problems);
    try {
      var root = Message.of(document.root(), reading, "packet");
      return new PhenopacketReader(reading).document(root);
    } catch (ItemRefused refused) {
      var problem = refused.problem();
      throw new BadInputException(
          new Problem(problem.code(), Reach.FILE, problem.place(), problem.values()));
    }
  }

  private Packet document(Message root) {
    if (root.has("members")) {
      throw bad(ProblemCode.PHENOPACKET_COHORT, root);
    }
    var proband = root.message("proband");
    return proband == null ? packet(root, null) : packet(proband, root);
  }

  private BadInputException bad(ProblemCode code, Message at) {
    return new BadInputException(Problem.of(code, reading.place(at.value())));
  }

  /// @param family the family around the packet, or null
  private Packet packet(Message packet, @Nullable Message family) {
    var meta = packet.message("metaData");
    if (meta == null && family != null) {
      meta = family.message("metaData");
    }
    SchemaVersion.require(packet, meta, reading);
    var origin = new OriginReader(times).read(packet.text("id"), meta);
    var individual = individual(packet);
    var scope = new Scope(individual.id(), origin.author(), origin.created());
    var found = new Found();
    blocks(packet, scope, found);
    Conflicts.mark(found.statements, reading);
    Remarks.make(found, reading);
    List<PedigreePerson> pedigree = List.of();
    if (family != null) {
      pedigree = new FamilyReader(reading, features, files).read(family, individual.id(), found);
    }
    (family == null ? packet : family).end();
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
    return new Individual(
        id, subject.texts("alternateIds"), times.lenientTimestamp(subject, "dateOfBirth"));
  }

  private void blocks(Message packet, Scope scope, Found found) {
    refuseVersion1(packet, "genes", "variants", "htsFiles");
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

  private void refuseVersion1(Message packet, String... names) {
    for (var name : names) {
      try {
        packet.refuseVersion1(name);
      } catch (ItemRefused refused) {
        reading.refused(name, refused);
      }
    }
  }
}
