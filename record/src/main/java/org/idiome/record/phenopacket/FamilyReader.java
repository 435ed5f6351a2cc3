package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Reads what a `Family` holds around its proband.
///
/// A relative is a separate person: signs and diseases become statements of the layer FAMILY that
/// name whose they are, and never the proband's; their ages are the relative's, so they stand as
/// qualifiers and not as the time of the statement. All else of a relative is set aside.
final class FamilyReader {
  private static final List<String> AFFECTED = List.of("MISSING", "UNAFFECTED", "AFFECTED");
  private static final String[] SET_ASIDE = {
    "measurements", "biosamples", "interpretations", "medicalActions", "files", "genes", "variants"
  };

  private final Reading reading;
  private final FeatureReader features;
  private final FileReader files;

  /// A relative as far as the packet and the pedigree name them.
  private static final class Relative {
    final String id;
    final List<SourceRow> rows = new ArrayList<>();
    boolean hasPacket;
    @Nullable String sex;
    @Nullable String affected;

    Relative(String id) {
      this.id = id;
    }
  }

  FamilyReader(Reading reading, FeatureReader features, FileReader files) {
    this.reading = reading;
    this.features = features;
    this.files = files;
  }

  /// The pedigree around a person who is not the proband; signs and diseases of others stay theirs.
  List<PedigreePerson> readAround(Message family, String person, Found found) {
    var pedigree = pedigree(family.message("pedigree"), person, found);
    var kinship = new Kinship(pedigree, person);
    for (var other : pedigree) {
      if (!other.id().equals(person)) {
        var relative = new Relative(other.id());
        relative.sex = other.sex();
        relative.affected = other.affected();
        relative.rows.add(other.row());
        found.statements.add(statement(relative, kinship));
      }
    }
    return pedigree;
  }

  /// The pedigree; the rest goes into `found`.
  List<PedigreePerson> read(Message family, String proband, Found found) {
    family.passOver("id", "metaData");
    var pedigree = pedigree(family.message("pedigree"), proband, found);
    var kinship = new Kinship(pedigree, proband);
    var relatives = new HashMap<String, Relative>();
    var order = new ArrayList<Relative>();
    for (var person : pedigree) {
      if (!person.id().equals(proband)) {
        var relative = relative(person.id(), relatives, order);
        relative.sex = person.sex();
        relative.affected = person.affected();
        relative.rows.add(person.row());
      }
    }
    for (var packet : family.list("relatives")) {
      relative(
          packet, family, found, (item, into) -> packet(item, kinship, relatives, order, into));
    }
    for (var relative : order) {
      found.statements.add(statement(relative, kinship));
    }
    if (family.flag("consanguinousParents")) {
      found.statements.add(consanguinity(family));
    }
    reading.items(
        "files",
        family.list("files"),
        found,
        (file, into) -> into.files.add(files.read(file, null)));
    return pedigree;
  }

  /// A relative's packet has a version of its own.
  private void relative(JsonValue packet, Message family, Found found, Reading.ItemReader reader) {
    SchemaVersion version;
    try {
      version =
          SchemaVersion.of(new Part(packet, family.value(), Part.Role.RELATIVE, null), reading);
    } catch (ItemRefused refused) {
      reading.refused("relatives", refused);
      return;
    }
    reading.by(
        version,
        () -> {
          reading.items("relatives", List.of(packet), found, reader);
          return version;
        });
  }

  private static Relative relative(
      String id, Map<String, Relative> relatives, List<Relative> order) {
    return relatives.computeIfAbsent(
        id,
        name -> {
          var relative = new Relative(name);
          order.add(relative);
          return relative;
        });
  }

  private static Statement consanguinity(Message family) {
    return new Statement(
        Layer.FAMILY,
        "consanguinity",
        Coded.of("consanguineous_parents"),
        Presence.Looked.PRESENT,
        When.notStated(),
        List.of(),
        null,
        null,
        List.of(family.row()));
  }

  private static Statement statement(Relative relative, Kinship kinship) {
    return new Statement(
        Layer.FAMILY,
        "relative",
        Coded.of(kinship.relation(relative.id, relative.sex)),
        Presence.Looked.PRESENT,
        When.notStated(),
        new Qualifiers()
            .text("person", relative.id)
            .word("sex", relative.sex)
            .word("affected", relative.affected)
            .list(),
        null,
        null,
        relative.rows);
  }

  private void packet(
      Message packet,
      Kinship kinship,
      Map<String, Relative> relatives,
      List<Relative> order,
      Found into) {
    var subject = packet.shaped("subject");
    if (subject == null) {
      throw packet.missing("subject");
    }
    var id = subject.requiredText("id");
    reading.requireWhole(id, subject.value());
    if (id.equals(kinship.proband())) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_ID_REPEATED, subject.value(), "id", Reading.quoted(id));
    }
    var sex = subject.lowerWord("sex", SubjectReader.SEX);
    subject.passOver("alternateIds", "dateOfBirth", "timeAtLastEncounter", "taxonomy");
    subject.setAside("vitalStatus", "karyotypicSex", "gender");
    packet.passOver("id", "metaData");
    packet.setAside(SET_ASIDE);
    var relative = relative(id, relatives, order);
    boolean isOther = relative.sex != null && sex != null && !sex.equals(relative.sex);
    if (relative.hasPacket || isOther) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_ID_REPEATED, subject.value(), "id", Reading.quoted(id));
    }
    relative.hasPacket = true;
    relative.sex = relative.sex == null ? sex : relative.sex;
    relative.rows.add(subject.row());
    var relation = kinship.relation(id, relative.sex);
    var own = new Found();
    reading.items(
        "relatives/phenotypicFeatures",
        packet.list("phenotypicFeatures"),
        own,
        (item, found) -> found.statements.add(features.sign(item, null)));
    reading.items(
        "relatives/diseases",
        packet.list("diseases"),
        own,
        (item, found) -> found.statements.add(features.disease(item)));
    Conflicts.mark(own.statements, reading);
    for (var statement : own.statements) {
      into.statements.add(ofRelative(statement, id, relation));
    }
  }

  private static Statement ofRelative(Statement statement, String id, String relation) {
    var qualifiers = new ArrayList<Qualifier>();
    qualifiers.addAll(new Qualifiers().text("person", id).word("relation", relation).list());
    qualifiers.addAll(statement.qualifiers());
    return new Statement(
        Layer.FAMILY,
        "relative_" + statement.kind(),
        statement.concept(),
        statement.presence(),
        When.notStated(),
        qualifiers,
        null,
        null,
        statement.rows());
  }

  /// The persons of the pedigree; none where it is not possible.
  private List<PedigreePerson> pedigree(@Nullable Message pedigree, String self, Found found) {
    var persons = new ArrayList<PedigreePerson>();
    if (pedigree == null) {
      return persons;
    }
    reading.items(
        "pedigree",
        pedigree.list("persons"),
        new Found(),
        (item, _) -> persons.add(pedigreePerson(item)));
    try {
      Kinship.requirePossible(persons, pedigree, reading);
      Kinship.requireSame(persons, self, sex(found), pedigree, reading);
      return persons;
    } catch (ItemRefused refused) {
      reading.refused("pedigree", refused);
      return List.of();
    }
  }

  private PedigreePerson pedigreePerson(Message item) {
    var person =
        new PedigreePerson(
            item.text("familyId"),
            item.requiredText("individualId"),
            parent(item, "paternalId"),
            parent(item, "maternalId"),
            item.lowerWord("sex", SubjectReader.SEX),
            item.lowerWord("affectedStatus", AFFECTED),
            item.row());
    reading.requireWhole(person.id(), item.value());
    reading.requireWhole(person.father(), item.value());
    reading.requireWhole(person.mother(), item.value());
    return person;
  }

  private static @Nullable String sex(Found found) {
    for (var statement : found.statements) {
      if (statement.kind().equals("sex")) {
        return statement.concept().id();
      }
    }
    return null;
  }

  private static @Nullable String parent(Message person, String name) {
    var id = person.text(name);
    return id == null || id.equals("0") ? null : id;
  }
}
