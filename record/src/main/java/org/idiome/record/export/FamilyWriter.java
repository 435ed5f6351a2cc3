package org.idiome.record.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.record.phenopacket.PedigreePerson;
import org.jspecify.annotations.Nullable;

/// What is known of relatives, as a family around the person's packet.
final class FamilyWriter {
  private static final Set<String> OF_RELATIVE = Set.of("person", "relation");

  private final List<Statement> all;
  private final List<PedigreePerson> pedigree;

  /// @param all every statement of the person
  FamilyWriter(List<Statement> all, List<PedigreePerson> pedigree) {
    this.all = all.stream().filter(one -> one.layer() == Layer.FAMILY).toList();
    this.pedigree = pedigree;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// The family with the packet as its proband.
  Json around(String id, Json packet, Json metaData) {
    var relatives = relatives(metaData);
    var out =
        Json.object()
            .put("id", id)
            .put("proband", packet)
            .put("relatives", relatives.isEmpty() ? null : new Json.Arr(relatives))
            .put("pedigree", pedigree())
            .put("metaData", metaData);
    if (all.stream().anyMatch(one -> one.kind().equals("consanguinity"))) {
      out.put("consanguinousParents", true);
    }
    return out.end();
  }

  private @Nullable Json pedigree() {
    var persons = new ArrayList<Json>();
    for (var person : pedigree) {
      persons.add(
          Json.object()
              .put("familyId", person.family())
              .put("individualId", person.id())
              .put("paternalId", person.father())
              .put("maternalId", person.mother())
              .put("sex", upper(person.sex()))
              .put("affectedStatus", upper(person.affected()))
              .end());
    }
    return persons.isEmpty() ? null : Json.object().put("persons", new Json.Arr(persons)).end();
  }

  private static @Nullable String upper(@Nullable String word) {
    return word == null ? null : word.toUpperCase(Locale.ROOT);
  }

  /// Those of whom signs or diseases are known, or whom the pedigree does not have.
  private List<Json> relatives(Json metaData) {
    var known = pedigree.stream().map(PedigreePerson::id).toList();
    var packets = new LinkedHashMap<String, List<Statement>>();
    Map<String, @Nullable String> sexes = new LinkedHashMap<>();
    for (var statement : all) {
      var person = PacketValues.text(statement.qualifiers(), "person");
      if (person == null) {
        continue;
      }
      if (statement.kind().equals("relative")) {
        sexes.put(person, PacketValues.word(statement.qualifiers(), "sex"));
        if (!known.contains(person)) {
          packets.computeIfAbsent(person, _ -> new ArrayList<>());
        }
      } else {
        packets.computeIfAbsent(person, _ -> new ArrayList<>()).add(statement);
      }
    }
    var relatives = new ArrayList<Json>();
    packets.forEach((person, said) ->
        relatives.add(
            Json.object()
                .put("id", person)
                .put("subject", Json.object().put("id", person).put("sex", sexes.get(person)).end())
                .put("phenotypicFeatures", items(said, "relative_sign", FeatureWriter::sign))
                .put("diseases", items(said, "relative_disease", FeatureWriter::disease))
                .put("metaData", metaData)
                .end()));
    return relatives;
  }

  private static @Nullable Json items(
      List<Statement> all, String kind, Function<Statement, @Nullable Json> form) {
    var items = new ArrayList<Json>();
    for (var statement : all) {
      var item = statement.kind().equals(kind) ? form.apply(own(statement)) : null;
      if (item != null) {
        items.add(item);
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }

  /// The statement as the relative's packet has it.
  private static Statement own(Statement statement) {
    return new Statement(
        statement.layer(),
        statement.kind(),
        statement.concept(),
        statement.presence(),
        statement.when(),
        statement.qualifiers().stream()
            .filter(one -> !OF_RELATIVE.contains(one.name()) || one.value() instanceof Value.Thing)
            .toList(),
        null,
        null,
        statement.rows());
  }
}
